// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/decimal.h"

#include "core/report/digits.h"

#include <algorithm>

#include <boost/multiprecision/cpp_int.hpp>

namespace arbscope {

namespace {

using boost::multiprecision::cpp_int;
__extension__ using Wide = __int128;

constexpr auto Precision = Decimal::MaxArithmeticDigits;

cpp_int powerOfTen(std::int64_t exponent)
{
    return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(exponent));
}

/// A coefficient to reckon with: the digits as a number, at most MaxArithmeticDigits of them.
struct Operand
{
    cpp_int coefficient;
    std::int64_t exponent = 0;
    std::int64_t digits = 0;
};

Operand operandOf(std::string_view digits, std::int64_t exponent)
{
    std::string kept(digits);
    if (digits.size() > static_cast<std::size_t>(Precision)) {
        kept.insert(0, 1, '0');
        roundDigits(kept, Precision + 1);
        exponent += static_cast<std::int64_t>(digits.size()) - Precision;
        kept.erase(0, std::min(kept.find_first_not_of('0'), kept.size() - 1));
    }
    return {cpp_int(kept), exponent, static_cast<std::int64_t>(kept.size())};
}

/// 10^k for k below 19.
constexpr auto smallPowers = [] {
    std::array<std::int64_t, 19> powers{};
    std::int64_t power = 1;
    for (auto &entry : powers) {
        entry = power;
        power *= power < 1'000'000'000'000'000'000 ? 10 : 1;
    }
    return powers;
}();

/// Whether a result fits a small coefficient and is far from every limit of exponents.
bool isPlain(Wide coefficient, std::int64_t exponent)
{
    return coefficient < 1'000'000'000'000'000'000 && exponent > -1'000'000'000 && exponent < 1'000'000'000;
}

std::string wideDigits(Wide value)
{
    constexpr std::int64_t chunk = 1'000'000'000'000'000'000;
    if (value < chunk)
        return std::to_string(static_cast<std::int64_t>(value));
    const auto low = std::to_string(static_cast<std::int64_t>(value % chunk));
    return wideDigits(value / chunk) + std::string(18 - low.size(), '0') + low;
}

} // namespace

void roundDigits(std::string &digits, std::size_t keep)
{
    if (keep >= digits.size())
        return;
    const char next = digits[keep];
    const bool isHalf = next == '5' && digits.find_first_not_of('0', keep + 1) == digits.npos;
    const bool up = isHalf ? (digits[keep - 1] - '0') % 2 == 1 : next >= '5';
    digits.resize(keep);
    if (!up)
        return;
    auto at = digits.rbegin();
    for (; at != digits.rend() && *at == '9'; ++at)
        *at = '0';
    if (at != digits.rend())
        ++*at;
}

Decimal Decimal::rounded(bool negative, std::string digits, std::int64_t exponent, int precision)
{
    const auto leading = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    digits.erase(0, leading);
    const bool isZero = digits == "0";
    if (isZero)
        return fromDigits(Kind::Finite, negative, digits,
                          std::clamp(exponent, DecimalLimits::MinExponent, DecimalLimits::MaxAdjusted));

    auto surplus = std::max<std::int64_t>(static_cast<std::int64_t>(digits.size()) - precision, 0);
    surplus = std::max(surplus, DecimalLimits::MinExponent - exponent); // below the smallest exponent
    if (surplus > static_cast<std::int64_t>(digits.size()))
        return fromDigits(Kind::Finite, negative, "0", DecimalLimits::MinExponent);
    if (surplus > 0) {
        digits.insert(0, 1, '0');
        roundDigits(digits, digits.size() - static_cast<std::size_t>(surplus));
        exponent += surplus;
        if (digits[0] != '0' && digits.size() > static_cast<std::size_t>(precision)) { // 9.99 became 10.0
            digits.pop_back();
            ++exponent;
        }
    }
    const auto decimal = fromDigits(Kind::Finite, negative, digits, exponent);
    return decimal.adjustedExponent() > DecimalLimits::MaxAdjusted ? special(Kind::Infinite, negative) : decimal;
}

std::optional<Decimal> Decimal::nanOf(const Decimal &a, const Decimal &b)
{
    const Decimal *source = a.isSignallingNaN() ? &a
        : b.isSignallingNaN()                   ? &b
        : a.isNaN()                             ? &a
        : b.isNaN()                             ? &b
                                                : nullptr;
    if (!source)
        return std::nullopt;
    auto nan = *source;
    nan.m_kind = Kind::QuietNaN;
    return nan;
}

Decimal Decimal::operator-() const
{
    auto negated = *this;
    negated.m_negative = !m_negative;
    return negated;
}

