// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/statisticstext.h"

#include "core/report/pynumbers.h"

namespace arbscope::test {

namespace {

/// 1.50 and 1.5 are one number here.
std::string plain(const Decimal &number)
{
    std::string text = number.text();
    const auto parts = number.parts();
    if (!parts)
        return text;
    DecimalParts shortest = *parts;
    while (shortest.coefficient != 0 && shortest.coefficient % 10 == 0) {
        shortest.coefficient /= 10;
        ++shortest.exponent;
    }
    return shortest.coefficient == 0 ? "0" : Decimal::fromParts(shortest).text();
}

std::string plain(double number)
{
    std::string text;
    appendFloatRepr(text, number == 0 ? 0.0 : number); // -0 is the same number
    return text;
}

std::string plain(const MemberValue &value)
{
    if (const auto *decimal = std::get_if<Decimal>(&value))
        return plain(*decimal);
    const auto *real = std::get_if<double>(&value);
    return real ? plain(*real) : "unknown";
}

std::string plain(const Total &total)
{
    return plain(total.sum) + " of " + std::to_string(total.n);
}

std::string plain(const Quantiles &quantiles)
{
    std::string text = "of " + std::to_string(quantiles.n);
    for (const MemberValue &value : quantiles.values)
        text += ' ' + plain(value);
    return text;
}

template <class Counts> std::string counts(const Counts &numbers)
{
    std::string text;
    for (const auto number : numbers)
        text += std::to_string(number) + ' ';
    return text;
}

std::string textOf(const Statistics &figures)
{
    std::string text = "trades " + std::to_string(figures.trades) + ", unit tests " + std::to_string(figures.unitTests)
        + ", unreadable " + std::to_string(figures.unreadable) + "\noutcomes " + counts(figures.outcomes)
        + "\none-legged " + std::to_string(figures.oneLegged) + "\nclocks "
        + (figures.firstClock ? plain(*figures.firstClock) + ' ' + plain(*figures.lastClock) : "unknown");
    for (const auto &[quote, totals] : figures.quotes) {
        text += "\nquote " + quote + ": " + plain(totals.gross) + ", " + plain(totals.fees) + ", " + plain(totals.net)
            + ", " + (totals.feesShare ? plain(*totals.feesShare) : "unknown");
    }
    for (const auto &[asset, totals] : figures.assets) {
        text += "\nasset " + asset + ": " + plain(totals.dustGathered) + ", " + plain(totals.dustCleared) + ", "
            + plain(totals.exposure);
    }
    text += "\ngap " + plain(figures.gap) + "\nnet gap " + plain(figures.netGap);
    for (const Quantiles &slippage : figures.slippage)
        text += "\nslippage " + plain(slippage);
    for (const auto &[key, latency] : figures.latency)
        text += "\nlatency " + key.first + ' ' + std::to_string(key.second) + ' ' + plain(latency);
    for (const auto &[rounds, trades] : figures.fokRounds)
        text += "\nrounds " + std::to_string(rounds) + ": " + std::to_string(trades);
    text += "\nby hour " + counts(figures.failuresByHour) + "\nby weekday " + counts(figures.failuresByWeekday);
    for (const auto &[key, balance] : figures.balances) {
        text += "\nbalance " + key.first + ' ' + key.second + ": " + plain(balance.amount) + " at "
            + plain(balance.clock) + ' ' + balance.orderId;
    }
    return text + '\n';
}

} // namespace

std::string statisticsText(const std::map<std::string, Statistics> &groups)
{
    std::string text;
    for (const auto &[name, figures] : groups)
        text += "group " + name + '\n' + textOf(figures);
    return text;
}

} // namespace arbscope::test
