// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/derivedvalues.h"
#include "core/analysis/tradefacts.h"

#include "tests/support/sampletrades.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace arbscope;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(Report &)>;

Decimal decimal(std::string_view text)
{
    return Decimal::fromText(text).value();
}

/// With numbers that do not divide evenly: bought 0.5 of 0.6 BTC at 9730.10, sold 0.4999 at 9790.25.
Report unevenTrade()
{
    Report report = test::completeTrade();
    report.startedAt = 1600000000.25;
    report.closedAt = 1600000002.75;
    report.quantity1 = decimal("0.6");
    report.market1AskPrice = decimal("9730.00");
    report.market2BidPrice = decimal("9791.00");
    report.market2AskPrice = decimal("9792.00");
    report.executedQuantity1 = decimal("0.5");
    report.executedPrice1 = decimal("9730.10");
    report.executedQuantity2 = decimal("0.4999");
    report.executedPrice2 = decimal("9790.25");
    report.exchange1FeesPaid = decimal("1.25");
    report.exchange2FeesPaid = decimal("2.4475");
    report.expectedProfitability = 0.0078125;
    report.profitabilityBuy1Sell2 = 0.0078125;
    report.profitabilityBuy2Sell1 = -0.0065;
    report.realisedProfitability = 0.00732421875;
    report.realisedProfitabilityWithFees = 0.0068359375;
    report.exchange2AcceptedSlippage = 10;
    return report;
}

QString text(const MemberValue &value)
{
    return std::visit(
        []<class T>(const T &v) -> QString {
            if constexpr (std::is_same_v<T, std::monostate>)
                return u"unknown"_s;
            else if constexpr (std::is_same_v<T, QString>)
                return v;
            else if constexpr (std::is_same_v<T, bool>)
                return v ? u"true"_s : u"false"_s;
            else if constexpr (std::is_same_v<T, Decimal>)
                return QString::fromStdString(v.text());
            else
                return QString::number(v);
        },
        value);
}

} // namespace

class TestDerivedValues : public QObject
{
    Q_OBJECT
private slots:
    void namesAreUnique();
    void outcomes_data();
    void outcomes();
    void values_data();
    void values();
};

void TestDerivedValues::namesAreUnique()
{
    QSet<QByteArray> names;
    for (const DerivedValue &value : derivedValues()) {
        const QByteArray name(value.name.data(), qsizetype(value.name.size()));
        QVERIFY2(!names.contains(name), name.constData());
        QVERIFY2(memberIndex(value.name) < 0, name.constData());
        QCOMPARE(derivedValue(value.name), &value);
        names.insert(name);
    }
    QCOMPARE(derivedValue("no_such_value"), nullptr);
}

