// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tradeptr.h"
#include "ui/text/timeformat.h"

#include <QString>

#include <span>

namespace arbscope {

/// What a trade is copied as.
enum class TradeTextKind {
    Text, ///< for people: the detail's groups, a line each
    Csv, ///< contract §5: a header and a record each, cells guarded
    Json, ///< the stored texts as they are, a line each
    Python, ///< a dict with Decimals, or a list of them
};

/// Trades as a text for the clipboard. What cannot be read is left out of CSV and Python.
[[nodiscard]] QString tradesAs(TradeTextKind kind, std::span<const TradePtr> trades, const TimeFormat &format);
/// How many of them tradesAs() takes.
[[nodiscard]] qint64 countAs(TradeTextKind kind, std::span<const TradePtr> trades);

} // namespace arbscope
