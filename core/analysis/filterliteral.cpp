// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filterliteral.h"

#include "core/report/clocktext.h"

#include <cmath>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;

bool isTime(FieldId field)
{
    return fields()[std::size_t(field)].unit == MemberUnit::EpochSeconds;
}

std::expected<FilterLiteral, FilterErrorCode> number(const FilterToken &token)
{
    std::string text = token.text.toStdString();
    const bool percent = text.ends_with('%');
    if (percent)
        text.pop_back();
    const auto value = Decimal::fromText(text);
    if (!value)
        return std::unexpected(FilterErrorCode::OutOfRange);
    return FilterLiteral{percent ? *value * Decimal::fromParts({.coefficient = 1, .exponent = -2}) : *value};
}

std::expected<FilterLiteral, FilterErrorCode> time(const FilterToken &token, const QTimeZone &zone)
{
    const auto seconds = parseClock(token.text, zone);
    if (!seconds)
        return std::unexpected(FilterErrorCode::NoSuchTime);
    // The text of the double, not its binary expansion: 0.1 s is one tenth.
    return FilterLiteral{Decimal::fromText(QByteArray::number(*seconds, 'g', 17).toStdString()).value_or(Decimal())};
}

} // namespace

bool isLiteral(const FilterToken &token)
{
    return token.kind == Kind::Number || token.kind == Kind::Time || token.kind == Kind::Text
        || (token.kind == Kind::Keyword && (token.text == "true"_L1 || token.text == "false"_L1));
}

bool isText(FieldId field)
{
    return fields()[std::size_t(field)].type == MemberType::Text;
}

bool isFlag(FieldId field)
{
    return fields()[std::size_t(field)].type == MemberType::Bool;
}

FilterValueKind kindOf(FieldId field)
{
    using enum FilterValueKind;
    return isText(field) ? Text : isFlag(field) ? Flag : isTime(field) ? Time : Number;
}

std::expected<FilterLiteral, FilterErrorCode> readLiteral(const FilterToken &token, FieldId field,
                                                          const QTimeZone &zone)
{
    if (isText(field)) {
        if (token.kind == Kind::Text)
            return FilterLiteral{token.text.toStdString()};
        return std::unexpected(FilterErrorCode::TextExpected);
    }
    if (isFlag(field)) {
        if (token.kind == Kind::Keyword && isLiteral(token))
            return FilterLiteral{token.text == "true"_L1};
        return std::unexpected(FilterErrorCode::TruthExpected);
    }
    if (token.kind == Kind::Number)
        return number(token);
    if (token.kind == Kind::Time && isTime(field))
        return time(token, zone);
    return std::unexpected(isTime(field) ? FilterErrorCode::TimeExpected : FilterErrorCode::NumberExpected);
}

} // namespace arbscope
