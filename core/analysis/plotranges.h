// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotdata.h"

#include <algorithm>
#include <span>
#include <vector>

namespace arbscope {

/// What shows nearly all of these values: a few that are far off are left outside.
[[nodiscard]] PlotRange fittedRange(std::vector<double> values);
/// The same of values in ascending order, by at(i) for i below `size`.
template <class At> PlotRange fittedRange(std::size_t size, At at)
{
    constexpr std::size_t Enough = 20'000;
    const std::size_t step = std::max<std::size_t>(1, size / Enough);
    std::vector<double> sample;
    for (std::size_t i = 0; i < size; i += step)
        sample.push_back(at(i));
    if (size > 0)
        sample.push_back(at(size - 1));
    return fittedRange(std::move(sample));
}
/// With some room on both sides; never empty.
[[nodiscard]] PlotRange withMargin(const PlotRange &range, double share);
/// What is drawn beyond the range, so that there is something to see while it is dragged.
[[nodiscard]] PlotRange drawnRange(const PlotRange &range);

/// How far a point is from where was pointed at, in pixels, squared.
[[nodiscard]] double squaredDistance(const PlotAim &aim, const PlotPoint &point);

/// 1, 2 or 5 times a power of ten, the least one not below `least`.
[[nodiscard]] double roundStep(double least);

} // namespace arbscope
