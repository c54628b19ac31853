// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/columns.h"

#include <QSet>

#include <algorithm>

namespace arbscope {

namespace {

constexpr int DefaultVisible = 12; ///< the first columns of tradeColumns(), inspection.md §1
constexpr int LargestWidth = 10000;
constexpr char Frozen = 'f';
constexpr char Units = 'u';

} // namespace

std::vector<ColumnState> defaultColumnState()
{
    std::vector<ColumnState> state;
    for (const TradeColumn &column : tradeColumns())
        state.push_back({column.id, int(state.size()) < DefaultVisible, 0});
    return state;
}

std::vector<ColumnState> columnStateOf(const QStringList &visible)
{
    std::vector<ColumnState> state;
    for (const QString &id : visible)
        state.push_back({id});
    for (const ColumnState &each : defaultColumnState()) {
        if (!visible.contains(each.id))
            state.push_back({each.id, false});
    }
    return state;
}

std::vector<ColumnState> columnStateFromBytes(const QByteArray &bytes)
{
    std::vector<ColumnState> state;
    QSet<QString> seen;
    bool anyVisible = false;
    for (const QByteArray &entry : bytes.split(';')) {
        const QList<QByteArray> parts = entry.split(',');
        const QString id = QString::fromUtf8(parts.first());
        if (parts.size() < 3 || parts.size() > 4 || seen.contains(id) || tradeColumnIndex(id) < 0)
            continue;
        seen.insert(id);
        const bool visible = parts[1] == "1";
        anyVisible |= visible;
        const QByteArray flags = parts.value(3);
        state.push_back({id, visible, std::clamp(parts[2].toInt(), 0, LargestWidth), flags.contains(Frozen),
                         flags.contains(Units)});
    }
    if (!anyVisible) // a list without a column could not even be put right from its header
        return defaultColumnState();
    for (const TradeColumn &column : tradeColumns()) {
        if (!seen.contains(column.id))
            state.push_back({column.id, false, 0});
    }
    return state;
}

QByteArray columnStateToBytes(const std::vector<ColumnState> &state)
{
    QByteArrayList entries;
    for (const ColumnState &column : state) {
        QByteArray entry = column.id.toUtf8() + (column.visible ? ",1," : ",0,") + QByteArray::number(column.width);
        if (column.frozen || column.units)
            entry += ',';
        if (column.frozen)
            entry += Frozen;
        if (column.units)
            entry += Units;
        entries.append(entry);
    }
    return entries.join(';');
}

} // namespace arbscope
