// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/columns.h"

#include "core/analysis/derivedvalues.h"
#include "core/analysis/tradefacts.h"
#include "core/report/schema.h"
#include "ui/text/membertext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace arbscope {

namespace {

constexpr auto NumberAlignment = Qt::AlignRight | Qt::AlignVCenter;

using ReportText = std::function<QString(const Report &, const TimeFormat &)>;
using ReportTone = std::function<std::optional<Tone>(const Report &)>;

/// A trade without a readable report has no value to show.
auto forReport(ReportText text)
{
    return [text = std::move(text)](const StoredTrade &trade, const TimeFormat &format) {
        return trade.report() ? text(*trade.report(), format) : unknownText();
    };
}

auto toneOfReport(ReportTone tone)
{
    return [tone = std::move(tone)](const StoredTrade &trade) {
        return trade.report() ? tone(*trade.report()) : std::nullopt;
    };
}

/// `text` is empty where nothing is known.
auto exactOf(std::function<QString(const Report &)> text)
{
    return [text = std::move(text)](const StoredTrade &trade) {
        const QString exact = trade.report() ? text(*trade.report()) : QString();
        return exact.isEmpty() ? unknownText() : exact;
    };
}

/// A number a hundred or a thousand times as large, without the zeros that multiplying puts at its end.
QString multiplied(const Decimal &number, int zeros)
{
    QString text = QString::fromStdString((number * Decimal(zeros == 2 ? 100 : 1000)).text());
    for (int i = 0; i < zeros && text.contains(u'.') && text.endsWith(u'0'); ++i)
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

/// As it is stored, but in another unit.
QString multiplied(const Report &report, const Member &member, int zeros)
{
    const QString stored = memberText(report, member);
    const auto number = Decimal::fromText(stored.toStdString());
    return number && number->isFinite() ? multiplied(*number, zeros) : stored;
}

class Builder
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::TradeColumns)

public:
    static std::vector<TradeColumn> build();

private:
    static QString tip(const QString &title, const QString &meaning, const QString &note);
    static QString titled(const QString &title, const QString &unit);
    static TradeColumn member(const Member &member);
    static TradeColumn derived(const DerivedValue &value);
    static TradeColumn percent(const QString &id, const QString &title, std::string_view memberName);
    static TradeColumn milliseconds(const QString &id, const QString &title, std::string_view memberName);
    static TradeColumn route();
    static TradeColumn outcomeColumn();
    static TradeColumn verdict();
    static QString outcomeText(const StoredTrade &trade);
    static std::optional<Tone> outcomeTone(const StoredTrade &trade);
};

QString Builder::tip(const QString &title, const QString &meaning, const QString &note)
{
    QString text = QStringLiteral("<p><b>%1</b></p><p>%2</p>").arg(title.toHtmlEscaped(), meaning.toHtmlEscaped());
    if (!note.isEmpty())
        text += QStringLiteral("<p><small>%1</small></p>").arg(note.toHtmlEscaped());
    return text;
}

QString Builder::titled(const QString &title, const QString &unit)
{
    return unit.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, unit);
}

int memberWidth(const Member &member)
{
    if (member.unit == MemberUnit::EpochSeconds)
        return 23;
    switch (member.type) {
    case MemberType::Text:
        return 16;
    case MemberType::Bool:
        return 7;
    default:
        return 13;
    }
}

TradeColumn Builder::member(const Member &member)
{
    TradeColumn column;
    const QString name = QString::fromLatin1(member.name.data(), qsizetype(member.name.size()));
    const QString title = member.name == "clock" ? tr("Time") : schemaText(member.title);
    column.id = name;
    column.fields = {fieldId(member.name)};
    column.title = titled(title, unitText(member.unit));
    column.toolTip = tip(title, schemaText(member.meaning), name);
    column.isTime = member.unit == MemberUnit::EpochSeconds;
    const bool text = member.type == MemberType::Text || member.type == MemberType::Bool || column.isTime;
    column.alignment = text ? Qt::AlignLeft | Qt::AlignVCenter : NumberAlignment;
    column.width = memberWidth(member);
    column.unit = member.unit;
    column.text = forReport(
        [&member](const Report &report, const TimeFormat &format) { return memberCell(report, member, format); });
    if (!text) // a cell ends after some hundred digits
        column.exact = exactOf([&member](const Report &report) { return memberText(report, member); });
    column.tone = [](const StoredTrade &) { return std::optional<Tone>(); };
    if (member.name == "order_id") // the store's own field names it, also where the report cannot be read
        column.text = [](const StoredTrade &trade, const TimeFormat &) { return displayBytes(trade.orderId); };
    return column;
}

