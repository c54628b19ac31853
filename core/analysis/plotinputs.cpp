// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plotinputs.h"

#include "core/analysis/columnvalues.h"
#include "core/analysis/derivedvalues.h"

#include <type_traits>

namespace arbscope {

namespace {

const DerivedValue *derivedOf(FieldId field)
{
    return derivedValue(fields()[std::size_t(field)].name);
}

void copyRow(NumberColumn &to, const NumberColumn &from, Row row)
{
    const std::int8_t exponent = from.exponents()[row];
    if (exponent == NumberColumn::Aside)
        to.append(from.at(row));
    else
        to.appendParts(from.coefficients()[row], exponent);
}

template <class Column> void copyRow(Column &to, const Column &from, Row row)
{
    to.append(from.at(row));
}

} // namespace

PlotInputs::PlotInputs(const std::vector<FieldId> &derived)
{
    for (const FieldId field : derived) {
        if (const DerivedValue *value = derivedOf(field)) {
            for (const int member : value->inputs())
                m_columns.emplace(member, columnFor(member));
        }
    }
}

void PlotInputs::add(const TradeTable &table, Row row)
{
    for (auto &[member, column] : m_columns) {
        const TradeTable::Column &from = table.column(member);
        std::visit([&](auto &to) { copyRow(to, std::get<std::remove_reference_t<decltype(to)>>(from), row); }, column);
    }
}

void PlotInputs::clear()
{
    for (auto &[member, column] : m_columns)
        column = columnFor(member);
}

void PlotInputs::append(std::string &out, FieldId derived, std::uint32_t trade) const
{
    const DerivedValue *value = derivedOf(derived);
    Report report;
    for (const int member : value->inputs()) {
        setMember(report, member, valueAt(m_columns.at(member), trade, schema()[std::size_t(member)].type));
    }
    const MemberValue exact = value->compute(report);
    if (const auto *decimal = std::get_if<Decimal>(&exact))
        decimal->appendText(out);
}

} // namespace arbscope
