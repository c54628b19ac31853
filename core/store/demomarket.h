// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/demorandom.h"

#include <QString>

#include <array>
#include <span>

namespace arbscope {

enum class DemoVenueApi { Kraken, Bitstamp, Gemini, Coinbase };

struct DemoVenue
{
    DemoVenueApi api; ///< the form of its answers and order ids
    QString name;
    int feeRate; ///< of a taker, in millionths of the worth
    int feePlaces; ///< digits after the point that it charges, rounded up
    double medianLatency; ///< seconds, an order until it is filled
};

struct DemoPair
{
    QString asset1;
    QString asset2;
    int pricePlaces; ///< quantities are multiples of 10^(pricePlaces - 8), so that price times quantity has 8 places
    double price; ///< around which the price walks
    double quantity; ///< of a typical trade, in asset_1
};

/// The strategy of one trading server.
struct DemoStrategy
{
    QByteArray server;
    std::array<DemoVenue, 2> venues;
    std::array<DemoPair, 2> pairs; ///< the first is traded most
};

[[nodiscard]] DemoStrategy demoStrategy(int server);

/// Both venues' best prices, in units of 10^-pricePlaces; index 0 is exchange 1.
struct DemoQuotes
{
    std::array<qint64, 2> bid;
    std::array<qint64, 2> ask;
};

/// The market of one pair: a mean-reverting walk, with the two venues apart by what an arbitrage needs.
class DemoMarket
{
public:
    explicit DemoMarket(const DemoPair &pair);
    void advance(DemoRandom &random, double seconds);
    /// Quotes at which buying on venue `buyOn` (0 or 1) and selling on the other promises `edge` (a ratio).
    [[nodiscard]] DemoQuotes quotes(DemoRandom &random, std::size_t buyOn, double edge) const;

private:
    double m_base; ///< price in units
    double m_deviation = 0; ///< logarithm of price / base
};

} // namespace arbscope
