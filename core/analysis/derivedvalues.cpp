// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/derivedvalues.h"

#include "core/analysis/tradefacts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>
#include <vector>

namespace arbscope {

namespace {

using Amount = std::optional<Decimal>;

constexpr int QuotientDigits = 28;

Amount known(const Amount &value)
{
    return value && value->isFinite() ? value : std::nullopt;
}

Amount known(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? Amount(Decimal::fromDouble(*value)) : std::nullopt;
}

Amount sum(const Amount &a, const Amount &b)
{
    return a && b ? Amount(*a + *b) : std::nullopt;
}

Amount difference(const Amount &a, const Amount &b)
{
    return a && b ? Amount(*a - *b) : std::nullopt;
}

Amount product(const Amount &a, const Amount &b)
{
    return a && b ? Amount(*a * *b) : std::nullopt;
}

Amount quotient(const Amount &dividend, const Amount &divisor)
{
    if (!dividend || !divisor || divisor->isZero())
        return std::nullopt;
    return dividend->dividedBy(*divisor, QuotientDigits);
}

Amount inBasisPoints(const Amount &ratio)
{
    return product(ratio, Decimal(10000));
}

MemberValue value(const Amount &amount)
{
    return amount ? MemberValue(*amount) : MemberValue();
}

Amount grossOf(const Report &report)
{
    const auto sides = direction(report);
    if (!sides)
        return std::nullopt;
    const auto bought = known(sides->buy.quantity);
    const auto sold = known(sides->sell.quantity);
    if (!bought || !sold)
        return std::nullopt;
    return product(std::min(*bought, *sold), difference(known(sides->sell.price), known(sides->buy.price)));
}

Amount feesOf(const Report &report)
{
    return sum(known(report.exchange1FeesPaid), known(report.exchange2FeesPaid));
}

Amount exposureOf(const Report &report)
{
    const auto sides = direction(report);
    if (!sides || !isOneLegged(report))
        return std::nullopt;
    return known(sides->buy.quantity.value_or(Decimal()) - sides->sell.quantity.value_or(Decimal()));
}

Amount exposureWorthOf(const Report &report)
{
    const auto exposure = exposureOf(report);
    if (!exposure)
        return std::nullopt;
    const auto sides = direction(report);
    return product(exposure, known(*exposure > Decimal() ? sides->buy.price : sides->sell.price));
}

template <int Number> Amount slippageOf(const Report &report)
{
    const auto sides = direction(report);
    if (!sides)
        return std::nullopt;
    const Amount one = Decimal(1);
    if (sides->buy.number == Number)
        return inBasisPoints(difference(quotient(known(sides->buy.price), known(sides->buy.ask)), one));
    return inBasisPoints(difference(one, quotient(known(sides->sell.price), known(sides->sell.bid))));
}

template <Leg Direction::*Side> MemberValue exchange(const Report &report)
{
    const auto sides = direction(report);
    return sides ? MemberValue(((*sides).*Side).exchange) : MemberValue();
}

template <int Number> MemberValue fillRatio(const Report &report)
{
    return value(quotient(known(leg(report, Number).quantity), known(report.quantity1)));
}

MemberValue slippageOverAccepted(const Report &report)
{
    const auto slippage = slippageOf<2>(report);
    if (!slippage || !report.exchange2AcceptedSlippage)
        return {};
    return *slippage > Decimal(*report.exchange2AcceptedSlippage);
}

MemberValue wrongDirection(const Report &report)
{
    const auto sides = direction(report);
    const double buy1 = report.profitabilityBuy1Sell2;
    const double buy2 = report.profitabilityBuy2Sell1;
    if (!sides || std::isnan(buy1) || std::isnan(buy2))
        return {};
    return sides->buy.number == 1 ? buy2 > buy1 : buy1 > buy2;
}

Amount gapOf(const Report &report, const std::optional<double> &realised)
{
    return inBasisPoints(difference(known(realised), known(report.expectedProfitability)));
}

using enum MemberType;
using Unit = MemberUnit;

constexpr auto Values = std::to_array<DerivedValue>({
    {"outcome", Text, Unit::None, "Outcome", "How the trade ended, by which of its times are known.",
     "succeeded (succeed_at), failed (failed_at), contradictory (both), closed (closed_at only), open (none)",
     "closed_at succeed_at failed_at", [](const Report &r) -> MemberValue { return outcomeName(outcome(r)); }},
    {"pair", Text, Unit::None, "Pair", "The traded asset and the asset that it is priced in.", "asset_1/asset_2",
     "asset_1 asset_2", [](const Report &r) -> MemberValue { return QString(r.asset1 + QLatin1Char('/') + r.asset2); }},
    {"buy_exchange", Text, Unit::None, "Buy", "The exchange that was bought on.", "by kind",
     "exchange_1 exchange_2 kind", &exchange<&Direction::buy>},
    {"sell_exchange", Text, Unit::None, "Sell", "The exchange that was sold on.", "by kind",
     "exchange_1 exchange_2 kind", &exchange<&Direction::sell>},
    {"fill_ratio_1", Decimal, Unit::Ratio, "Fill 1", "How much of the target quantity exchange 1 filled.",
     "executed_quantity_1 / quantity_1", "quantity_1 executed_quantity_1", &fillRatio<1>},
    {"fill_ratio_2", Decimal, Unit::Ratio, "Fill 2", "How much of the target quantity exchange 2 filled.",
     "executed_quantity_2 / quantity_1", "quantity_1 executed_quantity_2", &fillRatio<2>},
    {"one_legged", Bool, Unit::None, "One-legged", "Finished, and only one of the two exchanges filled anything.",
     "finished and exactly one of executed_quantity_1, executed_quantity_2 above 0",
     "closed_at succeed_at failed_at executed_quantity_1 executed_quantity_2",
     [](const Report &r) -> MemberValue { return isOneLegged(r); }},
    {"exposure", Decimal, Unit::Asset1, "Exposure", "What a one-legged trade left bought (above 0) or sold (below 0).",
     "bought quantity - sold quantity", "kind closed_at succeed_at failed_at executed_quantity_1 executed_quantity_2",
     [](const Report &r) { return value(exposureOf(r)); }},
    {"exposure_worth", Decimal, Unit::Asset2, "Exposure worth", "The exposure at the price of the leg that was filled.",
     "exposure * executed price",
     "kind closed_at succeed_at failed_at executed_quantity_1 executed_price_1 executed_quantity_2 executed_price_2",
     [](const Report &r) { return value(exposureWorthOf(r)); }},
    {"gross", Decimal, Unit::Asset2, "Gross", "What the prices earned on the quantity that both exchanges filled.",
     "min(bought quantity, sold quantity) * (sell price - buy price)",
     "kind executed_quantity_1 executed_price_1 executed_quantity_2 executed_price_2",
     [](const Report &r) { return value(grossOf(r)); }},
    {"fees", Decimal, Unit::Asset2, "Fees", "Fees paid on both exchanges.",
     "exchange_1_fees_paid + exchange_2_fees_paid", "exchange_1_fees_paid exchange_2_fees_paid",
     [](const Report &r) { return value(feesOf(r)); }},
    {"net", Decimal, Unit::Asset2, "Net", "What the trade earned after fees.",
     "gross - exchange_1_fees_paid - exchange_2_fees_paid",
     "kind executed_quantity_1 executed_price_1 executed_quantity_2 executed_price_2 exchange_1_fees_paid "
     "exchange_2_fees_paid",
     [](const Report &r) { return value(difference(grossOf(r), feesOf(r))); }},
    {"gap_bps", Decimal, Unit::BasisPoints, "Gap", "Realised less expected profitability.",
     "10000 * (realised_profitability - expected_profitability)", "expected_profitability realised_profitability",
     [](const Report &r) { return value(gapOf(r, r.realisedProfitability)); }},
    {"net_gap_bps", Decimal, Unit::BasisPoints, "Net gap", "Realised profitability with fees less the expected one.",
     "10000 * (realised_profitability_with_fees - expected_profitability)",
     "expected_profitability realised_profitability_with_fees",
     [](const Report &r) { return value(gapOf(r, r.realisedProfitabilityWithFees)); }},
    {"slippage_1_bps", Decimal, Unit::BasisPoints, "Slippage 1",
     "Exchange 1's price against its market when the trade was decided; above 0 is worse.",
     "buy: 10000 * (price / ask - 1); sell: 10000 * (1 - price / bid)",
     "kind market_1_bid_price market_1_ask_price executed_price_1",
     [](const Report &r) { return value(slippageOf<1>(r)); }},
    {"slippage_2_bps", Decimal, Unit::BasisPoints, "Slippage 2",
     "Exchange 2's price against its market when the trade was decided; above 0 is worse.",
     "buy: 10000 * (price / ask - 1); sell: 10000 * (1 - price / bid)",
     "kind market_2_bid_price market_2_ask_price executed_price_2",
     [](const Report &r) { return value(slippageOf<2>(r)); }},
    {"slippage_over_accepted", Bool, Unit::None, "Over accepted", "Exchange 2 slipped by more than was accepted.",
     "slippage_2_bps > exchange_2_accepted_slippage",
     "kind market_2_bid_price market_2_ask_price executed_price_2 exchange_2_accepted_slippage", &slippageOverAccepted},
    {"wrong_direction", Bool, Unit::None, "Wrong direction", "The other direction promised more.",
     "the other direction's profitability was greater", "kind profitability_buy_1_sell_2 profitability_buy_2_sell_1",
     &wrongDirection},
    {"duration", Decimal, Unit::Seconds, "Duration", "From recording the order to closing it.",
     "closed_at - started_at", "started_at closed_at",
     [](const Report &r) { return value(difference(known(r.closedAt), known(r.startedAt))); }},
});

std::vector<int> membersOf(std::string_view names)
{
    std::vector<int> members;
    for (const auto name : std::views::split(names, ' '))
        members.push_back(memberIndex(std::string_view(name.begin(), name.end())));
    std::ranges::sort(members);
    return members;
}

} // namespace

std::span<const int> DerivedValue::inputs() const
{
    static const std::vector<std::vector<int>> all = [] {
        std::vector<std::vector<int>> lists;
        lists.reserve(Values.size());
        for (const DerivedValue &value : Values)
            lists.push_back(membersOf(value.from));
        return lists;
    }();
    return all[std::size_t(this - Values.data())];
}

std::span<const DerivedValue> derivedValues()
{
    return Values;
}

const DerivedValue *derivedValue(std::string_view name)
{
    const auto found = std::ranges::find(Values, name, &DerivedValue::name);
    return found == Values.end() ? nullptr : &*found;
}

} // namespace arbscope
