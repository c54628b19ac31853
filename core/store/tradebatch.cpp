// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tradebatch.h"

#include "core/store/keys.h"

#include <QHash>

#include <algorithm>

namespace arbscope {

namespace {

constexpr qsizetype MaxBytes = 1 << 20; // of report text in one transaction; other clients wait while it runs

} // namespace

std::size_t batchSize(std::span<const NewTrade> trades, std::size_t most)
{
    qsizetype bytes = 0;
    std::size_t size = 0;
    while (size < std::min(most, trades.size()) && (size == 0 || bytes + trades[size].json.size() <= MaxBytes))
        bytes += trades[size++].json.size();
    return size;
}

TradeBatch TradeBatch::of(std::span<const NewTrade> trades)
{
    TradeBatch batch{.trades = trades, .groups = {}, .repeated = {}};
    QHash<QByteArray, std::size_t> groupOf;
    QHash<std::pair<QByteArray, QByteArray>, std::size_t> seen;
    for (std::size_t i = 0; i < trades.size(); ++i) {
        const NewTrade &trade = trades[i];
        const std::pair key(trade.server, trade.orderId);
        if (const auto earlier = seen.constFind(key); earlier != seen.cend()) {
            batch.repeated.emplace_back(i, *earlier);
            continue;
        }
        seen.insert(key, i);
        auto group = groupOf.find(trade.server);
        if (group == groupOf.end()) {
            group = groupOf.insert(trade.server, batch.groups.size());
            batch.groups.push_back({.hash = hashKey(trade.server), .index = indexKey(trade.server), .trades = {}});
        }
        batch.groups[*group].trades.push_back(i);
    }
    return batch;
}

void TradeBatch::setRepeated(std::span<CreateOutcome> outcomes) const
{
    for (const auto &[trade, earlier] : repeated)
        outcomes[trade] = outcomes[earlier] == CreateOutcome::Stored ? CreateOutcome::AlreadyThere : outcomes[earlier];
}

} // namespace arbscope
