// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plottrades.h"
#include "core/analysis/plotview.h"

#include <QTimeZone>

#include <memory>
#include <mutex>
#include <span>
#include <stop_token>

namespace arbscope {

/// Where a plot was pointed at, in its own coordinates, and how far from there a point may be in pixels.
struct PlotAim
{
    PlotPoint at;
    PlotRange x; ///< what `width` pixels show
    PlotRange y;
    int width = 800;
    int height = 300;
    double reach = 8;
    std::string group;
};

/// The points of one plot, of all the trades chosen. Values that are unknown, NaN or infinite have none. One thread
/// adds while others ask: each function has the data for itself.
class PlotData
{
public:
    /// `zone`: of days and hours.
    [[nodiscard]] static std::shared_ptr<PlotData> make(PlotKind kind, const QTimeZone &zone);
    virtual ~PlotData();
    PlotData(const PlotData &) = delete;
    PlotData &operator=(const PlotData &) = delete;

    void clear();
    /// False when stopped: clear() comes next.
    [[nodiscard]] bool add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop);
    /// Puts in order what was added since: what is shown from now on.
    void settle();

    [[nodiscard]] PlotView view(const PlotQuestion &question) const;
    /// The trade whose point is nearest; none within reach, or the plot has bars.
    [[nodiscard]] std::optional<PlotHit> nearest(const PlotAim &aim) const;
    /// All values plotted, a record each, with the trade that it is of; floats as they read back, decimals exactly.
    [[nodiscard]] std::string csv() const;

protected:
    explicit PlotData(std::vector<FieldId> fields);
    virtual void forget() = 0;
    virtual void take(const TradeTable &table, Row row) = 0; ///< has the fields; the trade is readable and no test
    virtual void order() { }
    virtual void reduce(const PlotQuestion &question, PlotView &view) const = 0;
    [[nodiscard]] virtual std::optional<PlotHit> find(const PlotAim &) const { return std::nullopt; }
    virtual void write(std::string &out) const = 0;

    PlotTrades m_trades;

private:
    std::vector<FieldId> m_fields;
    mutable std::mutex m_mutex;
    std::int64_t m_readable = 0;
    std::int64_t m_unitTests = 0;
};

} // namespace arbscope
