// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/decimal.h"

#include "core/report/digits.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <boost/multiprecision/cpp_int.hpp>

namespace arbscope {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes `word` (lower case) off the front of `text`, in any case.
bool takeWord(std::string_view &text, std::string_view word)
{
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; };
    if (text.size() < word.size() || !std::ranges::equal(text.substr(0, word.size()), word, same))
        return false;
    text.remove_prefix(word.size());
    return true;
}

bool allDigits(std::string_view text)
{
    return std::ranges::all_of(text, isDigit);
}

/// Python takes white space off both ends and drops every `_`, wherever it stands.
std::string withoutOrnaments(std::string_view text)
{
    constexpr std::string_view space = " \t\n\v\f\r\x1c\x1d\x1e\x1f";
    const auto first = std::min(text.find_first_not_of(space), text.size());
    std::string plain(text.substr(first, text.find_last_not_of(space) + 1 - first));
    std::erase(plain, '_');
    return plain;
}

/// An exponent's value; what does not fit is far beyond every limit and stays so.
std::optional<std::int64_t> exponentOf(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty() || !allDigits(text))
        return std::nullopt;
    constexpr std::int64_t beyond = 4'000'000'000'000'000'000;
    std::int64_t value = beyond;
    std::from_chars(text.data(), text.data() + text.size(), value);
    value = std::min(value, beyond);
    return negative ? -value : value;
}

} // namespace

std::optional<Decimal> Decimal::fromText(std::string_view text)
{
    // Nearly all texts are [-]digits[.digits] of at most 18 digits.
    const bool negative = text.starts_with('-');
    std::int64_t coefficient = 0;
    std::int64_t pointAt = -1;
    std::int64_t count = 0;
    for (const char c : text.substr(negative ? 1 : 0)) {
        if (isDigit(c) && count < 18) {
            coefficient = coefficient * 10 + (c - '0');
            ++count;
        } else if (c == '.' && pointAt < 0) {
            pointAt = count;
        } else {
            return fromGeneralText(text);
        }
    }
    if (count == 0)
        return fromGeneralText(text);
    return small(negative, coefficient, pointAt < 0 ? 0 : pointAt - count);
}

std::optional<Decimal> Decimal::fromGeneralText(std::string_view text)
{
    const auto plain = withoutOrnaments(text);
    std::string_view rest = plain;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+'))
        rest.remove_prefix(1);

    if (takeWord(rest, "inf"))
        return rest.empty() || (takeWord(rest, "inity") && rest.empty())
            ? std::optional(special(Kind::Infinite, negative))
            : std::nullopt;
    const auto kind = takeWord(rest, "snan") ? Kind::SignallingNaN
        : takeWord(rest, "nan")              ? Kind::QuietNaN
                                             : Kind::Finite;
    if (kind != Kind::Finite)
        return allDigits(rest) ? std::optional(fromDigits(kind, negative, rest, 0)) : std::nullopt;

    std::int64_t exponent = 0;
    if (const auto at = rest.find_first_of("eE"); at != rest.npos) {
        const auto given = exponentOf(rest.substr(at + 1));
        if (!given)
            return std::nullopt;
        exponent = *given;
        rest = rest.substr(0, at);
    }
    const auto point = rest.find('.');
    std::string joined;
    if (point != rest.npos) {
        exponent -= static_cast<std::int64_t>(rest.size() - point - 1);
        joined.reserve(rest.size());
        joined.append(rest.substr(0, point)).append(rest.substr(point + 1));
        rest = joined;
    }
    if (rest.empty() || !allDigits(rest))
        return std::nullopt;
    auto decimal = fromDigits(Kind::Finite, negative, rest, exponent);
    if (exponent < DecimalLimits::MinExponent || decimal.adjustedExponent() > DecimalLimits::MaxAdjusted)
        return std::nullopt;
    return decimal;
}

Decimal Decimal::fromDouble(double value)
{
    if (std::isnan(value))
        return special(Kind::QuietNaN, false);
    if (std::isinf(value))
        return special(Kind::Infinite, value < 0);
    // value = integer · 2^power with the integer odd; a negative power is as many factors 5 over a power of ten.
    int power = 0;
    auto integer = static_cast<std::int64_t>(std::ldexp(std::frexp(std::fabs(value), &power), 53));
    power -= 53;
    while (integer != 0 && integer % 2 == 0) {
        integer /= 2;
        ++power;
    }
    if (integer == 0)
        power = 0;
    using boost::multiprecision::cpp_int;
    const cpp_int coefficient = power < 0
        ? cpp_int(integer * boost::multiprecision::pow(cpp_int(5), static_cast<unsigned>(-power)))
        : cpp_int(cpp_int(integer) << power);
    return fromDigits(Kind::Finite, std::signbit(value), coefficient.str(), std::min(power, 0));
}

std::string Decimal::text() const
{
    std::string out;
    appendText(out);
    return out;
}

void Decimal::appendText(std::string &out) const
{
    if (m_negative)
        out += '-';
    if (isInfinite()) {
        out += "Infinity";
        return;
    }
    DigitBuffer buffer;
    const auto shown = digits(buffer);
    if (isNaN()) {
        out += isSignallingNaN() ? "sNaN" : "NaN";
        if (shown != "0")
            out += shown;
        return;
    }

    const auto count = static_cast<std::int64_t>(shown.size());
    const auto adjusted = m_exponent + count - 1;
    if (m_exponent <= 0 && adjusted >= -6) {
        const auto whole = count + m_exponent; // digits before the point
        if (whole <= 0) {
            out += "0.";
            out.append(static_cast<std::size_t>(-whole), '0');
            out += shown;
        } else {
            out += shown.substr(0, static_cast<std::size_t>(whole));
            if (m_exponent < 0) {
                out += '.';
                out += shown.substr(static_cast<std::size_t>(whole));
            }
        }
        return;
    }
    out += shown[0];
    if (count > 1) {
        out += '.';
        out += shown.substr(1);
    }
    out += adjusted < 0 ? "E" : "E+";
    char exponent[24];
    out.append(exponent, std::to_chars(exponent, exponent + sizeof exponent, adjusted).ptr);
}

std::string Decimal::fixed(int places) const
{
    if (!isFinite() || (!isZero() && adjustedExponent() >= MaxArithmeticDigits) || m_exponent >= MaxArithmeticDigits)
        return text();
    DigitBuffer buffer;
    std::string all(digits(buffer));
    const auto surplus = -m_exponent - places; // digits to round away, or zeros to add when negative
    if (surplus <= 0) {
        all.append(static_cast<std::size_t>(-surplus), '0');
    } else {
        // One zero in front, so that a carry has room and a number below the last place rounds as any other.
        const auto missing = std::max<std::int64_t>(surplus - static_cast<std::int64_t>(all.size()), 0);
        if (missing > 0) {
            all = "0"; // below half of the last place, whatever its digits
        } else {
            all.insert(0, 1, '0'); // before its size is taken: arguments are evaluated in any order
            roundDigits(all, all.size() - static_cast<std::size_t>(surplus));
        }
    }
    const auto width = static_cast<std::size_t>(places) + 1;
    if (all.size() < width)
        all.insert(0, width - all.size(), '0');
    const auto nonZero = all.find_first_not_of('0');
    all.erase(0, std::min(nonZero, all.size() - width));
    if (places > 0)
        all.insert(all.size() - static_cast<std::size_t>(places), 1, '.');
    return m_negative ? '-' + all : all;
}

} // namespace arbscope
