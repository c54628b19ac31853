// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/floatliteral.h"

#include "core/report/pynumbers.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace arbscope {

namespace {

__extension__ using Wide = __int128;

constexpr int MaxPlaces = 19; ///< 10^19 still fits 64 bits

constexpr auto powersOfTen = [] {
    std::array<std::uint64_t, MaxPlaces + 1> powers{};
    powers[0] = 1;
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}();

/// Eight digits as a number, all at once: pairs, then fours, then eight.
std::int64_t eightDigits(std::string_view digits)
{
    if constexpr (std::endian::native == std::endian::little) {
        std::uint64_t chunk = 0;
        std::memcpy(&chunk, digits.data(), sizeof chunk);
        chunk = (chunk & 0x0f0f0f0f0f0f0f0f) * 2561 >> 8;
        chunk = (chunk & 0x00ff00ff00ff00ff) * 6553601 >> 16;
        return static_cast<std::int64_t>((chunk & 0x0000ffff0000ffff) * 42949672960001 >> 32);
    }
    std::int64_t n = 0;
    for (const char c : digits)
        n = n * 10 + (c - '0');
    return n;
}

std::int64_t appendDigits(std::int64_t n, std::string_view digits)
{
    while (digits.size() >= 8) {
        n = n * 100'000'000 + eightDigits(digits.substr(0, 8));
        digits.remove_prefix(8);
    }
    for (const char c : digits)
        n = n * 10 + (c - '0');
    return n;
}

/// Reads and prints: right for every literal.
bool isPrintedTheSame(std::string_view literal)
{
    char text[FloatTextSize];
    return literal == std::string_view(text, writeFloatRepr(text, parseJsonNumber(literal)));
}

/// Proves in whole numbers that N / 10^places is the shortest text of its nearest double, and of those of its length
/// the nearest to it. Answers false also when it can prove nothing (halfway cases, powers of two, extreme exponents).
bool isProvenShortest(std::int64_t n, int places)
{
    const auto power = powersOfTen[static_cast<std::size_t>(places)];
    const auto bits = std::bit_cast<std::uint64_t>(static_cast<double>(n) / static_cast<double>(power));
    constexpr auto hidden = std::uint64_t{1} << 52;
    const int shift = 1075 - static_cast<int>(bits >> 52); // the double is mantissa / 2^shift
    if (shift < 1 || shift > 66)
        return false;
    auto mantissa = static_cast<std::int64_t>((bits & (hidden - 1)) | hidden);

    // All from here in units of 1 / (2^shift · 10^places): neighbouring doubles are `power` apart, decimals of this
    // many places 2^shift. `off` is how far the double lies above the decimal.
    const auto step = Wide{1} << shift;
    const auto half = Wide{power} / 2;
    auto off = Wide{mantissa} * power - (Wide{n} << shift);
    if (off > half) { // the division rounded twice: take the neighbour
        --mantissa;
        off -= power;
    } else if (off < -half) {
        ++mantissa;
        off += power;
    }
    const auto magnitude = off < 0 ? -off : off;
    const auto isInside
        = mantissa > static_cast<std::int64_t>(hidden) && mantissa < static_cast<std::int64_t>(2 * hidden);
    if (!isInside || magnitude >= half || 2 * magnitude >= step)
        return false;
    // A shorter decimal is a multiple of ten here: neither neighbour may round to this double.
    const auto last = n % 10;
    return off + (Wide{last} << shift) > half && (Wide{10 - last} << shift) - off > half;
}

} // namespace

bool isOwnRepr(std::string_view literal)
{
    auto digits = literal;
    if (digits.starts_with('-'))
        digits.remove_prefix(1);
    const auto point = digits.find('.');
    const auto places = static_cast<int>(digits.size() - point - 1);
    if (places > MaxPlaces || digits.back() == '0')
        return isPrintedTheSame(literal);
    const auto n = appendDigits(appendDigits(0, digits.substr(0, point)), digits.substr(point + 1));
    return isProvenShortest(n, places) || isPrintedTheSame(literal);
}

} // namespace arbscope
