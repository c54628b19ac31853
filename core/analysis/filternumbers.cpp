// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filternode.h"

#include "core/analysis/columnvalues.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace arbscope {

namespace {

constexpr auto Least = std::numeric_limits<std::int64_t>::min();
constexpr auto Greatest = std::numeric_limits<std::int64_t>::max();

/// The coefficients of one exponent that equal a literal: [from, to), empty where there is none; below `from` they are
/// less than it. Coefficients are below 10^18, so that the ends of int64 mean "all" and "none".
struct EqualCoefficients
{
    std::int64_t from;
    std::int64_t to;
};

EqualCoefficients equalCoefficients(DecimalParts literal, int exponent)
{
    const std::int64_t shift = literal.exponent - exponent;
    const bool negative = literal.coefficient < 0;
    std::int64_t value = literal.coefficient;
    if (value == 0)
        return {.from = 0, .to = 1};
    if (shift >= 0) {
        for (std::int64_t i = 0; i < shift; ++i) {
            if (std::abs(value) > Greatest / 10)
                return negative ? EqualCoefficients{Least, Least} : EqualCoefficients{Greatest, Greatest};
            value *= 10;
        }
        return {.from = value, .to = value == Greatest ? Greatest : value + 1};
    }
    bool exact = true;
    for (std::int64_t i = 0; i < -shift && value != 0; ++i) {
        exact = exact && value % 10 == 0;
        value /= 10; // towards zero
    }
    if (exact)
        return {.from = value, .to = value + 1};
    const std::int64_t ceiling = negative ? value : value + 1;
    return {.from = ceiling, .to = ceiling};
}

bool holdsOf(std::int64_t coefficient, EqualCoefficients equal, Comparison comparison)
{
    switch (comparison) {
    case Comparison::Equal:
        return coefficient >= equal.from && coefficient < equal.to;
    case Comparison::NotEqual:
        return coefficient < equal.from || coefficient >= equal.to;
    case Comparison::Less:
        return coefficient < equal.from;
    case Comparison::LessOrEqual:
        return coefficient < equal.to;
    case Comparison::Greater:
        return coefficient >= equal.to;
    case Comparison::GreaterOrEqual:
        return coefficient >= equal.from;
    }
    std::unreachable();
}

/// A column of decimals against one literal.
class DecimalNode final : public FilterNode
{
public:
    DecimalNode(FieldId field, Comparison comparison, Decimal literal)
        : m_field(field)
        , m_comparison(comparison)
        , m_literal(std::move(literal))
    {
        if (const auto parts = m_literal.parts()) {
            m_isSmall = true;
            for (int exponent = NumberColumn::Unknown + 1; exponent < NumberColumn::Aside; ++exponent)
                m_equal[std::size_t(exponent - NumberColumn::Unknown)] = equalCoefficients(*parts, exponent);
        }
    }

    void run(const TradeTable &table, RowSpan rows, RowBits &bits) override
    {
        const auto &numbers = std::get<NumberColumn>(table.column(m_field));
        const auto coefficients = numbers.coefficients().chunk(rows.chunk()).subspan(rows.offset());
        const auto exponents = numbers.exponents().chunk(rows.chunk()).subspan(rows.offset());
        const auto exact = [&](std::size_t i) {
            const auto value = numbers.at(Row(rows.begin + i));
            return value && holds(*value <=> m_literal, m_comparison);
        };
        if (!m_isSmall)
            return setBits(bits, rows.size(), exact);
        setBits(bits, rows.size(), [&](std::size_t i) {
            const std::int8_t exponent = exponents[i];
            if (exponent == NumberColumn::Unknown || exponent == NumberColumn::Aside)
                return exact(i);
            return holdsOf(coefficients[i], m_equal[std::size_t(exponent - NumberColumn::Unknown)], m_comparison);
        });
    }

private:
    FieldId m_field;
    Comparison m_comparison;
    Decimal m_literal;
    bool m_isSmall = false;
    std::array<EqualCoefficients, 256> m_equal{}; ///< by exponent, from NumberColumn::Unknown
};

/// A column of doubles against one literal: floats as doubles; of derived decimals what is equal is looked at exactly.
class FloatNode final : public FilterNode
{
public:
    FloatNode(FieldId field, Comparison comparison, const Decimal &literal)
        : m_field(field)
        , m_comparison(comparison)
        , m_literal(literal)
        , m_double(literal.toDouble())
    {
        if (fields()[std::size_t(field)].type == MemberType::Decimal)
            m_isTrueOfEqual = holds(Decimal::fromDouble(m_double) <=> literal, comparison);
        else
            m_isTrueOfEqual = holds(m_double <=> m_double, comparison);
    }

