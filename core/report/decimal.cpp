// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace arbscope {

namespace {

constexpr std::size_t SmallDigits = 18; ///< any coefficient of so many digits fits m_coefficient

/// What a sign makes of an order of magnitudes.
std::strong_ordering signedOrder(std::strong_ordering order, bool negative)
{
    return negative ? 0 <=> order : order;
}

} // namespace

Decimal::Decimal(std::int64_t value)
{
    DigitBuffer buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    std::string_view text(buffer.data(), end);
    if (value < 0)
        text.remove_prefix(1);
    *this = fromDigits(Kind::Finite, value < 0, text, 0);
}

Decimal Decimal::fromDigits(Kind kind, bool negative, std::string_view digits, std::int64_t exponent)
{
    const auto leading = std::min(digits.find_first_not_of('0'), digits.size());
    digits.remove_prefix(leading);
    Decimal decimal;
    decimal.m_kind = kind;
    decimal.m_negative = negative;
    decimal.m_exponent = exponent;
    if (digits.size() > SmallDigits)
        decimal.m_digits = std::make_shared<const std::string>(digits);
    else
        std::from_chars(digits.data(), digits.data() + digits.size(), decimal.m_coefficient);
    return decimal;
}

Decimal Decimal::small(bool negative, std::int64_t coefficient, std::int64_t exponent)
{
    Decimal decimal;
    decimal.m_coefficient = coefficient;
    decimal.m_exponent = exponent;
    decimal.m_negative = negative;
    return decimal;
}

Decimal Decimal::fromParts(DecimalParts parts)
{
    return small(parts.coefficient < 0, std::abs(parts.coefficient), parts.exponent);
}

std::optional<DecimalParts> Decimal::parts() const
{
    if (!isFinite() || !isSmall() || (m_negative && m_coefficient == 0))
        return std::nullopt;
    return DecimalParts{.coefficient = m_negative ? -m_coefficient : m_coefficient, .exponent = m_exponent};
}

Decimal Decimal::special(Kind kind, bool negative)
{
    Decimal decimal;
    decimal.m_kind = kind;
    decimal.m_negative = negative;
    return decimal;
}

bool Decimal::isNaN() const
{
    return m_kind == Kind::QuietNaN || m_kind == Kind::SignallingNaN;
}

bool Decimal::isSignallingNaN() const
{
    return m_kind == Kind::SignallingNaN;
}

bool Decimal::isInfinite() const
{
    return m_kind == Kind::Infinite;
}

bool Decimal::isFinite() const
{
    return m_kind == Kind::Finite;
}

bool Decimal::isNegative() const
{
    return m_negative;
}

bool Decimal::isZero() const
{
    return isFinite() && isSmall() && m_coefficient == 0;
}

std::string_view Decimal::digits(DigitBuffer &buffer) const
{
    if (m_digits)
        return *m_digits;
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), m_coefficient).ptr};
}

std::int64_t Decimal::adjustedExponent() const
{
    DigitBuffer buffer;
    return m_exponent + static_cast<std::int64_t>(digits(buffer).size()) - 1;
}

std::optional<double> quickDouble(DecimalParts parts)
{
    constexpr std::array powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (std::abs(parts.coefficient) > std::int64_t{1} << 53 || std::abs(parts.exponent) >= std::ssize(powers))
        return std::nullopt;
    const auto coefficient = static_cast<double>(parts.coefficient);
    const double power = powers[static_cast<std::size_t>(std::abs(parts.exponent))];
    return parts.exponent < 0 ? coefficient / power : coefficient * power;
}

double Decimal::toDouble() const
{
    if (isNaN())
        return std::numeric_limits<double>::quiet_NaN();
    double value = std::numeric_limits<double>::infinity();
    const auto quick = isFinite() && isSmall() ? quickDouble({m_coefficient, m_exponent}) : std::nullopt;
    if (quick) {
        value = *quick;
    } else if (isFinite()) {
        DigitBuffer buffer;
        const auto text = std::string(digits(buffer)) + 'e' + std::to_string(m_exponent);
        if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc::result_out_of_range)
            value = adjustedExponent() > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    }
    return m_negative ? -value : value;
}

std::strong_ordering Decimal::compareMagnitudes(const Decimal &a, const Decimal &b)
{
    if (a.isZero() || b.isZero())
        return !a.isZero() <=> !b.isZero();
    if (a.isSmall() && b.isSmall() && a.m_exponent == b.m_exponent)
        return a.m_coefficient <=> b.m_coefficient;
    if (const auto order = a.adjustedExponent() <=> b.adjustedExponent(); order != 0)
        return order;
    DigitBuffer bufferA;
    DigitBuffer bufferB;
    const auto digitsA = a.digits(bufferA);
    const auto digitsB = b.digits(bufferB);
    const auto common = std::min(digitsA.size(), digitsB.size());
    if (const auto order = digitsA.substr(0, common) <=> digitsB.substr(0, common); order != 0)
        return order;
    // The same number as far as the shorter goes: only digits other than zero can make the longer one greater.
    return (digitsA.find_first_not_of('0', common) != digitsA.npos)
        <=> (digitsB.find_first_not_of('0', common) != digitsB.npos);
}

std::partial_ordering operator<=>(const Decimal &a, const Decimal &b)
{
    if (a.isNaN() || b.isNaN())
        return std::partial_ordering::unordered;
    if (a.isZero() && b.isZero())
        return std::partial_ordering::equivalent;
    if (a.m_negative != b.m_negative) // a zero beside another number may bear either sign
        return a.isZero()  ? (b.m_negative ? std::partial_ordering::greater : std::partial_ordering::less)
            : b.isZero()   ? (a.m_negative ? std::partial_ordering::less : std::partial_ordering::greater)
            : a.m_negative ? std::partial_ordering::less
                           : std::partial_ordering::greater;
    const auto magnitudes
        = a.isInfinite() || b.isInfinite() ? a.isInfinite() <=> b.isInfinite() : Decimal::compareMagnitudes(a, b);
    return signedOrder(magnitudes, a.m_negative);
}

bool operator==(const Decimal &a, const Decimal &b)
{
    return (a <=> b) == 0;
}

std::strong_ordering Decimal::compareTotal(const Decimal &a, const Decimal &b)
{
    if (a.m_negative != b.m_negative)
        return b.m_negative <=> a.m_negative;
    // Finite < Infinity < sNaN < NaN in magnitude.
    const auto rank = [](const Decimal &d) {
        return d.isFinite() ? 0 : d.isInfinite() ? 1 : d.isSignallingNaN() ? 2 : 3;
    };
    auto order = rank(a) <=> rank(b);
    if (order == 0 && !a.isInfinite())
        order = compareMagnitudes(a, b); // of a NaN, the payloads
    if (order == 0 && a.isFinite())
        order = a.m_exponent <=> b.m_exponent;
    return signedOrder(order, a.m_negative);
}

} // namespace arbscope
