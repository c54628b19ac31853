// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics by server in the real window, by keys and mouse: the server shown, and the others when asked for.
#include "tests/support/rediscli.h"
#include "tests/support/sampletrades.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/figures/figureroles.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Of a server's figures, what a test computes by itself.
struct Sums
{
    int trades = 0;
    int failed = 0;
    QString net; ///< of the quote asset EUR
};

} // namespace

class TestMainWindowServers final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void readsTheOthers();
    void sortsAndSavesAll();
    void anotherFilterDropsThem();
    void refreshDropsThem();
    void testsAreLeftOut();
    void lossDropsThem();
    void anotherServerKeepsThem();
    void cancels();
    void wrongTypeIsTold();
    void offersNothingWithoutOthers();

private:
    /// Trades of an hour each; every `failedEvery`th one is one-legged, the others earn 38.5.
    void put(const QByteArray &server, int count, int failedEvery, const QString &quote = u"EUR"_s)
    {
        for (int i = 0; i < count; ++i) {
            Report report = i % failedEvery == 0 ? oneLeggedTrade() : completeTrade();
            report.serverName = QString::fromUtf8(server);
            report.asset2 = quote;
            report.orderId = QStringLiteral("order-%1").arg(i, 6, 10, QLatin1Char('0'));
            report.clock = 1'600'000'000 + i * 3600.0;
            m_store->put(server, report.orderId.toUtf8(), textOf(report), report.clock);
        }
    }
    void openByServer(WindowFixture &fixture) const
    {
        fixture.open(m_store->url());
        fixture.window().showServer("ams");
        QTRY_VERIFY(fixture.trades()->rowCount() > 0);
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
        new QAbstractItemModelTester(fixture.child<QAbstractItemView>("groupsTable")->model(),
                                     QAbstractItemModelTester::FailureReportingMode::QtTest, &fixture.window());
        QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_3, Qt::AltModifier);
        fixture.child<QComboBox>("groupBy")->setCurrentText(u"By server"_s);
        QTRY_COMPARE(names(fixture), QStringList{u"ams"_s});
    }
    static void filter(WindowFixture &fixture, const QString &text)
    {
        auto *line = fixture.child<QLineEdit>("filterLine");
        line->setFocus();
        line->setText(text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    static QToolButton *button(const WindowFixture &fixture) { return fixture.child<QToolButton>("readOtherServers"); }
    static const QAbstractItemModel &table(const WindowFixture &fixture)
    {
        return *fixture.child<QTableView>("groupsTable")->model();
    }
    static QStringList names(const WindowFixture &fixture)
    {
        QStringList names;
        for (int row = 0; row < table(fixture).rowCount(); ++row)
            names << table(fixture).index(row, 0).data().toString();
        return names;
    }
    static QModelIndex cell(const WindowFixture &fixture, const QString &server, const QString &column)
    {
        const qsizetype row = names(fixture).indexOf(server);
        for (int i = 0; i < table(fixture).columnCount(); ++i) {
            if (table(fixture).headerData(i, Qt::Horizontal).toString() == column)
                return table(fixture).index(int(row), i);
        }
        return {};
    }
    static void compare(const WindowFixture &fixture, const QString &server, const Sums &sums)
    {
        QCOMPARE(cell(fixture, server, u"Trades"_s).data(ExactRole).toString(), QString::number(sums.trades));
        QCOMPARE(cell(fixture, server, u"Failed"_s).data(ExactRole).toString(), QString::number(sums.failed));
        QCOMPARE(cell(fixture, server, u"Net EUR"_s).data().toString(), sums.net);
    }
    static QString note(const WindowFixture &fixture) { return fixture.child<QLabel>("statisticsNote")->text(); }

    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowServers::init()
{
    m_store->clear();
    put("ams", 100, 10);
    put("fra", 60, 4);
    put("lon", 40, 2);
}

void TestMainWindowServers::readsTheOthers()
{
    put("lon usd", 5, 10, u"USD"_s);
    WindowFixture fixture;
    openByServer(fixture);
    filter(fixture, u"clock < 1600072000"_s); // 20 hours
    QTRY_COMPARE(cell(fixture, u"ams"_s, u"Trades"_s).data().toString(), u"20");
    QTRY_VERIFY(button(fixture)->isVisible());
    QVERIFY(!button(fixture)->toolTip().isEmpty());
    QTest::keyClick(fixture.child<QTableView>("groupsTable"), Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(names(fixture), (QStringList{u"ams"_s, u"fra"_s, u"lon"_s, u"lon usd"_s}));
    QTRY_VERIFY(!button(fixture)->isVisible());
    compare(fixture, u"ams"_s, {.trades = 20, .failed = 2, .net = u"693.0000"_s}); // 18 times 38.5
    compare(fixture, u"fra"_s, {.trades = 20, .failed = 5, .net = u"577.5000"_s});
    compare(fixture, u"lon"_s, {.trades = 20, .failed = 10, .net = u"385.0000"_s});
    compare(fixture, u"lon usd"_s, {.trades = 5, .failed = 1, .net = u"–"_s}); // of no trade in euros
    QCOMPARE(cell(fixture, u"lon usd"_s, u"Net USD"_s).data().toString(), u"154.0000");
    QVERIFY(cell(fixture, u"fra"_s, u"Net EUR"_s).data(Qt::ToolTipRole).toString().contains(u"(n = 15)"_s));
    QVERIFY2(note(fixture).startsWith(u"other servers as of "_s), qPrintable(note(fixture)));
    QVERIFY(note(fixture).endsWith(u"4 groups"_s));
    // The list has trades of one server only: a filter of another one's cell would be another question.
    QVERIFY(cell(fixture, u"fra"_s, u"Failed"_s).data(FilterRole).toString().isEmpty());
    QCOMPARE(cell(fixture, u"ams"_s, u"Failed"_s).data(FilterRole).toString(), u"failed");
    // Only the server shown goes on growing.
    Report late = completeTrade();
    late.clock = 1'600'000'000;
    m_store->put("ams", "late", textOf(late), late.clock);
    m_store->put("fra", "late", textOf(late), late.clock);
    QTRY_COMPARE(cell(fixture, u"ams"_s, u"Trades"_s).data().toString(), u"21");
    QCOMPARE(cell(fixture, u"fra"_s, u"Trades"_s).data().toString(), u"20");
}

void TestMainWindowServers::sortsAndSavesAll()
{
    WindowFixture fixture;
    openByServer(fixture);
    auto *view = fixture.child<QTableView>("groupsTable");
    view->sortByColumn(1, Qt::AscendingOrder); // by trades
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(names(fixture), (QStringList{u"lon"_s, u"fra"_s, u"ams"_s}));
    fixture.files().path = fixture.folder() + u"/servers.csv";
    QTest::mouseClick(fixture.child<QToolButton>("saveStatistics"), Qt::LeftButton);
    QTRY_VERIFY(fixture.banner("noticeBanner").contains(u"servers.csv"_s));
    QFile file(fixture.files().path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QVERIFY(lines[0].startsWith("Server,Trades,"));
    QVERIFY(lines[1].startsWith("lon,40,"));
    QVERIFY(lines[2].startsWith("fra,60,"));
    QVERIFY(lines[3].startsWith("ams,100,"));
    // By another property it is about the server shown, and back again all are there.
    auto *by = fixture.child<QComboBox>("groupBy");
    by->setCurrentText(u"By pair"_s);
    QTRY_COMPARE(names(fixture), QStringList{u"BTC/EUR"_s});
    QCOMPARE(cell(fixture, u"BTC/EUR"_s, u"Trades"_s).data().toString(), u"100");
    by->setCurrentText(u"By server"_s);
    QTRY_COMPARE(names(fixture), (QStringList{u"lon"_s, u"fra"_s, u"ams"_s}));
}

void TestMainWindowServers::anotherFilterDropsThem()
{
    WindowFixture fixture;
    openByServer(fixture);
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(names(fixture).size(), 3);
    filter(fixture, u"failed"_s);
    QCOMPARE(names(fixture), QStringList{u"ams"_s}); // at once
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(names(fixture).size(), 3);
    QTRY_COMPARE(cell(fixture, u"ams"_s, u"Trades"_s).data().toString(), u"10");
    compare(fixture, u"fra"_s, {.trades = 15, .failed = 15, .net = u"–"_s});
    // Where the server shown has none of them, the others still stand there.
    filter(fixture, u"order_id == \"order-000002\" and failed"_s);
    QTRY_VERIFY(!fixture.child<QTableView>("groupsTable")->isVisible());
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(names(fixture), QStringList{u"lon"_s});
    QVERIFY(fixture.child<QTableView>("groupsTable")->isVisible());
}

void TestMainWindowServers::refreshDropsThem()
{
    WindowFixture fixture;
    openByServer(fixture);
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(names(fixture).size(), 3);
    QTest::keyClick(&fixture.window(), Qt::Key_F5);
    QCOMPARE(names(fixture), QStringList{u"ams"_s});
    QTRY_VERIFY(button(fixture)->isVisible());
}

void TestMainWindowServers::testsAreLeftOut()
{
    Report report = completeTrade();
    report.unitTest = true;
    m_store->put("fra", "by a test", textOf(report), report.clock);
    WindowFixture fixture;
    openByServer(fixture);
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(names(fixture).size(), 3);
    QCOMPARE(cell(fixture, u"fra"_s, u"Trades"_s).data().toString(), u"60");
    QVERIFY(note(fixture).contains(u"1 test trade left out"_s));
    QTest::mouseClick(fixture.child<QCheckBox>("unitTests"), Qt::LeftButton, {}, {8, 8});
    QVERIFY(!names(fixture).contains(u"fra"_s));
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(cell(fixture, u"fra"_s, u"Trades"_s).data().toString(), u"61");
}

void TestMainWindowServers::lossDropsThem()
{
    WindowFixture fixture;
    openByServer(fixture);
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(names(fixture).size(), 3);
    m_store->stop();
    QTRY_COMPARE(names(fixture), QStringList{u"ams"_s});
    QVERIFY(!button(fixture)->isVisible());
    m_store = std::make_unique<LiveStore>();
}

void TestMainWindowServers::anotherServerKeepsThem()
{
    WindowFixture fixture;
    openByServer(fixture);
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(names(fixture).size(), 3);
    fixture.window().showServer("fra");
    QTRY_COMPARE(names(fixture), (QStringList{u"ams"_s, u"fra"_s, u"lon"_s}));
    compare(fixture, u"ams"_s, {.trades = 100, .failed = 10, .net = u"3465.0000"_s});
    QVERIFY(!button(fixture)->isVisible());
    QCOMPARE(cell(fixture, u"fra"_s, u"Failed"_s).data(FilterRole).toString(), u"failed");
    QVERIFY(cell(fixture, u"ams"_s, u"Failed"_s).data(FilterRole).toString().isEmpty());
}

void TestMainWindowServers::cancels()
{
    put("zrh", 3000, 3);
    WindowFixture fixture;
    openByServer(fixture);
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QVERIFY(!button(fixture)->isVisible());
    QTest::mouseClick(fixture.child<QToolButton>("taskCancel"), Qt::LeftButton);
    QTRY_VERIFY(button(fixture)->isVisible());
    QVERIFY(!names(fixture).contains(u"zrh"_s));
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(names(fixture), (QStringList{u"ams"_s, u"fra"_s, u"lon"_s, u"zrh"_s}));
    compare(fixture, u"zrh"_s, {.trades = 3000, .failed = 1000, .net = u"77000.0000"_s});
}

void TestMainWindowServers::wrongTypeIsTold()
{
    redisCli(m_store->url(), {"SET", "execution_report_sorted:fra", "no index"});
    WindowFixture fixture;
    openByServer(fixture);
    QTRY_VERIFY(button(fixture)->isVisible());
    QTest::mouseClick(button(fixture), Qt::LeftButton);
    QTRY_COMPARE(names(fixture), (QStringList{u"ams"_s, u"lon"_s}));
    QVERIFY2(note(fixture).startsWith(u"fra could not be read: The key "_s), qPrintable(note(fixture)));
    QTRY_VERIFY(!button(fixture)->isVisible());
    filter(fixture, u"failed"_s);
    QVERIFY(!note(fixture).contains(u"fra"_s));
}

void TestMainWindowServers::offersNothingWithoutOthers()
{
    m_store->clear();
    put("ams", 20, 10);
    WindowFixture fixture;
    openByServer(fixture);
    QVERIFY(!button(fixture)->isVisible());
    put("fra", 20, 10);
    fixture.trigger("refreshAction");
    QTRY_VERIFY(button(fixture)->isVisible());
    fixture.child<QComboBox>("groupBy")->setCurrentText(u"By day"_s);
    QVERIFY(!button(fixture)->isVisible());
}

QTEST_MAIN(TestMainWindowServers)
#include "tst_mainwindowservers.moc"
