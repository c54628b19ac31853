// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/field.h"
#include "core/report/schema.h"
#include "core/store/storedtrade.h"
#include "ui/text/displaytext.h"
#include "ui/text/timeformat.h"
#include "ui/theme/theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace arbscope {

/// A column of the trade list: one of the 48 members or a derived value.
struct TradeColumn
{
    QString id; ///< stable, for settings: the member's name, or "pair", "route", "outcome", "net" …
    QString title; ///< with its unit, "Net gap (bp)"; times without the zone, see columnTitle()
    QString toolTip; ///< rich text, safe to hand to Qt: name, meaning, unit
    std::vector<FieldId> fields; ///< what it shows, for filters and sorting, the one that counts most first
    bool derived = false;
    bool isTime = false; ///< its header also names the time zone
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    int width = 12; ///< default, in average characters
    MemberUnit unit = MemberUnit::None; ///< of a number that counts an asset: each trade's own, see cellUnit()
    /// Plain text of one line for the cell; an en dash for what is not known.
    std::function<QString(const StoredTrade &, const TimeFormat &)> text;
    /// Of figures: all digits, in the same unit, where text() rounds or ends; null for other columns. For copying, tool
    /// tips and screen readers.
    std::function<QString(const StoredTrade &)> exact;
    /// The colour that the value calls for, if any.
    std::function<std::optional<Tone>(const StoredTrade &)> tone;
};

/// Every column: first those shown by default in their default order, then the other derived ones, then the members in
/// the contract's order. Never changes during a run.
[[nodiscard]] const std::vector<TradeColumn> &tradeColumns();
[[nodiscard]] int tradeColumnIndex(QStringView id); ///< in tradeColumns(), -1: none
/// What a list's cell shows: column.text(), but for the clock in TimeStyle::SincePrevious the time since `previous`,
/// the trade before it in the order of time; null: there is none.
[[nodiscard]] QString cellText(const TradeColumn &column, const StoredTrade &trade, const StoredTrade *previous,
                               const TimeFormat &format);
/// What this trade's amount is in ("BTC", "EUR/BTC"); empty for columns whose header names the unit and for what is not
/// known.
[[nodiscard]] QString cellUnit(const TradeColumn &column, const StoredTrade &trade);
[[nodiscard]] bool isNumber(const TradeColumn &column); ///< figures, right-aligned
[[nodiscard]] bool hasCellUnit(const TradeColumn &column); ///< cellUnit() may say something
/// Whether cellText() needs the previous trade.
[[nodiscard]] bool needsPrevious(const TradeColumn &column, const TimeFormat &format);
/// The header's text: the title, with the zone for times ("Time (UTC)").
[[nodiscard]] QString columnTitle(const TradeColumn &column, const TimeFormat &format);

/// One column's place in a list, by position.
struct ColumnState
{
    QString id;
    bool visible = true;
    int width = 0; ///< pixels; 0: the default
    bool frozen = false; ///< stays in sight, if all visible ones left of it do
    bool units = false; ///< cells name the asset that they count
    bool operator==(const ColumnState &) const = default;
};
/// All columns in tradeColumns() order, the default ones visible.
[[nodiscard]] std::vector<ColumnState> defaultColumnState();
/// These visible in this order, the others hidden behind them in the default's.
[[nodiscard]] std::vector<ColumnState> columnStateOf(const QStringList &visible);
/// "clock,1,0" or, with a letter each for what else holds, "clock,1,120,fu". Unknown ids are dropped, doubled ones too,
/// missing ones come hidden at the end; bytes that cannot be read give the default.
[[nodiscard]] std::vector<ColumnState> columnStateFromBytes(const QByteArray &bytes);
[[nodiscard]] QByteArray columnStateToBytes(const std::vector<ColumnState> &state);

} // namespace arbscope
