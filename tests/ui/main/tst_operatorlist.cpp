// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks of an operator in the real window, by keys and mouse: finding, looking, exporting, following.
#include "tests/ui/main/operatorstore.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/columns/columns.h"
#include "ui/list/tradelist.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

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
    /// The order ids of a CSV file, in its order.
    static QByteArrayList idsIn(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArrayList ids;
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (const qsizetype at = line.indexOf(",op-"); at >= 0)
                ids << line.mid(at + 1, 8);
        }
        return ids;
    }

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
    QTRY_COMPARE(fixture.trades()->rowCount(), int(expected.size()));
    QTRY_COMPARE(fixture.orderId(0), expected.last());
    QTest::keyClick(list(fixture), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(fixture.banner("noticeBanner").contains(u"Export of %1 trades"_s.arg(expected.size())));
    const QStringList files = QDir(fixture.folder()).entryList({u"*.csv"_s});
    QCOMPARE(files.size(), 1);
    QByteArrayList exported = idsIn(QDir(fixture.folder()).filePath(files.first()));
    std::ranges::sort(exported); // ids count up with the clock
    QCOMPARE(exported, expected);
}

void TestOperatorList::worstGapAndItsAnswer()
{
    double worst = 1;
    const Report *found = nullptr;
    for (const Report &report : m_trades.reports()) {
        if (report.realisedProfitability && *report.realisedProfitability - report.expectedProfitability < worst) {
            worst = *report.realisedProfitability - report.expectedProfitability;
            found = &report; // the oldest of equal ones
        }
    }
    QVERIFY(found);
    const QByteArrayList equals = m_trades.idsOf([worst](const Report &report) {
        return report.realisedProfitability && *report.realisedProfitability - report.expectedProfitability == worst;
    });
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    QHeaderView *header = list(fixture)->horizontalHeader();
    const int gap = tradeColumnIndex(u"gap_bps"_s);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(gap) + 12, header->height() / 2));
    const auto isOnTop = [&] { return equals.contains(fixture.orderId(0)); };
    if (!QTest::qWaitFor(isOnTop, 2000)) // the greatest first: the other way round
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(gap) + 12, header->height() / 2));
    QTRY_VERIFY(isOnTop());
    QTest::keyClick(list(fixture), Qt::Key_Home, Qt::ControlModifier);
    QTRY_COMPARE(list(fixture)->currentIndex().row(), 0);
    const int number = fixture.orderId(0).mid(3).toInt();
    const QString answer = u"\"id\": %1"_s.arg(number);
    auto *tabs = fixture.child<QTabWidget>("rawTabs");
    QVERIFY(tabs);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->tabText(tab).startsWith(u"Answer 2"))
            QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
    }
    const auto *text = tabs->currentWidget()->findChild<QPlainTextEdit *>();
    QVERIFY(text);
    QTRY_VERIFY2(text->toPlainText().contains(answer), qPrintable(text->toPlainText()));
    QVERIFY(text->toPlainText().contains(u"filled"));
}

void TestOperatorList::oneOrderIdAmongAllServers()
{
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    std::vector<Report> others = sampleReports(u"elsewhere"_s, 50);
    others[7].orderId = u"wanted-7"_s;
    m_store->create(others);
    QTest::keyClick(list(fixture), Qt::Key_F5);
    QTest::keyClick(list(fixture), Qt::Key_G, Qt::ControlModifier);
    QTest::keyClicks(fixture.child<QLineEdit>("goToLine"), u"wanted-7"_s);
    QTest::mouseClick(fixture.child<QPushButton>("goToEverywhere"), Qt::LeftButton);
    QTRY_COMPARE(fixture.trades()->rowCount(), 50);
    QTRY_COMPARE(fixture.orderId(list(fixture)->currentIndex().row()), "wanted-7");
    QVERIFY(fixture.window().windowTitle().contains(u"elsewhere"));
}

void TestOperatorList::fiveMarkedTradesToCsv()
{
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    QTest::keyClick(list(fixture), Qt::Key_Home, Qt::ControlModifier);
    QByteArrayList expected;
    for (int mark = 0; mark < 5; ++mark) {
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(list(fixture), Qt::Key_Down);
        QTest::keyClick(list(fixture), Qt::Key_M, Qt::ControlModifier);
        expected.prepend(m_trades.reports()[size_t(OperatorTrades::Count - 1 - 3 * (mark + 1))].orderId.toUtf8());
    }
    fixture.files().path = fixture.folder() + u"/marked.csv"_s;
    fixture.trigger("exportMarkedAction"); // of the menu
    QTRY_VERIFY2(fixture.banner("noticeBanner").contains(u"Export of 5 trades"),
                 qPrintable(fixture.banner("noticeBanner")));
    QCOMPARE(idsIn(fixture.files().path), expected);
}

void TestOperatorList::followingWhileFiltered()
{
    WindowFixture fixture;
    openOperatorStore(*m_store, fixture, m_trades);
    typeFilter(fixture, u"failed"_s);
    const auto isFailed = [](const Report &report) { return report.failedAt.has_value(); };
    QTRY_COMPARE(fixture.trades()->rowCount(), int(m_trades.idsOf(isFailed).size()));
    QTest::keyClick(list(fixture), Qt::Key_E, Qt::ControlModifier);
    const OperatorTrades more(OperatorTrades::Count + 30);
    m_store->create({more.reports().begin() + OperatorTrades::Count, more.reports().end()});
    const QByteArrayList expected = more.idsOf(isFailed);
    QTRY_COMPARE(fixture.trades()->rowCount(), int(expected.size()));
    QTRY_COMPARE(fixture.orderId(0), expected.last());
    QTRY_COMPARE(list(fixture)->rowAt(0), 0); // the newest is in sight
    QVERIFY(fixture.child<QAction>("followAction")->isChecked());
}

QTEST_MAIN(TestOperatorList)
#include "tst_operatorlist.moc"
