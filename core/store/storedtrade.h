// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportjson.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace arbscope {

enum class TradeOrder { OldestFirst, NewestFirst };

/// A trading server in the store, by its two keys (contract §1).
struct ServerSummary
{
    QByteArray name; ///< bytes after the key's first colon
    qint64 reports = 0; ///< HLEN of the hash
    qint64 indexed = 0; ///< ZCARD of the index
    std::optional<double> firstClock; ///< smallest score, epoch seconds; none when the index is empty
    std::optional<double> lastClock;
    bool operator==(const ServerSummary &) const = default;
};

/// One trade as the store holds it. Nothing is hidden: a body that is missing or unreadable is still a row.
struct StoredTrade
{
    QByteArray orderId; ///< the hash's field, bytes
    bool present = false; ///< false: the index names it, the hash does not have it (or not any more)
    QByteArray raw; ///< stored text, bytes
    ReadReport read; ///< verdict, report and issues of `raw`; meaningful when present

    [[nodiscard]] const Report *report() const { return read.report ? &*read.report : nullptr; }
};

/// What HGET gave for it, read; none: not present.
[[nodiscard]] StoredTrade storedTrade(QByteArray orderId, std::optional<QByteArray> raw);

/// Consecutive trades of the index; `firstRank` counts from 0 in the order asked for (pageByClock: within its period).
struct TradePage
{
    qint64 firstRank = 0;
    qint64 total = 0; ///< ZCARD (pageByClock: ZCOUNT of its period) seen in the same round trip
    std::vector<StoredTrade> trades;
};

} // namespace arbscope
