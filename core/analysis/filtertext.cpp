// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filtertext.h"

#include "core/report/pynumbers.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

// Beyond every double, so that the nearest one is infinite.
constexpr QLatin1StringView InfiniteFloat("1e999");
// The greatest power of ten that Python's decimals hold: only an infinity is greater than nine of them.
constexpr QLatin1StringView GreatestDecimal("9.999999999999999999e999999999999999999");

QLatin1StringView sign(Comparison comparison)
{
    constexpr std::array signs{"=="_L1, "!="_L1, "<"_L1, "<="_L1, ">"_L1, ">="_L1};
    return signs[static_cast<std::size_t>(comparison)];
}

/// What `number` is where it is no finite one.
struct Special
{
    bool isNaN = false;
    bool isNegative = false;
};

QString conditionFor(const QString &name, const Special &special, Comparison comparison, bool isFloat)
{
    const bool equal = comparison == Comparison::Equal;
    if (special.isNaN) // the only thing that is not equal to itself
        return name + (equal ? u" != "_s : u" == "_s) + name;
    const QString minus = special.isNegative ? u"-"_s : QString();
    if (isFloat)
        return name + (equal ? u" == "_s : u" != "_s) + minus + InfiniteFloat;
    const QLatin1StringView beyond = special.isNegative ? (equal ? "<"_L1 : ">="_L1) : (equal ? ">"_L1 : "<="_L1);
    return name + u' ' + beyond + u' ' + minus + GreatestDecimal;
}

} // namespace

QString quotedForFilter(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + quoted + u'"';
}

QString filterTextFor(FieldId field, const MemberValue &value, Comparison comparison)
{
    const std::string_view known = fields()[std::size_t(field)].name;
    const QString name = QString::fromLatin1(known.data(), qsizetype(known.size()));
    const bool forEquality = comparison == Comparison::Equal || comparison == Comparison::NotEqual;
    const auto with = [&](const QString &literal) { return QString(name + u' ' + sign(comparison) + u' ' + literal); };
    std::optional<Special> special;
    std::string number;
    bool isFloat = false;
    if (const auto *decimal = std::get_if<Decimal>(&value)) {
        number = decimal->text();
        if (!decimal->isFinite())
            special = {.isNaN = decimal->isNaN(), .isNegative = decimal->isNegative()};
    } else if (const auto *real = std::get_if<double>(&value)) {
        isFloat = true;
        appendFloatRepr(number, *real);
        if (!std::isfinite(*real))
            special = {.isNaN = std::isnan(*real), .isNegative = *real < 0};
    } else if (const auto *integer = std::get_if<qint64>(&value)) {
        number = std::to_string(*integer);
    } else if (!forEquality) {
        return {};
    } else if (const auto *text = std::get_if<QString>(&value)) {
        return with(quotedForFilter(*text));
    } else if (const auto *flag = std::get_if<bool>(&value)) {
        return with(*flag ? u"true"_s : u"false"_s);
    } else {
        return name + (comparison == Comparison::Equal ? u" is null"_s : u" is not null"_s);
    }
    if (!special)
        return with(QString::fromStdString(number));
    return forEquality ? conditionFor(name, *special, comparison, isFloat) : QString();
}

} // namespace arbscope
