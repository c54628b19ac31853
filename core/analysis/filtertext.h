// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"

#include <QString>

namespace arbscope {

/// The filter language's text for "this field has this value", or another comparison with it; it reads back as exactly
/// this value. Unknown: `field is null`. Empty where there is no such condition: less than a value that is unknown, a
/// text, yes or no, NaN or infinite.
[[nodiscard]] QString filterTextFor(FieldId field, const MemberValue &value, Comparison comparison = Comparison::Equal);
/// A text between quotes.
[[nodiscard]] QString quotedForFilter(const QString &text);

} // namespace arbscope
