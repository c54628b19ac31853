// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/decimal.h"
#include "core/report/schema.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace arbscope {

/// An exact sum and of how many known values it is.
struct Total
{
    std::int64_t n = 0;
    Decimal sum;
};

/// Values at ranks: the p-th percentile of n values is the one at rank ceil(p / 100 · n), counted from 1 (nearest
/// rank), so that each is a value that occurred, exactly. NaN and unknown values are not counted.
struct Quantiles
{
    static constexpr std::array Percents{0, 10, 50, 90, 95, 99, 100}; ///< 0 is the least, as is rank 1
    std::int64_t n = 0;
    std::array<MemberValue, Percents.size()> values{}; ///< by Percents; none where n is 0
};

/// Money of the trades in one quote asset; never added up over several.
struct QuoteTotals
{
    Total gross;
    Total fees;
    Total net;
    /// Fees paid per gross earned, of the trades whose net is known; unknown where they earned 0.
    std::optional<Decimal> feesShare;
};

/// What is left over in one traded asset.
struct AssetTotals
{
    Total dustGathered;
    Total dustCleared;
    Total exposure; ///< of one-legged trades: above 0 bought, below 0 sold
    [[nodiscard]] Decimal dustOutstanding() const { return dustGathered.sum - dustCleared.sum; }
};

struct Balance
{
    Decimal amount;
    double clock = 0; ///< of the newest trade that knows it, epoch seconds
    std::string orderId{}; ///< of that trade
};

/// Figures of some trades (inspection.md §4); each is of what is known, with its n.
struct Statistics
{
    std::int64_t trades = 0; ///< readable ones, without `unitTests`
    std::int64_t unitTests = 0; ///< left out of everything else, unless asked for
    std::int64_t unreadable = 0; ///< invalid or missing
    std::array<std::int64_t, 5> outcomes{}; ///< by Outcome
    std::int64_t oneLegged = 0;
    std::optional<double> firstClock; ///< epoch seconds
    std::optional<double> lastClock;
    std::map<std::string, QuoteTotals> quotes; ///< by asset_2
    std::map<std::string, AssetTotals> assets; ///< by asset_1
    Quantiles gap; ///< basis points
    Quantiles netGap;
    std::array<Quantiles, 2> slippage; ///< by leg, basis points
    std::map<std::pair<std::string, int>, Quantiles> latency; ///< by exchange and leg (1, 2), seconds
    std::map<std::int64_t, std::int64_t> fokRounds; ///< trades by exchange_2_fok_attempts
    std::array<std::int64_t, 24> failuresByHour{}; ///< of the clock in the zone asked for
    std::array<std::int64_t, 7> failuresByWeekday{}; ///< Monday first
    std::map<std::pair<std::string, std::string>, Balance> balances; ///< newest, by exchange and asset

    /// Succeeded ones of those that are not open; unknown where there is none.
    [[nodiscard]] std::optional<Decimal> successRate() const;
};

} // namespace arbscope
