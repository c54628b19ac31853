// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/decimal.h"

#include <array>
#include <optional>
#include <string_view>

// Nearly all numbers in reports are [-]digits[.digits] of some digits: these are read here without a Decimal.
namespace arbscope {

/// What Decimal::fromText(text)->parts() is, where the text is of that kind, has at most 18 digits and is not -0; none
/// otherwise.
[[nodiscard]] inline std::optional<DecimalParts> plainParts(std::string_view text)
{
    constexpr std::size_t MostDigits = 18;
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    DecimalParts parts;
    std::size_t digits = 0;
    bool hasPoint = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (++digits > MostDigits)
                return std::nullopt;
            parts.coefficient = parts.coefficient * 10 + (c - '0');
            parts.exponent -= hasPoint ? 1 : 0;
        } else if (c == '.' && !hasPoint) {
            hasPoint = true;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0 || (negative && parts.coefficient == 0))
        return std::nullopt;
    if (negative)
        parts.coefficient = -parts.coefficient;
    return parts;
}

/// The double nearest to such a number, where one division gives it: both of its sides are doubles, exactly.
[[nodiscard]] inline std::optional<double> plainDouble(std::string_view text)
{
    constexpr std::array Powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};
    constexpr std::int64_t MostExact = std::int64_t{1} << 53;
    const auto parts = plainParts(text);
    if (!parts || parts->coefficient > MostExact || parts->coefficient < -MostExact)
        return std::nullopt;
    return static_cast<double>(parts->coefficient) / Powers[static_cast<std::size_t>(-parts->exponent)];
}

} // namespace arbscope
