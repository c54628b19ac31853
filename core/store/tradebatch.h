// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/newtrade.h"
#include "core/store/reportstore.h"

#include <span>
#include <utility>
#include <vector>

namespace arbscope {

/// Trades that are stored together, by the keys that they go to.
struct TradeBatch
{
    static constexpr std::size_t MaxTrades = 256;

    /// The trades of one trading server.
    struct Group
    {
        QByteArray hash;
        QByteArray index;
        std::vector<std::size_t> trades; ///< each order id once
    };
    std::span<const NewTrade> trades;
    std::vector<Group> groups;
    std::vector<std::pair<std::size_t, std::size_t>> repeated; ///< a trade, and the earlier one with its order id

    [[nodiscard]] static TradeBatch of(std::span<const NewTrade> trades);
    /// What became of the repeated ones, by what became of the others.
    void setRepeated(std::span<CreateOutcome> outcomes) const;
};

/// How many of the trades, `most` at most, make a batch: at least one, and about a MB of text.
[[nodiscard]] std::size_t batchSize(std::span<const NewTrade> trades, std::size_t most);

} // namespace arbscope
