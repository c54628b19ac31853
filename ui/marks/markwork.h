// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/tradeexport.h"
#include "ui/marks/mark.h"
#include "ui/models/feedwork.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

/// What marks ask a store for, on a worker: plain functions, no window.
namespace arbscope {

/// Trades of a list: ranks `first`…`last` of what they meant when the source had `total` trades and `newestId` was
/// the newest.
struct RankRanges
{
    FeedSource source;
    std::vector<std::pair<qint64, qint64>> ranges;
    qint64 total = 0;
    QByteArray newestId;
};

/// Their order ids; none when the ranks mean other trades by now.
[[nodiscard]] Result<std::optional<std::vector<QByteArray>>> readOrderIds(ReportStore &store, const RankRanges &ranks,
                                                                          const std::stop_token &stop);
/// The ranks of trades in a list, in no order; those that it does not have come as none.
[[nodiscard]] Result<std::map<QByteArray, std::optional<qint64>>> readRanks(ReportStore &store,
                                                                            const FeedSource &source,
                                                                            const std::vector<QByteArray> &orderIds,
                                                                            const std::stop_token &stop);
/// An export of these trades alone, by server; it reads no more of the indexes than between the first and the last.
[[nodiscard]] Result<ExportRequest> exportOf(ReportStore &store,
                                             const std::map<QByteArray, std::vector<QByteArray>> &trades,
                                             const std::stop_token &stop);

} // namespace arbscope
