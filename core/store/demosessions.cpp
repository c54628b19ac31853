// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demosessions.h"

#include <algorithm>
#include <cmath>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double MeanTradesInSession = 220;
constexpr qint64 LongestSilence = 6 * 3600; ///< seconds; after more than that it is another session

} // namespace

DemoSessions::DemoSessions(quint64 seed, int server, double startClock)
    : m_random(seed * 1'000'003 + static_cast<quint64>(server) * 2 + 1)
{
    m_tick.clock = static_cast<qint64>(std::floor(startClock));
    m_tick.sessionEnds = true;
}

const DemoSessions::Tick &DemoSessions::next()
{
    double gap = m_random.chance(0.7) ? m_random.exponential(60) : m_random.exponential(900);
    if (m_tick.sessionEnds) {
        gap = m_random.chance(0.5) ? 20 + m_random.exponential(60) : 600 + m_random.exponential(3 * 3600);
    }
    return advance(1 + static_cast<qint64>(gap), m_tick.sessionEnds);
}

const DemoSessions::Tick &DemoSessions::nextAt(double clock)
{
    const qint64 gap = std::max<qint64>(1, static_cast<qint64>(std::floor(clock)) - m_tick.clock);
    return advance(gap, m_tick.sessionEnds || gap > LongestSilence);
}

const DemoSessions::Tick &DemoSessions::advance(qint64 gap, bool newSession)
{
    m_tick.gap = gap;
    m_tick.clock += gap;
    m_tick.sessionStarts = newSession;
    if (newSession) {
        const double before = std::min(static_cast<double>(gap), 5 + m_random.uniform() * 40) * 0.9;
        m_tick.sessionStartedAt = std::round((static_cast<double>(m_tick.clock) - before) * 1e6) / 1e6;
        m_tick.pair = m_random.chance(0.75) ? 0 : 1;
        m_release += m_random.chance(0.35) ? 1 : 0;
        m_tick.version = u"2."_s + QString::number(3 + m_release / 3) + u'.' + QString::number(m_release % 3);
    }
    m_tick.sessionEnds = m_random.chance(1 / MeanTradesInSession);
    return m_tick;
}

} // namespace arbscope
