// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidetables.h"

#include "core/analysis/derivedvalues.h"
#include "core/report/schema.h"
#include "ui/text/membertext.h"

#include <QAction>
#include <QCoreApplication>

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

QString code(const QString &words)
{
    return u'`' + words + u'`';
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::GuideTables)

public:
    static QString type(MemberType type)
    {
        switch (type) {
        case MemberType::Text:
            return tr("text");
        case MemberType::Bool:
            return tr("yes or no");
        case MemberType::Float:
            return tr("number");
        case MemberType::Decimal:
            return tr("decimal");
        case MemberType::Integer:
            break;
        }
        return tr("whole number");
    }
    /// With its unit: a column of its own would take the room that the meanings need.
    static QString type(MemberType type, MemberUnit in)
    {
        const QString words = unit(in);
        return words.isEmpty() ? Words::type(type) : Words::type(type) + u" ("_s + words + u')';
    }
    static QString type(const Member &member)
    {
        const QString words = type(member.type, member.unit);
        return member.required ? words : tr("%1, may be unknown").arg(words);
    }

    static QString unit(MemberUnit unit)
    {
        switch (unit) {
        case MemberUnit::None:
            return {};
        case MemberUnit::EpochSeconds:
            return tr("time");
        case MemberUnit::Asset1:
            return u"asset_1"_s;
        case MemberUnit::Asset2:
            return u"asset_2"_s;
        case MemberUnit::Asset2PerAsset1:
            return tr("asset_2 for one asset_1");
        case MemberUnit::Count:
            return tr("count");
        case MemberUnit::Seconds:
        case MemberUnit::Ratio:
        case MemberUnit::BasisPoints:
            break;
        }
        return unitText(unit, nullptr);
    }

    static QString name() { return tr("Name"); }
    static QString title() { return tr("Title"); }
    static QString typeTitle() { return tr("Type"); }
    static QString meaning() { return tr("Meaning"); }
    static QString meaningAndFormula() { return tr("Meaning and formula"); }
    static QString example() { return tr("Example"); }
    static QString action() { return tr("Action"); }
    static QString key() { return tr("Key"); }
};

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
    return code(text(name) + exampleCondition(name, type, unit));
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

QString exampleTitle()
{
    return Words::example();
}

QString memberTable()
{
    QString table = head({Words::name(), Words::title(), Words::typeTitle(), Words::meaning(), Words::example()});
    for (const Member &member : schema()) {
        table += row({code(text(member.name)), schemaText(member.title), Words::type(member),
                      schemaText(member.meaning), example(member.name, member.type, member.unit)});
    }
    return table;
}

QString derivedTable()
{
    QString table
        = head({Words::name(), Words::title(), Words::typeTitle(), Words::meaningAndFormula(), Words::example()});
    for (const DerivedValue &value : derivedValues()) {
        table += row({code(text(value.name)), schemaText(value.title), Words::type(value.type, value.unit),
                      schemaText(value.meaning) + u' ' + code(schemaText(value.formula)),
                      example(value.name, value.type, value.unit)});
    }
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
            tables += u"## "_s + group.title + u"\n\n"_s + head({Words::action(), Words::key()}) + rows + u'\n';
    }
    return tables.trimmed();
}

} // namespace arbscope
