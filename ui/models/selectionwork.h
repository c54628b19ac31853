// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/feedwork.h"

#include <QByteArray>

#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace arbscope {

using RankRange = std::pair<qint64, qint64>; ///< first and last

/// Trades that were selected, on their way into another list: piece by piece, so that pages are read in between.
struct SelectionMove
{
    static constexpr qint64 AtOnce = 20'000; ///< trades in a piece

    FeedSource from; ///< what `ranks` count
    qint64 total = 0; ///< trades there
    QByteArray newestId; ///< at rank total - 1: else ranks have moved meanwhile
    std::vector<RankRange> ranks; ///< ascending, apart

    std::size_t range = 0; ///< the next ones to be taken
    qint64 within = 0;

    FeedSource to;
    std::vector<QByteArray> ids; ///< of the index, that `wanted` views
    std::unordered_set<std::string_view> wanted; ///< order ids taken so far, where trades are chosen there
    qint64 looked = 0; ///< at so many of these
    std::vector<qint64> found; ///< ranks there

    [[nodiscard]] bool isDone() const;
};

/// Does the next piece.
[[nodiscard]] Result<void> moveOn(SelectionMove &move, ReportStore &store, const std::stop_token &stop);
/// `found`, as few ranges, ascending.
[[nodiscard]] std::vector<RankRange> foundRanges(SelectionMove &move);

} // namespace arbscope