Decimal Decimal::sum(const Decimal &a, const Decimal &b, bool subtract)
{
    if (const auto nan = nanOf(a, b))
        return *nan;
    const bool negativeB = b.m_negative != subtract;
    if (a.isInfinite() || b.isInfinite()) {
        if (a.isInfinite() && b.isInfinite() && a.m_negative != negativeB)
            return special(Kind::QuietNaN, false);
        return special(Kind::Infinite, a.isInfinite() ? a.m_negative : negativeB);
    }
    const auto signOfZero = a.m_negative && negativeB;

    const auto gap = a.m_exponent - b.m_exponent;
    if (a.isSmall() && b.isSmall() && gap >= -18 && gap <= 18) {
        auto wideA = Wide{a.m_coefficient} * smallPowers[static_cast<std::size_t>(std::max<std::int64_t>(gap, 0))];
        auto wideB = Wide{b.m_coefficient} * smallPowers[static_cast<std::size_t>(std::max<std::int64_t>(-gap, 0))];
        const auto total = (a.m_negative ? -wideA : wideA) + (negativeB ? -wideB : wideB);
        const bool negative = total == 0 ? signOfZero : total < 0;
        const auto magnitude = total < 0 ? -total : total;
        const auto exponent = std::min(a.m_exponent, b.m_exponent);
        if (isPlain(magnitude, exponent))
            return small(negative, static_cast<std::int64_t>(magnitude), exponent);
        return rounded(negative, wideDigits(magnitude), exponent, Precision);
    }

    DigitBuffer buffer;
    auto high = operandOf(a.digits(buffer), a.m_exponent);
    auto low = operandOf(b.digits(buffer), b.m_exponent);
    bool negativeHigh = a.m_negative;
    bool negativeLow = negativeB;
    if (high.exponent < low.exponent) {
        std::swap(high, low);
        std::swap(negativeHigh, negativeLow);
    }
    if (high.coefficient == 0 || low.coefficient == 0) {
        // A zero counts only by its exponent, and that no further down than the result's digits can go.
        auto &zero = high.coefficient == 0 ? high : low;
        const auto &other = high.coefficient == 0 ? low : high;
        if (other.coefficient != 0)
            zero.exponent = std::max(zero.exponent, other.exponent - Precision - 1);
        if (zero.exponent > other.exponent && other.coefficient != 0)
            zero.exponent = other.exponent;
        if (high.exponent < low.exponent) {
            std::swap(high, low);
            std::swap(negativeHigh, negativeLow);
        }
    } else {
        // What lies wholly below the result's last digit only says on which side of it the result is.
        const auto floor = high.exponent + std::min<std::int64_t>(-1, high.digits - Precision - 2);
        if (low.digits + low.exponent - 1 < floor) {
            low.coefficient = 1;
            low.exponent = floor;
        }
    }
    if (high.coefficient != 0)
        high.coefficient *= powerOfTen(high.exponent - low.exponent);
    const cpp_int total = (negativeHigh ? cpp_int(-high.coefficient) : high.coefficient)
        + (negativeLow ? cpp_int(-low.coefficient) : low.coefficient);
    return rounded(total == 0 ? signOfZero : total < 0, cpp_int(abs(total)).str(), low.exponent, Precision);
}

Decimal operator+(const Decimal &a, const Decimal &b)
{
    return Decimal::sum(a, b, false);
}

Decimal operator-(const Decimal &a, const Decimal &b)
{
    return Decimal::sum(a, b, true);
}

Decimal operator*(const Decimal &a, const Decimal &b)
{
    if (const auto nan = Decimal::nanOf(a, b))
        return *nan;
    const bool negative = a.m_negative != b.m_negative;
    if (a.isInfinite() || b.isInfinite())
        return a.isZero() || b.isZero() ? Decimal::special(Decimal::Kind::QuietNaN, false)
                                        : Decimal::special(Decimal::Kind::Infinite, negative);
    if (a.isSmall() && b.isSmall()) {
        const auto product = Wide{a.m_coefficient} * b.m_coefficient;
        const auto exponent = a.m_exponent + b.m_exponent;
        if (isPlain(product, exponent))
            return Decimal::small(negative, static_cast<std::int64_t>(product), exponent);
        return Decimal::rounded(negative, wideDigits(product), exponent, Precision);
    }
    Decimal::DigitBuffer buffer;
    const auto left = operandOf(a.digits(buffer), a.m_exponent);
    const auto right = operandOf(b.digits(buffer), b.m_exponent);
    return Decimal::rounded(negative, cpp_int(left.coefficient * right.coefficient).str(),
                            left.exponent + right.exponent, Precision);
}

Decimal Decimal::dividedBy(const Decimal &divisor, int digits) const
{
    if (const auto nan = nanOf(*this, divisor))
        return *nan;
    const bool negative = m_negative != divisor.m_negative;
    if (isInfinite())
        return divisor.isInfinite() ? special(Kind::QuietNaN, false) : special(Kind::Infinite, negative);
    if (divisor.isInfinite())
        return small(negative, 0,
                     DecimalLimits::MinAdjusted - (digits - 1)); // as Python: the smallest of so many digits
    if (divisor.isZero())
        return isZero() ? special(Kind::QuietNaN, false) : special(Kind::Infinite, negative);

    DigitBuffer buffer;
    auto dividend = operandOf(this->digits(buffer), m_exponent);
    auto by = operandOf(divisor.digits(buffer), divisor.m_exponent);
    if (dividend.coefficient == 0)
        return rounded(negative, "0", dividend.exponent - by.exponent, digits);

    // One digit more than asked for, and the last one never 0 or 5 unless nothing follows it: so rounding is right.
    const auto shift = by.digits - dividend.digits + digits + 1;
    auto exponent = dividend.exponent - by.exponent - shift;
    (shift >= 0 ? dividend : by).coefficient *= powerOfTen(shift >= 0 ? shift : -shift);
    cpp_int quotient;
    cpp_int remainder;
    divide_qr(dividend.coefficient, by.coefficient, quotient, remainder);
    if (remainder != 0) {
        if (quotient % 5 == 0)
            ++quotient;
        return rounded(negative, quotient.str(), exponent, digits);
    }
    // An exact quotient has no more trailing zeros than the operands call for.
    auto shown = quotient.str();
    const auto ideal = dividend.exponent - by.exponent;
    while (exponent < ideal && shown.size() > 1 && shown.back() == '0') {
        shown.pop_back();
        ++exponent;
    }
    return rounded(negative, std::move(shown), exponent, digits);
}

} // namespace arbscope
