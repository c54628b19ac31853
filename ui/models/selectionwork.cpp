// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/selectionwork.h"

#include "core/report/bytesview.h"
#include "core/store/tradeplaces.h"

#include <algorithm>
#include <span>

namespace arbscope {

namespace {

/// The next ranks, cut where a piece is full.
std::vector<RankRange> nextPiece(SelectionMove &move)
{
    std::vector<RankRange> piece;
    for (qint64 left = SelectionMove::AtOnce; left > 0 && move.range < move.ranks.size();) {
        const auto &[first, last] = move.ranks[move.range];
        const qint64 from = first + move.within;
        const qint64 to = std::min(last, from + left - 1);
        piece.emplace_back(from, to);
        left -= to - from + 1;
        move.within = to == last ? 0 : to - first + 1;
        move.range += to == last ? 1 : 0;
    }
    return piece;
}

/// Nothing: these ranks mean others now.
Result<std::optional<std::vector<QByteArray>>> readIds(const SelectionMove &move, RedisSession &connection,
                                                       const std::vector<RankRange> &piece, const std::stop_token &stop)
{
    if (move.from.chosen) {
        std::vector<QByteArray> ids;
        for (const auto &[first, last] : piece) {
            for (qint64 rank = first; rank <= last; ++rank)
                ids.push_back(move.from.chosen->orderId(rank));
        }
        return ids;
    }
    const auto newest = ranksOf(connection, move.from.server, std::span(&move.newestId, 1), stop);
    if (!newest)
        return std::unexpected(newest.error());
    if (newest->front() != move.total - 1)
        return std::nullopt;
    return orderIdsAt(connection, move.from.server, piece, stop);
}

Result<void> findInIndex(SelectionMove &move, RedisSession &connection, const std::vector<QByteArray> &ids,
                         const std::stop_token &stop)
{
    const auto ranks = ranksOf(connection, move.to.server, ids, stop);
    if (!ranks)
        return std::unexpected(ranks.error());
    for (const std::optional<qint64> &rank : *ranks) {
        if (rank)
            move.found.push_back(*rank);
    }
    return {};
}

/// Where both lists are chosen trades, no order id is copied.
void wantChosen(SelectionMove &move, const std::vector<RankRange> &piece)
{
    for (const auto &[first, last] : piece) {
        for (qint64 rank = first; rank <= last; ++rank)
            move.wanted.insert(move.from.chosen->view(rank));
    }
}

void want(SelectionMove &move, std::vector<QByteArray> &&ids)
{
    for (QByteArray &id : ids) {
        move.ids.push_back(std::move(id)); // its bytes stay where they are
        move.wanted.insert(viewOf(move.ids.back()));
    }
}

void lookInChosen(SelectionMove &move)
{
    const OrderIdList &list = *move.to.chosen;
    const qint64 end = std::min<qint64>(list.size(), move.looked + SelectionMove::AtOnce);
    for (; move.looked < end; ++move.looked) {
        if (move.wanted.contains(list.view(move.looked)))
            move.found.push_back(move.looked);
    }
}

} // namespace

bool SelectionMove::isDone() const
{
    return range == ranks.size() && (!to.chosen || looked == to.chosen->size() || found.size() == wanted.size());
}

Result<void> moveOn(SelectionMove &move, ReportStore &store, const std::stop_token &stop)
{
    if (move.isDone())
        return {};
    if (move.range == move.ranks.size()) {
        lookInChosen(move);
        return {};
    }
    const std::vector<RankRange> piece = nextPiece(move);
    if (move.from.chosen && move.to.chosen) {
        wantChosen(move, piece);
        return {};
    }
    const auto connection = store.connection(stop);
    if (!connection)
        return std::unexpected(connection.error());
    auto ids = readIds(move, **connection, piece, stop);
    if (!ids)
        return std::unexpected(std::move(ids.error()));
    if (!*ids) { // rather nothing is selected
        move.range = move.ranks.size();
        move.wanted.clear();
        move.found.clear();
        return {};
    }
    if (!move.to.chosen)
        return findInIndex(move, **connection, **ids, stop);
    want(move, std::move(**ids));
    return {};
}

std::vector<RankRange> foundRanges(SelectionMove &move)
{
    std::ranges::sort(move.found);
    std::vector<RankRange> ranges;
    for (const qint64 rank : move.found) {
        if (!ranges.empty() && ranges.back().second + 1 == rank)
            ++ranges.back().second;
        else
            ranges.emplace_back(rank, rank);
    }
    return ranges;
}

} // namespace arbscope
