// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/orderidlist.h"
#include "core/store/reportstore.h"
#include "ui/models/tradeptr.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

/// What a TradeFeed has done on the worker: plain functions of a store, no window.
namespace arbscope {

/// What ranks count: the trades of a server's index, oldest first, or some that were chosen of it.
struct FeedSource
{
    QByteArray server;
    std::shared_ptr<const OrderIdList> chosen{}; ///< null: the index
    [[nodiscard]] bool isSorted() const { return chosen && chosen->isSorted(); } ///< by something else than time
};

/// Consecutive trades, oldest first.
struct FeedPage
{
    qint64 firstRank = 0;
    qint64 total = 0; ///< of the index, seen at the same time
    std::vector<TradePtr> trades;
};

/// The first look at a server.
struct FeedStart
{
    qint64 total = 0;
    QByteArray newestId; ///< empty when there are no trades
    std::vector<FeedPage> pages; ///< the end that is seen first, and the page of the anchor
    std::optional<qint64> anchorRank; ///< where the anchor stands now
    std::optional<std::vector<NewPlaces>> grown; ///< what came in between those shown, where nothing else changed
};

/// What is new since the last look.
struct FeedNews
{
    qint64 total = 0;
    QByteArray newestId;
    bool appended = true; ///< false: trades came in between, or went; ranks have changed
    std::optional<qint64> anchorRank; ///< when not appended
    std::optional<FeedPage> fresh; ///< the newest trades
    std::optional<FeedPage> around; ///< the anchor, when not appended: what is in sight need not be read again then
};

[[nodiscard]] Result<FeedPage> readFeedPage(ReportStore &store, const FeedSource &source, qint64 from, qint64 to,
                                            std::stop_token stop);
[[nodiscard]] Result<std::optional<qint64>> readFeedRank(ReportStore &store, const FeedSource &source,
                                                         const QByteArray &orderId, std::stop_token stop);
/// `anchor`: an order id to find again, may be empty. `shown`: what ranks counted before; null: the index, or nothing.
[[nodiscard]] Result<FeedStart> readFeedStart(ReportStore &store, const FeedSource &source,
                                              const std::shared_ptr<const OrderIdList> &shown, TradeOrder firstSeen,
                                              const QByteArray &anchor, std::stop_token stop);
/// Of an index; what is chosen changes by being chosen anew.
[[nodiscard]] Result<FeedNews> readFeedNews(ReportStore &store, const QByteArray &server, qint64 knownTotal,
                                            const QByteArray &knownNewest, const QByteArray &anchor,
                                            std::stop_token stop);

} // namespace arbscope
