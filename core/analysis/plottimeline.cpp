// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plottimeline.h"

#include "core/analysis/plotranges.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace arbscope {

namespace {

constexpr double FitMargin = 0.02;

const FieldId Net = fieldId("net");
const FieldId Clock = fieldId("clock");
const std::array Assets{fieldId("asset_1"), fieldId("asset_2")};
const std::array Venues{fieldId("exchange_1"), fieldId("exchange_2")};
const std::array<std::array<FieldId, 2>, 2> Balances{
    {{fieldId("exchange_1_balance_1"), fieldId("exchange_1_balance_2")},
     {fieldId("exchange_2_balance_1"), fieldId("exchange_2_balance_2")}}};

std::string textOf(const TradeTable &table, FieldId field, Row row)
{
    return std::string(std::get<DictionaryColumn>(table.column(field)).at(row).value_or(std::string_view()));
}

std::optional<Decimal> amountOf(const TradeTable &table, FieldId field, Row row)
{
    const auto amount = std::get<NumberColumn>(table.column(field)).at(row);
    return amount && std::isfinite(amount->toDouble()) ? amount : std::nullopt;
}

std::int64_t sizeOf(const auto &exchanges)
{
    std::int64_t size = 0;
    for (const auto &[name, series] : exchanges)
        size += std::int64_t(series.sorted);
    return size;
}

} // namespace

std::vector<FieldId> PlotTimeline::fieldsOf(PlotKind kind)
{
    return kind == PlotKind::CumulativeNet ? std::vector{Net} : std::vector<FieldId>();
}

PlotTimeline::PlotTimeline(PlotKind kind)
    : PlotData(fieldsOf(kind))
    , m_kind(kind)
{ }

void PlotTimeline::forget()
{
    m_groups.clear();
}

void PlotTimeline::Series::add(double clock, const Decimal &amount, std::uint32_t trade)
{
    entries.push_back({.x = clock, .y = amount.toDouble(), .trade = trade, .amount = Row(amounts.size())});
    amounts.append(amount);
}

void PlotTimeline::take(const TradeTable &table, Row row)
{
    const auto clock = std::get<FloatColumn>(table.column(Clock)).at(row);
    if (!clock || !std::isfinite(*clock))
        return;
    if (m_kind == PlotKind::CumulativeNet) {
        if (const auto net = amountOf(table, Net, row))
            m_groups[textOf(table, Assets[1], row)][{}].add(*clock, *net, m_trades.add(table, row));
        return;
    }
    std::optional<std::uint32_t> trade;
    for (const std::size_t venue : {0U, 1U}) {
        for (const std::size_t asset : {0U, 1U}) {
            const auto balance = amountOf(table, Balances[venue][asset], row);
            if (!balance)
                continue;
            if (!trade)
                trade = m_trades.add(table, row);
            m_groups[textOf(table, Assets[asset], row)][textOf(table, Venues[venue], row)].add(*clock, *balance,
                                                                                               *trade);
        }
    }
}

void PlotTimeline::order()
{
    for (auto &[asset, exchanges] : m_groups) {
        for (auto &[exchange, series] : exchanges) {
            const std::size_t changed = series.sort();
            if (m_kind == PlotKind::CumulativeNet)
                series.addUp(changed);
        }
    }
}

void PlotTimeline::Series::addUp(std::size_t from)
{
    const std::size_t block = from / SumEvery;
    if (sums.empty())
        sums.emplace_back();
    Decimal sum = sums[std::min(block, sums.size() - 1)];
    for (std::size_t i = std::min(block, sums.size() - 1) * SumEvery; i < sorted; ++i) {
        if (i % SumEvery == 0) {
            sums.resize(i / SumEvery);
            sums.push_back(sum);
        }
        sum = sum + amounts.at(entries[i].amount).value_or(Decimal());
        entries[i].y = sum.toDouble();
    }
}

Decimal PlotTimeline::Series::sumTo(std::size_t entry) const
{
    Decimal sum = sums[entry / SumEvery];
    for (std::size_t i = entry - entry % SumEvery; i <= entry; ++i)
        sum = sum + amounts.at(entries[i].amount).value_or(Decimal());
    return sum;
}

const std::pair<const std::string, PlotTimeline::Exchanges> *PlotTimeline::groupOf(
    const std::optional<std::string> &name) const
{
    if (const auto found = name ? m_groups.find(*name) : m_groups.end(); found != m_groups.end())
        return &*found;
    const auto largest = std::ranges::max_element(
        m_groups, [](const auto &a, const auto &b) { return sizeOf(a.second) < sizeOf(b.second); });
    return largest == m_groups.end() ? nullptr : &*largest;
}

