// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demodeal.h"

#include "core/store/demofixed.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace arbscope {

namespace {

constexpr double BasisPoint = 1e-4;

DemoFate drawFate(DemoRandom &random, bool sessionEnds)
{
    if (sessionEnds && random.chance(0.4)) {
        return DemoFate::Crashed;
    }
    const double draw = random.uniform();
    if (draw < 0.900) {
        return DemoFate::Complete;
    }
    if (draw < 0.943) {
        return DemoFate::FirstPartly;
    }
    if (draw < 0.963) {
        return DemoFate::SecondShort;
    }
    if (draw < 0.988) {
        return DemoFate::OneLegged;
    }
    if (draw < 0.9885) {
        return DemoFate::Contradictory;
    }
    return draw < 0.998 ? DemoFate::NoFill : DemoFate::Complete;
}

/// In multiples of the pair's lot, so that worths are exact.
qint64 lots(const DemoPair &pair, double amount)
{
    const qint64 lot = demoPowerOfTen(pair.pricePlaces);
    return std::max<qint64>(1, std::llround(amount / static_cast<double>(lot))) * lot;
}

/// A price worse than `price` by that many basis points (better when negative), rounded towards `price`.
qint64 slipped(qint64 price, double points, bool buys)
{
    const auto units = static_cast<qint64>(static_cast<double>(price) * points * BasisPoint);
    return buys ? price + units : price - units;
}

double firstSlippage(DemoRandom &random)
{
    const double draw = random.uniform();
    if (draw < 0.65) {
        return 0;
    }
    return draw < 0.72 ? -random.uniform() : std::min(random.exponential(1), 5.0);
}

qint64 latency(DemoRandom &random, const DemoVenue &venue)
{
    return static_cast<qint64>(1e6 * random.logNormal(venue.medianLatency, 0.45));
}

qint64 fee(const DemoVenue &venue, qint64 worth)
{
    constexpr qint64 millionths = 1'000'000;
    const qint64 step = demoPowerOfTen(DemoAmountPlaces - venue.feePlaces);
    const qint64 exact = (worth * venue.feeRate + millionths - 1) / millionths;
    return (exact + step - 1) / step * step;
}

void settle(DemoLeg &leg, const DemoVenue &venue, const DemoPair &pair)
{
    leg.worth = leg.filled / demoPowerOfTen(pair.pricePlaces) * leg.price;
    leg.fee = fee(venue, leg.worth);
}

void playFirst(DemoRandom &random, const DemoVenue &venue, const DemoPair &pair, DemoDeal &deal)
{
    DemoLeg &leg = deal.legs[0];
    const qint64 seen = leg.buys ? deal.quotes.ask[0] : deal.quotes.bid[0];
    leg.limitPrice = slipped(seen, 5, leg.buys);
    leg.price = slipped(seen, firstSlippage(random), leg.buys);
    leg.quantity = deal.quantity;
    leg.filled = deal.quantity;
    if (deal.fate == DemoFate::FirstPartly) {
        leg.filled = lots(pair, static_cast<double>(deal.quantity) * (0.2 + 0.75 * random.uniform()));
    } else if (deal.fate == DemoFate::NoFill) {
        leg.filled = 0;
    }
    leg.microseconds = deal.startedMicroseconds + latency(random, venue);
    settle(leg, venue, pair);
}

void playSecond(DemoRandom &random, const DemoVenue &venue, const DemoPair &pair, qint64 surplus, DemoDeal &deal)
{
    const qint64 first = deal.legs[0].filled;
    DemoLeg &leg = deal.legs[1];
    const qint64 seen = leg.buys ? deal.quotes.ask[1] : deal.quotes.bid[1];
    leg.limitPrice = slipped(seen, deal.acceptedSlippage, leg.buys);
    const double slippage = random.chance(0.45) ? 0 : random.exponential(3);
    leg.price = slipped(seen, std::min<double>(slippage, deal.acceptedSlippage), leg.buys);
    leg.quantity = first;
    leg.filled = first;
    while (deal.attempts < 6 && random.chance(0.2)) {
        ++deal.attempts;
    }
    if (deal.fate == DemoFate::OneLegged) {
        deal.attempts = static_cast<int>(random.between(3, 10));
        leg.filled = 0;
        deal.dustGathered = first;
    } else if (deal.fate == DemoFate::SecondShort) {
        leg.filled = std::max(first - lots(pair, static_cast<double>(first) * 0.04 * random.uniform()), qint64(0));
        deal.dustGathered = first - leg.filled;
    } else if (surplus != 0 && (surplus < 0) == leg.buys) {
        // Leg 2 goes the way that makes good what was left over: a part of it goes along.
        deal.dustCleared = std::min(std::abs(surplus), lots(pair, static_cast<double>(first) / 4));
        leg.filled = first + deal.dustCleared;
        leg.quantity = leg.filled;
    }
    leg.microseconds = deal.legs[0].microseconds + random.between(300, 4000);
    for (int i = 0; i < deal.attempts; ++i) {
        leg.microseconds += latency(random, venue);
    }
    settle(leg, venue, pair);
}

} // namespace

void playDemoDeal(DemoRandom &random, const DemoStrategy &strategy, const DemoPair &pair, qint64 surplus,
                  DemoDeal &deal)
{
    deal.fate = drawFate(random, deal.sessionEnds);
    deal.legs[0].buys = deal.buyOn == 0;
    deal.legs[1].buys = deal.buyOn == 1;
    playFirst(random, strategy.venues[0], pair, deal);
    if (deal.fate != DemoFate::NoFill && deal.fate != DemoFate::Crashed) {
        playSecond(random, strategy.venues[1], pair, surplus, deal);
    }
}

} // namespace arbscope
