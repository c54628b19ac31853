// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks of an operator in the real window, by keys and mouse: balances, latencies, exposure, dust, brushing.
#include "tests/ui/main/operatorhands.h"
#include "tests/ui/main/operatorstore.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/plots/plotcanvas.h"
#include "ui/plots/plottext.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
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
    void brushAndUndo();

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
    press(Qt::Key_5, Qt::AltModifier);
    QStringList expected;
    std::map<QString, double> sums;
    for (const auto &[place, amount] : newest) {
        expected << place.first + u": "_s + place.second + u" | "_s + QString::fromStdString(amount.text());
        sums[place.first] += amount.toDouble();
    }
    for (const auto &[asset, sum] : sums)
        expected << asset + u" | "_s + QString::number(sum, 'f', asset == u"EUR" ? 2 : 3);
    const auto isShown = [&](const QString &text) {
        return std::ranges::any_of(rows(fixture, "balancesTree"), [&](const QString &row) {
            return row.startsWith(text) && !row.mid(text.size(), 1).contains(QRegularExpression(u"\\d"_s));
        });
    };
    for (const QString &text : expected)
        QTRY_VERIFY2(isShown(text), qPrintable(text + u" in:\n"_s + rows(fixture, "balancesTree").join(u'\n')));
    QCOMPARE(rows(fixture, "balancesTree").size(), 9 + 3); // and three sums
}

void TestOperatorFigures::latencyBeforeAndAfterAVersion()
{
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    press(Qt::Key_3, Qt::AltModifier);
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
    QByteArrayList onlyFirstLeg; // newest first
    for (const Report &r : m_trades.reports()) {
        if (r.failedAt && !r.executedQuantity2) { // bought on exchange 1, sold nowhere
            auto &[trades, thousandths] = exposed[r.asset1];
            onlyFirstLeg.prepend(r.orderId.toUtf8());
            ++trades;
            thousandths += int(std::lround(r.executedQuantity1.toDouble() * 1000));
        }
    }
    QCOMPARE(exposed.size(), size_t(2));
    const int trades = exposed[u"BTC"_s].first + exposed[u"ETH"_s].first;
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    QTest::mouseClick(fixture.child<QToolButton>("filterOneLegged"), Qt::LeftButton);
    QCOMPARE(onlyFirstLeg.size(), trades);
    QTRY_COMPARE(idsShown(fixture), onlyFirstLeg);
    press(Qt::Key_3, Qt::AltModifier);
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
    press(Qt::Key_3, Qt::AltModifier);
    for (const auto &[asset, dust] : left) {
        QTRY_VERIFY(!cell(fixture, u"Dust in "_s + asset, u"Value"_s).isEmpty());
        QTRY_COMPARE(cell(fixture, u"Dust in "_s + asset, u"Value"_s), QString::number(dust / 100'000.0, 'f', 8));
    }
}

void TestOperatorFigures::brushAndUndo()
{
    constexpr double From = -60.5, To = -30.5; // basis points: between the trades' whole ones
    QByteArrayList all, brushed; // newest first
    for (const Report &r : m_trades.reports()) {
        all.prepend(r.orderId.toUtf8());
        const double gap = r.realisedProfitability ? (*r.realisedProfitability - r.expectedProfitability) * 1e4 : 0;
        if (gap > From && gap < To)
            brushed.prepend(r.orderId.toUtf8());
    }
    QVERIFY(brushed.size() > 50 && brushed.size() < 200);
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    press(Qt::Key_4, Qt::AltModifier);
    auto *kinds = fixture.child<QComboBox>("plotKind");
    QTest::mouseClick(kinds, Qt::LeftButton);
    QTRY_VERIFY(kinds->view()->isVisible());
    QTest::keyClicks(kinds->view(), plotTitle(PlotKind::Gap));
    QTest::keyClick(kinds->view(), Qt::Key_Return);
    QTRY_COMPARE(kinds->currentText(), plotTitle(PlotKind::Gap));
    giveKeyboardBack(fixture);
    auto *plot = fixture.child<PlotCanvas>("plotCanvas");
    const auto drawn = [plot] { return plot->view().trades; };
    QTRY_COMPARE(drawn(), std::int64_t(all.size()));
    QTRY_COMPARE(plot->view().x, plot->shownX());
    const int height = plot->axisRect()->rect().center().y();
    drag(plot, {int(std::lround(plot->xAxis->coordToPixel(From))), height},
         {int(std::lround(plot->xAxis->coordToPixel(To))), height});
    QTRY_COMPARE(idsShown(fixture), brushed);
    QTRY_COMPARE(drawn(), std::int64_t(brushed.size()));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(idsShown(fixture), all);
    QVERIFY(fixture.child<QLineEdit>("filterLine")->text().isEmpty());
    QTRY_COMPARE(drawn(), std::int64_t(all.size()));
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); // and the other way
    QTRY_COMPARE(idsShown(fixture), brushed);
}

QTEST_MAIN(TestOperatorFigures)
#include "tst_operatorfigures.moc"
