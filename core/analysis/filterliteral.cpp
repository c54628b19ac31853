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

std::expected<FilterLiteral, QString> number(const FilterToken &token)
{
    std::string text = token.text.toStdString();
    const bool percent = text.ends_with('%');
    if (percent)
        text.pop_back();
    const auto value = Decimal::fromText(text);
    if (!value)
        return std::unexpected(u"this number is out of range"_s);
    return FilterLiteral{percent ? *value * Decimal::fromParts({.coefficient = 1, .exponent = -2}) : *value};
}

std::expected<FilterLiteral, QString> time(const FilterToken &token, const QTimeZone &zone)
{
    const auto seconds = parseClock(token.text, zone);
    if (!seconds)
        return std::unexpected(u"there is no such time; write 2021-03-01 or 2021-03-01T12:00:00Z"_s);
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

QString kindOf(FieldId field)
{
    return isText(field) ? u"a text"_s : isFlag(field) ? u"yes or no"_s : isTime(field) ? u"a time"_s : u"a number"_s;
}

std::expected<FilterLiteral, QString> readLiteral(const FilterToken &token, FieldId field, const QTimeZone &zone)
{
    if (isText(field)) {
        if (token.kind == Kind::Text)
            return FilterLiteral{token.text.toStdString()};
        return std::unexpected(u"expected a text between quotes here"_s);
    }
    if (isFlag(field)) {
        if (token.kind == Kind::Keyword && isLiteral(token))
            return FilterLiteral{token.text == "true"_L1};
        return std::unexpected(u"expected true or false here"_s);
    }
    if (token.kind == Kind::Number)
        return number(token);
    if (token.kind == Kind::Time && isTime(field))
        return time(token, zone);
    return std::unexpected(isTime(field) ? u"expected a time such as 2021-03-01T12:00Z here, or epoch seconds"_s
                                         : u"expected a number here"_s);
}

} // namespace arbscope
