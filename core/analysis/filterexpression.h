// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/field.h"

#include <QRegularExpression>
#include <QString>

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace arbscope {

enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

/// A filter as a tree (inspection.md §3). An expression is true or false of a trade; one that asks for an unknown value
/// is false, but for IsNull.
struct FilterExpression;
using FilterPart = std::shared_ptr<const FilterExpression>; ///< never null

/// A value that stands in the filter. A number meets a float as the double nearest to it, everything else exactly.
struct FilterLiteral
{
    std::variant<std::string, bool, Decimal> value; ///< text in UTF-8; times as epoch seconds
    bool operator==(const FilterLiteral &) const = default;
};

struct CompareLiteral
{
    FieldId field;
    Comparison comparison;
    FilterLiteral literal;
};
struct CompareFields ///< both numbers, both texts, or both yes or no
{
    FieldId left;
    Comparison comparison;
    FieldId right;
};
struct OneOf
{
    FieldId field;
    std::vector<FilterLiteral> literals;
};
struct IsNull
{
    FieldId field;
};
struct Contains ///< of text fields, case matters
{
    FieldId field;
    std::string text;
};
struct Matches ///< of text fields, anywhere in the text
{
    FieldId field;
    QRegularExpression pattern;
};
struct AnyTextHas ///< plain words: each of them in some text member, whatever the case
{
    std::vector<QString> words;
};
struct Not
{
    FilterPart part;
};
struct And
{
    FilterPart left;
    FilterPart right;
};
struct Or
{
    FilterPart left;
    FilterPart right;
};

struct FilterExpression
{
    std::variant<CompareLiteral, CompareFields, OneOf, IsNull, Contains, Matches, AnyTextHas, Not, And, Or> node;
};

/// The fields that an expression asks for, ascending, each once.
[[nodiscard]] std::vector<FieldId> fieldsOf(const FilterExpression &expression);

} // namespace arbscope
