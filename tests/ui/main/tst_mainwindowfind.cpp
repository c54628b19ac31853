// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Finding trades in the real window, by keys.
#include "tests/ui/main/windowfixture.h"
#include "ui/finding/findbar.h"
#include "ui/list/tradelist.h"
#include "ui/tasks/taskstrip.h"

#include <QLabel>
#include <QLineEdit>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

#include <csignal>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindowFind : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void findsWithoutFiltering();
    void findsBesideTheIndexAndInFilteredLists();
    void tellsWhatIsWrong();
    void buttonsTellTheKeysAsTheyAre();
    void findsAgainAsTheListGrows();
    void canBeCancelled();
    void goesFromTradeToTradeOfASession();

private:
    static QString message(const WindowFixture &fixture)
    {
        return fixture.child<QStatusBar>("statusLine")->currentMessage();
    }
    static QString counted(const WindowFixture &fixture) { return fixture.child<QLabel>("findCount")->text(); }
    static int row(const WindowFixture &fixture) { return fixture.child<TradeList>("tradeList")->currentIndex().row(); }
    static TradeList *list(const WindowFixture &fixture) { return fixture.child<TradeList>("tradeList"); }
    static void find(WindowFixture &fixture, const QString &text)
    {
        QTest::keyClick(list(fixture), Qt::Key_F, Qt::ControlModifier);
        auto *line = fixture.child<QLineEdit>("findLine");
        QVERIFY(line->isVisible());
        QCOMPARE(QApplication::focusWidget(), line);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    void openWindow(WindowFixture &fixture, int rows = Trades) const
    {
        fixture.open(m_store->url());
        QTRY_COMPARE(fixture.trades()->rowCount(), rows);
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    }

    static constexpr int Trades = 3000;
    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowFind::init()
{
    m_store->clear();
    std::vector<Report> reports = sampleReports(QStringLiteral("s"), Trades);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        reports[i].version = i % 1000 == 100 ? QStringLiteral("odd one") : QStringLiteral("2.0");
        reports[i].sessionName = QStringLiteral("session %1").arg(i / 1200);
    }
    reports[5].sessionName = QStringLiteral("session 2");
    m_store->create(reports);
}

