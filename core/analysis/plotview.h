// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace arbscope {

/// What can be plotted (inspection.md §4).
enum class PlotKind {
    Profitability, ///< realised over expected, a point a trade
    Gap, ///< how often, basis points
    Latency, ///< share of the trades that took at most so long, by exchange and leg; seconds
    Slippage, ///< how often, by leg; basis points
    CumulativeNet, ///< over time, by quote asset
    Balances, ///< over time, by asset and exchange
    FailuresByHour, ///< of the day, 0…23
    FailuresByWeekday, ///< 1 is Monday
    FokRounds, ///< how many trades took how many
};
/// How one is drawn.
enum class PlotShape { Scatter, Histogram, Shares, Timeline, Counts };

[[nodiscard]] constexpr PlotShape shapeOf(PlotKind kind)
{
    switch (kind) {
    case PlotKind::Profitability:
        return PlotShape::Scatter;
    case PlotKind::Gap:
    case PlotKind::Slippage:
        return PlotShape::Histogram;
    case PlotKind::Latency:
        return PlotShape::Shares;
    case PlotKind::CumulativeNet:
    case PlotKind::Balances:
        return PlotShape::Timeline;
    case PlotKind::FailuresByHour:
    case PlotKind::FailuresByWeekday:
    case PlotKind::FokRounds:
        break;
    }
    return PlotShape::Counts;
}

struct PlotRange
{
    double lower = 0;
    double upper = 1;
    [[nodiscard]] double span() const { return upper - lower; }
    [[nodiscard]] bool contains(double value) const { return value >= lower && value <= upper; }
    bool operator==(const PlotRange &) const = default;
};

struct PlotPoint
{
    double x = 0;
    double y = 0;
    bool operator==(const PlotPoint &) const = default;
};

/// Which part of a plot is wanted, and on how many pixels.
struct PlotQuestion
{
    std::optional<PlotRange> x{}; ///< none: what fits
    std::optional<PlotRange> y{}; ///< of a scatter; the others fit what x shows
    int width = 800;
    int height = 300;
    std::optional<std::string> group{}; ///< asset of a timeline; none or not there: the one with the most points
};

struct PlotSeries
{
    std::string name; ///< exchange, outcome; empty: there is only one
    int leg = 0; ///< 1 or 2; 0: of none
    std::int64_t n = 0; ///< known values, all of them
    std::vector<PlotPoint> points; ///< what pixels can show; of bars the lower edge and the count
    std::vector<std::int64_t> wholes; ///< of failures, by point: trades at that time, failed or not
    std::vector<std::pair<int, double>> quantiles; ///< percent (nearest rank) and value
};

/// Points counted in cells, where there are too many to draw each.
struct PlotDensity
{
    PlotRange x;
    PlotRange y;
    int columns = 0;
    int rows = 0;
    std::vector<std::uint32_t> counts; ///< by row from y.lower, then column
};

/// A plot reduced to what its pixels can show. Points reach half a width beyond the range on both sides.
struct PlotView
{
    PlotRange x;
    PlotRange y;
    std::vector<PlotSeries> series; ///< those with the most points, by name
    std::size_t seriesLeftOut = 0;
    PlotDensity density;
    double binWidth = 1;
    std::vector<std::string> groups; ///< assets of a timeline
    std::string group; ///< the one shown
    std::int64_t n = 0; ///< values plotted (in this group)
    std::int64_t outside = 0; ///< of these, beyond the range
    std::int64_t trades = 0; ///< readable ones, without test trades
    std::int64_t unitTests = 0; ///< left out
};

/// A trade whose point was pointed at.
struct PlotHit
{
    std::string orderId;
    double clock = 0; ///< epoch seconds
    std::string pair;
    std::string series; ///< its name
    int leg = 0;
    PlotPoint point;
    std::string exact; ///< the value, to the last digit
};

} // namespace arbscope
