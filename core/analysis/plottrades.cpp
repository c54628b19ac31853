// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plottrades.h"

#include "core/report/csvrecord.h"
#include "core/report/pynumbers.h"

#include <limits>

namespace arbscope {

std::uint32_t PlotTrades::add(const TradeTable &table, Row row)
{
    static const FieldId clock = fieldId("clock");
    static const FieldId pair = fieldId("pair");
    m_ids.append(table.orderId(row));
    m_clocks.append(
        std::get<FloatColumn>(table.column(clock)).at(row).value_or(std::numeric_limits<double>::quiet_NaN()));
    m_pairs.append(std::get<DictionaryColumn>(table.column(pair)).at(row));
    return std::uint32_t(m_clocks.size() - 1);
}

PlotHit PlotTrades::hit(std::uint32_t trade) const
{
    PlotHit hit;
    hit.orderId = m_ids.at(trade).value_or(std::string_view());
    hit.clock = m_clocks[trade];
    hit.pair = m_pairs.at(trade).value_or(std::string_view());
    return hit;
}

void PlotTrades::appendCells(std::string &out, std::uint32_t trade) const
{
    appendPlotCell(out, m_ids.at(trade).value_or(std::string_view()));
    out += ',';
    appendFloatRepr(out, m_clocks[trade]);
    out += ',';
    appendPlotCell(out, m_pairs.at(trade).value_or(std::string_view()));
    out += ',';
}

void appendPlotCell(std::string &out, std::string_view text)
{
    const bool quotes = needsQuotes(text);
    if (quotes)
        out += '"';
    if (looksLikeFormula(text))
        out += '\'';
    for (const char c : text) {
        out += c;
        if (c == '"')
            out += '"';
    }
    if (quotes)
        out += '"';
}

} // namespace arbscope
