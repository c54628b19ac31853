// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns' cells and headers say.
#include "ui/columns/columns.h"
#include "ui/text/membertext.h"

#include <QCoreApplication>

namespace arbscope {

bool needsPrevious(const TradeColumn &column, const TimeFormat &format)
{
    return format.style == TimeStyle::SincePrevious && column.id == u"clock";
}

QString cellText(const TradeColumn &column, const StoredTrade &trade, const StoredTrade *previous,
                 const TimeFormat &format)
{
    if (!needsPrevious(column, format))
        return column.text(trade, format);
    if (!trade.report() || !previous || !previous->report())
        return unknownText();
    const double since = trade.report()->clock - previous->report()->clock;
    const QString text = durationText(since, true);
    return since >= 0 ? QString(u'+' + text) : text;
}

bool isNumber(const TradeColumn &column)
{
    return column.alignment.testFlag(Qt::AlignRight);
}

bool hasCellUnit(const TradeColumn &column)
{
    return column.unit == MemberUnit::Asset1 || column.unit == MemberUnit::Asset2
        || column.unit == MemberUnit::Asset2PerAsset1;
}

QString cellUnit(const TradeColumn &column, const StoredTrade &trade)
{
    const bool known = hasCellUnit(column) && trade.report() && column.exact && column.exact(trade) != unknownText();
    return known ? unitText(column.unit, trade.report()) : QString();
}

QString columnTitle(const TradeColumn &column, const TimeFormat &format)
{
    if (needsPrevious(column, format))
        return QCoreApplication::translate("arbscope::TradeColumns", "%1 since previous").arg(column.title);
    return column.isTime ? QStringLiteral("%1 (%2)").arg(column.title, format.zoneLabel()) : column.title;
}

} // namespace arbscope
