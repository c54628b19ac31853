// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/statistics.h"
#include "core/analysis/tradetable.h"

#include <QTimeZone>

#include <memory>
#include <span>
#include <stop_token>

namespace arbscope {

enum class GroupBy { Nothing, Server, Pair, Version, Session, Kind, Day };

struct StatisticsOptions
{
    GroupBy groupBy = GroupBy::Nothing;
    bool unitTests = false; ///< count them, too
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of days and hours
};

/// Adds up trades of one or several tables in one pass; more may be added after a result was taken. The tables must
/// keep all members but the raw answers; they need not live on.
class StatisticsRun
{
public:
    explicit StatisticsRun(StatisticsOptions options);
    ~StatisticsRun();
    StatisticsRun(StatisticsRun &&) noexcept;
    StatisticsRun &operator=(StatisticsRun &&) noexcept;

    /// `server` is the group of GroupBy::Server. False when stopped: this run is of no use then.
    [[nodiscard]] bool add(TradeTable &table, std::string_view server, std::span<const Row> rows,
                           const std::stop_token &stop = {});
    /// By group, ascending; with GroupBy::Nothing one of the name "". Trades without a report are in the group "".
    [[nodiscard]] std::map<std::string, Statistics> result() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace arbscope
