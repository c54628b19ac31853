// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/rankedtrades.h"

#include <string>

namespace arbscope {

namespace {

const Decimal &basisPoints()
{
    static const Decimal factor(10000);
    return factor;
}

std::string named(std::string_view before, int leg, std::string_view after)
{
    return std::string(before).append(std::to_string(leg)).append(after);
}

} // namespace

Quantiles RankedFloats::result()
{
    return m_values.quantiles([](const Value &value) -> MemberValue { return value.value; });
}

Quantiles RankedGaps::result()
{
    return m_values.quantiles([](const Value &value) -> MemberValue {
        return basisPoints() * (Decimal::fromDouble(value.realised) - Decimal::fromDouble(value.expected));
    });
}

SlippageColumns::SlippageColumns(const TradeTable &trades, int leg)
    : table(trades)
    , field(fieldId(named("slippage_", leg, "_bps")))
    , market{&columnOf<NumberColumn>(trades, named("market_", leg, "_bid_price")),
             &columnOf<NumberColumn>(trades, named("market_", leg, "_ask_price"))}
    , price(columnOf<NumberColumn>(trades, named("executed_price_", leg, "")))
    , nearest(std::get<FloatColumn>(trades.column(field)))
{ }

void RankedSlippages::add(const SlippageColumns &columns, Row row, bool isSale)
{
    const double nearest = columns.nearest.values()[row];
    if (std::isnan(nearest)) // unknown is one, too
        return;
    const NumberColumn &market = *columns.market[isSale ? 0 : 1];
    Value value{.nearest = nearest,
                .price = columns.price.coefficients()[row],
                .market = market.coefficients()[row],
                .priceExponent = columns.price.exponents()[row],
                .marketExponent = market.exponents()[row],
                .isSale = isSale};
    if (value.priceExponent == NumberColumn::Aside || value.marketExponent == NumberColumn::Aside) {
        value.price = std::int64_t(m_aside.size());
        value.priceExponent = NumberColumn::Aside;
        m_aside.push_back(std::get<Decimal>(columns.table.value(columns.field, row)));
    }
    m_values.add(value);
}

Decimal RankedSlippages::exactly(const Value &value) const
{
    if (value.priceExponent == NumberColumn::Aside)
        return m_aside[std::size_t(value.price)];
    const Decimal price = Decimal::fromParts({.coefficient = value.price, .exponent = value.priceExponent});
    const Decimal market = Decimal::fromParts({.coefficient = value.market, .exponent = value.marketExponent});
    const Decimal ratio = price.dividedBy(market);
    return basisPoints() * (value.isSale ? Decimal(1) - ratio : ratio - Decimal(1));
}

Quantiles RankedSlippages::result()
{
    return m_values.quantiles([this](const Value &value) -> MemberValue { return exactly(value); });
}

} // namespace arbscope
