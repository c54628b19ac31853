// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "core/report/reportjson.h"

namespace arbscope::test {

/// Whether a filter is true of a trade, the slow and plain way: what the columns must give, too.
[[nodiscard]] bool isTrueOf(const FilterExpression &filter, const ReadReport &read);
/// A number of any type, exactly.
[[nodiscard]] Decimal exact(const MemberValue &value);

} // namespace arbscope::test