    void run(const TradeTable &table, RowSpan rows, RowBits &bits) override
    {
        const auto &known = std::get<FloatColumn>(table.column(m_field));
        switch (m_comparison) {
        case Comparison::Equal:
            return compare(table, rows, bits, known, std::equal_to());
        case Comparison::NotEqual:
            return compare(table, rows, bits, known, std::not_equal_to());
        case Comparison::Less:
            return compare(table, rows, bits, known, std::less());
        case Comparison::LessOrEqual:
            return compare(table, rows, bits, known, std::less_equal());
        case Comparison::Greater:
            return compare(table, rows, bits, known, std::greater());
        case Comparison::GreaterOrEqual:
            return compare(table, rows, bits, known, std::greater_equal());
        }
    }

private:
    template <class Test>
    void compare(const TradeTable &table, RowSpan rows, RowBits &bits, const FloatColumn &column, Test test) const
    {
        const auto values = column.values().chunk(rows.chunk()).subspan(rows.offset());
        setBits(bits, rows.size(), [&](std::size_t i) {
            if (values[i] == m_double) {
                const auto row = Row(rows.begin + i);
                if (!column.isRounded(row))
                    return m_isTrueOfEqual;
                return holds(std::get<Decimal>(table.value(m_field, row)) <=> m_literal, m_comparison);
            }
            return test(values[i], m_double) && !FloatColumn::isUnknown(values[i]);
        });
    }

    FieldId m_field;
    Comparison m_comparison;
    Decimal m_literal;
    double m_double;
    bool m_isTrueOfEqual; ///< of a value that is this double exactly
};

/// Equal to one of many numbers.
class NumberSetNode final : public FilterNode
{
public:
    NumberSetNode(FieldId field, const std::vector<FilterLiteral> &literals)
        : m_field(field)
        , m_isFloat(fields()[std::size_t(field)].type == MemberType::Float)
    {
        for (const FilterLiteral &literal : literals) {
            const auto &number = std::get<Decimal>(literal.value);
            if (!number.isNaN())
                m_set.push_back(m_isFloat ? Decimal::fromDouble(number.toDouble()) : number);
        }
        std::ranges::sort(m_set, [](const Decimal &a, const Decimal &b) { return a < b; });
    }

    void run(const TradeTable &table, RowSpan rows, RowBits &bits) override
    {
        setBits(bits, rows.size(), [&](std::size_t i) {
            const MemberValue value = table.value(m_field, Row(rows.begin + i));
            if (const auto *number = std::get_if<Decimal>(&value))
                return contains(*number);
            if (const auto *integer = std::get_if<qint64>(&value))
                return contains(Decimal(*integer));
            const auto *real = std::get_if<double>(&value);
            return real && contains(Decimal::fromDouble(*real));
        });
    }

private:
    bool contains(const Decimal &number) const
    {
        return !number.isNaN()
            && std::ranges::binary_search(m_set, number, [](const Decimal &a, const Decimal &b) { return a < b; });
    }

    FieldId m_field;
    bool m_isFloat;
    std::vector<Decimal> m_set; ///< ascending
};

} // namespace

std::unique_ptr<FilterNode> numberNode(FieldId field, Comparison comparison, std::vector<FilterLiteral> literals)
{
    if (literals.size() > 1)
        return std::make_unique<NumberSetNode>(field, literals);
    const auto &literal = std::get<Decimal>(literals.front().value);
    if (std::holds_alternative<FloatColumn>(columnFor(field)))
        return std::make_unique<FloatNode>(field, comparison, literal);
    return std::make_unique<DecimalNode>(field, comparison, literal);
}

} // namespace arbscope
