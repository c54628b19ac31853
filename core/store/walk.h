// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"

#include <QByteArray>

#include <functional>
#include <limits>
#include <stop_token>
#include <vector>

namespace arbscope {

/// One page of a walk: consecutive trades of the index, oldest first, undecoded.
struct WalkPage
{
    struct Entry
    {
        QByteArray orderId;
        QByteArray raw;
        bool present = false; ///< false: the index names it, the hash does not have it
    };
    std::vector<Entry> entries;
    bool orphans = false; ///< these stand in the hash only; they come last, in no order
};

struct WalkOptions
{
    int pageSize = 200;
    int pagesInFlight = 4;
    double since = -std::numeric_limits<double>::infinity(); ///< by the index's score, epoch seconds, inclusive
    double until = std::numeric_limits<double>::infinity();
};

struct WalkResult
{
    qint64 trades = 0;  ///< bodies handed on
    qint64 missing = 0; ///< index entries without a body
    qint64 orphans = 0; ///< of `trades`: found in the hash only
};

/// Every trade of a server once, in the index's ascending order (design.md §4, Walk): trades stored meanwhile are
/// neither missed nor doubled. `onPage(page, doneSoFar, total)` runs on the calling thread; false ends the walk (Cancelled).
using WalkSink = std::function<bool(WalkPage &&page, qint64 done, qint64 total)>;
[[nodiscard]] Result<WalkResult> walkTrades(RedisConnection &connection, const QByteArray &server,
                                            const WalkOptions &options, const WalkSink &onPage,
                                            std::stop_token stop = {});

} // namespace arbscope
