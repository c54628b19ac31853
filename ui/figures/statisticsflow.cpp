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
#include "ui/text/errortext.h"
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
    , m_others(parts.session, parts.tasks)
{
    connect(m_dock, &QDockWidget::visibilityChanged, this, &StatisticsFlow::setWanted);
    connect(m_dock, &StatisticsDock::groupingChanged, this, &StatisticsFlow::setOptions);
    connect(m_dock, &StatisticsDock::unitTestsChanged, this, &StatisticsFlow::setOptions);
    connect(m_dock, &StatisticsDock::othersRequested, this, &StatisticsFlow::readOthers);
    connect(m_dock, &StatisticsDock::compareRequested, this, &StatisticsFlow::askForOther);
    connect(m_dock, &StatisticsDock::compareEnded, this, &StatisticsFlow::stopComparing);
    connect(m_dock, &StatisticsDock::saveRequested, this, &StatisticsFlow::save);
    connect(m_dock, &StatisticsDock::filterRequested, &m_parts.filter, &FilterFlow::narrow);
    connect(&m_parts.times, &TimeDisplay::zoneChanged, this, &StatisticsFlow::setOptions); // other days and hours
    connect(&m_feed, &StatisticsFeed::changed, this, &StatisticsFlow::showFigures);
    connect(&m_parts.analyst, &TradeAnalyst::progressed, this, &StatisticsFlow::noteProgress);
    connect(&m_parts.analyst, &TradeAnalyst::progressed, this, &StatisticsFlow::showState);
    connect(&m_parts.feed, &TradeFeed::serverChanged, this, &StatisticsFlow::changeServer);
    connect(&m_others, &OtherServers::changed, this, &StatisticsFlow::showFigures);
    connect(&m_parts.filter, &FilterFlow::changed, this, &StatisticsFlow::noteProgress);
    connect(&m_parts.session, &StoreSession::stateChanged, this, [this] {
        if (m_parts.session.isFresh())
            stopComparing();
        offerOthers();
    });
    setOptions();
}

StatisticsFlow::~StatisticsFlow() = default;

void StatisticsFlow::setOptions()
{
    const StatisticsOptions options{
        .groupBy = m_dock->groupBy(), .unitTests = m_dock->countsUnitTests(), .zone = m_parts.times.zone()};
    m_others.setQuestion(m_parts.filter.filter(), options);
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

/// The figures of the server shown until now are as good as read.
void StatisticsFlow::changeServer()
{
    if (m_isWhole && m_others.wasAsked() && m_feed.groups() && m_feed.options().groupBy == GroupBy::Server)
        m_others.keep(*m_feed.server(), *m_feed.groups());
    m_isWhole = false;
    m_feed.setServer(m_parts.feed.server());
}

void StatisticsFlow::noteProgress()
{
    m_isWhole = m_feed.isWanted() && m_parts.analyst.isSettled() && !m_parts.analyst.isFull();
    m_others.setQuestion(m_parts.filter.filter(), m_feed.options());
}

std::vector<QByteArray> StatisticsFlow::unreadServers() const
{
    std::vector<QByteArray> servers = m_parts.servers();
    std::erase_if(servers, [this](const QByteArray &server) {
        return server == m_parts.feed.server() || m_others.knows(server);
    });
    return servers;
}

void StatisticsFlow::readOthers()
{
    m_others.read(unreadServers());
}

void StatisticsFlow::offerOthers()
{
    m_dock->setOthersOffered(m_dock->groupBy() == GroupBy::Server && m_parts.feed.server()
                             && m_parts.session.state() == StoreSession::State::Connected && !m_others.isReading()
                             && !unreadServers().empty());
}

/// Of the server shown as they are now, whatever was read of it before.
std::shared_ptr<const FigureGroups> StatisticsFlow::groups() const
{
    if (m_dock->groupBy() != GroupBy::Server || m_others.groups().empty() || !m_feed.groups())
        return m_feed.groups();
    auto all = std::make_shared<FigureGroups>(m_others.groups());
    all->erase(m_feed.server()->toStdString());
    for (const auto &[server, figures] : *m_feed.groups())
        all->insert_or_assign(server, figures);
    return all;
}

/// The list shows trades of one server only.
std::optional<std::string> StatisticsFlow::listedGroup() const
{
    if (m_dock->groupBy() != GroupBy::Server || !m_parts.feed.server())
        return std::nullopt;
    return m_parts.feed.server()->toStdString();
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
            m_groups.show(groups(), m_dock->groupBy(), listedGroup());
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
    if (const auto all = groups()) {
        for (const auto &[name, figures] : *all) {
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
    return (othersNotes() + notes).join(u" · ");
}

/// What is wrong first.
QStringList StatisticsFlow::othersNotes() const
{
    if (m_dock->groupBy() != GroupBy::Server || !m_parts.session.target())
        return {};
    const RedisUrl &url = m_parts.session.target()->url;
    QStringList notes;
    if (m_others.error())
        notes << errorWords(*m_others.error(), url).title;
    for (const auto &[server, error] : m_others.refused()) {
        if (server != m_parts.feed.server())
            notes << tr("%1 could not be read: %2").arg(displayBytes(server, 40), errorWords(error, url).title);
    }
    if (!m_others.groups().empty())
        notes << tr("other servers as of %1").arg(QLocale::c().toString(m_others.readAt().time(), u"HH:mm:ss"));
    return notes;
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
    offerOthers();
    const bool hasOthers = m_other || (m_dock->groupBy() == GroupBy::Server && !m_others.groups().empty());
    const bool isEmpty = !hasOthers && m_feed.groups() && shownTrades() == 0;
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
