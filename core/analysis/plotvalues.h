// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotdata.h"
#include "core/analysis/plotinputs.h"
#include "core/analysis/plotorder.h"

#include <map>

namespace arbscope {

/// How values are spread: histograms of the gap and of slippages, and the shares of latencies up to a value.
class PlotValues final : public PlotData
{
public:
    explicit PlotValues(PlotKind kind);

private:
    struct Entry
    {
        double x = 0;
        std::uint32_t trade = 0;
    };
    struct Series : EntriesByX<Entry>
    {
        [[nodiscard]] double quantile(int percent) const; ///< nearest rank
    };
    struct Source
    {
        FieldId field;
        FieldId exchange = -1; ///< names the series; -1: none
        int leg = 0;
    };
    static std::vector<Source> sourcesOf(PlotKind kind);
    static std::vector<FieldId> fieldsOf(PlotKind kind);

    void forget() override;
    void take(const TradeTable &table, Row row) override;
    void order() override;
    void reduce(const PlotQuestion &question, PlotView &view) const override;
    [[nodiscard]] std::optional<PlotHit> find(const PlotAim &aim) const override;
    void write(std::string &out) const override;
    static void addBars(const Series &series, const PlotRange &drawn, double binWidth, PlotSeries &shown);
    static void addShares(const Series &series, const PlotRange &drawn, int columns, PlotSeries &shown);

    PlotKind m_kind;
    std::vector<Source> m_sources;
    PlotInputs m_inputs; ///< of m_trades
    std::map<std::pair<std::string, int>, Series> m_series; ///< by exchange and leg
};

} // namespace arbscope
