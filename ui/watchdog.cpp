// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/watchdog.h"

#include <QLoggingCategory>

#include <algorithm>
#include <cmath>

namespace arbscope {

Q_LOGGING_CATEGORY(lcWatchdog, "arbscope.ui.watchdog")

void GapHistogram::add(double ms)
{
    ++m_count;
    ++m_buckets[static_cast<size_t>(std::clamp(static_cast<int>(std::ceil(ms)), 0, Buckets - 1))];
    m_greatestMs = std::max(m_greatestMs, ms);
}

int GapHistogram::p99Ms() const
{
    qint64 longer = m_count / 100; // so many may exceed it
    for (int ms = Buckets - 1; ms > 0; --ms) {
        longer -= m_buckets[static_cast<size_t>(ms)];
        if (longer < 0)
            return ms;
    }
    return 0;
}

Watchdog::Watchdog(std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Watchdog::tick);
    m_timer.start(interval);
    m_sinceTick.start();
}

void Watchdog::restart()
{
    m_gaps = {};
    m_sinceTick.start();
}

void Watchdog::tick()
{
    const double ms = static_cast<double>(m_sinceTick.nsecsElapsed()) / 1e6;
    m_sinceTick.start();
    m_gaps.add(ms);
    if (ms > static_cast<double>(Bound.count()))
        qCWarning(lcWatchdog, "the event loop stood still for %.0f ms", ms);
}

} // namespace arbscope
