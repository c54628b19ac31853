// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/nearestname.h"

#include "core/analysis/field.h"

#include <algorithm>
#include <vector>

namespace arbscope {

namespace {

/// Insertions, deletions, replacements and swaps of neighbours that make one of the other.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

} // namespace

std::string_view nearestFieldName(std::string_view name)
{
    std::size_t best = std::max<std::size_t>(2, name.size() / 3) + 1;
    std::string_view nearest;
    if (name.size() > 100) // no field's name is half as long
        return nearest;
    for (const Field &field : fields()) {
        if (name.size() >= 4 && field.name.starts_with(name)) // not written to its end
            return field.name;
    }
    for (const Field &field : fields()) {
        const std::size_t away = distance(name, field.name);
        if (away < best && away < field.name.size()) {
            best = away;
            nearest = field.name;
        }
    }
    return nearest;
}

} // namespace arbscope
