// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/columnpresets.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::ColumnPresets)
};

/// The time stays in sight, and amounts say what they count.
std::vector<ColumnState> wide(const QStringList &visible)
{
    std::vector<ColumnState> columns = columnStateOf(visible);
    columns.front().frozen = true;
    for (ColumnState &column : columns) {
        const int index = tradeColumnIndex(column.id);
        column.units = column.visible && index >= 0 && hasCellUnit(tradeColumns()[std::size_t(index)]);
    }
    return columns;
}

std::vector<ColumnPreset> makeShipped()
{
    return {
        {u"overview"_s, Words::tr("Overview"), defaultColumnState()},
        {u"profit"_s, Words::tr("P&L"),
         wide({u"clock"_s, u"pair"_s, u"route"_s, u"outcome"_s, u"net"_s, u"gross"_s, u"fees"_s, u"expected"_s,
               u"realised"_s, u"realised_with_fees"_s, u"gap_bps"_s, u"net_gap_bps"_s, u"slippage_1_bps"_s,
               u"slippage_2_bps"_s, u"quantity_1"_s, u"fill_ratio_1"_s, u"fill_ratio_2"_s, u"exposure_worth"_s})},
        {u"latency"_s, Words::tr("Latency"),
         wide({u"clock"_s, u"pair"_s, u"route"_s, u"outcome"_s, u"latency_1"_s, u"latency_2"_s, u"duration"_s,
               u"exchange_2_fok_attempts"_s, u"gap_bps"_s, u"slippage_1_bps"_s, u"slippage_2_bps"_s, u"started_at"_s,
               u"closed_at"_s, u"version"_s})},
        {u"inventory"_s, Words::tr("Inventory"),
         wide({u"clock"_s, u"pair"_s, u"route"_s, u"outcome"_s, u"executed_quantity_1"_s, u"executed_quantity_2"_s,
               u"exposure"_s, u"exposure_worth"_s, u"dust_gathered"_s, u"dust_cleared"_s, u"exchange_1_balance_1"_s,
               u"exchange_1_balance_2"_s, u"exchange_2_balance_1"_s, u"exchange_2_balance_2"_s})},
    };
}

/// What of the columns is seen, without widths.
std::vector<ColumnState> seen(const std::vector<ColumnState> &columns)
{
    std::vector<ColumnState> visible;
    bool leading = true;
    for (ColumnState column : columns) {
        if (!column.visible)
            continue;
        leading = leading && column.frozen;
        column.frozen = leading;
        column.width = 0;
        visible.push_back(column);
    }
    return visible;
}

} // namespace

bool isOwnPreset(const QString &id)
{
    bool number = false;
    (void)id.toInt(&number);
    return number;
}

const std::vector<ColumnPreset> &shippedPresets()
{
    static const std::vector<ColumnPreset> presets = makeShipped();
    return presets;
}

bool showTheSame(const std::vector<ColumnState> &a, const std::vector<ColumnState> &b)
{
    return seen(a) == seen(b);
}

std::vector<ColumnPreset> presetsFromList(const QStringList &kept)
{
    std::vector<ColumnPreset> presets;
    for (qsizetype i = 0; i + 2 < kept.size(); i += 3) {
        const bool known = std::ranges::find(presets, kept[i], &ColumnPreset::id) != presets.end();
        if (isOwnPreset(kept[i]) && !known && !kept[i + 1].isEmpty())
            presets.push_back({kept[i], kept[i + 1], columnStateFromBytes(kept[i + 2].toUtf8())});
    }
    return presets;
}

QStringList presetsToList(const std::vector<ColumnPreset> &presets)
{
    QStringList kept;
    for (const ColumnPreset &preset : presets)
        kept << preset.id << preset.name << QString::fromUtf8(columnStateToBytes(preset.columns));
    return kept;
}

} // namespace arbscope
