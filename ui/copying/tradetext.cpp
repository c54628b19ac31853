// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/copying/tradetext.h"

#include "core/report/csvrecord.h"
#include "core/report/schema.h"
#include "ui/copying/pythontext.h"
#include "ui/detail/detailrows.h"
#include "ui/text/displaytext.h"
#include "ui/text/membertext.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <string>

namespace arbscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::TradeText)
};

QString slotText(const DetailSlot &slot, const Report &report, const TimeFormat &format)
{
    if (const auto *member = std::get_if<const Member *>(&slot))
        return memberCell(report, **member, format);
    const DerivedValue &derived = *std::get<const DerivedValue *>(slot);
    return derivedCell(derived.compute(report), derived.unit);
}

QString unitOf(const DetailRow &row, const Report &report, const TimeFormat &format)
{
    if (row.unit == MemberUnit::EpochSeconds)
        return format.zoneLabel();
    const bool derived = std::holds_alternative<const DerivedValue *>(row.first);
    return derived && row.unit == MemberUnit::Ratio ? QStringLiteral("%") : unitText(row.unit, &report);
}

QString asText(const StoredTrade &trade, const TimeFormat &format)
{
    QStringList lines{Words::tr("Trade %1").arg(displayBytes(trade.orderId))};
    const Report *report = trade.report();
    if (!report)
        lines << Words::tr("cannot be read; stored is:") << displayText(trade.raw);
    for (const DetailGroup &group : report ? detailGroups() : std::vector<DetailGroup>()) {
        lines << QString() << group.title;
        for (const DetailRow &row : group.rows) {
            QStringList values;
            for (const DetailSlot &slot : {row.first, row.second}) {
                if (!std::holds_alternative<std::monostate>(slot))
                    values << slotText(slot, *report, format);
            }
            const QString unit = unitOf(row, *report, format);
            lines << QString(u"  " + row.label + u": " + values.join(QStringLiteral(" | "))
                             + (unit.isEmpty() ? QString() : QString(u' ' + unit)));
        }
    }
    return lines.join(u'\n');
}

QString asCsv(std::span<const TradePtr> trades)
{
    std::string csv;
    appendCsvHeader(csv);
    for (const TradePtr &trade : trades) {
        if (const Report *report = trade->report())
            appendCsvRecord(csv, *report, CsvMode::Guarded);
    }
    return QString::fromStdString(csv);
}

/// Byte for byte, unless it is no UTF-8.
QString asStored(const StoredTrade &trade)
{
    QStringDecoder utf8(QStringDecoder::Utf8,
                        QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = utf8(trade.raw);
    return utf8.hasError() ? displayText(trade.raw) : text;
}

QString asPython(std::span<const TradePtr> trades)
{
    QStringList dicts;
    for (const TradePtr &trade : trades) {
        if (const Report *report = trade->report())
            dicts << pythonDict(*report);
    }
    return dicts.size() == 1 ? dicts.first() : QString(u'[' + dicts.join(QStringLiteral(",\n ")) + u']');
}

} // namespace

QString tradesAs(TradeTextKind kind, std::span<const TradePtr> trades, const TimeFormat &format)
{
    QStringList texts;
    switch (kind) {
    case TradeTextKind::Csv:
        return asCsv(trades);
    case TradeTextKind::Python:
        return asPython(trades);
    case TradeTextKind::Json:
        for (const TradePtr &trade : trades) {
            if (trade->present)
                texts << asStored(*trade);
        }
        return texts.join(u'\n');
    case TradeTextKind::Text:
        break;
    }
    for (const TradePtr &trade : trades)
        texts << asText(*trade, format);
    return texts.join(QStringLiteral("\n\n"));
}

qint64 countAs(TradeTextKind kind, std::span<const TradePtr> trades)
{
    switch (kind) {
    case TradeTextKind::Text:
        return qint64(trades.size());
    case TradeTextKind::Json:
        return std::ranges::count_if(trades, [](const TradePtr &trade) { return trade->present; });
    case TradeTextKind::Csv:
    case TradeTextKind::Python:
        break;
    }
    return std::ranges::count_if(trades, [](const TradePtr &trade) { return trade->report() != nullptr; });
}

} // namespace arbscope
