// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/decimalpoints.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr QChar Ellipsis(0x2026);
constexpr int MostHeadDigits = 24; ///< that room is made for

int digitsWidth(int digits, const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(u'0') * digits;
}

} // namespace

DecimalPoints::Parts DecimalPoints::split(QStringView text)
{
    const qsizetype first = text.startsWith(u'-') || text.startsWith(u'+') ? 1 : 0;
    const bool number = text.size() > first && (text[first].isDigit() || text[first] == u'.');
    if (!number)
        return {text, {}};
    const auto end = std::ranges::find_if(text, [](QChar c) { return c == u'.' || c == u'E' || c == u'e'; });
    const qsizetype at = end - text.begin();
    return {text.first(at), text.sliced(at)};
}

QString DecimalPoints::shortened(QStringView tail, int width, const QFontMetrics &metrics)
{
    QString whole = tail.toString();
    if (metrics.horizontalAdvance(whole) <= width)
        return whole;
    const auto found = std::ranges::find_if(tail, [](QChar c) { return c == u'E' || c == u'e'; });
    const QStringView exponent = tail.sliced(found - tail.begin());
    const QString end = Ellipsis + exponent.toString();
    qsizetype kept
        = std::min<qsizetype>(found - tail.begin(), std::max(0, width) / std::max(1, digitsWidth(1, metrics)));
    while (kept > 0 && metrics.horizontalAdvance(tail.first(kept) + end) > width)
        --kept;
    if (kept == 1) // a lone point
        kept = 0;
    return tail.first(kept) + end;
}

void DecimalPoints::see(int column, QStringView text, const QString &unit, const QFontMetrics &metrics)
{
    const Parts parts = split(text);
    Room &room = m_rooms[column];
    const auto grow = [this](int &known, int wanted) {
        m_grown |= wanted > known;
        known = std::max(known, wanted);
    };
    grow(room.head, std::min(metrics.horizontalAdvance(parts.head.toString()), digitsWidth(MostHeadDigits, metrics)));
    if (!parts.tail.isEmpty())
        grow(room.tail,
             std::min(metrics.horizontalAdvance(parts.tail.toString()), digitsWidth(MostDigits + 1, metrics)));
    if (!unit.isEmpty())
        grow(room.unit, metrics.horizontalAdvance(unit) + UnitSpace);
}

bool DecimalPoints::takeGrowth()
{
    return std::exchange(m_grown, false);
}

int DecimalPoints::width(int column) const
{
    const auto found = m_rooms.find(column);
    return found == m_rooms.end() ? 0 : found->second.head + found->second.tail + found->second.unit;
}

DecimalPoints::Place DecimalPoints::place(int column, QStringView text, int left, int width,
                                          const QFontMetrics &metrics) const
{
    const auto found = m_rooms.find(column);
    Room room = found == m_rooms.end() ? Room() : found->second;
    const int ellipsis = metrics.horizontalAdvance(Ellipsis);
    const int least = std::min(room.tail, ellipsis);
    if (room.head + least + room.unit > width) // the figure counts more than what it counts
        room.unit = 0;
    const int unitLeft = room.unit > 0 ? left + width - room.unit + UnitSpace : -1;
    const int end = left + width - room.unit;
    const Parts parts = split(text);
    const int head = metrics.horizontalAdvance(parts.head.toString());
    // In a narrow column the digits behind the point give way first, but not without a trace.
    const int tailRoom = std::max(least, std::min(room.tail, end - left - room.head));
    const int start = std::max(left, end - tailRoom - head);
    const int behind = end - start - head;
    const QString tail = parts.tail.isEmpty() ? QString() : shortened(parts.tail, behind, metrics);
    if (behind >= 0 && metrics.horizontalAdvance(tail) <= behind)
        return {parts.head + tail, start, unitLeft};
    // Without its exponent it would look like another number.
    if (parts.tail.contains(u'E') || parts.tail.contains(u'e'))
        return {QString(Ellipsis), std::max(left, end - ellipsis), unitLeft};
    return {metrics.elidedText(text.toString(), Qt::ElideMiddle, end - left), left, unitLeft};
}

} // namespace arbscope
