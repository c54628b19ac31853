// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "core/analysis/statisticsrun.h"
#include "core/store/walk.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <stop_token>

namespace arbscope {

/// Adds up the trades of whole servers, those that a filter is true of, as they are fetched. Keeps none of them: memory
/// is bounded but for the values that the run takes percentiles of.
class ServerStatistics
{
public:
    struct Choice
    {
        FilterPart filter{}; ///< null: all
        std::optional<double> since{}; ///< epoch seconds, inclusive; what only the hash has is judged by its clock
        std::optional<double> until{};
        bool hashAlone = false; ///< see WalkOptions
    };
    explicit ServerStatistics(Choice choice);

    /// Walks a server on the calling thread. After an error, or when stopped (Cancelled), the run is of no use.
    [[nodiscard]] Result<WalkResult> add(StatisticsRun &run, RedisSession &session, const QByteArray &server,
                                         const std::function<void(qint64 done, qint64 total)> &onProgress,
                                         const std::stop_token &stop);

private:
    void takePage(const WalkPage &page, TradeTable &table) const;
    [[nodiscard]] std::vector<Row> rowsOf(const TradeTable &table) const;

    Choice m_choice;
    std::function<std::vector<bool>(const WalkPage &)> m_select; ///< none: all
};

} // namespace arbscope
