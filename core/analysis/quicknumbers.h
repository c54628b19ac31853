// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/columns.h"

#include <cstdint>
#include <optional>

namespace arbscope {

/// The arithmetic of derived values on what most columns hold: coefficients below 10^18, which 128 bits take further
/// without allocating. What it cannot tell for sure, it says: then Decimal has to.
enum class Known : std::uint8_t { Yes, No, Undecided };

struct QuickAmount ///< as a column keeps it: the same coefficient and exponent that Decimal would give
{
    Known known = Known::No;
    std::int64_t coefficient = 0;
    int exponent = 0;
};

struct QuickReal ///< the double nearest to the exact value
{
    Known known = Known::No;
    double value = 0;
    bool isExact = false; ///< false: it may be rounded
};

[[nodiscard]] inline QuickAmount quickAmount(const NumberColumn &column, Row row)
{
    const std::int8_t exponent = column.exponents()[row];
    if (exponent == NumberColumn::Unknown)
        return {};
    if (exponent == NumberColumn::Aside)
        return {.known = Known::Undecided};
    return {.known = Known::Yes, .coefficient = column.coefficients()[row], .exponent = exponent};
}

[[nodiscard]] QuickAmount quickSum(const QuickAmount &a, const QuickAmount &b);
[[nodiscard]] QuickAmount quickDifference(const QuickAmount &a, const QuickAmount &b);
[[nodiscard]] QuickAmount quickProduct(const QuickAmount &a, const QuickAmount &b);
/// Whether a < b, both being known.
[[nodiscard]] Known quickLess(const QuickAmount &a, const QuickAmount &b);
/// dividend / divisor
[[nodiscard]] QuickReal quickQuotient(const QuickAmount &dividend, const QuickAmount &divisor);
/// 10⁴ · (price / reference - 1), or for a sale 10⁴ · (1 - price / reference)
[[nodiscard]] QuickReal quickSlippage(const QuickAmount &price, const QuickAmount &reference, bool isSale);
/// a - b and 10⁴ · (a - b); unknown when one of them is (see FloatColumn) or is not finite
[[nodiscard]] QuickReal quickDifference(double a, double b);
[[nodiscard]] QuickReal quickBasisPoints(double a, double b);

} // namespace arbscope
