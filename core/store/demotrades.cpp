// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demotrades.h"

#include "core/report/names.h"
#include "core/store/demoanswers.h"
#include "core/store/demodeal.h"
#include "core/store/demofixed.h"
#include "core/store/demoledger.h"
#include "core/store/demosessions.h"

#include <algorithm>
#include <cmath>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double UnitTestShare = 0.002;
constexpr double WrongDirectionShare = 1.0 / 1500;
constexpr double LargestTrade = 4; ///< typical quantities
constexpr double BalanceMargin = 1.4; ///< what a trade may need beyond its target: slippage, fees, dust cleared

double seconds(qint64 microseconds)
{
    return static_cast<double>(microseconds) / 1e6;
}

Decimal feeDecimal(const DemoLeg &leg, const DemoVenue &venue)
{
    return demoDecimal(leg.fee / demoPowerOfTen(DemoAmountPlaces - venue.feePlaces), venue.feePlaces);
}

void setMarket(Report &report, const DemoQuotes &quotes, int places)
{
    report.market1BidPrice = demoDecimal(quotes.bid[0], places);
    report.market2BidPrice = demoDecimal(quotes.bid[1], places);
    report.market1AskPrice = demoDecimal(quotes.ask[0], places);
    report.market2AskPrice = demoDecimal(quotes.ask[1], places);
    report.profitabilityBuy1Sell2 = demoRatio(quotes.bid[1] - quotes.ask[0], quotes.ask[0]);
    report.profitabilityBuy2Sell1 = demoRatio(quotes.bid[0] - quotes.ask[1], quotes.ask[1]);
}

void setDirection(Report &report, std::size_t buyOn)
{
    static const QString kinds[] = {u"buy_1_sell_2"_s, u"buy_2_sell_1"_s};
    report.kind = kinds[buyOn];
    report.expectedProfitability = buyOn == 0 ? report.profitabilityBuy1Sell2 : report.profitabilityBuy2Sell1;
}

