// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plotranges.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace arbscope {

PlotRange fittedRange(std::vector<double> values)
{
    if (values.empty())
        return {};
    constexpr std::size_t TooFew = 200; // to call any of them far off
    const auto [least, greatest] = std::ranges::minmax(values);
    if (values.size() < TooFew)
        return {.lower = least, .upper = greatest};
    const auto at = [&](double share) {
        const auto place = values.begin() + std::ptrdiff_t(share * double(values.size() - 1));
        std::ranges::nth_element(values, place);
        return *place;
    };
    const PlotRange most{.lower = at(0.005), .upper = at(0.995)};
    const double room = 0.5 * most.span();
    return {.lower = std::max(least, most.lower - room), .upper = std::min(greatest, most.upper + room)};
}

PlotRange withMargin(const PlotRange &range, double share)
{
    // No finite numbers but such that their span is one, too, and that pixels can tell apart.
    constexpr double Greatest = std::numeric_limits<double>::max() / 16;
    PlotRange wide{.lower = std::clamp(range.lower, -Greatest, Greatest),
                   .upper = std::clamp(range.upper, -Greatest, Greatest)};
    const double middle = wide.lower + wide.span() / 2;
    const double least = std::max(std::abs(middle) * 1e-9, 1e-12);
    if (!(wide.span() > least)) {
        const double half = std::max({std::abs(middle) * 0.05, least, 1e-6});
        wide = {.lower = middle - half, .upper = middle + half};
    }
    const double room = wide.span() * share;
    return {.lower = wide.lower - room, .upper = wide.upper + room};
}

PlotRange drawnRange(const PlotRange &range)
{
    return {.lower = range.lower - range.span() / 2, .upper = range.upper + range.span() / 2};
}

double squaredDistance(const PlotAim &aim, const PlotPoint &point)
{
    const double across = (point.x - aim.at.x) / aim.x.span() * aim.width;
    const double up = (point.y - aim.at.y) / aim.y.span() * aim.height;
    return across * across + up * up;
}

double roundStep(double least)
{
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (power * factor >= least)
            return power * factor;
    }
    return power * 10;
}

} // namespace arbscope
