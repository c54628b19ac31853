// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/quantilesof.h"

#include <algorithm>

namespace arbscope {

Quantiles QuantilesOf::result() const
{
    Quantiles result;
    result.n = std::int64_t(m_values.size());
    if (m_values.empty())
        return result;
    std::vector<Value> values = m_values;
    for (std::size_t i = 0; i < Quantiles::Percents.size(); ++i) {
        const std::size_t percent = std::size_t(Quantiles::Percents[i]);
        const std::size_t rank = std::max<std::size_t>(1, (percent * values.size() + 99) / 100);
        result.values[i] = atRank(values, rank - 1);
    }
    return result;
}

MemberValue QuantilesOf::atRank(std::vector<Value> &values, std::size_t rank) const
{
    const auto at = values.begin() + std::ptrdiff_t(rank);
    std::ranges::nth_element(values, at, {}, &Value::nearest);
    const double nearest = at->nearest;
    // What is equal as a double may be apart exactly; nth_element left all of these on both sides of `at`.
    if (!std::holds_alternative<Decimal>(at->exact))
        return at->exact;
    std::size_t below = 0;
    std::vector<Decimal> equal;
    for (const Value &value : values) {
        if (value.nearest < nearest)
            ++below;
        else if (value.nearest == nearest)
            equal.push_back(std::get<Decimal>(value.exact));
    }
    const auto exact = equal.begin() + std::ptrdiff_t(rank - below);
    std::ranges::nth_element(equal, exact, [](const Decimal &a, const Decimal &b) { return a < b; });
    return *exact;
}

} // namespace arbscope
