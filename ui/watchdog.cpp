// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/watchdog.h"

#include <QLoggingCategory>

#include <algorithm>
#include <cmath>

namespace arbscope {

Q_LOGGING_CATEGORY(lcWatchdog, "arbscope.ui.watchdog")

Watchdog::Watchdog(std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Watchdog::tick);
    m_timer.start(interval);
    m_sinceTick.start();
}

int Watchdog::p99Ms() const
{
    qint64 left = m_ticks - static_cast<qint64>(std::floor(0.99 * static_cast<double>(m_ticks)));
    for (int ms = Buckets - 1; ms >= 0; --ms) {
        left -= m_histogram[static_cast<size_t>(ms)];
        if (left < 0)
            return ms;
    }
    return 0;
}

void Watchdog::restart()
{
    m_histogram.fill(0);
    m_ticks = 0;
    m_greatestMs = 0;
    m_sinceTick.start();
}

void Watchdog::tick()
{
    const double ms = static_cast<double>(m_sinceTick.nsecsElapsed()) / 1e6;
    m_sinceTick.start();
    ++m_ticks;
    ++m_histogram[static_cast<size_t>(std::min(Buckets - 1, static_cast<int>(std::ceil(ms))))];
    m_greatestMs = std::max(m_greatestMs, ms);
    if (ms > static_cast<double>(Bound.count()))
        qCWarning(lcWatchdog, "the event loop stood still for %.0f ms", ms);
}

} // namespace arbscope
