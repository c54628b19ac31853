// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportjson.h"
#include "core/report/schema.h"

#include <string>
#include <string_view>

namespace arbscope {

/// A JSON value that stands for a member.
struct JsonValue
{
    enum class Kind { Null, False, True, Number, Text, Array, Object };
    Kind kind = Kind::Null;
    std::string_view text; ///< of a number its literal (also NaN, Infinity, -Infinity), of a text its UTF-8
};

/// What became of one member's value: code and message when it is not simply valid.
struct MemberFinding
{
    Verdict verdict = Verdict::Valid;
    IssueCode code = IssueCode::Type;
    std::string message;
};

/// Puts a value into its member by the rules of contract §4. The member is left as it is when the value is invalid.
[[nodiscard]] MemberFinding readMember(Report &report, const Member &member, const JsonValue &value);

/// "text", "a decimal number in text" …: what a member's JSON should be, for messages.
[[nodiscard]] std::string_view expectedOf(MemberType type);

} // namespace arbscope
