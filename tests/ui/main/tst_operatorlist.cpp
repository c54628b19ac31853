// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks of an operator in the real window, by keys and mouse: finding, looking, exporting, following.
#include "tests/ui/main/operatorhands.h"
#include "tests/ui/main/operatorstore.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/columns/columns.h"
#include "ui/list/tradelist.h"

#include <QAction>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestOperatorList final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void yesterdaysFailuresOfOnePairToCsv();
    void worstGapAndItsAnswer();
    void oneOrderIdAmongAllServers();
    void fiveMarkedTradesToCsv();
    void followingWhileFiltered();

private:
    static TradeList *list(const WindowFixture &fixture) { return fixture.child<TradeList>("tradeList"); }

    std::unique_ptr<LiveStore> m_store;
    OperatorTrades m_trades;
};

void TestOperatorList::yesterdaysFailuresOfOnePairToCsv()
{
    const double yesterday = OperatorTrades::FirstDay + OperatorTrades::Day; // seen from the third day
    const QByteArrayList expected = m_trades.idsOf([yesterday](const Report &report) {
        return report.failedAt && !report.succeedAt && report.asset1 == u"BTC" && report.asset2 == u"EUR"
            && report.clock >= yesterday && report.clock < yesterday + OperatorTrades::Day;
    });
    QVERIFY(expected.size() > 5 && expected.size() < 40);
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    typeFilter(fixture, u"failed and pair == \"BTC/EUR\" and clock >= 2021-03-02 and clock < 2021-03-03"_s);
    const QByteArrayList newestFirst(expected.rbegin(), expected.rend());
    QTRY_COMPARE(idsShown(fixture), newestFirst);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(fixture.banner("noticeBanner").contains(u"Export of %1 trades"_s.arg(expected.size())));
    const QStringList files = QDir(fixture.folder()).entryList({u"*.csv"_s});
    QCOMPARE(files.size(), 1);
    const CsvFile csv = CsvFile::read(QDir(fixture.folder()).filePath(files.first()));
    QCOMPARE(csv.header.size(), 48);
    QCOMPARE(csv.column("order_id"), expected); // oldest first
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const int number = expected[i].mid(3).toInt();
        QCOMPARE(csv.column("asset_1")[i], "BTC");
        QCOMPARE(csv.column("clock")[i].toDouble(), OperatorTrades::FirstDay + 600.0 * number);
        QCOMPARE(csv.column("failed_at")[i].toDouble(), OperatorTrades::FirstDay + 600.0 * number + 2);
        QCOMPARE(csv.column("succeed_at")[i], "");
        QCOMPARE(csv.column("executed_quantity_1")[i], "0." + QByteArray::number(100 + number));
    }
}

void TestOperatorList::worstGapAndItsAnswer()
{
    int worst = 0; // hundred-thousandths of what was expected to gain; the trades' are whole basis points
    std::map<QByteArray, int> gaps;
    for (const Report &report : m_trades.reports()) {
        if (!report.realisedProfitability)
            continue;
        const double gap = *report.realisedProfitability - report.expectedProfitability;
        gaps[report.orderId.toUtf8()] = int(std::lround(gap * 1e5));
        worst = std::min(worst, int(std::lround(gap * 1e5)));
    }
    QCOMPARE(worst % 10, 0);
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    QHeaderView *header = list(fixture)->horizontalHeader();
    const QPoint gap(header->sectionViewportPosition(tradeColumnIndex(u"gap_bps"_s)) + 12, header->height() / 2);
    const auto onTop = [&] { return gaps.contains(fixture.orderId(0)) ? gaps[fixture.orderId(0)] : 1; };
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, gap);
    QTRY_COMPARE(onTop(), 0); // the greatest first
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, gap);
    QTRY_COMPARE(onTop(), worst);
    QCOMPARE(fixture.cell(0, "gap_bps").replace(QChar(0x2212), u'-').toDouble(), worst / 10.0);
    press(Qt::Key_Home, Qt::ControlModifier); // the view has gone with the selected trade
    QTRY_COMPARE(list(fixture)->currentIndex().row(), 0);
    auto *tabs = fixture.child<QTabWidget>("rawTabs");
    QVERIFY(tabs);
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(2).center());
    QTRY_VERIFY2(tabs->tabText(2).startsWith(u"Answer 2: "), qPrintable(tabs->tabText(2)));
    const auto *text = tabs->currentWidget()->findChild<QPlainTextEdit *>();
    QVERIFY(text);
    const QString id = QString::number(fixture.orderId(0).mid(3).toInt());
    QTRY_COMPARE(text->toPlainText().remove(u'\n').remove(u' '), u"{\"id\":%1,\"status\":\"filled\"}"_s.arg(id));
}

