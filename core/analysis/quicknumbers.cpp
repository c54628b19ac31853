// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/quicknumbers.h"

#include <array>
#include <cmath>
#include <limits>

namespace arbscope {

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t CoefficientEnd = 1'000'000'000'000'000'000; // as in DecimalParts
constexpr int MostShift = 19; // 10^18 · 10^19 fits 127 bits
constexpr double BasisPoints = 10'000;

constexpr auto Powers = [] {
    std::array<Wide, MostShift + 1> powers{};
    Wide power = 1;
    for (Wide &each : powers) {
        each = power;
        power *= 10;
    }
    return powers;
}();

Known bothKnown(const QuickAmount &a, const QuickAmount &b)
{
    if (a.known == Known::Undecided || b.known == Known::Undecided)
        return Known::Undecided;
    return a.known == Known::Yes && b.known == Known::Yes ? Known::Yes : Known::No;
}

/// Two known amounts with one exponent; false when they do not fit.
bool align(const QuickAmount &a, const QuickAmount &b, Wide &left, Wide &right)
{
    const int shift = a.exponent - b.exponent;
    if (std::abs(shift) > MostShift)
        return false;
    left = a.coefficient * Powers[std::size_t(std::max(shift, 0))];
    right = b.coefficient * Powers[std::size_t(std::max(-shift, 0))];
    return true;
}

QuickAmount amount(Wide coefficient, int exponent)
{
    if (coefficient >= CoefficientEnd || coefficient <= -CoefficientEnd || exponent <= NumberColumn::Unknown
        || exponent >= NumberColumn::Aside)
        return {.known = Known::Undecided};
    return {.known = Known::Yes, .coefficient = std::int64_t(coefficient), .exponent = exponent};
}

QuickAmount added(const QuickAmount &a, const QuickAmount &b, int sign)
{
    if (const Known known = bothKnown(a, b); known != Known::Yes)
        return {.known = known};
    Wide left = 0;
    Wide right = 0;
    if (!align(a, b, left, right))
        return {.known = Known::Undecided};
    return amount(left + sign * right, std::min(a.exponent, b.exponent));
}

/// Cheaper than the conversion of 128 bits where 64 do.
long double realOf(Wide value)
{
    const auto narrow = std::int64_t(value);
    return narrow == value ? static_cast<long double>(narrow) : static_cast<long double>(value);
}

/// The double nearest to a value that is known to be this one but for 2^-61 of it, if that tells which.
QuickReal nearest(long double value)
{
    static_assert(std::numeric_limits<long double>::digits >= 64);
    constexpr long double Slack = 0x1p-61L;
    const auto low = static_cast<double>(value * (1 - Slack));
    const auto high = static_cast<double>(value * (1 + Slack));
    if (low != high || !std::isfinite(low) || std::abs(low) < std::numeric_limits<double>::min())
        return {.known = Known::Undecided};
    return {.known = Known::Yes, .value = low};
}

/// Whether factor · numerator / denominator is exactly this double, as far as that is cheap to see.
bool isExactly(double value, Wide numerator, Wide denominator, int factor)
{
    constexpr double Fractions = 1024; // short binary fractions are short decimal ones
    constexpr Wide Much = Wide(1) << 80;
    const double scaled = value * Fractions;
    if (std::abs(scaled) >= 0x1p40 || scaled != std::trunc(scaled) || numerator >= Much || numerator <= -Much
        || denominator >= Much || denominator <= -Much)
        return false;
    return Wide(std::int64_t(scaled)) * denominator == numerator * factor * std::int64_t(Fractions);
}

struct Difference
{
    double nearest;
    double rest; ///< nearest + rest is the difference exactly (Knuth's two-sum)
};

Difference difference(double a, double b)
{
    const double sum = a - b;
    const double other = sum - a;
    return {.nearest = sum, .rest = (a - (sum - other)) - (b + other)};
}

} // namespace

QuickAmount quickSum(const QuickAmount &a, const QuickAmount &b)
{
    return added(a, b, 1);
}

