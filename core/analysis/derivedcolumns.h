// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tradetable.h"

#include <functional>

namespace arbscope {

/// Appends a derived field's values of rows [from, to) to its column, straight from the columns that it is derived
/// from. Rows that quick arithmetic cannot tell are asked of `plainly`: the two give the same (tst_tradetable).
void appendDerived(TradeTable::Column &column, const TradeTable &table, FieldId field, Row from, Row to,
                   const std::function<MemberValue(Row)> &plainly);

} // namespace arbscope
