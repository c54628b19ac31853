// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/statisticsgroup.h"

#include <algorithm>
#include <cmath>

namespace arbscope {

namespace {

constexpr int ShareDigits = 28;

const NumberColumn &numbers(const TradeTable &table, std::string_view name)
{
    return columnOf<NumberColumn>(table, name);
}

const ChunkedArray<double> &doubles(const TradeTable &table, std::string_view name)
{
    return columnOf<FloatColumn>(table, name).values();
}

Total totalOf(const ExactSum &sum)
{
    return {.n = sum.n(), .sum = sum.sum()};
}

/// Two numbers of 32 bits as a key.
std::uint64_t keyOf(std::uint32_t high, std::uint32_t low)
{
    return std::uint64_t{high} << 32 | low;
}

} // namespace

StatisticsColumns::StatisticsColumns(const TradeTable &trades, TextIds &ids)
    : readable(trades)
    , outcomes(trades)
    , boughtOn(trades)
    , unitTest(columnOf<FlagColumn>(trades, "unit_test"))
    , oneLegged(columnOf<FlagColumn>(trades, "one_legged"))
    , clock(doubles(trades, "clock"))
    , asset(columnOf<DictionaryColumn>(trades, "asset_1"), ids)
    , quote(columnOf<DictionaryColumn>(trades, "asset_2"), ids)
    , exchange{ColumnIds(columnOf<DictionaryColumn>(trades, "exchange_1"), ids),
               ColumnIds(columnOf<DictionaryColumn>(trades, "exchange_2"), ids)}
    , gross(numbers(trades, "gross"))
    , fees(numbers(trades, "fees"))
    , net(numbers(trades, "net"))
    , exposure(numbers(trades, "exposure"))
    , gathered(numbers(trades, "dust_gathered"))
    , cleared(numbers(trades, "dust_cleared"))
    , rounds(numbers(trades, "exchange_2_fok_attempts"))
    , latency{&doubles(trades, "order_1_latency"), &doubles(trades, "order_2_latency")}
    , expected(doubles(trades, "expected_profitability"))
    , realised{&doubles(trades, "realised_profitability"), &doubles(trades, "realised_profitability_with_fees")}
    , slippage{SlippageColumns(trades, 1), SlippageColumns(trades, 2)}
    , balance{{{&numbers(trades, "exchange_1_balance_1"), &numbers(trades, "exchange_1_balance_2")},
               {&numbers(trades, "exchange_2_balance_1"), &numbers(trades, "exchange_2_balance_2")}}}
{ }

const std::vector<FieldId> &StatisticsColumns::derived()
{
    static const std::vector<FieldId> fields{fieldId("one_legged"),    fieldId("exposure"), fieldId("gross"),
                                             fieldId("fees"),          fieldId("net"),      fieldId("slippage_1_bps"),
                                             fieldId("slippage_2_bps")};
    return fields;
}

void StatisticsGroup::add(StatisticsColumns &columns, Row row, bool withUnitTests, LocalClock &zone)
{
    if (!columns.readable.at(row)) {
        ++m_counts.unreadable;
        return;
    }
    if (!withUnitTests && columns.unitTest.values()[row] == FlagColumn::Yes) {
        ++m_counts.unitTests;
        return;
    }
    ++m_counts.trades;
    const Outcome outcome = columns.outcomes.at(row);
    ++m_counts.outcomes[std::size_t(outcome)];
    m_counts.oneLegged += columns.oneLegged.values()[row] == FlagColumn::Yes ? 1 : 0;
    const double clock = columns.clock[row];
    addTimes(clock, outcome, zone);
    const std::array assets{columns.asset.at(row), columns.quote.at(row)};
    const std::array exchange{columns.exchange[0].at(row), columns.exchange[1].at(row)};
    addMoney(columns, row, assets[0], assets[1]);
    addRanked(columns, row, exchange);
    if (!std::isnan(clock)) {
        m_isKept = false;
        addBalances(columns, row, exchange, assets);
    }
}

void StatisticsGroup::addTimes(double clock, Outcome outcome, LocalClock &zone)
{
    if (!std::isfinite(clock))
        return;
    m_counts.firstClock = std::min(clock, m_counts.firstClock.value_or(clock));
    m_counts.lastClock = std::max(clock, m_counts.lastClock.value_or(clock));
    if (outcome != Outcome::Failed && outcome != Outcome::Contradictory)
        return;
    if (const auto time = zone.at(clock)) {
        ++m_counts.failuresByHour[std::size_t(time->hour)];
        ++m_counts.failuresByWeekday[std::size_t(time->weekday())];
    }
}

void StatisticsGroup::addMoney(StatisticsColumns &columns, Row row, std::uint32_t asset, std::uint32_t quote)
{
    Quote &money = m_quotes[quote];
    money.gross.add(columns.gross, row);
    money.fees.add(columns.fees, row);
    money.net.add(columns.net, row);
    if (columns.net.exponents()[row] != NumberColumn::Unknown) {
        money.feesOfNet.add(columns.fees, row);
        money.grossOfNet.add(columns.gross, row);
    }
    Asset &left = m_assets[asset];
    left.gathered.add(columns.gathered, row);
    left.cleared.add(columns.cleared, row);
    left.exposure.add(columns.exposure, row);
    const std::int8_t exponent = columns.rounds.exponents()[row];
    if (exponent == 0)
        ++m_rounds[std::uint64_t(columns.rounds.coefficients()[row])];
    else if (exponent == NumberColumn::Aside) // an integer of 19 digits
        ++m_rounds[std::uint64_t(std::stoll(columns.rounds.at(row)->text()))];
}

void StatisticsGroup::addRanked(StatisticsColumns &columns, Row row, const std::array<std::uint32_t, 2> &exchange)
{
    const int bought = columns.boughtOn.at(row);
    const double expected = columns.expected[row];
    for (const std::size_t i : {0U, 1U}) {
        m_gaps[i].add((*columns.realised[i])[row], expected);
        m_slippage[i].add(columns.slippage[i], row, bought != int(i) + 1);
        m_latency[keyOf(exchange[i], std::uint32_t(i))].add((*columns.latency[i])[row]);
    }
}

void StatisticsGroup::addBalances(const StatisticsColumns &columns, Row row,
                                  const std::array<std::uint32_t, 2> &exchange,
                                  const std::array<std::uint32_t, 2> &assets)
{
    const double clock = columns.clock[row];
    for (const std::size_t at : {0U, 1U}) {
        for (const std::size_t of : {0U, 1U}) {
            const NumberColumn &amounts = *columns.balance[at][of];
            if (amounts.exponents()[row] == NumberColumn::Unknown)
                continue;
            NewestBalance &balance = m_balances[keyOf(exchange[at], assets[of])];
            if (clock < balance.clock)
                continue;
            balance.clock = clock;
            balance.pending = &amounts;
            balance.row = row;
        }
    }
}

void StatisticsGroup::keep(const TradeTable &table)
{
    for (auto &[key, balance] : m_balances.entries()) {
        if (!balance.pending)
            continue;
        balance.amount = *balance.pending->at(balance.row);
        balance.orderId.assign(table.orderId(balance.row));
        balance.pending = nullptr;
    }
    m_isKept = true;
}

Statistics StatisticsGroup::result(const TextIds &ids)
{
    Statistics result = m_counts;
    for (const auto &[id, money] : m_quotes.entries()) {
        QuoteTotals &totals = result.quotes[ids.text(std::uint32_t(id))];
        totals
            = {.gross = totalOf(money.gross), .fees = totalOf(money.fees), .net = totalOf(money.net), .feesShare = {}};
        const Decimal earned = money.grossOfNet.sum();
        if (money.net.n() > 0 && !earned.isZero())
            totals.feesShare = money.feesOfNet.sum().dividedBy(earned, ShareDigits);
    }
    for (const auto &[id, left] : m_assets.entries())
        result.assets[ids.text(std::uint32_t(id))] = {.dustGathered = totalOf(left.gathered),
                                                      .dustCleared = totalOf(left.cleared),
                                                      .exposure = totalOf(left.exposure)};
    for (const auto &[rounds, trades] : m_rounds.entries())
        result.fokRounds[std::int64_t(rounds)] = trades;
    for (auto &[key, latency] : m_latency.entries())
        result.latency[{ids.text(std::uint32_t(key >> 32)), int(key & 1) + 1}] = latency.result();
    for (const auto &[key, balance] : m_balances.entries())
        result.balances[{ids.text(std::uint32_t(key >> 32)), ids.text(std::uint32_t(key))}]

            = {.amount = balance.amount, .clock = balance.clock, .orderId = balance.orderId};
    result.gap = m_gaps[0].result();
    result.netGap = m_gaps[1].result();
    for (const std::size_t leg : {0U, 1U})
        result.slippage[leg] = m_slippage[leg].result();
    return result;
}

} // namespace arbscope
