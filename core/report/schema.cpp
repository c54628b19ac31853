// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/schema.h"

#include "core/report/csvrecord.h"
#include "core/report/utf8.h"

#include <algorithm>
#include <type_traits>

namespace arbscope {

namespace {

using T = MemberType;
using G = MemberGroup;
using U = MemberUnit;
using R = Report;

// clang-format off: one member a line, in the contract's order.
constexpr std::array<Member, MemberCount> members{{
    {"asset_1", T::Text, true, G::Identity, U::None, "Asset 1", "The traded asset, always crypto", &R::asset1},
    {"asset_2", T::Text, true, G::Identity, U::None, "Asset 2", "The quote asset, always fiat", &R::asset2},
    {"exchange_1", T::Text, true, G::Identity, U::None, "Exchange 1", "The venue of the first leg", &R::exchange1},
    {"exchange_2", T::Text, true, G::Identity, U::None, "Exchange 2", "The venue of the second leg", &R::exchange2},
    {"version", T::Text, true, G::Identity, U::None, "Version", "Version of the strategy that traded", &R::version},
    {"order_id", T::Text, true, G::Identity, U::None, "Order id", "The trade's id, its key in Redis", &R::orderId},
    {"session_name", T::Text, true, G::Identity, U::None, "Session", "The trading session, named for people", &R::sessionName},
    {"server_name", T::Text, true, G::Identity, U::None, "Server", "The machine that runs the strategy", &R::serverName},
    {"unit_test", T::Bool, true, G::Identity, U::None, "Unit test", "Written by a test: not a real trade", &R::unitTest},
    {"session_started_at", T::Float, true, G::Timeline, U::EpochSeconds, "Session started", "When the bot was started", &R::sessionStartedAt},
    {"started_at", T::Float, true, G::Timeline, U::EpochSeconds, "Started", "Wall clock when the order was recorded", &R::startedAt},
    {"clock", T::Float, true, G::Timeline, U::EpochSeconds, "Clock", "The framework's clock signal when the order started; trades are sorted by it", &R::clock},
    {"kind", T::Text, true, G::Identity, U::None, "Direction", "buy_1_sell_2 or buy_2_sell_1: which exchange was bought and which was sold on", &R::kind},
    {"quantity_1", T::Decimal, true, G::Market, U::Asset1, "Quantity", "Target quantity in the traded asset", &R::quantity1},
    {"quantity_2", T::Decimal, true, G::Market, U::Asset2, "Quantity, worth", "The target quantity's worth in the quote asset", &R::quantity2},
    {"market_1_bid_price", T::Decimal, true, G::Market, U::Asset2PerAsset1, "Bid 1", "Best bid of market 1 when the trade was decided", &R::market1BidPrice},
    {"market_2_bid_price", T::Decimal, true, G::Market, U::Asset2PerAsset1, "Bid 2", "Best bid of market 2 when the trade was decided", &R::market2BidPrice},
    {"market_1_ask_price", T::Decimal, true, G::Market, U::Asset2PerAsset1, "Ask 1", "Best ask of market 1 when the trade was decided", &R::market1AskPrice},
    {"market_2_ask_price", T::Decimal, true, G::Market, U::Asset2PerAsset1, "Ask 2", "Best ask of market 2 when the trade was decided", &R::market2AskPrice},
    {"profitability_buy_1_sell_2", T::Float, true, G::Market, U::Ratio, "Profitability buy 1 sell 2", "Expected profitability of buying on exchange 1 and selling on exchange 2", &R::profitabilityBuy1Sell2},
    {"profitability_buy_2_sell_1", T::Float, true, G::Market, U::Ratio, "Profitability buy 2 sell 1", "Expected profitability of buying on exchange 2 and selling on exchange 1", &R::profitabilityBuy2Sell1},
    {"expected_profitability", T::Float, true, G::Market, U::Ratio, "Expected profitability", "Profitability expected of the direction that was traded", &R::expectedProfitability},
    {"exchange_1_id", T::Text, true, G::Leg1, U::None, "Order id on exchange 1", "Exchange 1's own id of the order", &R::exchange1Id},
    {"executed_quantity_1", T::Decimal, true, G::Leg1, U::Asset1, "Executed 1", "Quantity that exchange 1 filled, in the traded asset", &R::executedQuantity1},
    {"executed_price_1", T::Decimal, true, G::Leg1, U::Asset2PerAsset1, "Price 1", "Price at which exchange 1 filled", &R::executedPrice1},
    {"closed_at", T::Float, false, G::Timeline, U::EpochSeconds, "Closed", "When the trade was closed", &R::closedAt},
    {"succeed_at", T::Float, false, G::Timeline, U::EpochSeconds, "Succeeded", "When both legs were done", &R::succeedAt},
    {"failed_at", T::Float, false, G::Timeline, U::EpochSeconds, "Failed", "When it failed: only the first leg was done", &R::failedAt},
    {"order_1_latency", T::Float, false, G::Leg1, U::Seconds, "Latency 1", "How long exchange 1 took to execute the order", &R::order1Latency},
    {"order_2_latency", T::Float, false, G::Leg2, U::Seconds, "Latency 2", "How long exchange 2 took to execute the order", &R::order2Latency},
    {"order_1_data", T::Text, false, G::Leg1, U::None, "Answer 1", "Exchange 1's raw answer, often JSON", &R::order1Data},
    {"order_2_data", T::Text, false, G::Leg2, U::None, "Answer 2", "Exchange 2's raw answer, often JSON", &R::order2Data},
    {"executed_price_2", T::Decimal, false, G::Leg2, U::Asset2PerAsset1, "Price 2", "Price at which exchange 2 filled", &R::executedPrice2},
    {"executed_quantity_2", T::Decimal, false, G::Leg2, U::Asset1, "Executed 2", "Quantity that exchange 2 filled, in the traded asset", &R::executedQuantity2},
    {"exchange_2_id", T::Text, false, G::Leg2, U::None, "Order id on exchange 2", "Exchange 2's own id of the order", &R::exchange2Id},
    {"dust_gathered", T::Decimal, false, G::Dust, U::Asset1, "Dust gathered", "Remainder that a badly executed trade left", &R::dustGathered},
    {"dust_cleared", T::Decimal, false, G::Dust, U::Asset1, "Dust cleared", "Earlier remainder that a complete trade cleared", &R::dustCleared},
    {"exchange_1_fees_paid", T::Decimal, false, G::Leg1, U::Asset2, "Fees 1", "Fees paid to exchange 1", &R::exchange1FeesPaid},
    {"exchange_2_fees_paid", T::Decimal, false, G::Leg2, U::Asset2, "Fees 2", "Fees paid to exchange 2", &R::exchange2FeesPaid},
    {"realised_arbitration", T::Decimal, false, G::Result, U::Asset2, "Realised arbitration", "What the trade earned, in the quote asset", &R::realisedArbitration},
    {"realised_profitability", T::Float, false, G::Result, U::Ratio, "Realised profitability", "Profitability that was realised, before fees", &R::realisedProfitability},
    {"realised_profitability_with_fees", T::Float, false, G::Result, U::Ratio, "Realised profitability with fees", "Profitability that was realised, after fees", &R::realisedProfitabilityWithFees},
    {"exchange_2_accepted_slippage", T::Integer, false, G::Leg2, U::BasisPoints, "Accepted slippage 2", "Slippage accepted on exchange 2", &R::exchange2AcceptedSlippage},
    {"exchange_2_fok_attempts", T::Integer, false, G::Leg2, U::Count, "FOK rounds", "Fill-or-kill rounds on exchange 2", &R::exchange2FokAttempts},
    {"exchange_1_balance_1", T::Decimal, false, G::Balances, U::Asset1, "Balance 1 of asset 1", "Balance on exchange 1 of the traded asset after the trade", &R::exchange1Balance1},
    {"exchange_1_balance_2", T::Decimal, false, G::Balances, U::Asset2, "Balance 1 of asset 2", "Balance on exchange 1 of the quote asset after the trade", &R::exchange1Balance2},
    {"exchange_2_balance_1", T::Decimal, false, G::Balances, U::Asset1, "Balance 2 of asset 1", "Balance on exchange 2 of the traded asset after the trade", &R::exchange2Balance1},
    {"exchange_2_balance_2", T::Decimal, false, G::Balances, U::Asset2, "Balance 2 of asset 2", "Balance on exchange 2 of the quote asset after the trade", &R::exchange2Balance2},
}};
// clang-format on

/// Member indices sorted by name, for looking a name up.
constexpr auto byName = [] {
    std::array<int, MemberCount> indices{};
    for (int i = 0; i < MemberCount; ++i)
        indices[static_cast<std::size_t>(i)] = i;
    std::ranges::sort(indices, {}, [](int i) { return members[static_cast<std::size_t>(i)].name; });
    return indices;
}();

} // namespace

std::span<const Member, MemberCount> schema()
{
    return members;
}

int memberIndex(std::string_view name)
{
    const auto nameOf = [](int i) { return members[static_cast<std::size_t>(i)].name; };
    const auto found = std::ranges::lower_bound(byName, name, {}, nameOf);
    return found != byName.end() && nameOf(*found) == name ? *found : -1;
}

MemberValue memberValue(const Report &report, const Member &member)
{
    const auto valueAt = [&report](auto place) -> MemberValue {
        const auto &value = report.*place;
        if constexpr (requires { value.has_value(); })
            return value ? MemberValue(*value) : MemberValue();
        else
            return value;
    };
    return std::visit(valueAt, member.place);
}

QString memberText(const Report &report, const Member &member)
{
    std::string text;
    appendMemberText(text, report, member);
    return textFromUtf8(text);
}

} // namespace arbscope
