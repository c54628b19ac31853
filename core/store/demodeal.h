// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/demomarket.h"

namespace arbscope {

/// How a sample trade goes.
enum class DemoFate {
    Complete,
    FirstPartly, ///< leg 1 was filled in part, leg 2 followed it
    SecondShort, ///< leg 2 was filled a little less than leg 1: dust
    OneLegged, ///< leg 2 was never filled
    Contradictory, ///< noted as failed, filled by a late answer all the same
    NoFill, ///< leg 1 found nobody
    Crashed, ///< the bot ended in the middle
};

/// One leg of a sample trade; amounts and prices as in demofixed.h.
struct DemoLeg
{
    bool buys = true;
    qint64 limitPrice = 0;
    qint64 price = 0;
    qint64 quantity = 0; ///< asked for
    qint64 filled = 0;
    qint64 fee = 0;
    qint64 worth = 0; ///< filled times price
    qint64 microseconds = 0; ///< when it was done, since the epoch
};

/// A sample trade in integers, before it becomes a report.
struct DemoDeal
{
    DemoFate fate = DemoFate::Complete;
    DemoQuotes quotes{};
    std::size_t buyOn = 0; ///< index of the exchange bought on
    qint64 quantity = 0; ///< target
    std::array<DemoLeg, 2> legs;
    qint64 startedMicroseconds = 0;
    int acceptedSlippage = 0; ///< of leg 2, basis points
    bool sessionEnds = false; ///< with this trade, perhaps by a crash
    int attempts = 1; ///< fill-or-kill rounds of leg 2
    qint64 dustGathered = 0;
    qint64 dustCleared = 0;
};

/// Decides everything about a deal. `surplus` is what earlier deals left over of the asset (DemoLedger::surplus).
/// The deal's quotes, buyOn, quantity, startedMicroseconds, acceptedSlippage and sessionEnds are given; the rest is
/// filled in.
void playDemoDeal(DemoRandom &random, const DemoStrategy &strategy, const DemoPair &pair, qint64 surplus,
                  DemoDeal &deal);

/// Double division of exact integers: what a bot's float of the ratio is.
[[nodiscard]] inline double demoRatio(qint64 dividend, qint64 divisor)
{
    return static_cast<double>(dividend) / static_cast<double>(divisor);
}

} // namespace arbscope