void TestDerivedValues::outcomes_data()
{
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("succeeded");
    QTest::addColumn<bool>("failed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("open") << false << false << false << u"open"_s;
    QTest::newRow("closed") << true << false << false << u"closed"_s;
    QTest::newRow("succeeded") << true << true << false << u"succeeded"_s;
    QTest::newRow("succeeded, not closed") << false << true << false << u"succeeded"_s;
    QTest::newRow("failed") << true << false << true << u"failed"_s;
    QTest::newRow("contradictory") << true << true << true << u"contradictory"_s;
}

void TestDerivedValues::outcomes()
{
    QFETCH(bool, closed);
    QFETCH(bool, succeeded);
    QFETCH(bool, failed);
    Report report;
    if (closed)
        report.closedAt = 3;
    if (succeeded)
        report.succeedAt = 2;
    if (failed)
        report.failedAt = 1;
    QTEST(outcomeName(outcome(report)), "expected");
}

void TestDerivedValues::values_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("expected");

    // Expected numbers: Python's decimal module, default context (28 digits) for the quotients, exact otherwise.
    const auto row = [](const char *title, const char *name, const QString &expected, const Change &change = {}) {
        QTest::addRow("%s: %s", name, title) << change << QByteArray(name) << expected;
    };
    const Change sellFirst = [](Report &r) { r.kind = u"buy_2_sell_1"_s; };
    const Change otherKind = [](Report &r) { r.kind = u"sideways"_s; };
    const Change noSecondLeg = [](Report &r) {
        r.executedQuantity2.reset();
        r.executedPrice2.reset();
        r.exchange2FeesPaid.reset();
    };

    row("full trade", "pair", u"BTC/EUR"_s);
    row("full trade", "outcome", u"succeeded"_s);
    row("full trade", "buy_exchange", u"Kraken"_s);
    row("full trade", "sell_exchange", u"Gemini"_s);
    row("other way", "buy_exchange", u"Gemini"_s, sellFirst);
    row("other way", "sell_exchange", u"Kraken"_s, sellFirst);
    row("other kind", "buy_exchange", u"unknown"_s, otherKind);
    row("full trade", "fill_ratio_1", u"0.8333333333333333333333333333"_s);
    row("full trade", "fill_ratio_2", u"0.8331666666666666666666666667"_s);
    row("nothing wanted", "fill_ratio_1", u"unknown"_s, [](Report &r) { r.quantity1 = Decimal(); });
    row("no second leg", "fill_ratio_2", u"unknown"_s, noSecondLeg);
    row("full trade", "one_legged", u"false"_s);
    row("no second leg", "one_legged", u"true"_s, noSecondLeg);
    row("second leg of 0", "one_legged", u"true"_s, [](Report &r) { r.executedQuantity2 = Decimal(); });
    row("no leg", "one_legged", u"false"_s, [](Report &r) { r.executedQuantity1 = r.executedQuantity2.emplace(); });
    row("not finished", "one_legged", u"false"_s, [=](Report &r) {
        noSecondLeg(r);
        r.closedAt.reset();
        r.succeedAt.reset();
    });
    row("full trade", "exposure", u"unknown"_s);
    row("bought only", "exposure", u"0.5"_s, noSecondLeg);
    row("bought only", "exposure_worth", u"4865.050"_s, noSecondLeg);
    row("sold only", "exposure", u"-0.5"_s, [=](Report &r) {
        noSecondLeg(r);
        sellFirst(r);
    });
    row("sold only", "exposure_worth", u"-4865.050"_s, [=](Report &r) {
        noSecondLeg(r);
        sellFirst(r);
    });
    row("full trade", "gross", u"30.068985"_s);
    row("other way", "gross", u"-30.068985"_s, sellFirst);
    row("no second leg", "gross", u"unknown"_s, noSecondLeg);
    row("not a number", "gross", u"unknown"_s, [](Report &r) { r.executedPrice1 = decimal("NaN"); });
    row("other kind", "gross", u"unknown"_s, otherKind);
    row("full trade", "fees", u"3.6975"_s);
    row("one fee unknown", "fees", u"unknown"_s, [](Report &r) { r.exchange1FeesPaid.reset(); });
    row("full trade", "net", u"26.371485"_s);
    row("one fee unknown", "net", u"unknown"_s, [](Report &r) { r.exchange2FeesPaid.reset(); });
    row("full trade", "gap_bps", u"-4.88281250000"_s);
    row("full trade", "net_gap_bps", u"-9.7656250000"_s);
    row("infinite", "gap_bps", u"unknown"_s,
        [](Report &r) { r.realisedProfitability = std::numeric_limits<double>::infinity(); });
    row("not realised", "gap_bps", u"unknown"_s, [](Report &r) { r.realisedProfitability.reset(); });
    row("bought", "slippage_1_bps", u"0.102774922918807810894140000"_s);
    row("sold", "slippage_2_bps", u"0.7660096006536615258911250000"_s);
    row("bought", "slippage_2_bps", u"-1.7871732026143790849673200000"_s, sellFirst);
    row("no bid", "slippage_2_bps", u"unknown"_s, [](Report &r) { r.market2BidPrice = Decimal(); });
    row("within", "slippage_over_accepted", u"false"_s);
    row("over", "slippage_over_accepted", u"true"_s, [](Report &r) { r.exchange2AcceptedSlippage = 0; });
    row("not said", "slippage_over_accepted", u"unknown"_s, [](Report &r) { r.exchange2AcceptedSlippage.reset(); });
    row("full trade", "wrong_direction", u"false"_s);
    row("other way", "wrong_direction", u"true"_s, sellFirst);
    row("full trade", "duration", u"2.50"_s);
    row("open", "duration", u"unknown"_s, [](Report &r) { r.closedAt.reset(); });
}

void TestDerivedValues::values()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, name);
    Report report = unevenTrade();
    if (change)
        change(report);
    const DerivedValue *derived = derivedValue(std::string_view(name));
    QVERIFY(derived);
    QTEST(text(derived->compute(report)), "expected");
}

QTEST_GUILESS_MAIN(TestDerivedValues)
#include "tst_derivedvalues.moc"
