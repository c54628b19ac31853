// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plotdata.h"

#include "core/analysis/plotcounts.h"
#include "core/analysis/plotscatter.h"
#include "core/analysis/plottimeline.h"
#include "core/analysis/plotvalues.h"

#include <utility>

namespace arbscope {

std::shared_ptr<PlotData> PlotData::make(PlotKind kind, const QTimeZone &zone)
{
    switch (shapeOf(kind)) {
    case PlotShape::Scatter:
        return std::make_shared<PlotScatter>();
    case PlotShape::Histogram:
    case PlotShape::Shares:
        return std::make_shared<PlotValues>(kind);
    case PlotShape::Timeline:
        return std::make_shared<PlotTimeline>(kind);
    case PlotShape::Counts:
        return std::make_shared<PlotCounts>(kind, zone);
    }
    std::unreachable();
}

PlotData::PlotData(std::vector<FieldId> fields)
    : m_fields(std::move(fields))
{
    m_fields.push_back(fieldId("pair"));
}

PlotData::~PlotData() = default;

void PlotData::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_trades = {};
    m_readable = 0;
    m_unitTests = 0;
    forget();
}

bool PlotData::add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop)
{
    for (const FieldId field : m_fields) {
        const bool isDerived = fields()[std::size_t(field)].origin == Field::Origin::Derived;
        if (isDerived && !table.derive(field, stop))
            return false;
    }
    static const FieldId verdict = fieldId("verdict");
    static const FieldId unitTest = fieldId("unit_test");
    const auto &verdicts = std::get<DictionaryColumn>(table.column(verdict));
    const auto &tests = std::get<FlagColumn>(table.column(unitTest));
    const std::scoped_lock lock(m_mutex);
    for (const Row row : rows) {
        const auto text = verdicts.at(row);
        if (text != "valid" && text != "coerced")
            continue;
        if (tests.at(row).value_or(false)) {
            ++m_unitTests;
            continue;
        }
        ++m_readable;
        take(table, row);
    }
    return !stop.stop_requested();
}

void PlotData::settle()
{
    const std::scoped_lock lock(m_mutex);
    order();
}

PlotView PlotData::view(const PlotQuestion &question) const
{
    const std::scoped_lock lock(m_mutex);
    PlotView view;
    view.trades = m_readable;
    view.unitTests = m_unitTests;
    reduce(question, view);
    return view;
}

std::optional<PlotHit> PlotData::nearest(const PlotAim &aim) const
{
    const std::scoped_lock lock(m_mutex);
    return find(aim);
}

std::string PlotData::csv() const
{
    const std::scoped_lock lock(m_mutex);
    std::string out;
    write(out);
    return out;
}

} // namespace arbscope
