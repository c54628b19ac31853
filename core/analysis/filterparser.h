// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filtererror.h"
#include "core/analysis/filterexpression.h"

#include <QString>
#include <QTimeZone>

#include <expected>

namespace arbscope {

/// Reads the filter language (inspection.md §3):
///
///     filter     = or
///     or         = and { ("or" | "||") and }
///     and        = not { ("and" | "&&") not }
///     not        = ("not" | "!") not | "(" or ")" | condition
///     condition  = operand comparison operand | field ["not"] "in" "{" literal { "," literal } "}"
///                | field ["not"] ("contains" | "matches") text | field "is" ["not"] "null" | yes-or-no-field | outcome
///     operand    = field | literal          comparison = "==" "=" "!=" "<>" "<" "<=" ">" ">="
///     literal    = "text" | number ["%"] | time | "true" | "false"
///     outcome    = "succeeded" | "failed" | "contradictory" | "closed" | "open"
///
/// Times without an offset are in `zone`; a date alone is its midnight. Nothing but plain words, none of them a field,
/// searches all text members for them. An empty text is an error: no filter is not a filter.
[[nodiscard]] std::expected<FilterPart, FilterError> parseFilter(const QString &text, const QTimeZone &zone);

} // namespace arbscope
