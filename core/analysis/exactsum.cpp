// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/exactsum.h"

#include <algorithm>

namespace arbscope {

ExactSum::Wide &ExactSum::findSumOf(int exponent)
{
    const auto found = std::ranges::find(m_parts, exponent, &Part::exponent);
    m_last = std::size_t(found - m_parts.begin());
    if (found == m_parts.end())
        m_parts.push_back({.exponent = exponent, .sum = 0});
    return m_parts[m_last].sum;
}

void ExactSum::addAside(const Decimal &value)
{
    if (!value.isFinite())
        return;
    m_aside = m_aside + value;
    ++m_n;
}

Decimal ExactSum::sum() const
{
    constexpr std::int64_t Group = 1'000'000'000'000'000'000; // what fits a coefficient
    constexpr int GroupDigits = 18;
    Decimal sum = m_aside;
    for (const Part &part : m_parts) {
        int exponent = part.exponent;
        Wide rest = part.sum;
        do {
            sum = sum + Decimal::fromParts({.coefficient = std::int64_t(rest % Group), .exponent = exponent});
            rest /= Group;
            exponent += GroupDigits;
        } while (rest != 0);
    }
    return sum;
}

} // namespace arbscope
