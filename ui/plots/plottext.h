// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotview.h"
#include "ui/text/timeformat.h"

#include <QString>

#include <span>

namespace arbscope {

/// In the order in which they are offered.
[[nodiscard]] std::span<const PlotKind> plotKinds();
/// For settings and file names: "expected-realised", "gap" …
[[nodiscard]] QString plotName(PlotKind kind);
[[nodiscard]] QString plotTitle(PlotKind kind);
/// Of the axis, with its unit; `group` is the asset of a timeline.
[[nodiscard]] QString plotXLabel(PlotKind kind, const TimeFormat &format);
[[nodiscard]] QString plotYLabel(PlotKind kind, const QString &group);
/// What its values along x, and its quantiles, are multiplied with to be shown: latencies are stored in seconds, and
/// shown in milliseconds.
[[nodiscard]] double shownFactor(PlotKind kind);
/// In the legend: its name, how many values, its quantiles.
[[nodiscard]] QString seriesText(PlotKind kind, const PlotSeries &series);
/// Under the choice of plots: of how many values it is, and what is not in it.
[[nodiscard]] QString plotNote(const PlotView &view);
/// Of a trade that was pointed at; plain text of several lines.
[[nodiscard]] QString hitText(PlotKind kind, const PlotHit &hit, const QString &group, const TimeFormat &format);
/// Of the bar at x; empty where there is none.
[[nodiscard]] QString barText(PlotKind kind, const PlotView &view, double x);
[[nodiscard]] QString weekdayText(int day); ///< 1 is Monday
/// A number with digits enough to tell it from one that is `step` apart.
[[nodiscard]] QString plotNumber(double value, double step);

} // namespace arbscope
