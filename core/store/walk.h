// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"

#include <QByteArray>

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace arbscope {

/// One page of a walk: consecutive trades, undecoded. Their texts live as long as the page, wherever it is moved.
struct WalkPage
{
    struct Entry
    {
        QByteArray orderId;
        std::string_view raw; ///< stored text, in `texts`
        int server = 0; ///< index into the walk's servers
        bool present = false; ///< false: the index names it, the hash does not have it
        double score = std::numeric_limits<double>::quiet_NaN(); ///< the index's; NaN when not asked for, or none
    };
    std::vector<Entry> entries;
    std::unique_ptr<BulkBlock> texts;
    bool orphans = false; ///< these stand in the hash only; they come last, in no order, whatever the period
};

struct WalkOptions
{
    int pageSize = 200; ///< trades in a page; less when they are large, so that a page takes some MB at most
    int pagesInFlight = 4;
    double since = -std::numeric_limits<double>::infinity(); ///< by the index's score, epoch seconds, inclusive
    double until = std::numeric_limits<double>::infinity();
    bool hashAlone = false; ///< go on with a server whose index key is of another type; otherwise that is an error
    bool scores = false; ///< hand on the entries' scores; costs the server about as much as the order ids themselves
};

struct WalkResult
{
    qint64 trades = 0; ///< bodies handed on
    qint64 missing = 0; ///< index entries without a body
    qint64 orphans = 0; ///< of `trades`: found in the hash only
    std::vector<int> unindexed; ///< with `hashAlone`: servers without an index, all whose reports come as orphans
};

/// Every trade of one or several servers once, ascending by score, then server (as the bytes compare), then order id:
/// trades stored meanwhile make it neither miss nor double one that stood at the start (design.md §4, Walk). Memory is
/// bounded whatever the stores' sizes: bodies are fetched in merged order, and each server has a part of the index read
/// ahead. After the index come the reports that only the hash has; with a period, only when hash and index differ in
/// size. The connection is the walk's alone until it has ended or is destroyed; a walk given up in the middle closes
/// it.
class TradeWalk
{
public:
    TradeWalk(RedisSession &connection, std::vector<QByteArray> servers, const WalkOptions &options = {});
    ~TradeWalk();
    TradeWalk(TradeWalk &&) noexcept;
    TradeWalk &operator=(TradeWalk &&) noexcept;

    /// The next page, never an empty one; none at the end. After an error the walk is over.
    [[nodiscard]] Result<std::optional<WalkPage>> next(std::stop_token stop = {});
    /// The memory of a page that is done with, for a later page.
    void recycle(std::unique_ptr<BulkBlock> texts);
    [[nodiscard]] const std::vector<QByteArray> &servers() const;
    [[nodiscard]] qint64 total() const; ///< index entries of the period when the walk began; 0 before the first page
    [[nodiscard]] const WalkResult &result() const; ///< of the pages so far

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// A whole walk of one server. `onPage(page, doneSoFar, total)` runs on the calling thread; false ends it (Cancelled).
using WalkSink = std::function<bool(WalkPage &&page, qint64 done, qint64 total)>;
[[nodiscard]] Result<WalkResult> walkTrades(RedisSession &connection, const QByteArray &server,
                                            const WalkOptions &options, const WalkSink &onPage,
                                            std::stop_token stop = {});

} // namespace arbscope
