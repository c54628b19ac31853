// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/exactsum.h"
#include "core/analysis/flatmap.h"
#include "core/analysis/localclock.h"
#include "core/analysis/rankedtrades.h"
#include "core/analysis/textids.h"

#include <limits>

namespace arbscope {

/// The columns of one table that figures come from, looked up once.
class StatisticsColumns
{
public:
    StatisticsColumns(const TradeTable &trades, TextIds &ids);

    ReadableRows readable;
    Outcomes outcomes;
    BoughtOn boughtOn;
    const FlagColumn &unitTest;
    const FlagColumn &oneLegged;
    const ChunkedArray<double> &clock;
    ColumnIds asset;
    ColumnIds quote;
    std::array<ColumnIds, 2> exchange;
    const NumberColumn &gross;
    const NumberColumn &fees;
    const NumberColumn &net;
    const NumberColumn &exposure;
    const NumberColumn &gathered;
    const NumberColumn &cleared;
    const NumberColumn &rounds;
    std::array<const ChunkedArray<double> *, 2> latency;
    const ChunkedArray<double> &expected;
    std::array<const ChunkedArray<double> *, 2> realised; ///< without and with fees
    std::array<SlippageColumns, 2> slippage;
    std::array<std::array<const NumberColumn *, 2>, 2> balance; ///< by exchange and asset

    /// The derived fields among them.
    [[nodiscard]] static const std::vector<FieldId> &derived();
};

/// The figures of one group of trades, as they are added up; texts are numbers of a TextIds.
class StatisticsGroup
{
public:
    void add(StatisticsColumns &columns, Row row, bool withUnitTests, LocalClock &zone);
    /// Has to come before the table goes, or changes.
    void keep(const TradeTable &table);
    [[nodiscard]] bool isKept() const { return m_isKept; }
    [[nodiscard]] Statistics result(const TextIds &ids);

private:
    struct Quote
    {
        ExactSum gross;
        ExactSum fees;
        ExactSum net;
        ExactSum feesOfNet; ///< where net is known
        ExactSum grossOfNet;
    };
    struct Asset
    {
        ExactSum gathered;
        ExactSum cleared;
        ExactSum exposure;
    };
    struct NewestBalance
    {
        Decimal amount;
        double clock = -std::numeric_limits<double>::infinity();
        std::string orderId;
        const NumberColumn *pending = nullptr; ///< where the amount still has to be read, in the row
        Row row = 0;
    };
    void addMoney(StatisticsColumns &columns, Row row, std::uint32_t asset, std::uint32_t quote);
    void addTimes(double clock, Outcome outcome, LocalClock &zone);
    void addRanked(StatisticsColumns &columns, Row row, const std::array<std::uint32_t, 2> &exchange);
    void addBalances(const StatisticsColumns &columns, Row row, const std::array<std::uint32_t, 2> &exchange,
                     const std::array<std::uint32_t, 2> &assets);

    bool m_isKept = true; ///< nothing is pending
    Statistics m_counts; ///< what is counted at once; the rest of it stays empty
    FlatMap<Quote> m_quotes;
    FlatMap<Asset> m_assets;
    FlatMap<std::int64_t> m_rounds; ///< by the number of rounds
    FlatMap<RankedFloats> m_latency; ///< by exchange and leg
    FlatMap<NewestBalance> m_balances; ///< by exchange and asset
    std::array<RankedGaps, 2> m_gaps; ///< without and with fees
    std::array<RankedSlippages, 2> m_slippage;
};

} // namespace arbscope
