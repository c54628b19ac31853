// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/statistics.h"

#include <compare>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace arbscope {

enum class FigureKind {
    Trades,
    Succeeded, // outcomes, in their order
    Failed,
    Contradictory,
    Closed,
    Open,
    OneLegged,
    SuccessRate,
    UnitTests,
    Unreadable,
    First,
    Last,
    Gross, // money, by quote asset
    Fees,
    Net,
    FeesShare,
    Gap, // distributions
    NetGap,
    Slippage, // by leg
    Latency, // by exchange and leg
    FokRounds, // by number of rounds
    DustOutstanding, // by traded asset
    Exposure,
    FailuresByWeekday, // from 1, Monday
    FailuresByHour,
};

/// Which of the statistics' figures.
struct FigureKey
{
    FigureKind kind = FigureKind::Trades;
    std::string name{}; ///< asset or exchange, as stored
    std::int64_t number = 0; ///< leg, rounds, weekday or hour
    int quantile = -1; ///< index into Quantiles::Percents, of distributions
    auto operator<=>(const FigureKey &) const = default;
    [[nodiscard]] FigureKey at(int percentIndex) const { return {kind, name, number, percentIndex}; }
};

struct Figure
{
    std::variant<std::monostate, std::int64_t, Decimal, double> value; ///< nothing: not known
    std::int64_t n = -1; ///< of how many trades it is; -1: that means nothing here
    /// Exact; floats are taken for the decimal that they are written as. None: not known, or no number.
    [[nodiscard]] std::optional<Decimal> number() const;
};

[[nodiscard]] Figure figureOf(const Statistics &statistics, const FigureKey &key);
[[nodiscard]] bool isDistribution(FigureKind kind); ///< a figure for each of Quantiles::Percents

/// What trades name: each of them has figures of its own.
struct FigureNames
{
    std::set<std::string> quotes;
    std::set<std::string> assets;
    std::set<std::pair<std::string, int>> legs; ///< exchange and leg
    std::set<std::int64_t> rounds;
    std::set<std::int64_t> hours; ///< with failures
    void add(const Statistics &statistics);
    bool operator==(const FigureNames &) const = default;
};

/// Figures under one heading.
struct FigureSection
{
    enum Kind { Trades, Money, Gaps, Latencies, Rounds, LeftOver, Failures } kind;
    std::string name{}; ///< of Money: the quote asset
    std::vector<FigureKey> figures{}; ///< distributions without a quantile
    bool operator==(const FigureSection &) const = default;
};
[[nodiscard]] std::vector<FigureSection> figureSections(const FigureNames &names);
/// As columns of a table of groups, the most asked for first; a few quantiles of each distribution.
[[nodiscard]] std::vector<FigureKey> groupFigures(const FigureNames &names);

} // namespace arbscope
