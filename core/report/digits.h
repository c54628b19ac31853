// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace arbscope {

/// The exponents that Python's decimal can hold (64-bit libmpdec).
struct DecimalLimits
{
    static constexpr std::int64_t MaxAdjusted = 999'999'999'999'999'999; ///< MAX_EMAX, of the first digit
    static constexpr std::int64_t MinAdjusted = -MaxAdjusted; ///< MIN_EMIN
    static constexpr std::int64_t MinExponent = -1'999'999'999'999'999'997; ///< MIN_ETINY, of the last digit
};

/// Keeps the first `keep` (at least 1) of decimal digits, rounded half to even. The first digit must be a 0 when a
/// carry out of all the others is to have room.
void roundDigits(std::string &digits, std::size_t keep);

} // namespace arbscope
