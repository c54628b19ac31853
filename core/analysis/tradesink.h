// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tradetable.h"

#include <span>
#include <stop_token>

namespace arbscope {

/// Something that adds up the trades chosen, as they are read: statistics, the points of a plot. Touched by one thread
/// at a time, the one that has the table.
class TradeSink
{
public:
    virtual ~TradeSink() = default;
    /// Forgets all: other trades are chosen from now on.
    virtual void clear() = 0;
    /// Takes these trades, too. They come in no order that means anything; the table need not live on, so what is
    /// wanted of them is copied. False when stopped: clear() comes next.
    [[nodiscard]] virtual bool add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop) = 0;
};

} // namespace arbscope
