// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QString>

#include <optional>

namespace arbscope {

/// How a trade ended, by which of its three times are known.
enum class Outcome {
    Succeeded, ///< succeed_at: both legs done
    Failed, ///< failed_at: only the first leg done
    Contradictory, ///< both of them
    Closed, ///< neither, but closed_at
    Open, ///< none of the three
};

[[nodiscard]] Outcome outcome(const Report &report);
[[nodiscard]] Outcome outcomeOf(bool isClosed, bool hasSucceeded, bool hasFailed); ///< by which times are known
[[nodiscard]] QString outcomeName(
    Outcome outcome); ///< "succeeded", "failed" …: the filter's words, not for translation

/// One side of a trade: what one of its two exchanges was asked and filled.
struct Leg
{
    int number = 1; ///< 1 or 2, as in the members' names
    QString exchange;
    std::optional<Decimal> quantity; ///< executed, in asset_1
    std::optional<Decimal> price; ///< executed, asset_2 for one asset_1
    std::optional<Decimal> feesPaid; ///< in asset_2
    Decimal bid; ///< of its market when the trade was decided
    Decimal ask;
};

[[nodiscard]] Leg leg(const Report &report, int number);

/// The two legs by what they did.
struct Direction
{
    Leg buy;
    Leg sell;
};
/// Nothing when `kind` is neither buy_1_sell_2 nor buy_2_sell_1.
[[nodiscard]] std::optional<Direction> direction(const Report &report);

/// Finished with exactly one leg filled (an unknown quantity counts as not filled).
[[nodiscard]] bool isOneLegged(const Report &report);

} // namespace arbscope