void PlotTimeline::reduce(const PlotQuestion &question, PlotView &view) const
{
    for (const auto &[asset, exchanges] : m_groups)
        view.groups.push_back(asset);
    const auto *group = groupOf(question.group);
    if (!group)
        return;
    view.group = group->first;
    std::optional<PlotRange> fit;
    for (const auto &[exchange, series] : group->second) {
        if (series.sorted == 0)
            continue;
        const PlotRange own = fittedRange(series.sorted, [&](std::size_t i) { return series.entries[i].x; });
        fit = fit ? PlotRange{.lower = std::min(fit->lower, own.lower), .upper = std::max(fit->upper, own.upper)} : own;
    }
    view.x = question.x.value_or(withMargin(fit.value_or(PlotRange()), FitMargin));
    const PlotRange drawn = drawnRange(view.x);
    std::optional<PlotRange> seen;
    const auto see = [&seen](double y) {
        seen = {.lower = std::min(y, seen ? seen->lower : y), .upper = std::max(y, seen ? seen->upper : y)};
    };
    for (const auto &[exchange, series] : group->second) {
        PlotSeries shown;
        shown.name = exchange;
        shown.n = std::int64_t(series.sorted);
        view.n += shown.n;
        const auto inside = series.firstAt(view.x.upper) - series.firstAt(view.x.lower);
        view.outside += shown.n - std::int64_t(inside);
        addSteps(series, drawn, 2 * question.width, shown);
        for (std::size_t i = 0; i < shown.points.size(); ++i) {
            const bool ends = i + 1 == shown.points.size() || shown.points[i + 1].x >= view.x.lower;
            if (ends && shown.points[i].x <= view.x.upper) // a step reaches to the next one
                see(shown.points[i].y);
        }
        view.series.push_back(std::move(shown));
    }
    if (m_kind == PlotKind::CumulativeNet)
        see(0);
    view.y = withMargin(seen.value_or(PlotRange()), 0.06);
    keepLargest(view);
}

/// First, least, greatest and last of each column of pixels: the same picture as of all of them.
void PlotTimeline::addSteps(const Series &series, const PlotRange &drawn, int columns, PlotSeries &shown)
{
    const auto &entries = series.entries;
    const auto give = [&](std::size_t i) { shown.points.push_back({.x = entries[i].x, .y = entries[i].y}); };
    const std::size_t begin = series.firstAt(drawn.lower);
    const std::size_t end = series.firstAt(drawn.upper);
    if (begin > 0)
        give(begin - 1);
    if (end - begin <= 4 * std::size_t(columns)) {
        for (std::size_t i = begin; i < end; ++i)
            give(i);
    } else {
        std::size_t from = begin;
        for (int column = 1; column <= columns; ++column) {
            const std::size_t to
                = column == columns ? end : series.firstAt(drawn.lower + drawn.span() * column / columns);
            if (to == from)
                continue;
            const auto first = entries.begin() + std::ptrdiff_t(from);
            const auto [low, high]
                = std::ranges::minmax_element(first, entries.begin() + std::ptrdiff_t(to), {}, &Entry::y);
            std::array places{from, std::size_t(low - entries.begin()), std::size_t(high - entries.begin()), to - 1};
            std::ranges::sort(places);
            for (std::size_t i = 0; i < places.size(); ++i) {
                if (i == 0 || places[i] != places[i - 1])
                    give(places[i]);
            }
            from = to;
        }
    }
    if (end < series.sorted)
        give(end);
}

std::string PlotTimeline::exactText(const Series &series, const Entry &entry) const
{
    if (m_kind == PlotKind::CumulativeNet)
        return series.sumTo(std::size_t(&entry - series.entries.data())).text();
    return series.amounts.at(entry.amount).value_or(Decimal()).text();
}

const PlotTimeline::Entry *PlotTimeline::Series::nearest(const PlotAim &aim, double &best) const
{
    const double reach = aim.reach * aim.x.span() / aim.width;
    const std::size_t to = firstAt(aim.at.x + reach);
    const Entry *found = nullptr;
    for (std::size_t i = firstAt(aim.at.x - reach); i < to; ++i) {
        const double distance = squaredDistance(aim, {.x = entries[i].x, .y = entries[i].y});
        if (distance > best)
            continue;
        best = distance;
        found = &entries[i];
    }
    return found;
}

std::optional<PlotHit> PlotTimeline::find(const PlotAim &aim) const
{
    const auto *group = groupOf(aim.group);
    if (!group)
        return std::nullopt;
    double best = aim.reach * aim.reach;
    std::optional<PlotHit> hit;
    for (const auto &[exchange, series] : group->second) {
        const Entry *nearest = series.nearest(aim, best);
        if (!nearest)
            continue;
        hit = m_trades.hit(nearest->trade);
        hit->series = exchange;
        hit->point = {.x = nearest->x, .y = nearest->y};
        hit->exact = exactText(series, *nearest);
    }
    return hit;
}

void PlotTimeline::write(std::string &out) const
{
    out += PlotTrades::Header;
    const bool isNet = m_kind == PlotKind::CumulativeNet;
    out += isNet ? "asset,net,cumulative_net\r\n" : "asset,exchange,balance\r\n";
    for (const auto &[asset, exchanges] : m_groups) {
        for (const auto &[exchange, series] : exchanges) {
            Decimal sum;
            for (std::size_t i = 0; i < series.sorted; ++i) {
                const Decimal amount = series.amounts.at(series.entries[i].amount).value_or(Decimal());
                m_trades.appendCells(out, series.entries[i].trade);
                appendPlotCell(out, asset);
                out += ',';
                if (!isNet) {
                    appendPlotCell(out, exchange);
                    out += ',';
                }
                amount.appendText(out);
                if (isNet) {
                    sum = sum + amount;
                    out += ',';
                    sum.appendText(out);
                }
                out += "\r\n";
            }
        }
    }
}

} // namespace arbscope
