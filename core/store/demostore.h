// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/privateserver.h"
#include "core/report/report.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <vector>

namespace arbscope {

/// Sample trades that look real: the same for the same seed. Each trading server is one arbitrage strategy between two
/// venues, with prices that walk, fees, latencies, partial fills, failures, one-legged trades, dust and balances that add up.
class DemoTrades
{
public:
    /// `server` is one of demoServerNames() by index (any other index makes up further servers).
    DemoTrades(quint64 seed, int server, double startClock);
    ~DemoTrades();
    DemoTrades(DemoTrades &&) noexcept;
    DemoTrades &operator=(DemoTrades &&) noexcept;
    [[nodiscard]] Report next(); ///< the next trade by clock
    [[nodiscard]] QByteArray serverName() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

struct DemoOptions
{
    quint64 seed = 1;
    int servers = 3;
    int tradesPerServer = 5000;
    double lastClock = 0; ///< epoch seconds of about the newest trade; 0: now
    bool live = true; ///< new trades keep coming in, about one every two seconds
};

/// A private server filled with sample trades, a few coerced and invalid texts among them; ended with this object.
class DemoStore
{
public:
    ~DemoStore();
    DemoStore(DemoStore &&) noexcept;
    DemoStore &operator=(DemoStore &&) noexcept;
    [[nodiscard]] static Result<DemoStore> start(const DemoOptions &options = {});
    [[nodiscard]] RedisUrl url() const;

private:
    class Private;
    explicit DemoStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace arbscope
