// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plotvalues.h"

#include "core/analysis/plotranges.h"
#include "core/report/pynumbers.h"

#include <algorithm>
#include <cmath>

namespace arbscope {

namespace {

constexpr double FitMargin = 0.03;
constexpr int BinPixels = 9;

} // namespace

std::vector<PlotValues::Source> PlotValues::sourcesOf(PlotKind kind)
{
    if (kind == PlotKind::Gap)
        return {{.field = fieldId("gap_bps")}};
    if (kind == PlotKind::Slippage)
        return {{.field = fieldId("slippage_1_bps"), .leg = 1}, {.field = fieldId("slippage_2_bps"), .leg = 2}};
    return {{.field = fieldId("order_1_latency"), .exchange = fieldId("exchange_1"), .leg = 1},
            {.field = fieldId("order_2_latency"), .exchange = fieldId("exchange_2"), .leg = 2}};
}

std::vector<FieldId> PlotValues::fieldsOf(PlotKind kind)
{
    std::vector<FieldId> fields;
    for (const Source &source : sourcesOf(kind))
        fields.push_back(source.field);
    return fields;
}

PlotValues::PlotValues(PlotKind kind)
    : PlotData(fieldsOf(kind))
    , m_kind(kind)
    , m_sources(sourcesOf(kind))
    , m_inputs(fieldsOf(kind))
{ }

void PlotValues::forget()
{
    m_series.clear();
    m_inputs.clear();
}

void PlotValues::take(const TradeTable &table, Row row)
{
    std::optional<std::uint32_t> trade;
    for (const Source &source : m_sources) {
        const auto value = std::get<FloatColumn>(table.column(source.field)).at(row);
        if (!value || !std::isfinite(*value))
            continue;
        std::string name;
        if (source.exchange >= 0)
            name = std::get<DictionaryColumn>(table.column(source.exchange)).at(row).value_or(std::string_view());
        if (!trade) {
            trade = m_trades.add(table, row);
            m_inputs.add(table, row);
        }
        m_series[{std::move(name), source.leg}].entries.push_back({*value, *trade});
    }
}

void PlotValues::order()
{
    for (auto &[key, series] : m_series)
        series.sort();
}

double PlotValues::Series::quantile(int percent) const
{
    const std::size_t rank = std::max<std::size_t>(1, (std::size_t(percent) * sorted + 99) / 100);
    return entries[rank - 1].x;
}

void PlotValues::reduce(const PlotQuestion &question, PlotView &view) const
{
    const bool isHistogram = shapeOf(m_kind) == PlotShape::Histogram;
    std::optional<PlotRange> fit;
    for (const auto &[key, series] : m_series) {
        if (series.sorted == 0)
            continue;
        const PlotRange own = fittedRange(series.sorted, [&](std::size_t i) { return series.entries[i].x; });
        fit = fit ? PlotRange{.lower = std::min(fit->lower, own.lower), .upper = std::max(fit->upper, own.upper)} : own;
    }
    if (fit && !isHistogram)
        fit->lower = std::min(fit->lower, 0.0);
    view.x = question.x.value_or(withMargin(fit.value_or(PlotRange()), FitMargin));
    view.binWidth = roundStep(view.x.span() / std::max(1, question.width / BinPixels));
    view.y = {.lower = 0, .upper = 1};
    const PlotRange drawn = drawnRange(view.x);
    double highest = 0;
    for (const auto &[key, series] : m_series) {
        if (series.sorted == 0)
            continue;
        PlotSeries shown;
        shown.name = key.first;
        shown.leg = key.second;
        shown.n = std::int64_t(series.sorted);
        view.n += shown.n;
        const auto inside = series.firstAt(view.x.upper) - series.firstAt(view.x.lower);
        view.outside += shown.n - std::int64_t(inside);
        for (const int percent : isHistogram ? std::array{10, 50, 90} : std::array{50, 95, 99})
            shown.quantiles.emplace_back(percent, series.quantile(percent));
        if (isHistogram)
            addBars(series, drawn, view.binWidth, shown);
        else
            addShares(series, drawn, 2 * question.width, shown);
        for (const PlotPoint &point : shown.points) {
            if (point.x + view.binWidth > view.x.lower && point.x < view.x.upper)
                highest = std::max(highest, point.y);
        }
        view.series.push_back(std::move(shown));
    }
    view.y.upper = isHistogram ? std::max(highest, 1.0) * 1.12 : 1.03;
    keepLargest(view);
}

void PlotValues::addBars(const Series &series, const PlotRange &drawn, double binWidth, PlotSeries &shown)
{
    const auto first = std::int64_t(std::floor(drawn.lower / binWidth));
    const auto last = std::int64_t(std::ceil(drawn.upper / binWidth));
    std::size_t from = series.firstAt(double(first) * binWidth);
    for (std::int64_t bin = first; bin < last; ++bin) {
        const std::size_t to = series.firstAt(double(bin + 1) * binWidth);
        shown.points.push_back({.x = double(bin) * binWidth, .y = double(to - from)});
        from = to;
    }
}

void PlotValues::addShares(const Series &series, const PlotRange &drawn, int columns, PlotSeries &shown)
{
    const double n = double(series.sorted);
    const std::size_t from = series.firstAt(drawn.lower);
    const std::size_t to = series.firstAt(drawn.upper);
    shown.points.push_back({.x = drawn.lower, .y = double(from) / n});
    if (to - from <= std::size_t(columns)) {
        for (std::size_t i = from; i < to; ++i)
            shown.points.push_back({.x = series.entries[i].x, .y = double(i + 1) / n});
    } else {
        for (int column = 1; column < columns; ++column) {
            const double x = drawn.lower + drawn.span() * column / columns;
            shown.points.push_back({.x = x, .y = double(series.firstAt(x)) / n});
        }
    }
    shown.points.push_back({.x = drawn.upper, .y = double(to) / n});
}

std::optional<PlotHit> PlotValues::find(const PlotAim &aim) const
{
    if (shapeOf(m_kind) != PlotShape::Shares)
        return std::nullopt;
    const double reach = aim.reach * aim.x.span() / aim.width;
    double best = aim.reach * aim.reach;
    std::optional<PlotHit> hit;
    for (const auto &[key, series] : m_series) {
        const std::size_t to = series.firstAt(aim.at.x + reach);
        for (std::size_t i = series.firstAt(aim.at.x - reach); i < to; ++i) {
            const PlotPoint point{.x = series.entries[i].x, .y = double(i + 1) / double(series.sorted)};
            const double distance = squaredDistance(aim, point);
            if (distance > best)
                continue;
            best = distance;
            hit = m_trades.hit(series.entries[i].trade);
            hit->series = key.first;
            hit->leg = key.second;
            hit->point = point;
        }
    }
    return hit;
}

void PlotValues::write(std::string &out) const
{
    out += PlotTrades::Header;
    const bool hasExchange = m_sources.front().exchange >= 0;
    const bool hasLeg = m_sources.front().leg > 0;
    out += hasExchange ? "exchange,leg,latency_seconds" : hasLeg ? "leg,slippage_bps" : "gap_bps";
    out += "\r\n";
    for (const auto &[key, series] : m_series) {
        const auto source = std::ranges::find(m_sources, key.second, &Source::leg);
        for (std::size_t i = 0; i < series.sorted; ++i) {
            m_trades.appendCells(out, series.entries[i].trade);
            if (hasExchange) {
                appendPlotCell(out, key.first);
                out += ',';
            }
            if (hasLeg)
                out += std::to_string(key.second) + ',';
            if (m_inputs.isEmpty())
                appendFloatRepr(out, series.entries[i].x);
            else
                m_inputs.append(out, source->field, series.entries[i].trade);
            out += "\r\n";
        }
    }
}

} // namespace arbscope
