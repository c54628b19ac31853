// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

namespace arbscope::bench {

/// The value that `share` (0…1) of the values do not exceed; `values` must not be empty.
inline double percentile(std::vector<double> values, double share)
{
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(share * static_cast<double>(values.size()))) - 1;
    const auto at = values.begin() + std::max<std::ptrdiff_t>(rank, 0);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// One JSON object on a line: {"n": …, "median": …, "p99": …, "max": …}, in the unit of `values`.
inline void printStatistics(const char *name, const std::vector<double> &values)
{
    std::printf("{\"name\": \"%s\", \"n\": %zu, \"median\": %.6g, \"p99\": %.6g, \"max\": %.6g}\n", name, values.size(),
                percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1));
    std::fflush(stdout);
}

} // namespace arbscope::bench
