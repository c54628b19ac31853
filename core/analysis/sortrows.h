// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tradetable.h"

#include <span>
#include <stop_token>
#include <vector>

namespace arbscope {

struct SortKey
{
    FieldId field;
    bool descending = false;
    bool operator==(const SortKey &) const = default;
};

/// Sorts rows by these keys, the first one first; what is equal by all of them stands in the order of time (score, or
/// clock where the index does not name the trade, then order id by bytes; what tells neither first). Numbers exactly,
/// with NaN after every number; texts by their bytes; no before yes; unknown values last whichever way. The table must
/// have() the fields. False when stopped, with the rows in no order.
[[nodiscard]] bool sortRows(TradeTable &table, std::vector<Row> &rows, std::span<const SortKey> keys,
                            const std::stop_token &stop = {});

} // namespace arbscope
