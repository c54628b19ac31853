// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chunkedarray.h"
#include "core/report/decimal.h"

#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

namespace arbscope {

/// Floats, or the doubles nearest to decimals; unknown is a NaN of its own, apart from those that reports hold.
class FloatColumn
{
public:
    enum Precision : bool { Exact, Rounded };
    static constexpr std::uint64_t UnknownBits = 0x7ff8'a4b5'c6d7'e8f9;
    void append(std::optional<double> value) { m_values.append(value.value_or(std::bit_cast<double>(UnknownBits))); }
    void append(double value, Precision precision)
    {
        if (precision == Rounded) {
            m_rounded.resize(m_values.size() / 64 + 1);
            m_rounded.back() |= std::uint64_t{1} << m_values.size() % 64;
        }
        m_values.append(value);
    }
    /// Whether the row's value may be another one than this double, to which it is nearest.
    [[nodiscard]] bool isRounded(Row row) const
    {
        return row / 64 < m_rounded.size() && (m_rounded[row / 64] >> row % 64 & 1) != 0;
    }
    [[nodiscard]] bool isKnown(Row row) const { return !isUnknown(m_values[row]); }
    [[nodiscard]] static bool isUnknown(double value) { return std::bit_cast<std::uint64_t>(value) == UnknownBits; }
    [[nodiscard]] std::optional<double> at(Row row) const
    {
        const double value = m_values[row];
        return isUnknown(value) ? std::nullopt : std::optional(value);
    }
    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] const ChunkedArray<double> &values() const { return m_values; }
    [[nodiscard]] std::size_t bytes() const { return m_values.bytes() + m_rounded.capacity() * sizeof(std::uint64_t); }

private:
    ChunkedArray<double> m_values;
    std::vector<std::uint64_t> m_rounded; ///< a bit a row, as far as there are any
};

/// Yes, no or unknown.
class FlagColumn
{
public:
    enum Value : std::uint8_t { No, Yes, Unknown };
    void append(std::optional<bool> value) { m_values.append(value ? (*value ? Yes : No) : Unknown); }
    [[nodiscard]] std::optional<bool> at(Row row) const
    {
        const auto value = m_values[row];
        return value == Unknown ? std::nullopt : std::optional(value == Yes);
    }
    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] const ChunkedArray<std::uint8_t> &values() const { return m_values; }
    [[nodiscard]] std::size_t bytes() const { return m_values.bytes(); }

private:
    ChunkedArray<std::uint8_t> m_values;
};

/// Decimals and integers, exactly: coefficient and exponent, with the few that do not fit (more than 18 digits, -0,
/// NaN, infinities, huge exponents) kept aside.
class NumberColumn
{
public:
    static constexpr std::int8_t Unknown = -128; ///< exponents that are none
    static constexpr std::int8_t Aside = 127; ///< the coefficient is an index into m_aside
    void append(const std::optional<Decimal> &value);
    /// The coefficient's magnitude is below 10^18; the exponent neither Unknown nor Aside.
    void appendParts(std::int64_t coefficient, std::int8_t exponent)
    {
        m_coefficients.append(coefficient);
        m_exponents.append(exponent);
    }
    [[nodiscard]] std::optional<Decimal> at(Row row) const;
    [[nodiscard]] bool isKnown(Row row) const { return m_exponents[row] != Unknown; }
    [[nodiscard]] std::size_t size() const { return m_exponents.size(); }
    [[nodiscard]] const ChunkedArray<std::int64_t> &coefficients() const { return m_coefficients; }
    [[nodiscard]] const ChunkedArray<std::int8_t> &exponents() const { return m_exponents; }
    [[nodiscard]] std::size_t bytes() const;

private:
    ChunkedArray<std::int64_t> m_coefficients;
    ChunkedArray<std::int8_t> m_exponents;
    std::vector<Decimal> m_aside;
    std::size_t m_asideDigits = 0;
};

} // namespace arbscope
