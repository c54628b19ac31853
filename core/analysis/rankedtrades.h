// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/columnfacts.h"
#include "core/analysis/rankedvalues.h"

#include <array>

namespace arbscope {

/// Latencies: floats, which are what they are.
class RankedFloats
{
public:
    void add(double value)
    {
        if (!std::isnan(value)) // unknown is one, too
            m_values.add({.value = value});
    }
    [[nodiscard]] Quantiles result();

private:
    struct Value
    {
        double value;
        [[nodiscard]] double key() const { return value; }
        [[nodiscard]] static bool isExact() { return true; }
        bool operator==(const Value &) const = default;
    };
    RankedValues<Value> m_values;
};

/// gap_bps, net_gap_bps: kept as the two profitabilities, whose difference as a double orders like that of decimals.
class RankedGaps
{
public:
    void add(double realised, double expected)
    {
        if (std::isfinite(realised) && std::isfinite(expected))
            m_values.add({.realised = realised, .expected = expected});
    }
    [[nodiscard]] Quantiles result();

private:
    struct Value
    {
        double realised;
        double expected;
        [[nodiscard]] double key() const { return realised - expected; }
        [[nodiscard]] bool isExact() const { return key() == 0; }
        bool operator==(const Value &) const = default;
    };
    RankedValues<Value> m_values;
};

/// The columns of a table that a leg's slippage comes from, the derived one among them.
struct SlippageColumns
{
    SlippageColumns(const TradeTable &trades, int leg);

    const TradeTable &table;
    FieldId field;
    std::array<const NumberColumn *, 2> market; ///< bid, ask
    const NumberColumn &price;
    const FloatColumn &nearest;
};

/// slippage_1_bps, slippage_2_bps: kept as price and market, from which the exact value is computed where it is asked
/// for.
class RankedSlippages
{
public:
    void add(const SlippageColumns &columns, Row row, bool isSale);
    [[nodiscard]] Quantiles result();

private:
    struct Value
    {
        double nearest;
        std::int64_t price; ///< an index into m_aside where an exponent is NumberColumn::Aside
        std::int64_t market;
        std::int8_t priceExponent;
        std::int8_t marketExponent;
        bool isSale;
        [[nodiscard]] double key() const { return nearest; }
        [[nodiscard]] bool isExact() const { return nearest == 0; }
        bool operator==(const Value &) const = default;
    };
    [[nodiscard]] Decimal exactly(const Value &value) const;

    RankedValues<Value> m_values;
    std::vector<Decimal> m_aside; ///< exact ones, of prices that are no coefficient
};

} // namespace arbscope
