// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naivefilter.h"

#include <algorithm>
#include <utility>

namespace arbscope::test {

namespace {

template <class T> bool compare(const T &a, Comparison comparison, const T &b)
{
    switch (comparison) {
    case Comparison::Equal:
        return a == b;
    case Comparison::NotEqual:
        return !(a == b);
    case Comparison::Less:
        return a < b;
    case Comparison::LessOrEqual:
        return a <= b;
    case Comparison::Greater:
        return a > b;
    case Comparison::GreaterOrEqual:
        return a >= b;
    }
    std::unreachable();
}

struct Evaluator
{
    const ReadReport &read;

    MemberValue value(FieldId field) const
    {
        return fieldValue(field, read.verdict, read.report ? &*read.report : nullptr);
    }
    bool isKnown(FieldId field) const { return value(field).index() != 0; }

    bool holds(FieldId field, Comparison comparison, const FilterLiteral &literal) const
    {
        const MemberValue known = value(field);
        if (const auto *text = std::get_if<QString>(&known))
            return compare(text->toStdString(), comparison, std::get<std::string>(literal.value));
        if (const auto *flag = std::get_if<bool>(&known))
            return compare(*flag, comparison, std::get<bool>(literal.value));
        if (const auto *real = std::get_if<double>(&known))
            return compare(*real, comparison, std::get<Decimal>(literal.value).toDouble());
        return isKnown(field) && compare(exact(known), comparison, std::get<Decimal>(literal.value));
    }

    bool operator()(const CompareLiteral &part) const { return holds(part.field, part.comparison, part.literal); }
    bool operator()(const OneOf &part) const
    {
        return std::ranges::any_of(
            part.literals, [&](const FilterLiteral &literal) { return holds(part.field, Comparison::Equal, literal); });
    }
    bool operator()(const CompareFields &part) const
    {
        const MemberValue left = value(part.left);
        const MemberValue right = value(part.right);
        if (!isKnown(part.left) || !isKnown(part.right))
            return false;
        if (const auto *text = std::get_if<QString>(&left))
            return compare(text->toStdString(), part.comparison, std::get<QString>(right).toStdString());
        if (const auto *flag = std::get_if<bool>(&left))
            return compare(*flag, part.comparison, std::get<bool>(right));
        return compare(exact(left), part.comparison, exact(right));
    }
    bool operator()(const IsNull &part) const { return !isKnown(part.field); }
    bool operator()(const Contains &part) const
    {
        const MemberValue text = value(part.field);
        return isKnown(part.field) && std::get<QString>(text).contains(QString::fromStdString(part.text));
    }
    bool operator()(const Matches &part) const
    {
        const MemberValue text = value(part.field);
        return isKnown(part.field) && std::get<QString>(text).contains(part.pattern);
    }
    bool operator()(const AnyTextHas &part) const
    {
        return std::ranges::all_of(part.words, [&](const QString &word) {
            return std::ranges::any_of(schema(), [&](const Member &member) {
                const MemberValue text = value(memberIndex(member.name));
                const auto *known = std::get_if<QString>(&text);
                return known && known->contains(word, Qt::CaseInsensitive);
            });
        });
    }
    bool operator()(const Not &part) const { return !std::visit(*this, part.part->node); }
    bool operator()(const And &part) const
    {
        return std::visit(*this, part.left->node) && std::visit(*this, part.right->node);
    }
    bool operator()(const Or &part) const
    {
        return std::visit(*this, part.left->node) || std::visit(*this, part.right->node);
    }
};

} // namespace

bool isTrueOf(const FilterExpression &filter, const ReadReport &read)
{
    return std::visit(Evaluator{read}, filter.node);
}

Decimal exact(const MemberValue &value)
{
    if (const auto *real = std::get_if<double>(&value))
        return Decimal::fromDouble(*real);
    if (const auto *integer = std::get_if<qint64>(&value))
        return Decimal::fromText(std::to_string(*integer)).value();
    return std::get<Decimal>(value);
}

} // namespace arbscope::test
