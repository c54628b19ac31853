// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/balancesflow.h"

#include "ui/figures/balancesdock.h"
#include "ui/figures/tablesaver.h"
#include "ui/figures/tabletext.h"
#include "ui/filter/filterflow.h"
#include "ui/models/tradefeed.h"
#include "ui/text/displaytext.h"
#include "ui/text/timedisplay.h"

#include <QLocale>

#include <chrono>

namespace arbscope {

using namespace std::chrono_literals;

BalancesFlow::BalancesFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_model(parts.times)
    , m_dock(new BalancesDock(m_model, &parts.window))
    , m_feed(parts.analyst)
{
    m_ageTimer.setInterval(1s);
    connect(&m_ageTimer, &QTimer::timeout, &m_model, &BalancesModel::showAges);
    connect(m_dock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        m_feed.setWanted(visible);
        if (visible)
            m_ageTimer.start();
        else
            m_ageTimer.stop();
    });
    connect(&m_parts.times, &TimeDisplay::changed, this,
            [this] { m_dock->changeModel([this] { m_model.showTimes(); }); });
    connect(m_dock, &BalancesDock::saveRequested, this, &BalancesFlow::save);
    connect(m_dock, &BalancesDock::tradeRequested, this, [this](const QByteArray &orderId) {
        if (m_parts.feed.server())
            emit tradeRequested(*m_parts.feed.server(), orderId);
    });
    connect(&m_feed, &StatisticsFeed::changed, this, [this] {
        const auto &groups = m_feed.groups();
        const auto figures = groups ? std::shared_ptr<const Statistics>(groups, &groups->begin()->second) : nullptr;
        m_dock->changeModel([this, &figures] { m_model.show(figures); });
        showState();
    });
    connect(&m_parts.analyst, &TradeAnalyst::progressed, this, &BalancesFlow::showState);
    connect(&m_parts.feed, &TradeFeed::serverChanged, this, [this] { m_feed.setServer(m_parts.feed.server()); });
    showState();
}

BalancesFlow::~BalancesFlow() = default;

void BalancesFlow::save()
{
    const QString name = m_parts.feed.server() ? displayBytes(*m_parts.feed.server(), 40) : QString();
    m_parts.saver.save(tr("Save Balances"), tr("balances %1").arg(name), csvText(m_model));
}

void BalancesFlow::showState()
{
    const TradeAnalyst &analyst = m_parts.analyst;
    const QLocale locale;
    QString note = m_parts.filter.isFiltering() ? tr("Of the trades that the filter shows") : QString();
    if (analyst.isReading() && analyst.read() < analyst.total())
        note = tr("Reading: %1 of %2").arg(locale.toString(analyst.read()), locale.toString(analyst.total()));
    m_dock->setNote(note);
    if (!m_parts.feed.server())
        m_dock->setMessage(tr("No balances"), tr("Choose a server on the left."));
    else if (!m_feed.groups())
        m_dock->setMessage(tr("Reading the trades…"), {});
    else if (m_model.rowCount() == 0)
        m_dock->setMessage(tr("No balances"), tr("None of the trades shown tells of any."));
    else
        m_dock->setMessage({}, {});
}

} // namespace arbscope
