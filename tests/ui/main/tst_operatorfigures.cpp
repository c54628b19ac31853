// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks of an operator in the real window, by keys and mouse: balances, latencies, exposure, dust.
#include "tests/ui/main/operatorstore.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradelist.h"

#include <QAbstractItemView>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <map>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestOperatorFigures final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void balancesNow();
    void latencyBeforeAndAfterAVersion();
    void oneLeggedAndWhatIsExposed();
    void dustOutstanding();

private:
    static QStringList rows(const WindowFixture &fixture, const char *view)
    {
        return rowsOf(*fixture.child<QAbstractItemView>(view)->model());
    }
    /// Of the statistics' row with this name.
    static QString cell(const WindowFixture &fixture, const QString &name, const QString &column)
    {
        const QAbstractItemModel *model = fixture.child<QAbstractItemView>("figuresTree")->model();
        const QModelIndexList found
            = model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        for (int at = 0; !found.isEmpty() && at < model->columnCount(found.first().parent()); ++at) {
            if (model->headerData(at, Qt::Horizontal).toString() == column)
                return found.first().siblingAtColumn(at).data().toString();
        }
        return {};
    }
    static void press(WindowFixture &fixture, Qt::Key key)
    {
        QTest::keyClick(fixture.child<QWidget>("tradeList"), key, Qt::AltModifier);
    }

    std::unique_ptr<LiveStore> m_store;
    OperatorTrades m_trades;
};

void TestOperatorFigures::balancesNow()
{
    std::map<std::pair<QString, QString>, Decimal> newest; // asset and exchange
    for (const Report &r : m_trades.reports()) {
        const auto know = [&newest](const QString &asset, const QString &exchange, const auto &amount) {
            if (amount)
                newest[{asset, exchange}] = *amount;
        };
        know(r.asset1, r.exchange1, r.exchange1Balance1);
        know(r.asset2, r.exchange1, r.exchange1Balance2);
        know(r.asset1, r.exchange2, r.exchange2Balance1);
        know(r.asset2, r.exchange2, r.exchange2Balance2);
    }
    QCOMPARE(newest.size(), size_t(9));
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    press(fixture, Qt::Key_5);
    for (const auto &[place, amount] : newest) {
        const QString expected
            = place.first + u": "_s + place.second + u" | "_s + QString::fromStdString(amount.text());
        QTRY_VERIFY2(std::ranges::any_of(rows(fixture, "balancesTree"),
                                         [&](const QString &row) {
                                             return row.startsWith(expected) && !row[expected.size()].isDigit();
                                         }),
                     qPrintable(expected + u" in:\n"_s + rows(fixture, "balancesTree").join(u'\n')));
    }
    QCOMPARE(rows(fixture, "balancesTree").size(), 9 + 3); // and three sums
}

void TestOperatorFigures::latencyBeforeAndAfterAVersion()
{
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    press(fixture, Qt::Key_3);
    for (const QString &version : {u"2.4.0"_s, u"2.5.0"_s}) {
        std::vector<double> latencies;
        for (const Report &r : m_trades.reports()) {
            if (r.version == version && r.exchange1 == u"Kraken")
                latencies.push_back(*r.order1Latency);
        }
        std::ranges::sort(latencies);
        const double p99 = latencies[(latencies.size() * 99 + 99) / 100 - 1]; // by nearest rank
        typeFilter(fixture, u"version == \"%1\""_s.arg(version));
        QTRY_COMPARE(fixture.trades()->rowCount(), int(latencies.size()));
        QTRY_COMPARE(cell(fixture, u"Kraken, leg 1"_s, u"n"_s), QString::number(latencies.size()));
        QTRY_COMPARE(cell(fixture, u"Kraken, leg 1"_s, u"p99"_s), QString::number(p99 * 1000, 'f', 1));
    }
}

void TestOperatorFigures::oneLeggedAndWhatIsExposed()
{
    std::map<QString, std::pair<int, int>> exposed; // asset → trades, thousandths
    for (const Report &r : m_trades.reports()) {
        if (r.failedAt && !r.executedQuantity2) { // bought on exchange 1, sold nowhere
            auto &[trades, thousandths] = exposed[r.asset1];
            ++trades;
            thousandths += int(std::lround(r.executedQuantity1.toDouble() * 1000));
        }
    }
    QCOMPARE(exposed.size(), size_t(2));
    const int trades = exposed[u"BTC"_s].first + exposed[u"ETH"_s].first;
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    QTest::mouseClick(fixture.child<QToolButton>("filterOneLegged"), Qt::LeftButton);
    QTRY_COMPARE(fixture.trades()->rowCount(), trades);
    QTRY_COMPARE(fixture.orderId(0), "op-00430");
    press(fixture, Qt::Key_3);
    for (const auto &[asset, exposure] : exposed) {
        const QString name = u"Exposure in "_s + asset;
        QTRY_COMPARE(cell(fixture, name, u"n"_s), QString::number(exposure.first));
        QCOMPARE(cell(fixture, name, u"Value"_s), QString::number(exposure.second / 1000.0, 'f', 4));
    }
}

void TestOperatorFigures::dustOutstanding()
{
    std::map<QString, int> left; // hundred thousandths
    for (const Report &r : m_trades.reports()) {
        if (r.dustGathered)
            left[r.asset1] += int(std::lround(r.dustGathered->toDouble() * 100'000));
        if (r.dustCleared)
            left[r.asset1] -= int(std::lround(r.dustCleared->toDouble() * 100'000));
    }
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    press(fixture, Qt::Key_3);
    for (const auto &[asset, dust] : left) {
        QTRY_VERIFY(!cell(fixture, u"Dust in "_s + asset, u"Value"_s).isEmpty());
        QTRY_COMPARE(cell(fixture, u"Dust in "_s + asset, u"Value"_s), QString::number(dust / 100'000.0, 'f', 8));
    }
}

QTEST_MAIN(TestOperatorFigures)
#include "tst_operatorfigures.moc"
