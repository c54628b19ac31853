// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/schema.h"

#include <span>
#include <string_view>

namespace arbscope {

/// A value computed from a report's members (inspection.md §2), usable wherever a member is. Decimal arithmetic is
/// exact; floats enter by their exact binary value; quotients have 28 significant digits, rounded half to even, as
/// Python's decimal module gives them. A member that is not known, not a number or infinite, or a division by zero,
/// makes the value unknown, never 0.
struct DerivedValue
{
    std::string_view name; ///< stable: the filter's and the column's name
    MemberType type;
    MemberUnit unit;
    std::string_view title; ///< short column title
    std::string_view meaning; ///< one sentence for a tool tip
    std::string_view formula; ///< in members and other derived values
    std::string_view from; ///< the members that it comes from, by name, with blanks between them
    MemberValue (*compute)(const Report &report); ///< looks at no other member
    [[nodiscard]] std::span<const int> inputs() const; ///< `from`, as indices of schema()
};

/// The one list of derived values: columns, detail and (later) filters read it.
[[nodiscard]] std::span<const DerivedValue> derivedValues();
/// By name; null when there is none.
[[nodiscard]] const DerivedValue *derivedValue(std::string_view name);

} // namespace arbscope
