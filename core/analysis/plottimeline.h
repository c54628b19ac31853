// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotdata.h"
#include "core/analysis/plotorder.h"

#include <map>

namespace arbscope {

/// Amounts of one asset over time, in steps: what was earned so far, or the balances on each exchange. Of trades with
/// the same clock the one that came last counts.
class PlotTimeline final : public PlotData
{
public:
    explicit PlotTimeline(PlotKind kind);

private:
    struct Entry
    {
        double x = 0; ///< clock
        double y = 0; ///< the amount, or the sum so far
        std::uint32_t trade = 0;
        Row amount = 0; ///< in Series::amounts
    };
    struct Series : EntriesByX<Entry>
    {
        NumberColumn amounts;
        std::vector<Decimal> sums; ///< before every SumEvery-th entry
        void add(double clock, const Decimal &amount, std::uint32_t trade);
        void addUp(std::size_t from);
        [[nodiscard]] Decimal sumTo(std::size_t entry) const; ///< this one included
        [[nodiscard]] const Entry *nearest(const PlotAim &aim, double &best) const;
    };
    static constexpr std::size_t SumEvery = 4096;
    using Exchanges = std::map<std::string, Series>;
    static std::vector<FieldId> fieldsOf(PlotKind kind);

    void forget() override;
    void take(const TradeTable &table, Row row) override;
    void order() override;
    void reduce(const PlotQuestion &question, PlotView &view) const override;
    [[nodiscard]] std::optional<PlotHit> find(const PlotAim &aim) const override;
    void write(std::string &out) const override;
    [[nodiscard]] const std::pair<const std::string, Exchanges> *groupOf(const std::optional<std::string> &name) const;
    [[nodiscard]] std::string exactText(const Series &series, const Entry &entry) const;
    static void addSteps(const Series &series, const PlotRange &drawn, int columns, PlotSeries &shown);

    PlotKind m_kind;
    std::map<std::string, Exchanges> m_groups; ///< by asset
};

} // namespace arbscope
