// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <array>
#include <chrono>

namespace arbscope {

/// Watches the event loop of its thread. A gap is the time between two ticks of its timer, the timer's own interval
/// included: what a key press may have had to wait, never an underestimate. Gaps above 50 ms are logged
/// (arbscope.ui.watchdog).
class Watchdog final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds Bound{50};

    explicit Watchdog(std::chrono::milliseconds interval, QObject *parent = nullptr);

    [[nodiscard]] qint64 ticks() const { return m_ticks; }
    [[nodiscard]] double greatestMs() const { return m_greatestMs; }
    /// The gap that 99 % of all gaps do not exceed, rounded up to whole milliseconds.
    [[nodiscard]] int p99Ms() const;
    /// Forgets what was measured; the next gap starts now.
    void restart();

private:
    void tick();

    static constexpr int Buckets = 1024; ///< whole milliseconds; the last one holds everything longer
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    std::array<qint64, Buckets> m_histogram{};
    qint64 m_ticks = 0;
    double m_greatestMs = 0;
};

} // namespace arbscope
