// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotview.h"
#include "core/analysis/tradetable.h"

#include <string>
#include <string_view>

namespace arbscope {

/// Whose points a plot has: copied from the table, by number from 0.
class PlotTrades
{
public:
    std::uint32_t add(const TradeTable &table, Row row);
    [[nodiscard]] std::size_t size() const { return m_clocks.size(); }
    [[nodiscard]] double clock(std::uint32_t trade) const { return m_clocks[trade]; }
    /// Order id, clock and pair.
    [[nodiscard]] PlotHit hit(std::uint32_t trade) const;
    /// The same as cells, each with its comma.
    void appendCells(std::string &out, std::uint32_t trade) const;
    static constexpr std::string_view Header = "order_id,clock,pair,";

private:
    DistinctColumn m_ids;
    ChunkedArray<double> m_clocks;
    DictionaryColumn m_pairs;
};

/// A cell of a CSV record: guarded against formulas, quoted where it must be.
void appendPlotCell(std::string &out, std::string_view text);

} // namespace arbscope