std::optional<Tone> lossTone(const DerivedValue &value, const Report &report)
{
    const MemberValue computed = value.compute(report);
    const auto *amount = std::get_if<Decimal>(&computed);
    return amount && *amount < Decimal() ? std::optional(Tone::Loss) : std::nullopt;
}

TradeColumn Builder::derived(const DerivedValue &value)
{
    TradeColumn column;
    column.id = QString::fromLatin1(value.name.data(), qsizetype(value.name.size()));
    column.fields = {fieldId(value.name)};
    const QString title = schemaText(value.title);
    const QString unit = value.unit == MemberUnit::Ratio ? QStringLiteral("%") : unitText(value.unit);
    column.title = titled(title, unit);
    column.toolTip = tip(title, schemaText(value.meaning), tr("Derived: %1").arg(schemaText(value.formula)));
    column.derived = true;
    const bool text = value.type == MemberType::Text || value.type == MemberType::Bool;
    column.alignment = text ? Qt::AlignLeft | Qt::AlignVCenter : NumberAlignment;
    column.width = text ? 12 : 11;
    column.unit = value.unit;
    if (!text)
        column.exact = exactOf([&value](const Report &report) {
            const MemberValue computed = value.compute(report);
            const auto *amount = std::get_if<Decimal>(&computed);
            if (!amount)
                return QString();
            return value.unit == MemberUnit::Ratio ? multiplied(*amount, 2) : QString::fromStdString(amount->text());
        });
    column.text = forReport(
        [&value](const Report &report, const TimeFormat &) { return derivedCell(value.compute(report), value.unit); });
    column.tone = [](const StoredTrade &) { return std::optional<Tone>(); };
    if (value.name == "net" || value.name == "gross" || value.name == "gap_bps" || value.name == "net_gap_bps")
        column.tone = toneOfReport([&value](const Report &report) { return lossTone(value, report); });
    return column;
}

const Member &memberNamed(std::string_view name)
{
    return schema()[std::size_t(memberIndex(name))];
}

std::optional<double> floatOf(const Report &report, const Member &member)
{
    const MemberValue value = memberValue(report, member);
    const auto *number = std::get_if<double>(&value);
    return number ? std::optional(*number) : std::nullopt;
}

TradeColumn Builder::percent(const QString &id, const QString &title, std::string_view memberName)
{
    const Member &member = memberNamed(memberName);
    TradeColumn column = Builder::member(member);
    column.id = id;
    column.title = titled(title, QStringLiteral("%"));
    column.toolTip = tip(title, schemaText(member.meaning), tr("In percent: %1").arg(schemaText(member.name)));
    column.derived = true;
    column.width = 11;
    column.text = forReport([&member](const Report &report, const TimeFormat &) {
        const auto ratio = floatOf(report, member);
        return ratio ? percentText(*ratio) : unknownText();
    });
    column.exact = exactOf([&member](const Report &report) { return multiplied(report, member, 2); });
    column.tone = toneOfReport([&member](const Report &report) {
        return floatOf(report, member).value_or(0) < 0 ? std::optional(Tone::Loss) : std::nullopt;
    });
    return column;
}

TradeColumn Builder::milliseconds(const QString &id, const QString &title, std::string_view memberName)
{
    const Member &member = memberNamed(memberName);
    TradeColumn column = Builder::member(member);
    column.id = id;
    column.title = titled(title, tr("ms", "milliseconds"));
    column.toolTip = tip(title, schemaText(member.meaning), tr("In milliseconds: %1").arg(schemaText(member.name)));
    column.derived = true;
    column.width = 12;
    column.text = forReport([&member](const Report &report, const TimeFormat &) {
        const auto seconds = floatOf(report, member);
        if (!seconds)
            return unknownText();
        const double value = *seconds * 1000;
        return std::abs(value) < 1e9 ? QString::number(value, 'f', 1) : numberText(value);
    });
    column.exact = exactOf([&member](const Report &report) { return multiplied(report, member, 3); });
    return column;
}

TradeColumn Builder::route()
{
    TradeColumn column;
    column.id = QStringLiteral("route");
    column.fields = {fieldId("buy_exchange"), fieldId("sell_exchange")};
    column.title = tr("Buy → sell");
    column.toolTip = tip(column.title, tr("The exchange that was bought on, and the one that was sold on."),
                         tr("Derived: from kind, which is shown as it is when it names neither direction"));
    column.derived = true;
    column.width = 20;
    column.text = forReport([](const Report &report, const TimeFormat &) {
        const auto sides = direction(report);
        return sides ? displayLine(QString(sides->buy.exchange % QStringLiteral(" → ") % sides->sell.exchange))
                     : displayLine(report.kind);
    });
    column.tone = [](const StoredTrade &) { return std::optional<Tone>(); };
    return column;
}

