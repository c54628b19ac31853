// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/copying/pythontext.h"

#include "core/report/schema.h"
#include "ui/text/timeformat.h"

#include <QStringList>

#include <cmath>

namespace arbscope {

namespace {

QString hex(uint number, int digits)
{
    return QStringLiteral("%1").arg(number, digits, 16, QLatin1Char('0'));
}

QString literal(const QString &text)
{
    QString out(u'\'');
    for (const uint c : text.toUcs4()) {
        if (c == '\\' || c == '\'')
            out += QString(u'\\') + QChar(c);
        else if (c == '\n')
            out += QStringLiteral("\\n");
        else if (c == '\r')
            out += QStringLiteral("\\r");
        else if (c == '\t')
            out += QStringLiteral("\\t");
        else if (c >= 0x20 && c < 0x7f)
            out += QChar(c);
        else if (c < 0x100)
            out += QStringLiteral("\\x") + hex(c, 2);
        else if (c < 0x10000)
            out += QStringLiteral("\\u") + hex(c, 4);
        else
            out += QStringLiteral("\\U") + hex(c, 8);
    }
    return out + u'\'';
}

struct Literal
{
    QString operator()(std::monostate) const { return QStringLiteral("None"); }
    QString operator()(const QString &text) const { return literal(text); }
    QString operator()(bool flag) const { return flag ? QStringLiteral("True") : QStringLiteral("False"); }
    QString operator()(double number) const
    {
        const QString text = numberText(number);
        return std::isfinite(number) ? text : QString(u"float('" + text + u"')");
    }
    QString operator()(const Decimal &number) const
    {
        return u"Decimal('" + QString::fromStdString(number.text()) + u"')";
    }
    QString operator()(qint64 number) const { return QString::number(number); }
};

} // namespace

QString pythonDict(const Report &report)
{
    QStringList items;
    for (const Member &member : schema()) {
        const QString name = QString::fromLatin1(member.name.data(), qsizetype(member.name.size()));
        items << QString(u'\'' + name + u"': " + std::visit(Literal(), memberValue(report, member)));
    }
    return u'{' + items.join(QStringLiteral(", ")) + u'}';
}

} // namespace arbscope
