// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/derivedvalues.h"
#include "core/analysis/tradefacts.h"
#include "core/report/reportjson.h"
#include "core/report/schema.h"
#include "core/store/demotrades.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <map>

using namespace arbscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Trades = 5000;
constexpr double StartClock = 1'600'000'000;

const Decimal Zero;

Decimal smaller(const Decimal &a, const Decimal &b)
{
    return a < b ? a : b;
}

double ratio(const Decimal &dividend, const Decimal &divisor)
{
    return dividend.dividedBy(divisor, 40).toDouble();
}

/// Taker's fee rates and the digits they are charged with.
struct Tariff
{
    Decimal rate;
    Decimal step;
};

Tariff tariff(const QString &exchange)
{
    static const std::map<QString, Tariff> tariffs = {
        {u"Kraken"_s, {*Decimal::fromText("0.0012"), *Decimal::fromText("0.00001")}},
        {u"Bitstamp"_s, {*Decimal::fromText("0.0011"), *Decimal::fromText("0.00001")}},
        {u"Gemini"_s, {*Decimal::fromText("0.0010"), *Decimal::fromText("0.00000001")}},
        {u"Coinbase"_s, {*Decimal::fromText("0.0015"), *Decimal::fromText("0.00000001")}},
    };
    return tariffs.at(exchange);
}

Decimal quantity(const Leg &leg)
{
    return leg.quantity.value_or(Zero);
}

Decimal worth(const Leg &leg)
{
    return quantity(leg) * leg.price.value_or(Zero);
}

Decimal fees(const Leg &leg)
{
    return leg.feesPaid.value_or(Zero);
}

/// The fee inside an exchange's answer; none where that form has no fee or the answer is no JSON.
std::optional<Decimal> answeredFee(const QString &answer)
{
    for (const QString &key : {u"\"fee\": \""_s, u"\"fee\":\""_s, u"\"fill_fees\":\""_s}) {
        const qsizetype at = answer.indexOf(key);
        if (at >= 0) {
            const qsizetype from = at + key.size();
            return Decimal::fromText(answer.mid(from, answer.indexOf(u'"', from) - from).toStdString());
        }
    }
    return std::nullopt;
}

std::vector<Report> reports(int server, quint64 seed, int count)
{
    DemoTrades trades(seed, server, StartClock);
    std::vector<Report> all;
    all.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        all.push_back(trades.next());
    }
    return all;
}

/// The trades that most tests look at; made once.
const std::vector<Report> &sample(int server)
{
    static std::map<int, std::vector<Report>> samples;
    const auto [found, isNew] = samples.try_emplace(server);
    if (isNew) {
        found->second = reports(server, 1, Trades);
    }
    return found->second;
}

} // namespace

class TestDemoTrades final : public QObject
{
    Q_OBJECT
private slots:
    void sameForSameSeed();
    void namesFurtherServers();
    void knowsDurationBeforehand();
    void tradesAtGivenTimes();
    void storesAsValid_data() { servers(); }
    void storesAsValid();
    void marketMakesSense_data() { servers(); }
    void marketMakesSense();
    void timesMakeSense_data() { servers(); }
    void timesMakeSense();
    void feesFollowTariffs_data() { servers(); }
    void feesFollowTariffs();
    void resultFollowsFromLegs_data() { servers(); }
    void resultFollowsFromLegs();
    void balancesAddUp_data() { servers(); }
    void balancesAddUp();
    void everythingHappens_data() { servers(); }
    void everythingHappens();

private:
    static void servers()
    {
        QTest::addColumn<int>("server");
        for (int i = 0; i < 4; ++i) {
            QTest::newRow(DemoTrades::serverName(i).constData()) << i;
        }
    }
};

void TestDemoTrades::sameForSameSeed()
{
    DemoTrades one(7, 1, StartClock);
    DemoTrades same(7, 1, StartClock);
    DemoTrades other(8, 1, StartClock);
    DemoTrades elsewhere(7, 4, StartClock); // the same strategy on another server
    for (int i = 0; i < 300; ++i) {
        const std::string text = writeReport(one.next());
        QCOMPARE(text, writeReport(same.next()));
        QVERIFY(text != writeReport(other.next()));
        QVERIFY(text != writeReport(elsewhere.next()));
    }
}

void TestDemoTrades::namesFurtherServers()
{
    QSet<QByteArray> names;
    for (int i = 0; i < 50; ++i) {
        const DemoTrades trades(1, i, StartClock);
        QCOMPARE(trades.serverName(), DemoTrades::serverName(i));
        names.insert(trades.serverName());
    }
    QCOMPARE(names.size(), 50);
}

void TestDemoTrades::knowsDurationBeforehand()
{
    for (const int count : {1, 2, 1000}) {
        const std::vector<Report> all = reports(2, 5, count);
        QCOMPARE(all.back().clock, StartClock + DemoTrades::duration(5, 2, count));
    }
    QCOMPARE(DemoTrades::duration(5, 2, 0), 0.0);
}

