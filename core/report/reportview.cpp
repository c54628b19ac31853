// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportview.h"

#include "core/report/floatliteral.h"
#include "core/report/jsonescapes.h"
#include "core/report/pynumbers.h"
#include "core/report/utf8.h"

#include <charconv>

namespace arbscope {

namespace {

using Kind = ValueView::Kind;

void assign(QString &out, const ValueView &value)
{
    if (!value.has(ValueView::Escaped)) {
        out = QString::fromLatin1(value.data, static_cast<qsizetype>(value.size));
        return;
    }
    std::string text;
    text.reserve(value.size);
    appendUnescaped(text, value.text());
    out = textFromUtf8(text);
}

void assign(bool &out, const ValueView &value)
{
    out = value.kind == Kind::True;
}

void assign(double &out, const ValueView &value)
{
    out = parseJsonNumber(value.text());
}

void assign(Decimal &out, const ValueView &value)
{
    out = Decimal::fromText(value.text()).value_or(Decimal()); // the reader has seen that it is one
}

void assign(qint64 &out, const ValueView &value)
{
    std::from_chars(value.data, value.data + value.size, out);
}

/// Whether a value stands as the writer would write it.
bool isCanonicalValue(const ValueView &value, MemberType type)
{
    if (value.kind != Kind::Text && value.kind != Kind::Number)
        return true;
    if (type == MemberType::Text)
        return !value.has(ValueView::Unusual);
    if (value.has(ValueView::Plain))
        return true;
    if (type == MemberType::Decimal)
        return Decimal::fromText(value.text())->text() == value.text();
    if (value.has(ValueView::FixedFloat))
        return isOwnRepr(value.text());
    std::string text;
    appendJsonFloat(text, parseJsonNumber(value.text()));
    return text == value.text();
}

} // namespace

Report reportOf(const ReportView &view)
{
    Report report;
    for (std::size_t i = 0; i < view.values.size(); ++i) {
        const auto &value = view.values[i];
        if (value.kind == Kind::Null)
            continue;
        const auto assignPlace = [&](auto place) {
            auto &target = report.*place;
            if constexpr (requires { target.has_value(); })
                assign(target.emplace(), value);
            else
                assign(target, value);
        };
        std::visit(assignPlace, schema()[i].place);
    }
    return report;
}

double clockOf(const ReportView &view)
{
    static const auto index = static_cast<std::size_t>(memberIndex("clock"));
    return parseJsonNumber(view.values[index].text());
}

bool isCanonical(const ReportView &view)
{
    for (std::size_t i = 0; i < view.values.size(); ++i) {
        if (!isCanonicalValue(view.values[i], schema()[i].type))
            return false;
    }
    return true;
}

} // namespace arbscope
