// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportjson.h"
#include "core/report/schema.h"

#include <span>
#include <string_view>

namespace arbscope {

/// What filters, sorts and statistics speak of: a member of the report, a value derived from members, or what became of
/// the stored text.
struct Field
{
    enum class Origin {
        Member, ///< schema()[index]
        Derived, ///< derivedValues()[index]
        Verdict, ///< "valid", "coerced", "invalid" (contract §4); the only one that an invalid report has
    };
    std::string_view name;
    MemberType type;
    MemberUnit unit;
    std::string_view title;
    std::string_view meaning;
    Origin origin;
    int index;
};

/// A field's place in fields(): members first, in the schema's order.
using FieldId = int;

[[nodiscard]] std::span<const Field> fields();
/// By name, or -1.
[[nodiscard]] FieldId fieldId(std::string_view name);
/// Its value of a trade with this verdict; unknown when there is no report (but the verdict).
[[nodiscard]] MemberValue fieldValue(FieldId field, Verdict verdict, const Report *report);

} // namespace arbscope
