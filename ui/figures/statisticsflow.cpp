// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/statisticsflow.h"

#include "ui/figures/comparedialog.h"
#include "ui/figures/figuretext.h"
#include "ui/figures/statisticsdock.h"
#include "ui/figures/tablesaver.h"
#include "ui/figures/tabletext.h"
#include "ui/filter/filterflow.h"
#include "ui/models/tradefeed.h"
#include "ui/store/storesession.h"
#include "ui/text/displaytext.h"
#include "ui/text/sentence.h"
#include "ui/text/timedisplay.h"

#include <QLocale>

namespace arbscope {

namespace {

std::shared_ptr<const Statistics> together(const std::shared_ptr<const FigureGroups> &groups)
{
    return groups && !groups->empty() ? std::shared_ptr<const Statistics>(groups, &groups->begin()->second) : nullptr;
}

} // namespace

StatisticsFlow::Other::Other(StoreSession &session, const TradeComparison &comparison)
    : title(comparison.title)
    , analyst(session)
    , feed(analyst)
{
    analyst.choose({.filter = comparison.filter, .keys = {}});
    analyst.show(comparison.server);
    feed.setServer(comparison.server);
}

StatisticsFlow::StatisticsFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_figures(parts.times)
    , m_groups(parts.times)
    , m_dock(new StatisticsDock(m_figures, m_groups, &parts.window))
    , m_feed(parts.analyst)
{
    connect(m_dock, &QDockWidget::visibilityChanged, this, &StatisticsFlow::setWanted);
    connect(m_dock, &StatisticsDock::groupingChanged, this, &StatisticsFlow::setOptions);
    connect(m_dock, &StatisticsDock::unitTestsChanged, this, &StatisticsFlow::setOptions);
    connect(m_dock, &StatisticsDock::compareRequested, this, &StatisticsFlow::askForOther);
    connect(m_dock, &StatisticsDock::compareEnded, this, &StatisticsFlow::stopComparing);
    connect(m_dock, &StatisticsDock::saveRequested, this, &StatisticsFlow::save);
    connect(m_dock, &StatisticsDock::filterRequested, &m_parts.filter, &FilterFlow::narrow);
    connect(&m_parts.times, &TimeDisplay::zoneChanged, this, &StatisticsFlow::setOptions); // other days and hours
    connect(&m_feed, &StatisticsFeed::changed, this, &StatisticsFlow::showFigures);
    connect(&m_parts.analyst, &TradeAnalyst::progressed, this, &StatisticsFlow::showState);
    connect(&m_parts.feed, &TradeFeed::serverChanged, this, [this] { m_feed.setServer(m_parts.feed.server()); });
    connect(&m_parts.session, &StoreSession::stateChanged, this, [this] {
        const StoreSession &session = m_parts.session;
        if (session.state() == StoreSession::State::Closed
            || (session.state() == StoreSession::State::Connecting && !session.wasConnected()))
            stopComparing(); // another store
    });
    setOptions();
}

StatisticsFlow::~StatisticsFlow() = default;

void StatisticsFlow::setOptions()
{
    const StatisticsOptions options{
        .groupBy = m_dock->groupBy(), .unitTests = m_dock->countsUnitTests(), .zone = m_parts.times.zone()};
    m_feed.setOptions(options);
    if (m_other)
        m_other->feed.setOptions(options);
}

void StatisticsFlow::setWanted(bool wanted)
{
    m_feed.setWanted(wanted);
    if (m_other)
        m_other->feed.setWanted(wanted);
}

void StatisticsFlow::askForOther()
{
    if (!m_parts.feed.server())
        return;
    auto *dialog = new CompareDialog(m_parts.servers(), *m_parts.feed.server(), m_parts.filter.text(),
                                     m_parts.times.zone(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { compareWith(dialog->comparison()); });
    dialog->open();
}

void StatisticsFlow::compareWith(const TradeComparison &comparison)
{
    m_other = std::make_unique<Other>(m_parts.session, comparison);
    connect(&m_other->feed, &StatisticsFeed::changed, this, &StatisticsFlow::showFigures);
    connect(&m_other->analyst, &TradeAnalyst::progressed, this, &StatisticsFlow::showState);
    m_dock->setComparing(true);
    setOptions();
    m_other->feed.setWanted(m_dock->isVisible());
}

void StatisticsFlow::stopComparing()
{
    if (!m_other)
        return;
    m_other.reset();
    m_dock->setComparing(false);
    setOptions();
}

void StatisticsFlow::save()
{
    const QString name = m_parts.feed.server() ? displayBytes(*m_parts.feed.server(), 40) : QString();
    m_parts.saver.save(tr("Save Statistics"), tr("statistics %1").arg(name), csvText(m_dock->shownModel()));
}

void StatisticsFlow::showFigures()
{
    const auto figures = together(m_feed.groups());
    m_dock->changeModels([this, &figures] {
        if (m_other)
            m_figures.compare(figures, together(m_other->feed.groups()), m_other->title);
        else if (m_dock->groupBy() == GroupBy::Nothing)
            m_figures.show(figures);
        else
            m_groups.show(m_feed.groups(), m_dock->groupBy());
    });
    showState();
}

/// While both read, of both.
QString StatisticsFlow::noteText() const
{
    const QLocale locale;
    const auto counted = [&locale](const TradeAnalyst &analyst) {
        return tr("%1 of %2").arg(locale.toString(analyst.read()), locale.toString(analyst.total()));
    };
    QStringList notes;
    for (const TradeAnalyst *analyst : {&m_parts.analyst, m_other ? &m_other->analyst : nullptr}) {
        if (!analyst)
            continue;
        if (analyst->isReading() && analyst->read() < analyst->total())
            notes << tr("Reading: %1").arg(counted(*analyst));
    }
    if (!notes.isEmpty())
        return notes.join(u" · ");
    std::int64_t tests = 0;
    std::int64_t unreadable = 0;
    if (const auto &groups = m_feed.groups()) {
        for (const auto &[name, figures] : *groups) {
            tests += figures.unitTests;
            unreadable += figures.unreadable;
        }
    }
    if (tests > 0)
        notes << arbscope::counted(tests, tr("1 test trade left out"), tr("%1 test trades left out"));
    if (unreadable > 0)
        notes << arbscope::counted(unreadable, tr("1 unreadable report left out"),
                                   tr("%1 unreadable reports left out"));
    if (m_dock->groupBy() != GroupBy::Nothing && m_feed.groups())
        notes << arbscope::counted(qint64(m_groups.rowCount()), tr("1 group"), tr("%1 groups"));
    return notes.join(u" · ");
}

qint64 StatisticsFlow::shownTrades() const
{
    qint64 shown = 0;
    if (const auto &groups = m_feed.groups()) {
        for (const auto &[name, figures] : *groups)
            shown += figures.trades + figures.unitTests + figures.unreadable;
    }
    return shown;
}

void StatisticsFlow::showState()
{
    m_dock->setNote(noteText());
    const bool isEmpty = !m_other && m_feed.groups() && shownTrades() == 0;
    if (!m_parts.feed.server())
        m_dock->setMessage(tr("No trades to add up"), tr("Choose a server on the left."));
    else if (!m_feed.groups() && !m_other)
        m_dock->setMessage(tr("Reading the trades…"), {});
    else if (isEmpty && m_parts.filter.isFiltering())
        m_dock->setMessage(tr("No trades to add up"), tr("The filter hides them all."));
    else if (isEmpty)
        m_dock->setMessage(tr("No trades to add up"), tr("This server has none yet."));
    else
        m_dock->setMessage({}, {});
}

} // namespace arbscope
