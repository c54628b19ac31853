// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/columnvalues.h"

#include "core/report/jsonescapes.h"
#include "core/report/plainnumber.h"
#include "core/report/pynumbers.h"
#include "core/report/utf8.h"

#include <charconv>
#include <utility>

namespace arbscope {

namespace {

using Kind = ValueView::Kind;

/// Ids are different in nearly every trade; other texts are not.
bool isDistinct(std::string_view name)
{
    return name == "order_id" || name.ends_with("_id") || name.ends_with("_data");
}

/// The texts of a decimal and of an integer literal follow one grammar here.
void appendNumber(NumberColumn &numbers, const ValueView &value)
{
    if (value.kind == Kind::Null)
        return numbers.append(std::nullopt);
    if (const auto parts = plainParts(value.text()))
        return numbers.appendParts(parts->coefficient, static_cast<std::int8_t>(parts->exponent));
    numbers.append(Decimal::fromText(value.text()));
}

double floatOf(std::string_view literal)
{
    const auto plain = plainDouble(literal);
    return plain ? *plain : parseJsonNumber(literal);
}

template <class TextColumn> void appendText(TextColumn &column, const ValueView &value, std::string &scratch)
{
    if (value.kind == Kind::Null)
        return column.append(std::nullopt);
    if (!value.has(ValueView::Escaped))
        return column.append(value.text());
    scratch.clear();
    appendUnescaped(scratch, value.text());
    column.append(scratch);
}

std::optional<Decimal> numberOf(const MemberValue &value)
{
    if (const auto *decimal = std::get_if<Decimal>(&value))
        return *decimal;
    const auto *integer = std::get_if<qint64>(&value);
    return integer ? std::optional(Decimal(*integer)) : std::nullopt;
}

template <class T> std::optional<T> valueOf(const MemberValue &value)
{
    const auto *found = std::get_if<T>(&value);
    return found ? std::optional(*found) : std::nullopt;
}

/// A derived decimal becomes the double nearest to it.
void appendReal(FloatColumn &floats, const MemberValue &value)
{
    const auto *decimal = std::get_if<Decimal>(&value);
    if (!decimal)
        return floats.append(valueOf<double>(value));
    const double nearest = decimal->toDouble();
    floats.append(nearest, Decimal::fromDouble(nearest) == *decimal ? FloatColumn::Exact : FloatColumn::Rounded);
}

qint64 integerOf(const Decimal &number)
{
    const std::string text = number.text();
    qint64 integer = 0;
    std::from_chars(text.data(), text.data() + text.size(), integer);
    return integer;
}

} // namespace

TradeTable::Column columnFor(FieldId field)
{
    const Field &known = fields()[std::size_t(field)];
    const bool amount = known.unit == MemberUnit::Asset1 || known.unit == MemberUnit::Asset2;
    switch (known.type) {
    case MemberType::Text:
        if (isDistinct(known.name))
            return DistinctColumn();
        return DictionaryColumn();
    case MemberType::Bool:
        return FlagColumn();
    case MemberType::Float:
        return FloatColumn();
    case MemberType::Decimal:
        if (known.origin == Field::Origin::Derived && !amount)
            return FloatColumn();
        return NumberColumn();
    case MemberType::Integer:
        return NumberColumn();
    }
    std::unreachable();
}

void appendValue(TradeTable::Column &column, const ValueView &value, std::string &scratch)
{
    if (auto *numbers = std::get_if<NumberColumn>(&column))
        appendNumber(*numbers, value);
    else if (auto *floats = std::get_if<FloatColumn>(&column))
        floats->append(value.kind == Kind::Null ? std::nullopt : std::optional(floatOf(value.text())));
    else if (auto *dictionary = std::get_if<DictionaryColumn>(&column))
        appendText(*dictionary, value, scratch);
    else if (auto *distinct = std::get_if<DistinctColumn>(&column))
        appendText(*distinct, value, scratch);
    else
        std::get<FlagColumn>(column).append(value.kind == Kind::Null ? std::nullopt
                                                                     : std::optional(value.kind == Kind::True));
}

void appendValue(TradeTable::Column &column, const MemberValue &value)
{
    if (auto *numbers = std::get_if<NumberColumn>(&column)) {
        numbers->append(numberOf(value));
    } else if (auto *floats = std::get_if<FloatColumn>(&column)) {
        appendReal(*floats, value);
    } else if (auto *flags = std::get_if<FlagColumn>(&column)) {
        flags->append(valueOf<bool>(value));
    } else {
        const auto text = valueOf<QString>(value);
        const std::string utf8 = text ? text->toStdString() : std::string();
        const auto view = text ? std::optional<std::string_view>(utf8) : std::nullopt;
        if (auto *dictionary = std::get_if<DictionaryColumn>(&column))
            dictionary->append(view);
        else
            std::get<DistinctColumn>(column).append(view);
    }
}

MemberValue valueAt(const TradeTable::Column &column, Row row, MemberType type)
{
    return std::visit(
        [&](const auto &values) -> MemberValue {
            const auto value = values.at(row);
            if (!value)
                return {};
            if constexpr (requires { std::string_view(*value); })
                return textFromUtf8(*value);
            else if constexpr (requires { value->parts(); })
                return type == MemberType::Integer ? MemberValue(integerOf(*value)) : MemberValue(*value);
            else
                return *value;
        },
        column);
}

void setMember(Report &report, FieldId member, const MemberValue &value)
{
    const auto set = [&](auto place) {
        auto &target = report.*place;
        using Target = std::remove_reference_t<decltype(target)>;
        if constexpr (requires { target.has_value(); })
            target = valueOf<typename Target::value_type>(value);
        else if (const auto *known = std::get_if<Target>(&value))
            target = *known;
    };
    std::visit(set, schema()[std::size_t(member)].place);
}

} // namespace arbscope
