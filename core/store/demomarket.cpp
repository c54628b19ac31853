// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demomarket.h"

#include "core/store/demofixed.h"

#include <algorithm>
#include <cmath>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

DemoStrategy demoStrategy(int server)
{
    static const DemoVenue kraken{DemoVenueApi::Kraken, u"Kraken"_s, 1200, 5, 0.31};
    static const DemoVenue bitstamp{DemoVenueApi::Bitstamp, u"Bitstamp"_s, 1100, 5, 0.18};
    static const DemoVenue gemini{DemoVenueApi::Gemini, u"Gemini"_s, 1000, 8, 0.22};
    static const DemoVenue coinbase{DemoVenueApi::Coinbase, u"Coinbase"_s, 1500, 8, 0.14};
    static const DemoPair btcEur{u"BTC"_s, u"EUR"_s, 2, 48250.10, 0.12};
    static const DemoPair ethEur{u"ETH"_s, u"EUR"_s, 2, 1525.40, 3.5};
    static const DemoPair btcUsd{u"BTC"_s, u"USD"_s, 2, 56910.35, 0.10};
    static const DemoPair ethUsd{u"ETH"_s, u"USD"_s, 2, 1798.20, 2.8};
    static const DemoPair ltcEur{u"LTC"_s, u"EUR"_s, 2, 168.35, 24};
    static const DemoPair xrpEur{u"XRP"_s, u"EUR"_s, 5, 0.47125, 7500};
    static const std::array<DemoStrategy, 3> known{{
        {"arb-fra-1", {kraken, bitstamp}, {btcEur, ethEur}},
        {"arb-nyc-2", {gemini, coinbase}, {ethUsd, btcUsd}},
        {"arb-lon-1", {coinbase, kraken}, {ltcEur, xrpEur}},
    }};
    const auto index = static_cast<std::size_t>(std::max(server, 0));
    DemoStrategy strategy = known[index % known.size()];
    if (index >= known.size()) {
        strategy.server = "arb-demo-" + QByteArray::number(server + 1);
    }
    return strategy;
}

DemoMarket::DemoMarket(const DemoPair &pair)
    : m_base(pair.price * static_cast<double>(demoPowerOfTen(pair.pricePlaces)))
{ }

void DemoMarket::advance(DemoRandom &random, double seconds)
{
    constexpr double dailyVolatility = 0.035;
    constexpr double daysToRevert = 12;
    const double days = std::min(seconds / 86400, 5.0);
    m_deviation += -m_deviation * days / daysToRevert + dailyVolatility * std::sqrt(days) * random.normal();
}

DemoQuotes DemoMarket::quotes(DemoRandom &random, std::size_t buyOn, double edge) const
{
    const std::size_t sellOn = 1 - buyOn;
    const auto spread = [&random](qint64 price) {
        return std::max<qint64>(1, std::llround(static_cast<double>(price) * random.logNormal(1.2e-4, 0.6)));
    };
    DemoQuotes quotes{};
    quotes.ask[buyOn] = std::llround(m_base * std::exp(m_deviation) * (1 - edge / 2));
    quotes.bid[sellOn] = std::llround(static_cast<double>(quotes.ask[buyOn]) * (1 + edge));
    quotes.bid[buyOn] = quotes.ask[buyOn] - spread(quotes.ask[buyOn]);
    quotes.ask[sellOn] = quotes.bid[sellOn] + spread(quotes.bid[sellOn]);
    return quotes;
}

} // namespace arbscope
