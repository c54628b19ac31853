// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/decimal.h"

#include <QtGlobal>

#include <string>

namespace arbscope {

/// Sample amounts are integers that count units of 10^-places: exact, and fast enough for millions of trades.
inline constexpr int DemoAmountPlaces = 8;
inline constexpr qint64 DemoOne = 100'000'000; ///< 1 as an amount

[[nodiscard]] constexpr qint64 demoPowerOfTen(int exponent)
{
    return exponent == 0 ? 1 : 10 * demoPowerOfTen(exponent - 1);
}

/// The number with exactly `places` digits after the point.
void appendDemoNumber(std::string &out, qint64 units, int places);
/// The same as a Decimal; zero is plain "0".
[[nodiscard]] Decimal demoDecimal(qint64 units, int places = DemoAmountPlaces);

} // namespace arbscope
