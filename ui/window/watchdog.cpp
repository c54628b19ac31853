// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/watchdog.h"

#include <QLoggingCategory>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <utility>

namespace arbscope {

Q_LOGGING_CATEGORY(lcWatchdog, "arbscope.ui.watchdog")

namespace {

/// Processor time of this thread.
double workedMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

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
    restart();
}

void Watchdog::restart()
{
    m_gaps = {};
    m_busy = {};
    m_sinceTick.start();
    m_workedMs = workedMs();
}

void Watchdog::tick()
{
    const double ms = static_cast<double>(m_sinceTick.nsecsElapsed()) / 1e6;
    m_sinceTick.start();
    m_gaps.add(ms);
    const double worked = workedMs();
    m_busy.add(worked - std::exchange(m_workedMs, worked));
    if (ms > static_cast<double>(Bound.count()))
        qCWarning(lcWatchdog, "the event loop stood still for %.0f ms", ms);
}

} // namespace arbscope
