// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <array>
#include <chrono>

namespace arbscope {

/// How long the gaps were.
class GapHistogram
{
public:
    void add(double ms);
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] double greatestMs() const { return m_greatestMs; }
    /// The gap that 99 % of all gaps do not exceed, rounded up to whole milliseconds; 0 without any.
    [[nodiscard]] int p99Ms() const;

private:
    static constexpr int Buckets = 1024; ///< whole milliseconds; the last one holds everything longer
    std::array<qint64, Buckets> m_buckets{};
    qint64 m_count = 0;
    double m_greatestMs = 0;
};

/// Watches the event loop of its thread. A gap is the time between two ticks of its timer, the timer's own interval
/// included: what a key press may have had to wait, never an underestimate. Gaps above 50 ms are logged
/// (arbscope.ui.watchdog).
class Watchdog final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds Bound{50};

    explicit Watchdog(std::chrono::milliseconds interval, QObject *parent = nullptr);
    [[nodiscard]] const GapHistogram &gaps() const { return m_gaps; }
    /// How long of each gap the thread worked: a gap without the time that others had the processor.
    [[nodiscard]] const GapHistogram &busy() const { return m_busy; }
    void restart(); ///< forgets what was measured; the next gap starts now

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    GapHistogram m_gaps;
    GapHistogram m_busy;
    double m_workedMs = 0; ///< of the thread's processor time, at the last tick
};

} // namespace arbscope
