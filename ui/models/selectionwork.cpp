// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/selectionwork.h"

#include "core/store/tradeplaces.h"

#include <QSet>

#include <algorithm>
#include <iterator>

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

Result<void> readIds(SelectionMove &move, ReportStore &store, const std::stop_token &stop)
{
    const std::vector<RankRange> piece = nextPiece(move);
    if (move.from.chosen) {
        for (const auto &[first, last] : piece) {
            for (qint64 rank = first; rank <= last; ++rank)
                move.ids.push_back(move.from.chosen->orderId(rank));
        }
        return {};
    }
    const auto connection = store.connection(stop);
    if (!connection)
        return std::unexpected(connection.error());
    const auto newest = ranksOf(**connection, move.from.server, std::span(&move.newestId, 1), stop);
    if (!newest)
        return std::unexpected(newest.error());
    if (newest->front() != move.total - 1) { // these ranks mean others now: rather nothing is selected
        move.ids.clear();
        move.range = move.ranks.size();
        return {};
    }
    auto ids = orderIdsAt(**connection, move.from.server, piece, stop);
    if (!ids)
        return std::unexpected(std::move(ids.error()));
    std::ranges::move(*ids, std::back_inserter(move.ids));
    return {};
}

void findInChosen(SelectionMove &move)
{
    const QSet<QByteArray> wanted(move.ids.begin(), move.ids.end());
    for (qint64 place = 0; place < move.to.chosen->size(); ++place) {
        if (wanted.contains(move.to.chosen->orderId(place)))
            move.found.push_back(place);
    }
    move.asked = move.ids.size();
}

} // namespace

Result<void> moveOn(SelectionMove &move, ReportStore &store, const std::stop_token &stop)
{
    if (move.range < move.ranks.size())
        return readIds(move, store, stop);
    if (move.to.chosen) {
        findInChosen(move);
        return {};
    }
    const auto connection = store.connection(stop);
    if (!connection)
        return std::unexpected(connection.error());
    const auto piece = std::span(move.ids)
                           .subspan(move.asked)
                           .first(std::min(std::size_t(SelectionMove::AtOnce), move.ids.size() - move.asked));
    const auto ranks = ranksOf(**connection, move.to.server, piece, stop);
    if (!ranks)
        return std::unexpected(ranks.error());
    for (const std::optional<qint64> &rank : *ranks) {
        if (rank)
            move.found.push_back(*rank);
    }
    move.asked += piece.size();
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
