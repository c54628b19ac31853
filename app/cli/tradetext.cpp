// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tradetext.h"

#include "app/cli/jsonline.h"
#include "core/report/clocktext.h"
#include "core/report/pynumbers.h"

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "0.0312" as "3.12 %", to a hundredth of a basis point.
QString percentText(const MemberValue &value)
{
    Decimal ratio;
    if (const auto *decimal = std::get_if<Decimal>(&value)) {
        ratio = *decimal;
    } else if (const auto *number = std::get_if<double>(&value)) {
        ratio = Decimal::fromDouble(*number);
    }
    return QString::fromStdString((ratio * Decimal(100)).fixed(4)) + u" %"_s;
}

} // namespace

std::string issuesJson(const std::vector<Issue> &issues)
{
    std::string out = "[";
    for (const Issue &issue : issues) {
        if (out.size() > 1) {
            out += ", ";
        }
        out += JsonLine()
                   .text("member", std::string_view(issue.member))
                   .text("code", issueCodeName(issue.code))
                   .text("message", std::string_view(issue.message))
                   .object();
    }
    out += ']';
    return out;
}

std::string tradeJson(const QByteArray &server, const StoredTrade &trade, std::optional<qint64> rank)
{
    JsonLine line;
    line.bytes("server", server);
    if (rank) {
        line.number("rank", *rank);
    }
    line.bytes("order_id", trade.orderId);
    if (!trade.present) {
        line.text("verdict", std::string_view("missing")).raw("report", "null").raw("issues", "[]");
        return line.line();
    }
    line.text("verdict", verdictName(trade.read.verdict));
    line.raw("report", trade.report() ? writeReport(*trade.report()) : "null");
    line.raw("issues", issuesJson(trade.read.issues));
    if (!trade.report()) {
        line.bytes("raw", trade.raw);
    }
    return line.line();
}

QString plainText(const MemberValue &value)
{
    struct Printer
    {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(const QString &text) const { return text; }
        QString operator()(bool flag) const { return flag ? u"True"_s : u"False"_s; }
        QString operator()(double number) const
        {
            std::string text;
            appendFloatRepr(text, number);
            return QString::fromStdString(text);
        }
        QString operator()(const Decimal &number) const { return QString::fromStdString(number.text()); }
        QString operator()(qint64 number) const { return QString::number(number); }
    };
    return std::visit(Printer{}, value);
}

QString valueText(const MemberValue &value, MemberUnit unit, const Report &report, const QTimeZone &zone)
{
    if (std::holds_alternative<std::monostate>(value)) {
        return u"-"_s;
    }
    QString text = plainText(value);
    switch (unit) {
    case MemberUnit::None:
    case MemberUnit::Count:
        return text;
    case MemberUnit::EpochSeconds:
        if (const auto *clock = std::get_if<double>(&value)) {
            return clockText(*clock, zone) + u"  ("_s + text + u')';
        }
        return text;
    case MemberUnit::Seconds:
        return text + u" s"_s;
    case MemberUnit::Ratio:
        return percentText(value) + u"  ("_s + text + u')';
    case MemberUnit::Asset1:
        return text + u' ' + report.asset1;
    case MemberUnit::Asset2:
        return text + u' ' + report.asset2;
    case MemberUnit::Asset2PerAsset1:
        return text + u' ' + report.asset2 + u'/' + report.asset1;
    case MemberUnit::BasisPoints:
        return text + u" bp"_s;
    }
    return text;
}

} // namespace arbscope
