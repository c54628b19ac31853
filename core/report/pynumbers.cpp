// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pynumbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace arbscope {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Advances over digits; false when there was none.
bool skipDigits(std::string_view text, std::size_t &at)
{
    const auto first = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at > first;
}

bool skipSign(std::string_view text, std::size_t &at)
{
    if (at < text.size() && (text[at] == '+' || text[at] == '-'))
        return text[at++] == '-';
    return false;
}

/// Advances over an exponent, if one begins here; false when one begins but does not go on.
bool skipExponent(std::string_view text, std::size_t &at)
{
    if (at == text.size() || (text[at] != 'e' && text[at] != 'E'))
        return true;
    ++at;
    skipSign(text, at);
    return skipDigits(text, at);
}

std::string_view stripped(std::string_view text)
{
    // What CPython's float() and int() take for white space in ASCII text.
    constexpr std::string_view space = " \t\n\v\f\r";
    const auto first = text.find_first_not_of(space);
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// The text without its `_`, each of which must stand between two digits.
std::optional<std::string> withoutUnderscores(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_')
            plain += text[i];
        else if (i == 0 || i + 1 == text.size() || !isDigit(text[i - 1]) || !isDigit(text[i + 1]))
            return std::nullopt;
    }
    return plain;
}

bool isWord(std::string_view text, std::string_view lowerCaseWord)
{
    return std::ranges::equal(text, lowerCaseWord,
                              [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
}

/// Whether the magnitude of a decimal literal that does not fit a double is too large, rather than too small.
bool isTooLarge(std::string_view literal)
{
    const auto exponentAt = std::min(literal.find_first_of("eE"), literal.size());
    const auto mantissa = literal.substr(0, exponentAt);
    const auto point = std::min(mantissa.find('.'), mantissa.size());
    const auto leading = std::min(mantissa.find_first_of("123456789"), mantissa.size());
    const auto place = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(leading);

    auto exponent = literal.substr(std::min(exponentAt + 1, literal.size()));
    const bool negative = exponent.starts_with('-');
    if (negative || exponent.starts_with('+'))
        exponent.remove_prefix(1);
    std::int64_t power = 0;
    if (std::from_chars(exponent.data(), exponent.data() + exponent.size(), power).ec == std::errc::result_out_of_range)
        return !negative;
    return place + (negative ? -power : power) > 0;
}

/// The nearest double of [-]digits[.digits][e[±]digits], where either run of digits may be empty.
double nearestDouble(std::string_view literal)
{
    double value = 0;
    if (std::from_chars(literal.data(), literal.data() + literal.size(), value).ec == std::errc::result_out_of_range) {
        value = isTooLarge(literal) ? std::numeric_limits<double>::infinity() : 0.0;
        return literal.starts_with('-') ? -value : value;
    }
    return value;
}

} // namespace

char *writeFloatRepr(char *out, double value)
{
    const auto put = [&out](std::string_view text) { out = std::copy(text.begin(), text.end(), out); };
    if (std::isnan(value)) {
        put("nan");
        return out;
    }
    if (std::signbit(value))
        *out++ = '-';
    if (std::isinf(value)) {
        put("inf");
        return out;
    }

    // Shortest digits and their exponent, d[.ddd]e±xx; laid out by Python's rules below.
    char text[FloatTextSize];
    const auto end = std::to_chars(text, text + sizeof text, std::fabs(value), std::chars_format::scientific).ptr;
    const auto *exponentAt = static_cast<const char *>(std::memchr(text, 'e', static_cast<std::size_t>(end - text)));
    int exponent = 0;
    std::from_chars(exponentAt + (exponentAt[1] == '+' ? 2 : 1), end, exponent);
    if (exponent < -4 || exponent >= 16) {
        out = std::copy(static_cast<const char *>(text), static_cast<const char *>(end), out);
        return out;
    }

    char digits[FloatTextSize];
    digits[0] = text[0];
    const char *fraction = text + (exponentAt - text > 1 ? 2 : 1);
    const auto count = static_cast<int>(std::copy(fraction, exponentAt, digits + 1) - digits);
    if (exponent < 0) {
        put("0.");
        out = std::fill_n(out, -exponent - 1, '0');
        return std::copy_n(digits, count, out);
    }
    const int whole = exponent + 1;
    out = std::copy_n(digits, std::min(count, whole), out);
    out = std::fill_n(out, std::max(0, whole - count), '0');
    *out++ = '.';
    if (count <= whole)
        *out++ = '0';
    return std::copy(digits + std::min(count, whole), digits + count, out);
}

void appendFloatRepr(std::string &out, double value)
{
    char text[FloatTextSize];
    out.append(text, writeFloatRepr(text, value));
}

void appendJsonFloat(std::string &out, double value)
{
    if (std::isnan(value))
        out += "NaN";
    else if (std::isinf(value))
        out += value < 0 ? "-Infinity" : "Infinity";
    else
        appendFloatRepr(out, value);
}

double parseJsonNumber(std::string_view literal)
{
    return nearestDouble(literal);
}

bool isJsonNumber(std::string_view text)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto whole = at;
    if (!skipDigits(text, at) || (text[whole] == '0' && at > whole + 1))
        return false;
    if (at < text.size() && text[at] == '.' && !skipDigits(text, ++at))
        return false;
    return skipExponent(text, at) && at == text.size();
}

std::optional<double> parsePythonFloat(std::string_view text)
{
    const auto plain = withoutUnderscores(stripped(text));
    if (!plain)
        return std::nullopt;

    std::string_view literal = *plain;
    std::size_t at = 0;
    const bool negative = skipSign(literal, at);
    const auto magnitude = literal.substr(at);
    if (isWord(magnitude, "inf") || isWord(magnitude, "infinity"))
        return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (isWord(magnitude, "nan"))
        return std::numeric_limits<double>::quiet_NaN();

    bool hasDigits = skipDigits(literal, at);
    if (at < literal.size() && literal[at] == '.')
        hasDigits |= skipDigits(literal, ++at);
    if (!hasDigits || !skipExponent(literal, at) || at != literal.size())
        return std::nullopt;
    const double value = nearestDouble(magnitude);
    return negative ? -value : value;
}

std::expected<std::int64_t, IntegerFault> parsePythonInteger(std::string_view text)
{
    const auto plain = withoutUnderscores(stripped(text));
    if (!plain)
        return std::unexpected(IntegerFault::Malformed);

    std::size_t at = 0;
    const bool negative = skipSign(*plain, at);
    const auto first = at;
    if (!skipDigits(*plain, at) || at != plain->size())
        return std::unexpected(IntegerFault::Malformed);
    const auto literal = (negative ? "-" : "") + plain->substr(first);
    std::int64_t value = 0;
    if (std::from_chars(literal.data(), literal.data() + literal.size(), value).ec != std::errc())
        return std::unexpected(IntegerFault::OutOfRange);
    return value;
}

} // namespace arbscope
