// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tradetable.h"
#include "core/report/reportview.h"

namespace arbscope {

/// An empty column of the right kind for a field.
[[nodiscard]] TradeTable::Column columnFor(FieldId field);
/// Appends a member's value as it stands in a stored text; `scratch` is for unescaping.
void appendValue(TradeTable::Column &column, const ValueView &value, std::string &scratch);
void appendValue(TradeTable::Column &column, const MemberValue &value);
[[nodiscard]] MemberValue valueAt(const TradeTable::Column &column, Row row, MemberType type);
/// Puts a value of the member's own type, or none, into its place.
void setMember(Report &report, FieldId member, const MemberValue &value);

} // namespace arbscope