void setTimes(Report &report, const DemoDeal &deal, DemoRandom &random)
{
    const double first = seconds(deal.legs[0].microseconds);
    report.order1Latency = first - report.startedAt;
    qint64 done = deal.legs[0].microseconds;
    if (deal.fate != DemoFate::NoFill) {
        done = deal.legs[1].microseconds;
        report.order2Latency = seconds(done) - first;
        report.exchange2AcceptedSlippage = deal.acceptedSlippage;
        report.exchange2FokAttempts = deal.attempts;
        const bool failed = deal.fate == DemoFate::OneLegged;
        (failed ? report.failedAt : report.succeedAt) = seconds(done);
    }
    if (deal.fate == DemoFate::Contradictory) {
        report.failedAt = report.succeedAt;
        done += random.between(200'000, 3'000'000);
        report.succeedAt = seconds(done);
    }
    report.closedAt = seconds(done + random.between(400, 20'000));
}

/// Profit of what both legs filled, by inspection.md's formulas.
void setResult(Report &report, const DemoDeal &deal, const DemoPair &pair)
{
    const DemoLeg &bought = deal.legs[deal.buyOn];
    const DemoLeg &sold = deal.legs[1 - deal.buyOn];
    const qint64 matched = std::min(bought.filled, sold.filled) / demoPowerOfTen(pair.pricePlaces);
    const qint64 gross = matched * (sold.price - bought.price);
    report.realisedArbitration = demoDecimal(gross);
    report.realisedProfitability = demoRatio(gross, matched * bought.price);
    report.realisedProfitabilityWithFees = demoRatio(gross - bought.fee - sold.fee, matched * bought.price);
}

} // namespace

class DemoTrades::Private
{
public:
    Private(quint64 seed, int server, double startClock)
        : strategy(demoStrategy(server))
        , random(seed * 1'000'003 + static_cast<quint64>(server) * 2)
        , sessions(seed, server, startClock)
        , m_markets{DemoMarket(strategy.pairs[0]), DemoMarket(strategy.pairs[1])}
        , m_ledger(strategy)
        , m_serverText(QString::fromLatin1(strategy.server))
    { }
    Report trade(const DemoSessions::Tick &tick);

private:
    [[nodiscard]] Report identity(const DemoSessions::Tick &tick, const DemoPair &pair);
    [[nodiscard]] DemoDeal deal(const DemoSessions::Tick &tick, const DemoPair &pair, Report &report);
    void finish(Report &report, const DemoDeal &deal, const DemoPair &pair);
    void book(const DemoDeal &deal, const DemoPair &pair);
    [[nodiscard]] DemoOrder order(const DemoDeal &deal, std::size_t leg, const DemoPair &pair, const QString &id) const;
    void setBalances(Report &report, const DemoPair &pair);
    static void makeUnitTest(Report &report);

public:
    DemoStrategy strategy;
    DemoRandom random;
    DemoSessions sessions;

private:
    std::array<DemoMarket, 2> m_markets;
    DemoLedger m_ledger;
    QString m_serverText;
    QString m_session;
    std::size_t m_buyOn = 0;
    int m_acceptedSlippage = 10;
};

Report DemoTrades::Private::identity(const DemoSessions::Tick &tick, const DemoPair &pair)
{
    Report report;
    report.asset1 = pair.asset1;
    report.asset2 = pair.asset2;
    report.exchange1 = strategy.venues[0].name;
    report.exchange2 = strategy.venues[1].name;
    report.version = tick.version;
    report.orderId = demoUuid(random);
    if (tick.sessionStarts) {
        m_session = arbscope::sessionName(report.exchange1, report.exchange2, report.asset1, report.asset2,
                                          tick.sessionStartedAt, QTimeZone::utc());
        m_acceptedSlippage = static_cast<int>(random.between(1, 5) * 5);
    }
    report.sessionName = m_session;
    report.serverName = m_serverText;
    report.sessionStartedAt = tick.sessionStartedAt;
    report.clock = static_cast<double>(tick.clock);
    return report;
}

/// The market and the decision to trade; fills in the report's members about them.
DemoDeal DemoTrades::Private::deal(const DemoSessions::Tick &tick, const DemoPair &pair, Report &report)
{
    DemoDeal deal;
    deal.startedMicroseconds = tick.clock * 1'000'000 + random.between(900, 45'000);
    report.startedAt = seconds(deal.startedMicroseconds);
    m_buyOn = random.chance(0.8) ? m_buyOn : 1 - m_buyOn;
    const double fees = 1e-6 * (strategy.venues[0].feeRate + strategy.venues[1].feeRate);
    deal.quotes = m_markets[tick.pair].quotes(random, m_buyOn, fees + 8e-4 + random.exponential(12e-4));
    deal.buyOn = random.chance(WrongDirectionShare) ? 1 - m_buyOn : m_buyOn;
    deal.acceptedSlippage = m_acceptedSlippage;
    deal.sessionEnds = tick.sessionEnds;
    const double typical = std::min(random.logNormal(1, 0.5), LargestTrade) * pair.quantity;
    const qint64 lot = demoPowerOfTen(pair.pricePlaces);
    const qint64 lotsInOne = DemoOne / lot;
    const qint64 lots = std::max<qint64>(1, std::llround(typical * static_cast<double>(lotsInOne)));
    deal.quantity = lots * lot;
    const qint64 price = deal.buyOn == 0 ? deal.quotes.ask[0] : deal.quotes.bid[0];
    const qint64 worth = lots * price;
    const qint64 cent = DemoOne / 100;
    setMarket(report, deal.quotes, pair.pricePlaces);
    setDirection(report, deal.buyOn);
    report.quantity1 = demoDecimal(deal.quantity);
    report.quantity2 = demoDecimal((worth + cent / 2) / cent, 2);
    const auto needed = [](qint64 amount) { return static_cast<qint64>(static_cast<double>(amount) * BalanceMargin); };
    m_ledger.rebalance(deal.buyOn, pair.asset2, needed(worth));
    m_ledger.rebalance(1 - deal.buyOn, pair.asset1, needed(deal.quantity));
    return deal;
}

void DemoTrades::Private::book(const DemoDeal &deal, const DemoPair &pair)
{
    for (std::size_t i = 0; i < deal.legs.size(); ++i) {
        const DemoLeg &leg = deal.legs[i];
        m_ledger.balance(i, pair.asset1) += leg.buys ? leg.filled : -leg.filled;
        m_ledger.balance(i, pair.asset2) += (leg.buys ? -leg.worth : leg.worth) - leg.fee;
    }
    const qint64 gathered = deal.legs[0].buys ? deal.dustGathered : -deal.dustGathered;
    const qint64 cleared = deal.legs[1].buys ? deal.dustCleared : -deal.dustCleared;
    m_ledger.surplus(pair.asset1) += gathered + cleared;
}

DemoOrder DemoTrades::Private::order(const DemoDeal &deal, std::size_t leg, const DemoPair &pair,
                                     const QString &id) const
{
    const DemoLeg &from = deal.legs[leg];
    return {&pair, id, from.buys, from.limitPrice, from.price, from.quantity, from.filled, from.fee, from.microseconds};
}

void DemoTrades::Private::setBalances(Report &report, const DemoPair &pair)
{
    report.exchange1Balance1 = demoDecimal(m_ledger.balance(0, pair.asset1));
    report.exchange1Balance2 = demoDecimal(m_ledger.balance(0, pair.asset2));
    report.exchange2Balance1 = demoDecimal(m_ledger.balance(1, pair.asset1));
    report.exchange2Balance2 = demoDecimal(m_ledger.balance(1, pair.asset2));
}

/// What the two venues did, as far as the bot lived to see it.
void DemoTrades::Private::finish(Report &report, const DemoDeal &deal, const DemoPair &pair)
{
    const DemoLeg &first = deal.legs[0];
    const DemoLeg &second = deal.legs[1];
    report.exchange1Id = demoOrderId(random, strategy.venues[0].api);
    report.executedQuantity1 = demoDecimal(first.filled);
    report.executedPrice1 = demoDecimal(first.filled > 0 ? first.price : 0, pair.pricePlaces);
    report.exchange1FeesPaid = feeDecimal(first, strategy.venues[0]);
    report.order1Data = demoAnswer(strategy.venues[0].api, order(deal, 0, pair, report.exchange1Id));
    if (deal.fate == DemoFate::Crashed) {
        return;
    }
    setTimes(report, deal, random);
    setBalances(report, pair);
    if (deal.fate == DemoFate::NoFill) {
        return;
    }
    const DemoVenueApi api = strategy.venues[1].api;
    const QString id = demoOrderId(random, api);
    const DemoOrder answered = order(deal, 1, pair, id);
    report.executedQuantity2 = demoDecimal(second.filled);
    report.dustGathered = demoDecimal(deal.dustGathered);
    report.dustCleared = demoDecimal(deal.dustCleared);
    if (second.filled == 0) {
        report.order2Data = demoRefusal(random, api, answered);
        return;
    }
    report.order2Data = demoAnswer(api, answered);
    report.exchange2Id = id;
    report.executedPrice2 = demoDecimal(second.price, pair.pricePlaces);
    report.exchange2FeesPaid = feeDecimal(second, strategy.venues[1]);
    setResult(report, deal, pair);
}

/// As the bots' own tests leave them in a store now and then: the members they must have, no exchange behind them.
void DemoTrades::Private::makeUnitTest(Report &report)
{
    report.unitTest = true;
    report.sessionName = u"unit test"_s;
    report.exchange1Id = u"test-order-1"_s;
    report.executedQuantity1 = report.quantity1;
    report.executedPrice1 = report.market1AskPrice;
}

Report DemoTrades::Private::trade(const DemoSessions::Tick &tick)
{
    for (DemoMarket &market : m_markets) {
        market.advance(random, static_cast<double>(tick.gap));
    }
    const DemoPair &pair = strategy.pairs[tick.pair];
    Report report = identity(tick, pair);
    DemoDeal now = deal(tick, pair, report);
    if (random.chance(UnitTestShare)) {
        makeUnitTest(report);
        return report;
    }
    playDemoDeal(random, strategy, pair, m_ledger.surplus(pair.asset1), now);
    book(now, pair);
    finish(report, now, pair);
    return report;
}

DemoTrades::DemoTrades(quint64 seed, int server, double startClock)
    : d(std::make_unique<Private>(seed, server, startClock))
{ }

DemoTrades::~DemoTrades() = default;
DemoTrades::DemoTrades(DemoTrades &&) noexcept = default;
DemoTrades &DemoTrades::operator=(DemoTrades &&) noexcept = default;

Report DemoTrades::next()
{
    return d->trade(d->sessions.next());
}

Report DemoTrades::nextAt(double clock)
{
    return d->trade(d->sessions.nextAt(clock));
}

QByteArray DemoTrades::serverName() const
{
    return d->strategy.server;
}

QByteArray DemoTrades::serverName(int server)
{
    return demoStrategy(server).server;
}

double DemoTrades::duration(quint64 seed, int server, int trades)
{
    DemoSessions sessions(seed, server, 0);
    qint64 clock = 0;
    for (int i = 0; i < trades; ++i) {
        clock = sessions.next().clock;
    }
    return static_cast<double>(clock);
}

} // namespace arbscope
