// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace arbscope {

/// coefficient · 10^exponent; the coefficient's magnitude is below 10^18.
struct DecimalParts
{
    std::int64_t coefficient = 0;
    std::int64_t exponent = 0;
};

/// The nearest double, where one operation on two doubles that are exact gives it: coefficients up to 2^53, exponents
/// from -22 to 22 (Clinger 1990, "How to read floating point numbers accurately").
[[nodiscard]] std::optional<double> quickDouble(DecimalParts parts);

/// An exact decimal number with the values, the text and the signs of Python's decimal.Decimal
/// (the General Decimal Arithmetic Specification, https://speleotrove.com/decimal/): finite numbers of any
/// number of digits with their exponent kept (1.10 is not 1.1 in text, but equal in value), signed zeros,
/// infinities, quiet and signalling NaN with payload. Most values fit an int64 coefficient and stay allocation-free.
class Decimal
{
public:
    Decimal() = default; ///< 0
    explicit Decimal(std::int64_t value);

    /// Python's Decimal(text) grammar, ASCII digits only; nothing when it does not fit or its exponent is out of
    /// the range that Python holds. White space around it and `_` are accepted as Python does.
    [[nodiscard]] static std::optional<Decimal> fromText(std::string_view text);
    /// The exact binary expansion, as Decimal(float).
    [[nodiscard]] static Decimal fromDouble(double value);

    [[nodiscard]] static Decimal fromParts(DecimalParts parts);
    /// For columns of numbers; none for more than 18 digits, for -0 and for what is no number.
    [[nodiscard]] std::optional<DecimalParts> parts() const;

    /// Python's str(Decimal).
    [[nodiscard]] std::string text() const;
    void appendText(std::string &out) const;
    /// Plain positional digits with exactly `places` after the point, rounded half to even; what has no such text of
    /// at most MaxArithmeticDigits digits (NaN, infinities, 1E+999999999) as text().
    [[nodiscard]] std::string fixed(int places) const;

    [[nodiscard]] bool isNaN() const;
    [[nodiscard]] bool isSignallingNaN() const;
    [[nodiscard]] bool isInfinite() const;
    [[nodiscard]] bool isFinite() const;
    [[nodiscard]] bool isNegative() const; ///< the sign, also of -0 and -NaN
    [[nodiscard]] bool isZero() const;
    /// The nearest double; overflow gives an infinity.
    [[nodiscard]] double toDouble() const;

    /// Exact (see MaxArithmeticDigits); special values as in the specification (Infinity - Infinity is NaN).
    friend Decimal operator+(const Decimal &a, const Decimal &b);
    friend Decimal operator-(const Decimal &a, const Decimal &b);
    friend Decimal operator*(const Decimal &a, const Decimal &b);
    Decimal operator-() const;
    /// Quotient rounded half to even to `digits` significant digits (1…1000); x/0 is an infinity, 0/0 NaN.
    [[nodiscard]] Decimal dividedBy(const Decimal &divisor, int digits = 28) const;

    /// By value: 1.0 and 1.00 are equal, NaN is unordered.
    friend std::partial_ordering operator<=>(const Decimal &a, const Decimal &b);
    friend bool operator==(const Decimal &a, const Decimal &b);
    /// Decimal.compare_total: tells representations apart (1.00 < 1.0), orders NaNs and -0 < 0.
    [[nodiscard]] static std::strong_ordering compareTotal(const Decimal &a, const Decimal &b);

    /// Arithmetic is exact up to this many digits; beyond it (a hostile 1E+999999999 + 1) operands and results are
    /// rounded half to even, so that no operation takes more than milliseconds.
    static constexpr int MaxArithmeticDigits = 20'000;

private:
    enum class Kind : std::uint8_t { Finite, Infinite, QuietNaN, SignallingNaN };
    using DigitBuffer = std::array<char, 20>;

    static std::optional<Decimal> fromGeneralText(std::string_view text);
    /// A finite number from any digits, with the exponent's range enforced as by a Python context of greatest range.
    static Decimal rounded(bool negative, std::string digits, std::int64_t exponent, int precision);
    static Decimal fromDigits(Kind kind, bool negative, std::string_view digits, std::int64_t exponent);
    static Decimal small(bool negative, std::int64_t coefficient, std::int64_t exponent); ///< coefficient below 10^18
    static Decimal special(Kind kind, bool negative);
    /// The NaN that an operation on these gives, if either is one.
    static std::optional<Decimal> nanOf(const Decimal &a, const Decimal &b);
    static Decimal sum(const Decimal &a, const Decimal &b, bool subtract);
    static std::strong_ordering compareMagnitudes(const Decimal &a, const Decimal &b);

    /// The coefficient's (or payload's) digits without leading zeros, at least one; a small one's go into `buffer`.
    std::string_view digits(DigitBuffer &buffer) const;
    std::int64_t adjustedExponent() const; ///< of the first digit
    bool isSmall() const { return !m_digits; }

    std::int64_t m_coefficient = 0; ///< below 10^18, when m_digits is empty
    std::int64_t m_exponent = 0;
    std::shared_ptr<const std::string> m_digits; ///< of larger coefficients, shared by copies
    Kind m_kind = Kind::Finite;
    bool m_negative = false;
};

} // namespace arbscope
