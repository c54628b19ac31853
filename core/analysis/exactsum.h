// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/columns.h"

#include <vector>

namespace arbscope {

/// Adds up decimals exactly, without a Decimal for each: coefficients of one exponent in 128 bits, which 10^19 of them
/// do not fill. What is unknown or not finite is not counted.
class ExactSum
{
public:
    void add(const NumberColumn &column, Row row)
    {
        const std::int8_t exponent = column.exponents()[row];
        if (exponent == NumberColumn::Unknown)
            return;
        if (exponent == NumberColumn::Aside)
            return addAside(*column.at(row));
        ++m_n;
        sumOf(exponent) += column.coefficients()[row];
    }
    [[nodiscard]] std::int64_t n() const { return m_n; }
    [[nodiscard]] Decimal sum() const;

private:
    __extension__ using Wide = __int128;
    struct Part
    {
        int exponent;
        Wide sum;
    };
    Wide &sumOf(int exponent)
    {
        if (m_last < m_parts.size() && m_parts[m_last].exponent == exponent)
            return m_parts[m_last].sum;
        return findSumOf(exponent);
    }
    Wide &findSumOf(int exponent);
    void addAside(const Decimal &value);

    std::vector<Part> m_parts; ///< mostly one
    std::size_t m_last = 0;
    Decimal m_aside;
    std::int64_t m_n = 0;
};

} // namespace arbscope