void TestOperatorList::oneOrderIdAmongAllServers()
{
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    std::vector<Report> others = sampleReports(u"elsewhere"_s, 50);
    others[7].orderId = u"wanted-7"_s;
    m_store->create(others);
    m_store->create(sampleReports(u"third"_s, 20));
    press(Qt::Key_F5);
    QTRY_COMPARE(rowsOf(*fixture.child<QAbstractItemView>("serverTree")->model()).size(), 1 + 3);
    press(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(fixture.child<QLineEdit>("goToLine")->hasFocus());
    type(u"wanted-7"_s);
    QTest::mouseClick(fixture.child<QPushButton>("goToEverywhere"), Qt::LeftButton);
    QTRY_COMPARE(fixture.trades()->rowCount(), 50);
    QTRY_COMPARE(fixture.orderId(list(fixture)->currentIndex().row()), "wanted-7");
    QVERIFY(fixture.window().windowTitle().contains(u"elsewhere"));
    const auto *stored = fixture.child<QTabWidget>("rawTabs")->widget(0)->findChild<QPlainTextEdit *>();
    QTRY_VERIFY2(stored->toPlainText().contains(u"\"wanted-7\""), qPrintable(stored->toPlainText()));
}

void TestOperatorList::fiveMarkedTradesToCsv()
{
    DialogFileChooser dialogs;
    WindowFixture fixture(nullptr, &dialogs);
    openOperatorStore(*m_store, fixture, m_trades);
    press(Qt::Key_Home, Qt::ControlModifier);
    QByteArrayList expected;
    for (int mark = 0; mark < 5; ++mark) {
        for (int step = 0; step < 3; ++step)
            press(Qt::Key_Down);
        press(Qt::Key_M, Qt::ControlModifier);
        expected.prepend(m_trades.reports()[size_t(OperatorTrades::Count - 1 - 3 * (mark + 1))].orderId.toUtf8());
    }
    clickInMenu(fixture, "exportMarkedAction");
    const QString path = fixture.folder() + u"/five marked.csv"_s;
    answerFileDialog(path);
    QTRY_VERIFY2(fixture.banner("noticeBanner").contains(u"Export of 5 trades"),
                 qPrintable(fixture.banner("noticeBanner")));
    QCOMPARE(CsvFile::read(path).column("order_id"), expected);
}

void TestOperatorList::followingWhileFiltered()
{
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    typeFilter(fixture, u"failed"_s);
    const auto isFailed = [](const Report &report) { return report.failedAt.has_value(); };
    const auto idsOf = [&isFailed](int count) {
        QByteArrayList ids = OperatorTrades(count).idsOf(isFailed);
        std::ranges::reverse(ids); // newest first
        return ids;
    };
    const auto store = [this](int from, int to) {
        const OperatorTrades more(to);
        m_store->create({more.reports().begin() + from, more.reports().end()});
    };
    QTRY_COMPARE(idsShown(fixture), idsOf(OperatorTrades::Count));
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(fixture.child<QAction>("followAction")->isChecked());
    store(OperatorTrades::Count, OperatorTrades::Count + 30);
    QTRY_COMPARE(idsShown(fixture), idsOf(OperatorTrades::Count + 30));
    QTRY_COMPARE(list(fixture)->rowAt(0), 0); // the newest is in sight

    press(Qt::Key_End, Qt::ControlModifier); // to the oldest: following pauses
    auto *pill = fixture.child<QPushButton>("followPill");
    QTRY_VERIFY(pill->isVisible());
    const QByteArray current = fixture.orderId(list(fixture)->currentIndex().row());
    const QByteArrayList before = idsOf(OperatorTrades::Count + 30), after = idsOf(OperatorTrades::Count + 100);
    store(OperatorTrades::Count + 30, OperatorTrades::Count + 100);
    QTRY_COMPARE(pill->text(), u"%1 new"_s.arg(after.size() - before.size())); // of those that fail
    QTRY_COMPARE(fixture.orderId(list(fixture)->currentIndex().row()), current);
    QVERIFY(list(fixture)->rowAt(0) > 0);
    QTest::mouseClick(pill, Qt::LeftButton);
    QTRY_COMPARE(list(fixture)->rowAt(0), 0);
    QTRY_COMPARE(idsShown(fixture), after);
    QVERIFY(!pill->isVisible());
}

QTEST_MAIN(TestOperatorList)
#include "tst_operatorlist.moc"
