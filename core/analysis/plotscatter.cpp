// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plotscatter.h"

#include "core/analysis/plotranges.h"
#include "core/analysis/tradefacts.h"
#include "core/report/pynumbers.h"

#include <algorithm>
#include <cmath>

namespace arbscope {

namespace {

const FieldId Expected = fieldId("expected_profitability");
const FieldId Realised = fieldId("realised_profitability");
const FieldId OutcomeField = fieldId("outcome");

constexpr double FitMargin = 0.04;
constexpr int CellPixels = 2;

std::string nameOf(std::size_t outcome)
{
    return outcomeName(Outcome(outcome)).toStdString();
}

} // namespace

PlotScatter::PlotScatter()
    : PlotData({Expected, Realised, OutcomeField})
{ }

void PlotScatter::forget()
{
    m_entries = {};
}

void PlotScatter::take(const TradeTable &table, Row row)
{
    const auto expected = std::get<FloatColumn>(table.column(Expected)).at(row);
    const auto realised = std::get<FloatColumn>(table.column(Realised)).at(row);
    const auto outcome = std::get<DictionaryColumn>(table.column(OutcomeField)).at(row);
    if (!expected || !realised || !outcome || !std::isfinite(*expected) || !std::isfinite(*realised))
        return;
    static const std::array names{nameOf(0), nameOf(1), nameOf(2), nameOf(3), nameOf(4)};
    const auto place = std::ranges::find(names, *outcome);
    if (place != names.end())
        m_entries[std::size_t(place - names.begin())].push_back({{*expected, *realised}, m_trades.add(table, row)});
}

PlotRange PlotScatter::fit(double PlotPoint::*coordinate) const
{
    std::size_t size = 0;
    for (const auto &entries : m_entries)
        size += entries.size();
    constexpr std::size_t Enough = 20'000;
    const std::size_t step = std::max<std::size_t>(1, size / Enough);
    std::vector<double> sample;
    for (const auto &entries : m_entries) {
        for (std::size_t i = 0; i < entries.size(); i += step)
            sample.push_back(entries[i].point.*coordinate);
    }
    return withMargin(fittedRange(std::move(sample)), FitMargin);
}

void PlotScatter::reduce(const PlotQuestion &question, PlotView &view) const
{
    view.x = question.x.value_or(fit(&PlotPoint::x));
    view.y = question.y.value_or(fit(&PlotPoint::y));
    const PlotRange x = drawnRange(view.x);
    const PlotRange y = drawnRange(view.y);
    PlotDensity density{.x = x,
                        .y = y,
                        .columns = std::max(1, 2 * question.width / CellPixels),
                        .rows = std::max(1, 2 * question.height / CellPixels),
                        .counts = {}};
    density.counts.resize(std::size_t(density.columns) * std::size_t(density.rows));
    const double columns = density.columns / x.span();
    const double rows = density.rows / y.span();
    std::size_t drawn = 0;
    std::int64_t inside = 0;
    for (const auto &entries : m_entries) {
        view.n += std::int64_t(entries.size());
        for (const Entry &entry : entries) {
            const auto [px, py] = entry.point;
            if (!x.contains(px) || !y.contains(py))
                continue;
            inside += view.x.contains(px) && view.y.contains(py) ? 1 : 0;
            ++drawn;
            const int column = std::min(int((px - x.lower) * columns), density.columns - 1);
            const int row = std::min(int((py - y.lower) * rows), density.rows - 1);
            ++density.counts[std::size_t(row) * std::size_t(density.columns) + std::size_t(column)];
        }
    }
    view.outside = view.n - inside;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].empty())
            continue;
        PlotSeries series;
        series.name = nameOf(i);
        series.n = std::int64_t(m_entries[i].size());
        for (const Entry &entry : m_entries[i]) {
            if (drawn > MostPoints)
                break;
            if (x.contains(entry.point.x) && y.contains(entry.point.y))
                series.points.push_back(entry.point);
        }
        view.series.push_back(std::move(series));
    }
    if (drawn > MostPoints)
        view.density = std::move(density);
}

std::optional<PlotHit> PlotScatter::find(const PlotAim &aim) const
{
    double best = aim.reach * aim.reach;
    std::optional<PlotHit> hit;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry *nearest = nullptr;
        for (const Entry &entry : m_entries[i]) {
            if (const double distance = squaredDistance(aim, entry.point); distance <= best) {
                best = distance;
                nearest = &entry;
            }
        }
        if (!nearest)
            continue;
        hit = m_trades.hit(nearest->trade);
        hit->series = nameOf(i);
        hit->point = nearest->point;
    }
    return hit;
}

void PlotScatter::write(std::string &out) const
{
    out += PlotTrades::Header;
    out += "outcome,expected_profitability,realised_profitability\r\n";
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        for (const Entry &entry : m_entries[i]) {
            m_trades.appendCells(out, entry.trade);
            out += nameOf(i) + ',';
            appendFloatRepr(out, entry.point.x);
            out += ',';
            appendFloatRepr(out, entry.point.y);
            out += "\r\n";
        }
    }
}

} // namespace arbscope
