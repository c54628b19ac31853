// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/privateserver.h"

#include <chrono>
#include <memory>

namespace arbscope {

struct DemoOptions
{
    quint64 seed = 1;
    int servers = 3;
    int tradesPerServer = 5000;
    double lastClock = 0; ///< epoch seconds of the newest trade; 0: now
    bool live = true; ///< new trades keep coming in, each in one of the servers, at the present time
    std::chrono::milliseconds liveInterval{2000}; ///< mean time between them
};

/// A private server filled with sample trades; ended with this object. Each trading server has tradesPerServer entries
/// in its index and as many in its hash, the same for the same seed and lastClock. As in real stores, a few of the
/// texts are coerced or invalid (demooddities.h), and one entry of each has no counterpart in the other.
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
