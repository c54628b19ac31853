// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finding/visitflow.h"

#include "ui/list/tradelist.h"
#include "ui/models/tradefeed.h"

#include <cstdlib>

namespace arbscope {

namespace {

constexpr int LookMs = 500; // as long as one looks at what one does not just pass
constexpr int ExpectedMs = 5000; // until it is there, or nowhere

} // namespace

VisitFlow::VisitFlow(TradeFeed &feed, TradeList &list, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_list(list)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(LookMs);
    connect(&m_timer, &QTimer::timeout, this, &VisitFlow::keep);
    connect(&m_list, &TradeList::currentTradeChanged, this, &VisitFlow::look);
}

void VisitFlow::look()
{
    const TradePtr trade = m_list.currentTrade();
    if (!trade || !m_feed.server())
        return;
    const TradeName name{*m_feed.server(), trade->orderId};
    if (m_expected && name != *m_expected && !m_expectedUntil.hasExpired())
        return;
    m_expected.reset();
    if (m_seen == name)
        return;
    const int row = m_list.currentIndex().row();
    const bool jumped = m_seen && (m_seen->server != name.server || std::abs(row - m_seenRow) > 1);
    if (jumped)
        keep();
    m_seen = name;
    m_seenRow = row;
    m_timer.start();
}

void VisitFlow::keep()
{
    m_timer.stop();
    if (!m_seen || (!m_visits.empty() && m_visits[m_at] == *m_seen))
        return;
    if (!m_visits.empty())
        m_visits.resize(m_at + 1); // another way forth begins here
    m_visits.push_back(*m_seen);
    if (m_visits.size() > MostKept)
        m_visits.erase(m_visits.begin());
    m_at = m_visits.size() - 1;
    emit changed();
}

bool VisitFlow::canStep(int direction) const
{
    const bool beside = m_seen && !m_visits.empty() && m_visits[m_at] != *m_seen;
    return direction < 0 ? m_at > 0 || beside : !beside && m_at + 1 < m_visits.size();
}

void VisitFlow::step(int direction)
{
    keep();
    if (!canStep(direction))
        return;
    if (direction < 0)
        --m_at;
    else
        ++m_at;
    m_seen = m_visits[m_at];
    emit changed();
    emit tradeWanted(m_visits[m_at].server, m_visits[m_at].orderId);
}

void VisitFlow::expect(const TradeName &trade)
{
    keep();
    m_expected = trade;
    m_expectedUntil = QDeadlineTimer(ExpectedMs);
}

void VisitFlow::clear()
{
    m_timer.stop();
    m_visits.clear();
    m_at = 0;
    m_seen.reset();
    emit changed();
}

} // namespace arbscope