void TestDemoTrades::tradesAtGivenTimes()
{
    DemoTrades trades(1, 0, StartClock);
    QCOMPARE(trades.nextAt(StartClock + 100.75).clock, StartClock + 100);
    QCOMPARE(trades.nextAt(StartClock + 100.8).clock, StartClock + 101); // never the same, never back
    QCOMPARE(trades.nextAt(StartClock).clock, StartClock + 102);
    const Report late = trades.nextAt(StartClock + 90000);
    QCOMPARE(late.clock, StartClock + 90000);
    QVERIFY(late.sessionStartedAt > StartClock + 102); // a session does not sleep for a day
}

void TestDemoTrades::storesAsValid()
{
    QFETCH(const int, server);
    QSet<QString> ids;
    std::size_t bytes = 0;
    for (const Report &report : sample(server)) {
        const std::string text = writeReport(report);
        const ReadReport read = readReport(text);
        QCOMPARE(read.verdict, Verdict::Valid);
        QCOMPARE(writeReport(*read.report), text);
        QVERIFY(storingIssues(report).empty());
        QCOMPARE(report.serverName.toUtf8(), DemoTrades::serverName(server));
        for (const Member &member : schema()) {
            if (member.type == MemberType::Decimal) { // none but in plain digits
                QVERIFY2(!memberText(report, member).contains(u'E'), member.name.data());
            }
        }
        ids.insert(report.orderId);
        bytes += text.size();
    }
    QCOMPARE(ids.size(), Trades);
    const double average = static_cast<double>(bytes) / Trades;
    QVERIFY2(average > 1900 && average < 2500, qPrintable(QString::number(average)));
}

void TestDemoTrades::marketMakesSense()
{
    QFETCH(const int, server);
    for (const Report &r : sample(server)) {
        QVERIFY(Zero < r.market1BidPrice && r.market1BidPrice < r.market1AskPrice);
        QVERIFY(Zero < r.market2BidPrice && r.market2BidPrice < r.market2AskPrice);
        QCOMPARE(r.profitabilityBuy1Sell2, ratio(r.market2BidPrice - r.market1AskPrice, r.market1AskPrice));
        QCOMPARE(r.profitabilityBuy2Sell1, ratio(r.market1BidPrice - r.market2AskPrice, r.market2AskPrice));
        const bool buysOn1 = r.kind == "buy_1_sell_2"_L1;
        QVERIFY(buysOn1 || r.kind == "buy_2_sell_1"_L1);
        QCOMPARE(r.expectedProfitability, buysOn1 ? r.profitabilityBuy1Sell2 : r.profitabilityBuy2Sell1);
        QVERIFY(Zero < r.quantity1);
        const Decimal price = buysOn1 ? r.market1AskPrice : r.market1BidPrice;
        const Decimal rounding = r.quantity2 - r.quantity1 * price;
        const Decimal halfCent = *Decimal::fromText("0.005");
        QVERIFY(-halfCent <= rounding && rounding <= halfCent);
    }
}

void TestDemoTrades::timesMakeSense()
{
    QFETCH(const int, server);
    double clock = StartClock;
    for (const Report &r : sample(server)) {
        QVERIFY(r.clock > clock);
        clock = r.clock;
        QVERIFY(r.sessionStartedAt < r.clock);
        QVERIFY(r.startedAt > r.clock && r.startedAt < r.clock + 1);
        const auto latency = [](std::optional<double> seconds) { return !seconds || (*seconds > 0 && *seconds < 60); };
        QVERIFY(latency(r.order1Latency) && latency(r.order2Latency));
        for (const std::optional<double> &end : {r.succeedAt, r.failedAt}) {
            QVERIFY(!end || (r.closedAt && *end > r.startedAt && *end < *r.closedAt));
        }
        if (r.succeedAt && !r.failedAt) {
            QVERIFY(*r.succeedAt >= r.startedAt + *r.order1Latency + *r.order2Latency - 1e-6);
        }
    }
}

void TestDemoTrades::feesFollowTariffs()
{
    QFETCH(const int, server);
    for (const Report &r : sample(server)) {
        for (const Leg &leg : {leg(r, 1), leg(r, 2)}) {
            const QString answer = (leg.number == 1 ? r.order1Data : r.order2Data).value_or(QString());
            if (!leg.feesPaid) {
                continue;
            }
            const auto [rate, step] = tariff(leg.exchange);
            const Decimal surplus = *leg.feesPaid - worth(leg) * rate; // rounded up to the exchange's places
            QVERIFY2(Zero <= surplus && surplus < step, qPrintable(r.orderId));
            const std::optional<Decimal> answered = answeredFee(answer);
            QVERIFY(!answered || *answered == *leg.feesPaid);
            QVERIFY(QJsonDocument::fromJson(answer.toUtf8()).isObject());
            QVERIFY(answer.contains(leg.number == 1 ? r.exchange1Id : *r.exchange2Id));
        }
    }
}