QuickAmount quickDifference(const QuickAmount &a, const QuickAmount &b)
{
    return added(a, b, -1);
}

QuickAmount quickProduct(const QuickAmount &a, const QuickAmount &b)
{
    if (const Known known = bothKnown(a, b); known != Known::Yes)
        return {.known = known};
    const Wide product = Wide(a.coefficient) * b.coefficient;
    if (product == 0 && (a.coefficient < 0 || b.coefficient < 0)) // -0, which a column keeps aside
        return {.known = Known::Undecided};
    return amount(product, a.exponent + b.exponent);
}

Known quickLess(const QuickAmount &a, const QuickAmount &b)
{
    Wide left = 0;
    Wide right = 0;
    if (!align(a, b, left, right))
        return Known::Undecided;
    return left < right ? Known::Yes : Known::No;
}

QuickReal quickQuotient(const QuickAmount &dividend, const QuickAmount &divisor)
{
    if (const Known known = bothKnown(dividend, divisor); known != Known::Yes)
        return {.known = known};
    if (divisor.coefficient == 0)
        return {};
    Wide numerator = 0;
    Wide denominator = 0;
    if (!align(dividend, divisor, numerator, denominator))
        return {.known = Known::Undecided};
    if (numerator == 0)
        return {.known = Known::Yes, .value = denominator < 0 ? -0.0 : 0.0, .isExact = true};
    QuickReal quotient = nearest(realOf(numerator) / realOf(denominator));
    quotient.isExact = quotient.known == Known::Yes && isExactly(quotient.value, numerator, denominator, 1);
    return quotient;
}

QuickReal quickSlippage(const QuickAmount &price, const QuickAmount &reference, bool isSale)
{
    if (const Known known = bothKnown(price, reference); known != Known::Yes)
        return {.known = known};
    if (reference.coefficient == 0)
        return {};
    Wide paid = 0;
    Wide expected = 0;
    if (!align(price, reference, paid, expected))
        return {.known = Known::Undecided};
    const Wide numerator = isSale ? expected - paid : paid - expected;
    if (numerator == 0)
        return {.known = Known::Yes, .value = 0, .isExact = true};
    const long double ratio = realOf(numerator) / realOf(expected);
    // Price / reference is rounded to 28 digits, of which a small difference leaves few.
    constexpr long double LeastRatio = 1e-7L;
    if (std::abs(ratio) < LeastRatio)
        return {.known = Known::Undecided};
    QuickReal slippage = nearest(ratio * BasisPoints);
    slippage.isExact = slippage.known == Known::Yes && isExactly(slippage.value, numerator, expected, int(BasisPoints));
    return slippage;
}

QuickReal quickDifference(double a, double b)
{
    if (!std::isfinite(a) || !std::isfinite(b)) // unknown is a NaN, too
        return {};
    const Difference exact = difference(a, b);
    if (!std::isfinite(exact.nearest) || !std::isfinite(exact.rest))
        return {.known = Known::Undecided};
    return {.known = Known::Yes, .value = exact.nearest, .isExact = exact.rest == 0};
}

QuickReal quickBasisPoints(double a, double b)
{
    if (!std::isfinite(a) || !std::isfinite(b))
        return {};
    const auto [sum, rest] = difference(a, b);
    constexpr double Least = 1e-250; // what is far smaller may lose digits on the way
    constexpr double Most = 1e300;
    if (sum == 0)
        return {.known = Known::Yes, .value = sum, .isExact = true};
    if (!(std::abs(sum) > Least && std::abs(sum) < Most) || (rest != 0 && std::abs(rest) < Least))
        return {.known = Known::Undecided};
    const double product = sum * BasisPoints;
    const double lost = std::fma(sum, BasisPoints, -product); // exactly what rounding took
    const double correction = lost + rest * BasisPoints;
    const double slack = std::abs(correction) * 0x1p-50;
    const double low = product + (correction - slack);
    const double high = product + (correction + slack);
    if (low != high)
        return {.known = Known::Undecided};
    return {.known = Known::Yes, .value = low, .isExact = lost == 0 && rest == 0};
}

} // namespace arbscope
