// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotview.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace arbscope {

/// Puts the entries from `sorted` on in their place among those before, which are in the order of x; what is equal
/// stays in the order in which it came. Returns the first place that is not what it was.
template <class Entry> std::size_t mergeByX(std::vector<Entry> &entries, std::size_t &sorted)
{
    const auto less = [](const Entry &a, const Entry &b) { return a.x < b.x; };
    const auto middle = entries.begin() + std::ptrdiff_t(sorted);
    if (middle == entries.end())
        return sorted;
    std::stable_sort(middle, entries.end(), less);
    const auto first = std::upper_bound(entries.begin(), middle, *middle, less);
    const std::size_t changed = std::size_t(first - entries.begin());
    std::inplace_merge(first, middle, entries.end(), less);
    sorted = entries.size();
    return changed;
}

/// The first of a series' sorted entries at `x` or beyond.
template <class Series> std::size_t firstAt(const Series &series, double x)
{
    const auto less = [](const auto &entry, double value) { return entry.x < value; };
    const auto begin = series.entries.begin();
    return std::size_t(std::lower_bound(begin, begin + std::ptrdiff_t(series.sorted), x, less) - begin);
}

/// Leaves the series with the most values, by name, and counts the others.
void keepLargest(PlotView &view);

} // namespace arbscope
