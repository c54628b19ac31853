// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filternode.h"

#include <utility>

namespace arbscope {

namespace {

Decimal numberOf(const MemberValue &value)
{
    if (const auto *real = std::get_if<double>(&value))
        return Decimal::fromDouble(*real);
    if (const auto *integer = std::get_if<qint64>(&value))
        return Decimal(*integer);
    return std::get<Decimal>(value);
}

bool isUnknown(const MemberValue &value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// Two fields of the same row; numbers by their exact values, floats too.
class FieldsNode final : public FilterNode
{
public:
    explicit FieldsNode(const CompareFields &compared)
        : m_compared(compared)
    { }

    void run(const TradeTable &table, RowSpan rows, RowBits &bits) override
    {
        const TradeTable::Column &left = table.column(m_compared.left);
        const TradeTable::Column &right = table.column(m_compared.right);
        if (const auto *numbers = std::get_if<NumberColumn>(&left);
            numbers && std::holds_alternative<NumberColumn>(right))
            return setBits(bits, rows.size(), [&](std::size_t i) {
                return decimalsHold(*numbers, std::get<NumberColumn>(right), Row(rows.begin + i));
            });
        setBits(bits, rows.size(), [&](std::size_t i) { return valuesHold(table, Row(rows.begin + i)); });
    }

private:
    bool decimalsHold(const NumberColumn &left, const NumberColumn &right, Row row) const
    {
        const std::int8_t exponent = left.exponents()[row];
        if (exponent == right.exponents()[row] && exponent != NumberColumn::Unknown && exponent != NumberColumn::Aside)
            return holds(left.coefficients()[row] <=> right.coefficients()[row], m_compared.comparison);
        const auto a = left.at(row);
        const auto b = right.at(row);
        return a && b && holds(*a <=> *b, m_compared.comparison);
    }

    bool valuesHold(const TradeTable &table, Row row) const
    {
        const MemberValue a = table.value(m_compared.left, row);
        const MemberValue b = table.value(m_compared.right, row);
        if (isUnknown(a) || isUnknown(b))
            return false;
        if (const auto *text = std::get_if<QString>(&a)) // by bytes, as everywhere
            return holds(text->toUtf8().compare(std::get<QString>(b).toUtf8()) <=> 0, m_compared.comparison);
        if (const auto *flag = std::get_if<bool>(&a))
            return holds(*flag <=> std::get<bool>(b), m_compared.comparison);
        return holds(numberOf(a) <=> numberOf(b), m_compared.comparison);
    }

    CompareFields m_compared;
};

} // namespace

std::unique_ptr<FilterNode> fieldsNode(const CompareFields &fields)
{
    return std::make_unique<FieldsNode>(fields);
}

} // namespace arbscope
