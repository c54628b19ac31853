// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/feedwork.h"

#include "core/report/bytesview.h"
#include "ui/models/pagecache.h"

#include <algorithm>

namespace arbscope {

namespace {

constexpr std::size_t MostPieces = 20; ///< that a list can take one by one; more are a new list

Result<FeedPage> readChosenPage(ReportStore &store, const FeedSource &source, qint64 from, qint64 to,
                                std::stop_token stop)
{
    const qint64 total = source.chosen->size();
    from = std::max<qint64>(0, from < 0 ? from + total : from);
    to = std::min(total - 1, to < 0 ? to + total : to);
    std::vector<QByteArray> ids;
    for (qint64 rank = from; rank <= to; ++rank)
        ids.push_back(source.chosen->orderId(rank));
    FeedPage read{from, total, {}};
    if (ids.empty())
        return read;
    auto trades = store.trades(source.server, ids, std::move(stop));
    if (!trades)
        return std::unexpected(trades.error());
    for (StoredTrade &trade : *trades)
        read.trades.push_back(std::make_shared<const StoredTrade>(std::move(trade)));
    return read;
}

} // namespace

Result<FeedPage> readFeedPage(ReportStore &store, const FeedSource &source, qint64 from, qint64 to,
                              std::stop_token stop)
{
    if (source.chosen)
        return readChosenPage(store, source, from, to, std::move(stop));
    Result<TradePage> page = store.pageByRank(source.server, from, to, TradeOrder::OldestFirst, std::move(stop));
    if (!page)
        return std::unexpected(page.error());
    FeedPage read{page->firstRank, page->total, {}};
    read.trades.reserve(page->trades.size());
    for (StoredTrade &trade : page->trades)
        read.trades.push_back(std::make_shared<const StoredTrade>(std::move(trade)));
    return read;
}

Result<std::optional<qint64>> readFeedRank(ReportStore &store, const FeedSource &source, const QByteArray &orderId,
                                           std::stop_token stop)
{
    if (!source.chosen)
        return store.rank(source.server, orderId, TradeOrder::OldestFirst, std::move(stop));
    return source.chosen->find(viewOf(orderId));
}

Result<FeedStart> readFeedStart(ReportStore &store, const FeedSource &source,
                                const std::shared_ptr<const OrderIdList> &shown, TradeOrder firstSeen,
                                const QByteArray &anchor, std::stop_token stop)
{
    const bool newest = firstSeen == TradeOrder::NewestFirst && !source.isSorted();
    Result<FeedPage> first = newest ? readFeedPage(store, source, -PageCache::PageSize, -1, stop)
                                    : readFeedPage(store, source, 0, PageCache::PageSize - 1, stop);
    if (!first)
        return std::unexpected(first.error());
    FeedStart start{first->total, {}, {}, {}, {}};
    if (shown && source.chosen && shown != source.chosen)
        start.grown = source.chosen->newSince(*shown, MostPieces);
    if (newest && !first->trades.empty()) {
        start.newestId = first->trades.back()->orderId;
    } else if (start.total > 0) {
        const auto last = readFeedPage(store, source, start.total - 1, start.total - 1, stop);
        if (!last)
            return std::unexpected(last.error());
        if (!last->trades.empty())
            start.newestId = last->trades.back()->orderId;
    }
    start.pages.push_back(std::move(*first));
    if (!anchor.isEmpty()) {
        const auto rank = readFeedRank(store, source, anchor, stop);
        if (!rank)
            return std::unexpected(rank.error());
        start.anchorRank = *rank;
        if (*rank) {
            const qint64 from = PageCache::pageOf(**rank) * PageCache::PageSize;
            auto page = readFeedPage(store, source, from, from + PageCache::PageSize - 1, stop);
            if (!page)
                return std::unexpected(page.error());
            start.pages.push_back(std::move(*page));
        }
    }
    return start;
}

Result<FeedNews> readFeedNews(ReportStore &store, const QByteArray &server, qint64 knownTotal,
                              const QByteArray &knownNewest, const QByteArray &anchor, std::stop_token stop)
{
    const auto total = store.count(server, stop);
    if (!total)
        return std::unexpected(total.error());
    FeedNews news{*total, knownNewest, true, {}, {}, {}};
    if (*total == knownTotal)
        return news;
    if (knownTotal > 0) {
        const auto rank = store.rank(server, knownNewest, TradeOrder::OldestFirst, stop);
        if (!rank)
            return std::unexpected(rank.error());
        news.appended = *total > knownTotal && *rank == knownTotal - 1;
    }
    if (!news.appended && !anchor.isEmpty()) {
        const auto rank = store.rank(server, anchor, TradeOrder::OldestFirst, stop);
        if (!rank)
            return std::unexpected(rank.error());
        news.anchorRank = *rank;
    }
    const qint64 from = std::max(news.appended ? knownTotal : 0, *total - PageCache::PageSize);
    if (*total > 0) {
        // Up to the total seen first: what is stored meanwhile comes with the next look.
        auto fresh = readFeedPage(store, {server}, from, *total - 1, stop);
        if (!fresh)
            return std::unexpected(fresh.error());
        if (!fresh->trades.empty())
            news.newestId = fresh->trades.back()->orderId;
        news.fresh = std::move(*fresh);
    }
    if (news.anchorRank) {
        const qint64 first = std::max<qint64>(0, *news.anchorRank - PageCache::PageSize / 2);
        auto around = readFeedPage(store, {server}, first, std::min(first + PageCache::PageSize, *total) - 1, stop);
        if (!around)
            return std::unexpected(around.error());
        news.around = std::move(*around);
    }
    return news;
}

} // namespace arbscope
