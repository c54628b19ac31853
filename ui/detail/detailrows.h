// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/derivedvalues.h"
#include "core/report/schema.h"

#include <QString>

#include <variant>
#include <vector>

namespace arbscope {

/// What a cell of the detail tree shows: nothing, a member or a derived value.
using DetailSlot = std::variant<std::monostate, const Member *, const DerivedValue *>;

/// A line of the detail tree. `second` is set where the value belongs to leg 2: beside its twin of leg 1, or alone.
struct DetailRow
{
    QString label;
    DetailSlot first;
    DetailSlot second;
    MemberUnit unit = MemberUnit::None;
};

struct DetailGroup
{
    QString title;
    bool legs = false; ///< its own line names the two exchanges
    std::vector<DetailRow> rows;
};

/// All 48 members and all derived values, each once, by the schema's groups with both legs in one. The same for every
/// trade, so that a selection outlives the step to the next trade.
[[nodiscard]] std::vector<DetailGroup> detailGroups();

} // namespace arbscope
