// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotdata.h"

#include <array>

namespace arbscope {

/// Realised over expected profitability, a series an outcome. Few points in sight are given each, many as a density.
class PlotScatter final : public PlotData
{
public:
    PlotScatter();
    static constexpr std::size_t MostPoints = 3000;

private:
    struct Entry
    {
        PlotPoint point;
        std::uint32_t trade = 0;
    };
    void forget() override;
    void take(const TradeTable &table, Row row) override;
    void reduce(const PlotQuestion &question, PlotView &view) const override;
    [[nodiscard]] std::optional<PlotHit> find(const PlotAim &aim) const override;
    void write(std::string &out) const override;
    [[nodiscard]] PlotRange fit(double PlotPoint::*coordinate) const;

    std::array<std::vector<Entry>, 5> m_entries; ///< by Outcome
};

} // namespace arbscope
