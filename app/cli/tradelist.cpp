// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tradelist.h"

#include "app/cli/terminaltext.h"
#include "app/cli/tradetext.h"
#include "core/analysis/derivedvalues.h"
#include "core/analysis/tradefacts.h"
#include "core/report/clocktext.h"
#include "core/report/csvrecord.h"

#include <cmath>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

std::string derivedCell(const Report &report, std::string_view name, int places)
{
    const DerivedValue *derived = derivedValue(name);
    const MemberValue value = derived ? derived->compute(report) : MemberValue();
    const auto *number = std::get_if<Decimal>(&value);
    return number ? number->fixed(places) : "-";
}

std::string percentCell(double ratio)
{
    return std::isfinite(ratio) ? QString::number(ratio * 100, 'f', 3).toStdString() : "-";
}

std::string secondsCell(std::optional<double> seconds)
{
    return seconds ? QString::number(*seconds, 'f', 3).toStdString() : "-";
}

std::string directionCell(const Report &report)
{
    const std::optional<Direction> legs = direction(report);
    return legs ? terminalText(legs->buy.exchange + u" → "_s + legs->sell.exchange) : terminalText(report.kind);
}

std::string issueCell(const StoredTrade &trade)
{
    if (!trade.present) {
        return "missing: the index names it, the hash does not have it";
    }
    std::string cell = "invalid";
    if (!trade.read.issues.empty()) {
        const Issue &issue = trade.read.issues.front();
        cell += ": " + (issue.member.empty() ? issue.message : issue.member + ": " + issue.message);
    }
    return terminalText(QString::fromStdString(cell));
}

std::vector<TextTable::Column> columns(const QTimeZone &zone, TradeList::Ranks ranks)
{
    std::vector<TextTable::Column> columns{{"clock (" + zoneText(zone).toStdString() + ")"},
                                           {"order id"},
                                           {"pair"},
                                           {"buy → sell"},
                                           {"outcome"},
                                           {"quantity", true},
                                           {"expected %", true},
                                           {"net", true},
                                           {"gap bp", true},
                                           {"latency 1", true},
                                           {"latency 2", true},
                                           {"fees", true},
                                           {"FOK", true},
                                           {"verdict"}};
    if (ranks == TradeList::Ranks::Shown) {
        columns.insert(columns.begin(), {"rank", true});
    }
    return columns;
}

} // namespace

TradeListFormat tradeListFormat(const CommandContext &context)
{
    const std::optional<QByteArray> format = context.line.value("--format");
    if (context.json) {
        if (format) {
            throw CommandFailure::usage(u"--json and --format cannot go together"_s);
        }
        return TradeListFormat::Json;
    }
    if (!format || *format == "table") {
        return TradeListFormat::Table;
    }
    if (*format == "jsonl") {
        return TradeListFormat::JsonLines;
    }
    if (*format == "csv") {
        return TradeListFormat::Csv;
    }
    throw CommandFailure::usage(u"--format: table, jsonl or csv, not "_s + QString::fromUtf8(*format));
}

TradeList::TradeList(CommandContext &context, TradeListFormat format, Ranks ranks)
    : m_context(context)
    , m_format(format)
    , m_table(context.out, columns(context.zone, ranks))
    , m_ranks(ranks)
{
    if (format == TradeListFormat::Csv) {
        appendCsvHeader(m_text);
    }
}

void TradeList::add(const QByteArray &server, const StoredTrade &trade, std::optional<qint64> rank)
{
    ++m_count;
    const Report *report = trade.report();
    m_unreadable += report ? 0 : 1;
    switch (m_format) {
    case TradeListFormat::Table:
        addTableRow(trade, rank);
        return;
    case TradeListFormat::Json:
        m_text += tradeJson(server, trade, rank);
        return;
    case TradeListFormat::JsonLines:
        if (report) {
            appendReport(m_text, *report);
            m_text += '\n';
        }
        return;
    case TradeListFormat::Csv:
        if (report) {
            m_guarded += appendCsvRecord(m_text, *report, CsvMode::Guarded);
        }
        return;
    }
}

void TradeList::addTableRow(const StoredTrade &trade, std::optional<qint64> rank)
{
    std::vector<std::string> cells;
    if (rank) {
        cells.push_back(std::to_string(*rank));
    }
    const Report *report = trade.report();
    if (!report) {
        cells.insert(cells.end(), {"-", terminalText(trade.orderId), issueCell(trade)});
    } else {
        cells.insert(cells.end(),
                     {
                         clockText(report->clock, m_context.zone).toStdString(),
                         terminalText(trade.orderId),
                         terminalText(report->asset1 + u'/' + report->asset2),
                         directionCell(*report),
                         outcomeName(outcome(*report)).toStdString(),
                         report->quantity1.text(),
                         percentCell(report->expectedProfitability),
                         derivedCell(*report, "net", 2),
                         derivedCell(*report, "gap_bps", 1),
                         secondsCell(report->order1Latency),
                         secondsCell(report->order2Latency),
                         derivedCell(*report, "fees", 2),
                         report->exchange2FokAttempts ? std::to_string(*report->exchange2FokAttempts) : "-",
                         std::string(verdictName(trade.read.verdict)),
                     });
    }
    m_table.addRow(std::move(cells));
}

void TradeList::flush()
{
    m_context.out.write(m_text);
    m_text.clear();
    m_table.flush();
}

ExitStatus TradeList::finish()
{
    flush();
    m_context.out.flush();
    Messages &messages = m_context.messages;
    if (m_count == 0 && m_ranks == Ranks::Shown) {
        messages.note(u"No trades."_s);
    }
    if (m_guarded > 0) {
        messages.note(countText(m_guarded, u"cell"_s, u"cells"_s) + u" guarded against running as a formula."_s);
    }
    if (m_unreadable == 0) {
        return ExitStatus::Done;
    }
    const bool areLeftOut = m_format == TradeListFormat::JsonLines || m_format == TradeListFormat::Csv;
    messages.note(countText(m_unreadable, u"report"_s, u"reports"_s)
                  + (areLeftOut ? u" cannot be read: left out."_s : u" cannot be read."_s));
    return ExitStatus::FoundWrong;
}

} // namespace arbscope
