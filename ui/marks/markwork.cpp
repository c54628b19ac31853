// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks/markwork.h"

#include "core/report/bytesview.h"
#include "core/store/tradeplaces.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace arbscope {

namespace {

constexpr qint64 PageSize = 500;

} // namespace

Result<std::optional<std::vector<QByteArray>>> readOrderIds(ReportStore &store, const RankRanges &ranks,
                                                            const std::stop_token &stop)
{
    std::vector<QByteArray> ids;
    for (const auto &[first, last] : ranks.ranges) {
        for (qint64 from = first; from <= last; from += PageSize) {
            const qint64 to = std::min(last, from + PageSize - 1);
            if (ranks.source.chosen) {
                for (qint64 rank = from; rank <= to; ++rank)
                    ids.push_back(ranks.source.chosen->orderId(rank));
                continue;
            }
            const auto page = readFeedPage(store, ranks.source, from, to, stop);
            if (!page)
                return std::unexpected(page.error());
            const auto newest = readFeedRank(store, ranks.source, ranks.newestId, stop);
            if (!newest)
                return std::unexpected(newest.error());
            if (*newest != ranks.total - 1 || qint64(page->trades.size()) != to - from + 1)
                return std::nullopt;
            for (const TradePtr &trade : page->trades)
                ids.push_back(trade->orderId);
        }
    }
    return ids;
}

Result<std::map<QByteArray, std::optional<qint64>>> readRanks(ReportStore &store, const FeedSource &source,
                                                              const std::vector<QByteArray> &orderIds,
                                                              const std::stop_token &stop)
{
    std::map<QByteArray, std::optional<qint64>> ranks;
    if (source.chosen) {
        std::unordered_map<std::string_view, std::optional<qint64> *> wanted; // of a million, none is copied
        for (const QByteArray &id : orderIds)
            wanted.emplace(viewOf(id), &ranks[id]);
        for (qint64 place = 0; place < source.chosen->size(); ++place) {
            if (const auto found = wanted.find(source.chosen->view(place)); found != wanted.end())
                *found->second = place;
        }
        return ranks;
    }
    const auto session = store.connection(stop);
    if (!session)
        return std::unexpected(session.error());
    const auto read = ranksOf(**session, source.server, orderIds, stop);
    if (!read)
        return std::unexpected(read.error());
    for (std::size_t i = 0; i < orderIds.size(); ++i)
        ranks[orderIds[i]] = (*read)[i];
    return ranks;
}

Result<ExportRequest> exportOf(ReportStore &store, const std::map<QByteArray, std::vector<QByteArray>> &trades,
                               const std::stop_token &stop)
{
    const auto session = store.connection(stop);
    if (!session)
        return std::unexpected(session.error());
    ExportRequest request;
    double since = std::numeric_limits<double>::infinity();
    double until = -std::numeric_limits<double>::infinity();
    bool allIndexed = true;
    std::vector<QSet<QByteArray>> wanted; // by the walk's servers, which ascend
    for (const auto &[server, ids] : trades) {
        request.servers.push_back(server);
        wanted.emplace_back(ids.begin(), ids.end());
        const auto scores = scoresOf(**session, server, ids, stop);
        if (!scores)
            return std::unexpected(scores.error());
        for (const std::optional<double> score : *scores) {
            allIndexed = allIndexed && score;
            since = std::min(since, score.value_or(since));
            until = std::max(until, score.value_or(until));
        }
    }
    if (allIndexed) {
        request.since = since;
        request.until = until;
    }
    request.select = [wanted](const WalkPage &page) {
        std::vector<bool> selected;
        selected.reserve(page.entries.size());
        for (const WalkPage::Entry &entry : page.entries)
            selected.push_back(wanted[std::size_t(entry.server)].contains(entry.orderId));
        return selected;
    };
    return request;
}

} // namespace arbscope
