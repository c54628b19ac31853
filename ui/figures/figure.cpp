// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure.h"

#include "core/analysis/tradefacts.h"
#include "ui/text/timeformat.h"

#include <algorithm>
#include <array>

namespace arbscope {

namespace {

using Kind = FigureKind;

constexpr std::array Distributions{Kind::Gap, Kind::NetGap, Kind::Slippage, Kind::Latency};
constexpr int P10 = 1;
constexpr int Median = 2;
constexpr int P90 = 3;
constexpr int P95 = 4;
constexpr int P99 = 5;

Figure figureOfTotal(const Total &total)
{
    if (total.n == 0)
        return {.value = {}, .n = 0};
    return {.value = total.sum, .n = total.n};
}

Figure count(std::int64_t value, std::int64_t n = -1)
{
    return {.value = value, .n = n};
}

template <class Value> Figure known(const std::optional<Value> &value, std::int64_t n = -1)
{
    Figure figure{.value = {}, .n = n};
    if (value)
        figure.value = *value;
    return figure;
}

template <class Map, class Key> const auto *find(const Map &map, const Key &key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

Figure moneyOf(const Statistics &statistics, const FigureKey &key)
{
    const QuoteTotals *totals = find(statistics.quotes, key.name);
    if (!totals)
        return {.value = {}, .n = 0};
    switch (key.kind) {
    case Kind::Gross:
        return figureOfTotal(totals->gross);
    case Kind::Fees:
        return figureOfTotal(totals->fees);
    case Kind::Net:
        return figureOfTotal(totals->net);
    default:
        return known(totals->feesShare, totals->net.n);
    }
}

Figure leftOverOf(const Statistics &statistics, const FigureKey &key)
{
    const AssetTotals *totals = find(statistics.assets, key.name);
    if (!totals)
        return {.value = {}, .n = 0};
    if (key.kind == Kind::Exposure)
        return figureOfTotal(totals->exposure);
    const std::int64_t n = std::max(totals->dustGathered.n, totals->dustCleared.n);
    return n == 0 ? Figure{.value = {}, .n = 0} : Figure{.value = totals->dustOutstanding(), .n = n};
}

const Quantiles *quantilesOf(const Statistics &statistics, const FigureKey &key)
{
    switch (key.kind) {
    case Kind::Gap:
        return &statistics.gap;
    case Kind::NetGap:
        return &statistics.netGap;
    case Kind::Slippage:
        return &statistics.slippage[key.number == 1 ? 0 : 1];
    default:
        return find(statistics.latency, std::pair(key.name, int(key.number)));
    }
}

Figure distributionOf(const Statistics &statistics, const FigureKey &key)
{
    const Quantiles *quantiles = quantilesOf(statistics, key);
    if (!quantiles)
        return {.value = {}, .n = 0};
    Figure figure{.value = {}, .n = quantiles->n};
    if (key.quantile < 0)
        return figure;
    const MemberValue &value = quantiles->values[std::size_t(key.quantile)];
    if (const auto *decimal = std::get_if<Decimal>(&value))
        figure.value = *decimal;
    else if (const auto *real = std::get_if<double>(&value))
        figure.value = *real;
    return figure;
}

template <class Counts> std::int64_t sumOf(const Counts &counts)
{
    std::int64_t sum = 0;
    for (const std::int64_t count : counts)
        sum += count;
    return sum;
}

std::int64_t sumOf(const std::map<std::int64_t, std::int64_t> &counts)
{
    std::int64_t sum = 0;
    for (const auto &[rounds, trades] : counts)
        sum += trades;
    return sum;
}

void addLatencies(std::vector<FigureKey> &keys, const FigureNames &names, std::initializer_list<int> quantiles)
{
    for (const auto &[exchange, leg] : names.legs) {
        for (const int quantile : quantiles)
            keys.push_back({Kind::Latency, exchange, leg, quantile});
    }
}

} // namespace

std::optional<Decimal> Figure::number() const
{
    if (const auto *counted = std::get_if<std::int64_t>(&value))
        return Decimal(*counted);
    if (const auto *decimal = std::get_if<Decimal>(&value))
        return decimal->isFinite() ? std::optional(*decimal) : std::nullopt;
    const auto *real = std::get_if<double>(&value);
    const auto written = real ? Decimal::fromText(numberText(*real).toStdString()) : std::nullopt;
    return written && written->isFinite() ? written : std::nullopt;
}

bool isDistribution(FigureKind kind)
{
    return std::ranges::find(Distributions, kind) != Distributions.end();
}

Figure figureOf(const Statistics &statistics, const FigureKey &key)
{
    const auto outcome = [&statistics](Outcome which) { return statistics.outcomes[std::size_t(which)]; };
    switch (key.kind) {
    case Kind::Trades:
        return count(statistics.trades);
    case Kind::Succeeded:
    case Kind::Failed:
    case Kind::Contradictory:
    case Kind::Closed:
    case Kind::Open:
        return count(outcome(Outcome(int(key.kind) - int(Kind::Succeeded))), statistics.trades);
    case Kind::OneLegged:
        return count(statistics.oneLegged, statistics.trades);
    case Kind::SuccessRate:
        return known(statistics.successRate(), statistics.trades - outcome(Outcome::Open));
    case Kind::UnitTests:
        return count(statistics.unitTests);
    case Kind::Unreadable:
        return count(statistics.unreadable);
    case Kind::First:
        return known(statistics.firstClock);
    case Kind::Last:
        return known(statistics.lastClock);
    case Kind::Gross:
    case Kind::Fees:
    case Kind::Net:
    case Kind::FeesShare:
        return moneyOf(statistics, key);
    case Kind::Gap:
    case Kind::NetGap:
    case Kind::Slippage:
    case Kind::Latency:
        return distributionOf(statistics, key);
    case Kind::FokRounds: {
        const std::int64_t *trades = find(statistics.fokRounds, key.number);
        return count(trades ? *trades : 0, sumOf(statistics.fokRounds));
    }
    case Kind::DustOutstanding:
    case Kind::Exposure:
        return leftOverOf(statistics, key);
    case Kind::FailuresByWeekday:
        return count(statistics.failuresByWeekday.at(std::size_t(key.number - 1)), sumOf(statistics.failuresByWeekday));
    case Kind::FailuresByHour:
        return count(statistics.failuresByHour.at(std::size_t(key.number)), sumOf(statistics.failuresByHour));
    }
    return {};
}

void FigureNames::add(const Statistics &statistics)
{
    for (const auto &[asset, totals] : statistics.quotes)
        quotes.insert(asset);
    for (const auto &[asset, totals] : statistics.assets)
        assets.insert(asset);
    for (const auto &[leg, quantiles] : statistics.latency)
        legs.insert(leg);
    for (const auto &[count, trades] : statistics.fokRounds)
        rounds.insert(count);
    for (std::size_t hour = 0; hour < statistics.failuresByHour.size(); ++hour) {
        if (statistics.failuresByHour[hour] > 0)
            hours.insert(std::int64_t(hour));
    }
}

std::vector<FigureSection> figureSections(const FigureNames &names)
{
    std::vector<FigureSection> sections;
    FigureSection &trades = sections.emplace_back(FigureSection{.kind = FigureSection::Trades});
    for (int kind = int(Kind::Trades); kind <= int(Kind::Last); ++kind)
        trades.figures.push_back({FigureKind(kind)});
    for (const std::string &quote : names.quotes) {
        FigureSection &money = sections.emplace_back(FigureSection{.kind = FigureSection::Money, .name = quote});
        for (const Kind kind : {Kind::Gross, Kind::Fees, Kind::Net, Kind::FeesShare})
            money.figures.push_back({kind, quote});
    }
    sections.push_back({.kind = FigureSection::Gaps,
                        .figures = {{Kind::Gap}, {Kind::NetGap}, {Kind::Slippage, {}, 1}, {Kind::Slippage, {}, 2}}});
    FigureSection latencies{.kind = FigureSection::Latencies};
    addLatencies(latencies.figures, names, {-1});
    FigureSection rounds{.kind = FigureSection::Rounds};
    for (const std::int64_t count : names.rounds)
        rounds.figures.push_back({Kind::FokRounds, {}, count});
    FigureSection leftOver{.kind = FigureSection::LeftOver};
    for (const std::string &asset : names.assets) {
        leftOver.figures.push_back({Kind::DustOutstanding, asset});
        leftOver.figures.push_back({Kind::Exposure, asset});
    }
    FigureSection failures{.kind = FigureSection::Failures};
    if (!names.hours.empty()) {
        for (std::int64_t day = 1; day <= 7; ++day)
            failures.figures.push_back({Kind::FailuresByWeekday, {}, day});
        for (const std::int64_t hour : names.hours)
            failures.figures.push_back({Kind::FailuresByHour, {}, hour});
    }
    for (FigureSection *section : {&latencies, &rounds, &leftOver, &failures}) {
        if (!section->figures.empty())
            sections.push_back(std::move(*section));
    }
    return sections;
}

std::vector<FigureKey> groupFigures(const FigureNames &names)
{
    std::vector<FigureKey> keys{
        {Kind::Trades}, {Kind::SuccessRate}, {Kind::Succeeded}, {Kind::Failed}, {Kind::OneLegged}};
    for (const std::string &quote : names.quotes) {
        for (const Kind kind : {Kind::Net, Kind::Gross, Kind::Fees, Kind::FeesShare})
            keys.push_back({kind, quote});
    }
    for (const int quantile : {P10, Median, P90})
        keys.push_back({Kind::Gap, {}, 0, quantile});
    for (const int quantile : {P10, Median, P90})
        keys.push_back({Kind::NetGap, {}, 0, quantile});
    keys.push_back({Kind::Slippage, {}, 1, Median});
    keys.push_back({Kind::Slippage, {}, 2, Median});
    addLatencies(keys, names, {Median, P95, P99});
    for (const std::int64_t count : names.rounds)
        keys.push_back({Kind::FokRounds, {}, count});
    for (const std::string &asset : names.assets) {
        keys.push_back({Kind::DustOutstanding, asset});
        keys.push_back({Kind::Exposure, asset});
    }
    for (const Kind kind :
         {Kind::Contradictory, Kind::Closed, Kind::Open, Kind::First, Kind::Last, Kind::UnitTests, Kind::Unreadable})
        keys.push_back({kind});
    return keys;
}

} // namespace arbscope
