// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidetables.h"

#include "core/analysis/derivedvalues.h"
#include "core/report/schema.h"

#include <QAction>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

/// A table's cell: nothing in it ends the cell.
QString cell(QString words)
{
    return words.replace(u'|', u"\\|"_s);
}

QString code(std::string_view words)
{
    return u'`' + text(words) + u'`';
}

QString typeText(MemberType type)
{
    switch (type) {
    case MemberType::Text:
        return u"text"_s;
    case MemberType::Bool:
        return u"yes or no"_s;
    case MemberType::Float:
        return u"number"_s;
    case MemberType::Decimal:
        return u"decimal"_s;
    case MemberType::Integer:
        break;
    }
    return u"whole number"_s;
}

QString unitWords(MemberUnit unit)
{
    switch (unit) {
    case MemberUnit::None:
        return {};
    case MemberUnit::EpochSeconds:
        return u"time"_s;
    case MemberUnit::Seconds:
        return u"s"_s;
    case MemberUnit::Ratio:
        return u"ratio"_s;
    case MemberUnit::Asset1:
        return u"asset_1"_s;
    case MemberUnit::Asset2:
        return u"asset_2"_s;
    case MemberUnit::Asset2PerAsset1:
        return u"asset_2 for one asset_1"_s;
    case MemberUnit::BasisPoints:
        return u"bp"_s;
    case MemberUnit::Count:
        break;
    }
    return u"count"_s;
}

/// What a condition on such a value may look like, after its name.
QLatin1StringView exampleCondition(std::string_view name, MemberType type, MemberUnit unit)
{
    if (name == "kind")
        return " == \"buy_1_sell_2\""_L1;
    if (name == "outcome")
        return " != \"succeeded\""_L1;
    if (name == "pair")
        return " == \"BTC/EUR\""_L1;
    if (name.starts_with("fill_ratio"))
        return " < 90%"_L1;
    if (type == MemberType::Bool)
        return {};
    if (type == MemberType::Text)
        return name == "asset_1"                                 ? " == \"BTC\""_L1
            : name == "asset_2"                                  ? " == \"EUR\""_L1
            : name == "version"                                  ? " == \"2.5.0\""_L1
            : name == "session_name"                             ? " contains \"Kraken\""_L1
            : name == "server_name"                              ? " == \"arb-fra-1\""_L1
            : name.contains("exchange") && !name.ends_with("id") ? " == \"Kraken\""_L1
                                                                 : " contains \"a1\""_L1;
    switch (unit) {
    case MemberUnit::EpochSeconds:
        return " >= 2026-01-31T09:30Z"_L1;
    case MemberUnit::Seconds:
        return " > 0.5"_L1;
    case MemberUnit::Ratio:
        return " < 0.1%"_L1;
    case MemberUnit::BasisPoints:
        return " < -2.5"_L1;
    case MemberUnit::Count:
        return " >= 3"_L1;
    default:
        return " > 0"_L1;
    }
}

QString example(std::string_view name, MemberType type, MemberUnit unit)
{
    return u'`' + text(name) + exampleCondition(name, type, unit) + u'`';
}

QString row(const QStringList &cells)
{
    QStringList safe;
    for (const QString &each : cells)
        safe << cell(each);
    return u"| "_s + safe.join(u" | "_s) + u" |\n"_s;
}

QString head(const QStringList &titles)
{
    return row(titles) + row(QStringList(titles.size(), u"---"_s));
}

} // namespace

QString memberTable()
{
    QString table = head({u"Name"_s, u"Title"_s, u"Type"_s, u"Unit"_s, u"Meaning"_s, u"Example"_s});
    for (const Member &member : schema()) {
        const QString type = member.required ? typeText(member.type) : typeText(member.type) + u", may be unknown"_s;
        table += row({code(member.name), text(member.title), type, unitWords(member.unit), text(member.meaning),
                      example(member.name, member.type, member.unit)});
    }
    return table;
}

QString derivedTable()
{
    QString table = head({u"Name"_s, u"Title"_s, u"Type"_s, u"Unit"_s, u"Meaning"_s, u"Formula"_s, u"Example"_s});
    for (const DerivedValue &value : derivedValues())
        table += row({code(value.name), text(value.title), typeText(value.type), unitWords(value.unit),
                      text(value.meaning), code(value.formula), example(value.name, value.type, value.unit)});
    return table;
}

QString keyTable(const std::vector<ActionGroup> &groups)
{
    QString tables;
    for (const ActionGroup &group : groups) {
        QString rows;
        for (const QAction *action : group.actions) {
            if (!action->shortcuts().isEmpty())
                rows += row({withoutMnemonic(action->text()), keysText(action->shortcuts())});
        }
        if (!rows.isEmpty())
            tables += u"## "_s + group.title + u"\n\n"_s + head({u"Action"_s, u"Key"_s}) + rows + u'\n';
    }
    return tables.trimmed();
}

} // namespace arbscope