void TestDemoTrades::resultFollowsFromLegs()
{
    QFETCH(const int, server);
    for (const Report &r : sample(server)) {
        const auto [buy, sell] = *direction(r);
        const Decimal matched = smaller(quantity(buy), quantity(sell));
        QCOMPARE(r.realisedArbitration.has_value(), !r.unitTest && Zero < matched);
        if (r.realisedArbitration) {
            const Decimal gross = matched * (*sell.price - *buy.price);
            QVERIFY(*r.realisedArbitration == gross);
            QCOMPARE(*r.realisedProfitability, ratio(gross, matched * *buy.price));
            const Decimal net = gross - fees(buy) - fees(sell);
            QCOMPARE(*r.realisedProfitabilityWithFees, ratio(net, matched * *buy.price));
            QVERIFY(!std::get<bool>(derivedValue("slippage_over_accepted")->compute(r)));
        }
        if (r.dustGathered) {
            const Decimal difference = r.executedQuantity1 - r.executedQuantity2.value_or(Zero);
            QVERIFY(difference == *r.dustGathered - *r.dustCleared);
            QVERIFY(*r.dustGathered == Zero || *r.dustCleared == Zero);
        }
        QVERIFY(r.executedQuantity1 <= r.quantity1);
    }
}

void TestDemoTrades::balancesAddUp()
{
    QFETCH(const int, server);
    std::array<std::map<QString, Decimal>, 2> balances; // of each exchange, by asset, once it is known
    int transfers = 0;
    for (const Report &r : sample(server)) {
        if (r.unitTest) {
            QVERIFY(!r.exchange1Balance1);
            continue;
        }
        const std::array<Leg, 2> legs = {leg(r, 1), leg(r, 2)};
        const std::array reported = {std::array{r.exchange1Balance1, r.exchange1Balance2},
                                     std::array{r.exchange2Balance1, r.exchange2Balance2}};
        std::array<Decimal, 2> moved; // of each asset, from elsewhere to the two exchanges
        bool isTransfer = false;
        for (std::size_t e = 0; e < 2; ++e) {
            const bool buys = (e == 0) == (r.kind == "buy_1_sell_2"_L1);
            const std::array change = {buys ? quantity(legs[e]) : -quantity(legs[e]),
                                       (buys ? -worth(legs[e]) : worth(legs[e])) - fees(legs[e])};
            for (std::size_t a = 0; a < 2; ++a) {
                QVERIFY(!reported[e][a] || Zero <= *reported[e][a]);
                const QString &asset = a == 0 ? r.asset1 : r.asset2;
                if (const auto known = balances[e].find(asset); known != balances[e].end()) {
                    const Decimal expected = known->second + change[a];
                    known->second = reported[e][a].value_or(expected);
                    moved[a] = moved[a] + known->second - expected;
                    isTransfer = isTransfer || known->second != expected;
                } else if (reported[e][a]) {
                    balances[e].emplace(asset, *reported[e][a]);
                }
            }
        }
        // A transfer between the two exchanges is all that may come in between.
        QVERIFY2(moved[0] == Zero && moved[1] == Zero, qPrintable(r.orderId));
        transfers += isTransfer ? 1 : 0;
    }
    QVERIFY2(transfers > 0 && transfers < Trades / 10, qPrintable(QString::number(transfers)));
}

void TestDemoTrades::everythingHappens()
{
    QFETCH(const int, server);
    std::map<Outcome, int> outcomes;
    std::map<QString, int> seen;
    QSet<QString> sessions;
    QSet<QString> versions;
    QSet<QString> pairs;
    for (const Report &r : sample(server)) {
        ++outcomes[outcome(r)];
        seen[u"unit test"_s] += r.unitTest ? 1 : 0;
        seen[u"one-legged"_s] += isOneLegged(r) ? 1 : 0;
        seen[u"partly filled"_s] += Zero < r.executedQuantity1 && r.executedQuantity1 < r.quantity1 ? 1 : 0;
        seen[u"dust gathered"_s] += Zero < r.dustGathered.value_or(Zero) ? 1 : 0;
        seen[u"dust cleared"_s] += Zero < r.dustCleared.value_or(Zero) ? 1 : 0;
        seen[u"several rounds"_s] += r.exchange2FokAttempts.value_or(0) > 1 ? 1 : 0;
        seen[u"losing"_s] += r.realisedProfitabilityWithFees.value_or(0) < 0 ? 1 : 0;
        seen[u"answer that is no JSON"_s] += r.order2Data.value_or(QString()).startsWith(u'<') ? 1 : 0;
        sessions.insert(r.sessionName);
        versions.insert(r.version);
        pairs.insert(r.asset1);
    }
    for (const auto &[what, count] : seen) {
        QVERIFY2(count > 0, qPrintable(what));
    }
    QVERIFY(outcomes[Outcome::Succeeded] > Trades * 9 / 10);
    QVERIFY(outcomes[Outcome::Failed] > Trades / 100 && outcomes[Outcome::Closed] > 0 && outcomes[Outcome::Open] > 0);
    QVERIFY(seen[u"losing"_s] < Trades / 4);
    QVERIFY(sessions.size() > 5 && versions.size() > 2);
    QCOMPARE(pairs.size(), 2);
}

QTEST_GUILESS_MAIN(TestDemoTrades)
#include "tst_demotrades.moc"
