// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <array>
#include <span>
#include <string_view>
#include <variant>

namespace arbscope {

enum class MemberType { Text, Bool, Float, Decimal, Integer };

/// Where the detail view puts a member (inspection.md §1).
enum class MemberGroup { Identity, Timeline, Market, Leg1, Leg2, Result, Dust, Balances };

/// What a member's number counts; decides its unit text.
enum class MemberUnit {
    None,
    EpochSeconds,
    Seconds,
    Ratio,
    Asset1, ///< an amount of asset_1
    Asset2, ///< an amount of asset_2
    Asset2PerAsset1, ///< a price
    BasisPoints,
    Count,
};

/// A member's place in Report; the alternative tells its C++ type.
using MemberPlace = std::variant<QString Report::*, bool Report::*, double Report::*, Decimal Report::*,
                                 std::optional<QString> Report::*, std::optional<double> Report::*,
                                 std::optional<Decimal> Report::*, std::optional<qint64> Report::*>;

/// A member of the execution report, contract §2. English texts; the window translates them.
struct Member
{
    std::string_view name; ///< the JSON key, the CSV column, the filter's name
    MemberType type;
    bool required;
    MemberGroup group;
    MemberUnit unit;
    std::string_view title; ///< short column title, "Expected profitability"
    std::string_view meaning; ///< one sentence for a tool tip
    MemberPlace place;
};

inline constexpr int MemberCount = 48;

/// The one list of members, in the contract's order: JSON keys, CSV header, columns, detail and filters read it.
[[nodiscard]] std::span<const Member, MemberCount> schema();
/// The member's index in schema(), or -1.
[[nodiscard]] int memberIndex(std::string_view name);

/// A member's value of one report, nothing when it is not known.
using MemberValue = std::variant<std::monostate, QString, bool, double, Decimal, qint64>;
[[nodiscard]] MemberValue memberValue(const Report &report, const Member &member);
/// As the CSV cell of contract §5 (exact mode, before quoting): repr, str, True/False; empty when not known.
[[nodiscard]] QString memberText(const Report &report, const Member &member);

} // namespace arbscope