QString Builder::outcomeText(const StoredTrade &trade)
{
    if (!trade.present)
        return tr("Missing");
    if (!trade.report())
        return tr("Unreadable");
    const QString word = [&trade] {
        switch (outcome(*trade.report())) {
        case Outcome::Succeeded:
            return tr("Succeeded");
        case Outcome::Failed:
            return tr("Failed");
        case Outcome::Contradictory:
            return tr("Contradictory");
        case Outcome::Closed:
            return tr("Closed");
        case Outcome::Open:
            return tr("Open");
        }
        std::unreachable();
    }();
    return isOneLegged(*trade.report()) ? tr("%1, one leg").arg(word) : word;
}

std::optional<Tone> Builder::outcomeTone(const StoredTrade &trade)
{
    if (!trade.report())
        return Tone::Invalid;
    if (isOneLegged(*trade.report()))
        return Tone::OneLegged;
    switch (outcome(*trade.report())) {
    case Outcome::Succeeded:
        return Tone::Succeeded;
    case Outcome::Failed:
        return Tone::Failed;
    case Outcome::Contradictory:
        return Tone::Contradictory;
    case Outcome::Closed:
        return Tone::Closed;
    case Outcome::Open:
        return Tone::Open;
    }
    std::unreachable();
}

TradeColumn Builder::outcomeColumn()
{
    TradeColumn column = derived(*derivedValue("outcome"));
    column.width = 17;
    column.text = [](const StoredTrade &trade, const TimeFormat &) { return outcomeText(trade); };
    column.tone = &Builder::outcomeTone;
    return column;
}

TradeColumn Builder::verdict()
{
    TradeColumn column;
    column.id = QStringLiteral("verdict");
    column.fields = {fieldId("verdict")};
    column.title = tr("Readable");
    column.toolTip = tip(column.title,
                         tr("Whether the stored text is a valid report, was read by converting a type, or "
                            "cannot be read."),
                         {});
    column.derived = true;
    column.width = 10;
    column.text = [](const StoredTrade &trade, const TimeFormat &) {
        if (!trade.present)
            return tr("Missing");
        switch (trade.read.verdict) {
        case Verdict::Valid:
            return tr("Valid");
        case Verdict::Coerced:
            return tr("Converted");
        case Verdict::Invalid:
            return tr("Invalid");
        }
        std::unreachable();
    };
    column.tone = [](const StoredTrade &trade) -> std::optional<Tone> {
        if (!trade.present || trade.read.verdict == Verdict::Invalid)
            return Tone::Invalid;
        return trade.read.verdict == Verdict::Coerced ? std::optional(Tone::Coerced) : std::nullopt;
    };
    return column;
}

std::vector<TradeColumn> Builder::build()
{
    std::vector<TradeColumn> columns;
    const auto has = [&columns](std::string_view name) {
        const QLatin1StringView id(name.data(), qsizetype(name.size()));
        return std::ranges::any_of(columns, [id](const TradeColumn &column) { return column.id == id; });
    };
    columns.push_back(member(memberNamed("clock")));
    columns.push_back(derived(*derivedValue("pair")));
    columns.push_back(route());
    columns.push_back(outcomeColumn());
    columns.push_back(member(memberNamed("quantity_1")));
    columns.push_back(percent(QStringLiteral("expected"), tr("Expected"), "expected_profitability"));
    columns.push_back(derived(*derivedValue("net")));
    columns.push_back(derived(*derivedValue("gap_bps")));
    columns.push_back(milliseconds(QStringLiteral("latency_1"), tr("Latency 1"), "order_1_latency"));
    columns.push_back(milliseconds(QStringLiteral("latency_2"), tr("Latency 2"), "order_2_latency"));
    columns.push_back(derived(*derivedValue("fees")));
    columns.push_back(member(memberNamed("exchange_2_fok_attempts")));
    columns.push_back(percent(QStringLiteral("realised"), tr("Realised"), "realised_profitability"));
    columns.push_back(
        percent(QStringLiteral("realised_with_fees"), tr("Realised with fees"), "realised_profitability_with_fees"));
    for (const DerivedValue &value : derivedValues()) {
        if (!has(value.name))
            columns.push_back(derived(value));
    }
    columns.push_back(verdict());
    for (const Member &each : schema()) {
        if (!has(each.name))
            columns.push_back(member(each));
    }
    return columns;
}

} // namespace

const std::vector<TradeColumn> &tradeColumns()
{
    static const std::vector<TradeColumn> columns = Builder::build();
    return columns;
}

int tradeColumnIndex(QStringView id)
{
    const auto &columns = tradeColumns();
    const auto found = std::ranges::find_if(columns, [id](const TradeColumn &column) { return column.id == id; });
    return found == columns.end() ? -1 : int(found - columns.begin());
}

} // namespace arbscope
