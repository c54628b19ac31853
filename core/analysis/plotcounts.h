// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotdata.h"

#include <map>

namespace arbscope {

/// How many trades: failures by hour and weekday (contradictory ones are failures, too), and those that took so many
/// fill-or-kill rounds.
class PlotCounts final : public PlotData
{
public:
    PlotCounts(PlotKind kind, const QTimeZone &zone);

private:
    struct Count
    {
        std::int64_t counted = 0;
        std::int64_t all = 0; ///< trades of that hour or day
    };
    static std::vector<FieldId> fieldsOf(PlotKind kind);
    void forget() override;
    void take(const TradeTable &table, Row row) override;
    void reduce(const PlotQuestion &question, PlotView &view) const override;
    void write(std::string &out) const override;
    [[nodiscard]] std::optional<std::int64_t> placeOf(double clock);
    [[nodiscard]] bool isOfTime() const { return m_kind != PlotKind::FokRounds; }

    PlotKind m_kind;
    QTimeZone m_zone;
    std::map<std::int64_t, Count> m_counts; ///< by hour, weekday or rounds
    std::int64_t m_quarter = 0; ///< of an hour, since the epoch: no zone changes within one
    std::optional<std::int64_t> m_quarterPlace; ///< of the clocks in it
};

} // namespace arbscope
