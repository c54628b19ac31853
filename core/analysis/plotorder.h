// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotview.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace arbscope {

/// Values that come in any order, and are put in the order of their x now and then; what is equal stays in the order in
/// which it came.
template <class Entry> struct EntriesByX
{
    std::vector<Entry> entries;
    std::size_t sorted = 0; ///< so many of them are in order

    /// Puts the others in their place among these. Returns the first place that is not what it was.
    std::size_t sort()
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

    /// The first of those in order at `x` or beyond.
    [[nodiscard]] std::size_t firstAt(double x) const
    {
        const auto less = [](const Entry &entry, double value) { return entry.x < value; };
        const auto begin = entries.begin();
        return std::size_t(std::lower_bound(begin, begin + std::ptrdiff_t(sorted), x, less) - begin);
    }
};

/// Leaves the series with the most values, by name, and counts the others.
void keepLargest(PlotView &view);

} // namespace arbscope