void TestMainWindowFind::findsWithoutFiltering()
{
    WindowFixture fixture;
    openWindow(fixture);
    find(fixture, QStringLiteral("version == \"odd one\""));
    QTRY_COMPARE(row(fixture), 899); // id-002100, newest first
    QCOMPARE(fixture.trades()->rowCount(), Trades);
    QTRY_COMPARE(counted(fixture), u"1 of 3");
    // From the list, by its keys, and round its end.
    QTest::keyClick(list(fixture), Qt::Key_F3);
    QTRY_COMPARE(row(fixture), 1899);
    QCOMPARE(counted(fixture), u"2 of 3");
    QTest::keyClick(list(fixture), Qt::Key_F3);
    QTRY_COMPARE(row(fixture), 2899);
    QTest::keyClick(list(fixture), Qt::Key_F3);
    QTRY_COMPARE(row(fixture), 899);
    QCOMPARE(message(fixture), u"The last one: went on at the top");
    QTest::keyClick(list(fixture), Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(row(fixture), 2899);
    list(fixture)->goToRow(1000);
    QTRY_COMPARE(counted(fixture), u"3 found");
    QTest::keyClick(list(fixture), Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(row(fixture), 899);
    fixture.trigger("newestFirstAction");
    QTRY_COMPARE(counted(fixture), u"3 of 3");
    // Escape closes; what was looked for stays.
    QTest::keyClick(fixture.child<QLineEdit>("findLine"), Qt::Key_Escape);
    QVERIFY(!fixture.child<FindBar>("findBar")->isVisible());
    QVERIFY(list(fixture)->hasFocus());
    QTest::keyClick(list(fixture), Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(row(fixture), 1100);
}

void TestMainWindowFind::findsBesideTheIndexAndInFilteredLists()
{
    const QByteArray text = *m_store->call({"HGET", "execution_report:s", "id-000100"}).bulk();
    m_store->put("s", "beside", text);
    WindowFixture fixture;
    openWindow(fixture, Trades + 1);
    find(fixture, QStringLiteral("odd"));
    QTRY_COMPARE(counted(fixture), u"1 of 4");
    QCOMPARE(fixture.child<QLabel>("findNote")->text(), u"Searches every text for these words.");
    QTest::keyClick(list(fixture), Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(row(fixture), Trades);
    QTRY_COMPARE(fixture.orderId(Trades), "beside");
    // A filter leaves two of them, one of these on another place.
    auto *line = fixture.child<QLineEdit>("filterLine");
    line->setFocus();
    line->setText(QStringLiteral("session_name == \"session 0\""));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(fixture.trades()->rowCount(), 1200); // 0…1199 without 5, and the one beside
    QTRY_VERIFY_WITH_TIMEOUT(counted(fixture).endsWith(u"3 found") || counted(fixture).endsWith(u"of 3"), 10'000);
    list(fixture)->goToRow(0);
    QTest::keyClick(list(fixture), Qt::Key_F3);
    QTRY_COMPARE(fixture.orderId(row(fixture)), "id-001100");
}

void TestMainWindowFind::tellsWhatIsWrong()
{
    WindowFixture fixture;
    openWindow(fixture);
    QTest::keyClick(list(fixture), Qt::Key_F3); // nothing is looked for yet: it asks
    auto *line = fixture.child<QLineEdit>("findLine");
    QVERIFY(line->isVisible());
    QTest::keyClicks(line, QStringLiteral("versio == 3"));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(!fixture.child<QLabel>("findNote")->text().isEmpty());
    QCOMPARE(row(fixture), 0);
    line->clear();
    QTest::keyClicks(line, QStringLiteral("version == \"none such\""));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(counted(fixture), u"None");
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(message(fixture), u"Nothing was found.");
    QCOMPARE(row(fixture), 0);
}

void TestMainWindowFind::buttonsTellTheKeysAsTheyAre()
{
    WindowFixture fixture;
    const auto tip = [&fixture](const char *name) { return fixture.child<QToolButton>(name)->toolTip(); };
    QCOMPARE(tip("findPrevious"), u"Previous (Shift+F3)");
    fixture.settings().write(QStringLiteral("keys/findNextAction"), QStringLiteral("Ctrl+Alt+N"));
    fixture.settings().write(QStringLiteral("keys/findPreviousAction"), QString());
    fixture.reopen();
    QCOMPARE(tip("findNext"), u"Next (Ctrl+Alt+N)");
    QCOMPARE(tip("findPrevious"), u"Previous");
}

void TestMainWindowFind::findsAgainAsTheListGrows()
{
    WindowFixture fixture;
    openWindow(fixture);
    find(fixture, QStringLiteral("version == \"odd one\""));
    QTRY_COMPARE(counted(fixture), u"1 of 3");
    std::vector<Report> more = sampleReports(QStringLiteral("s"), 1, 1'700'000'000);
    more[0].orderId = QStringLiteral("new");
    more[0].version = QStringLiteral("odd one");
    m_store->create(more);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), Trades + 1, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(counted(fixture), u"2 of 4", 10'000);
    QTest::keyClick(list(fixture), Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(fixture.orderId(row(fixture)), "new");
}

void TestMainWindowFind::canBeCancelled()
{
    WindowFixture fixture;
    openWindow(fixture);
    auto *strip = fixture.child<TaskStrip>("taskStrip");
    kill(pid_t(m_store->processId()), SIGSTOP); // the store does not answer
    find(fixture, QStringLiteral("version == \"odd one\""));
    QTRY_COMPARE(strip->count(), 2); // the count, and the next one
    for (QToolButton *cancel : strip->findChildren<QToolButton *>(QStringLiteral("taskCancel")))
        QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_COMPARE(strip->count(), 0);
    kill(pid_t(m_store->processId()), SIGCONT);
    QCOMPARE(row(fixture), 0);
    QTest::keyClick(list(fixture), Qt::Key_F3);
    QTRY_COMPARE(row(fixture), 899);
}

void TestMainWindowFind::goesFromTradeToTradeOfASession()
{
    WindowFixture fixture;
    openWindow(fixture);
    QTest::keyClick(list(fixture), Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(row(fixture), 1);
    list(fixture)->goToRow(Trades - 1 - 2400); // the first trade of session 2 but one
    QTRY_VERIFY(!fixture.orderId(row(fixture)).isEmpty());
    QTest::keyClick(list(fixture), Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(row(fixture), Trades - 1 - 5); // 2394 trades further
    QTRY_VERIFY(!fixture.orderId(row(fixture)).isEmpty());
    QTest::keyClick(list(fixture), Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(message(fixture), u"The list has no further trade of this session.");
    QTest::keyClick(list(fixture), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE(row(fixture), Trades - 1 - 2400);
}

QTEST_MAIN(TestMainWindowFind)
#include "tst_mainwindowfind.moc"
