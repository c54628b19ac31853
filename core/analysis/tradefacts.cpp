// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tradefacts.h"

#include <utility>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

bool isFilled(const std::optional<Decimal> &quantity)
{
    return quantity && *quantity > Decimal();
}

} // namespace

Outcome outcome(const Report &report)
{
    return outcomeOf(report.closedAt.has_value(), report.succeedAt.has_value(), report.failedAt.has_value());
}

Outcome outcomeOf(bool isClosed, bool hasSucceeded, bool hasFailed)
{
    if (hasSucceeded && hasFailed)
        return Outcome::Contradictory;
    if (hasSucceeded)
        return Outcome::Succeeded;
    if (hasFailed)
        return Outcome::Failed;
    return isClosed ? Outcome::Closed : Outcome::Open;
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return u"succeeded"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::Contradictory:
        return u"contradictory"_s;
    case Outcome::Closed:
        return u"closed"_s;
    case Outcome::Open:
        return u"open"_s;
    }
    std::unreachable();
}

Leg leg(const Report &report, int number)
{
    if (number == 1)
        return {1,
                report.exchange1,
                report.executedQuantity1,
                report.executedPrice1,
                report.exchange1FeesPaid,
                report.market1BidPrice,
                report.market1AskPrice};
    return {2,
            report.exchange2,
            report.executedQuantity2,
            report.executedPrice2,
            report.exchange2FeesPaid,
            report.market2BidPrice,
            report.market2AskPrice};
}

std::optional<Direction> direction(const Report &report)
{
    if (report.kind == "buy_1_sell_2"_L1)
        return Direction{leg(report, 1), leg(report, 2)};
    if (report.kind == "buy_2_sell_1"_L1)
        return Direction{leg(report, 2), leg(report, 1)};
    return std::nullopt;
}

bool isOneLegged(const Report &report)
{
    return outcome(report) != Outcome::Open && isFilled(report.executedQuantity1) != isFilled(report.executedQuantity2);
}

} // namespace arbscope
