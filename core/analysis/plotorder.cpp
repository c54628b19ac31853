// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plotorder.h"

#include <tuple>

namespace arbscope {

void keepLargest(PlotView &view)
{
    constexpr std::size_t Most = 12; // more cannot be told apart
    if (view.series.size() <= Most)
        return;
    view.seriesLeftOut = view.series.size() - Most;
    std::ranges::stable_sort(view.series, [](const PlotSeries &a, const PlotSeries &b) { return a.n > b.n; });
    view.series.resize(Most);
    std::ranges::sort(view.series, [](const PlotSeries &a, const PlotSeries &b) {
        return std::tie(a.name, a.leg) < std::tie(b.name, b.leg);
    });
}

} // namespace arbscope
