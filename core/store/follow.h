// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"
#include "core/store/followindex.h"
#include "core/store/storedtrade.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace arbscope {

struct FollowOptions
{
    bool tracking = true; ///< let the server tell of changes where it does (CLIENT TRACKING)
    std::chrono::milliseconds pollInterval{500}; ///< otherwise, how often it is asked
    qsizetype maxKnown = 4'000'000; ///< trades remembered, some 15 bytes each: see FollowIndex
};

enum class FollowMode {
    Tracking, ///< the server tells: new trades are known at once
    Polling, ///< it does not, or this user may not use that
};

struct FollowBatch
{
    std::vector<StoredTrade> trades; ///< new ones, 200 at most; newest clocks last among those that came together
    std::optional<FollowGap> gap; ///< new ones that cannot be told
};

/// Tells each trade that comes into one server's index exactly once, in the order in which they came as far as that can
/// be seen, wherever their clocks put them. Synchronous, one thread. Memory is bounded whatever comes: what has not
/// been taken stays in the store.
class Follower
{
public:
    Follower(RedisUrl url, ConnectionOptions options, QByteArray server, const FollowOptions &follow = {});
    ~Follower();
    Follower(Follower &&) noexcept;
    Follower &operator=(Follower &&) noexcept;

    /// Connects and takes what is there for told: about a second for a million trades. What is stored after it has
    /// returned is told. `onProgress(done, total)`: trades.
    [[nodiscard]] Result<void> start(const std::function<void(qint64, qint64)> &onProgress = {},
                                     std::stop_token stop = {});
    /// Waits until there is something to tell. After an error call it again: it waits a little (0.1 s, then twice as
    /// long each time, 5 s at most), connects anew, and tells what has come meanwhile; which errors are worth that is
    /// the caller's to say. Ends within 50 ms of the stop token with Cancelled; nothing is lost by that.
    [[nodiscard]] Result<FollowBatch> next(std::stop_token stop = {});

    [[nodiscard]] FollowMode mode() const; ///< how it listens now

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace arbscope
