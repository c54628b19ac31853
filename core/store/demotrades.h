// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QByteArray>

#include <memory>

namespace arbscope {

/// Sample trades that look real, the same ones for the same seed. Each trading server is one arbitrage strategy between
/// two venues, with sessions, prices that walk, fees, latencies, partial fills, failures, one-legged trades, dust that
/// is gathered and cleared, and balances that add up trade by trade. Every number is an exact decimal with its venue's
/// places. A report takes a few microseconds and is about 2 kB as JSON.
class DemoTrades
{
public:
    /// `server` from 0: the first three have strategies and names of their own, further ones are variations of them.
    /// Clocks begin shortly after `startClock` (epoch seconds).
    DemoTrades(quint64 seed, int server, double startClock);
    ~DemoTrades();
    DemoTrades(DemoTrades &&) noexcept;
    DemoTrades &operator=(DemoTrades &&) noexcept;

    [[nodiscard]] Report next(); ///< the next trade by clock, some minutes after the one before
    /// The next trade at this time (truncated to seconds), or right after the one before when that was later.
    [[nodiscard]] Report nextAt(double clock);
    [[nodiscard]] QByteArray serverName() const;

    [[nodiscard]] static QByteArray serverName(int server);
    /// Seconds from startClock to the clock of trade number `trades`, without making the trades.
    [[nodiscard]] static double duration(quint64 seed, int server, int trades);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace arbscope
