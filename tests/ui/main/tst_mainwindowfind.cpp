// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Finding, going to, and going back to trades in the real window, by keys.
#include "tests/ui/main/windowfixture.h"
#include "ui/finding/findbar.h"
#include "ui/finding/gotodialog.h"
#include "ui/list/tradelist.h"
#include "ui/tasks/taskstrip.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
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
    void knowsWhatIsMeant_data();
    void knowsWhatIsMeant();
    void findsWithoutFiltering();
    void findsBesideTheIndexAndInFilteredLists();
    void tellsWhatIsWrong();
    void findsAgainAsTheListGrows();
    void canBeCancelled();
    void goesFromTradeToTradeOfASession();
    void goesBackAndForth();
    void goesBackToWhatAFilterHides();
    void shiftSelectsFromWhereOneWent();
    void looksOnAllServers();
    void revealsWhatAFilterHides();

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
    GoToDialog *openGoTo(WindowFixture &fixture, const QString &text) const
    {
        QTest::keyClick(list(fixture), Qt::Key_G, Qt::ControlModifier);
        auto *dialog = fixture.child<GoToDialog>("goToDialog");
        dialog->setText(text);
        return dialog;
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

void TestMainWindowFind::knowsWhatIsMeant_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Place>("place");

    QTest::newRow("nothing") << QStringLiteral("  ") << Place();
    QTest::newRow("row") << QStringLiteral(" 1,234 ") << Place(RowNumber{1234});
    QTest::newRow("last row") << QStringLiteral("5000") << Place(RowNumber{5000});
    QTest::newRow("no such row") << QStringLiteral("5001") << Place(QByteArray("5001"));
    QTest::newRow("no row") << QStringLiteral("0") << Place(QByteArray("0"));
    QTest::newRow("epoch") << QStringLiteral("1600000000.5") << Place(1600000000.5);
    QTest::newRow("ISO") << QStringLiteral("2020-09-13T12:26:40") << Place(1600000000.0);
    QTest::newRow("with a space") << QStringLiteral("2020-09-13 12:26:40Z") << Place(1600000000.0);
    QTest::newRow("day") << QStringLiteral("2020-09-13") << Place(1599955200.0);
    QTest::newRow("no such day") << QStringLiteral("2020-13-13") << Place(QByteArray("2020-13-13"));
    QTest::newRow("order id") << QStringLiteral("id-1 x") << Place(QByteArray("id-1 x"));
}

void TestMainWindowFind::knowsWhatIsMeant()
{
    QFETCH(const QString, text);
    QFETCH(const Place, place);
    QVERIFY(placeOf(text, 5000, QTimeZone::utc()) == place);
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

void TestMainWindowFind::goesBackAndForth()
{
    m_store->create(sampleReports(QStringLiteral("t"), 5, 1'500'000'000));
    WindowFixture fixture;
    openWindow(fixture);
    auto *back = fixture.child<QAction>("backAction");
    QVERIFY(!back->isEnabled());
    list(fixture)->goToRow(700);
    QTRY_VERIFY(!fixture.orderId(700).isEmpty());
    fixture.window().showServer("t");
    QTRY_COMPARE(fixture.trades()->rowCount(), 5);
    QTRY_VERIFY(back->isEnabled());
    list(fixture)->goToRow(4);
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(row(fixture), 0);
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades);
    QTRY_COMPARE(row(fixture), 700);
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(row(fixture), 0);
    QVERIFY(!back->isEnabled());
    QTest::keyClick(list(fixture), Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(row(fixture), 700);
    QTest::keyClick(list(fixture), Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(fixture.trades()->rowCount(), 5);
    QTRY_COMPARE(row(fixture), 0);
    QTest::keyClick(list(fixture), Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(row(fixture), 4);
    QVERIFY(!fixture.child<QAction>("forwardAction")->isEnabled());
}

void TestMainWindowFind::goesBackToWhatAFilterHides()
{
    m_store->create(sampleReports(QStringLiteral("t"), 5, 1'500'000'000));
    WindowFixture fixture;
    openWindow(fixture);
    list(fixture)->goToRow(700);
    QTRY_VERIFY(!fixture.orderId(700).isEmpty());
    auto *filter = fixture.child<QLineEdit>("filterLine");
    filter->setFocus();
    filter->setText(QStringLiteral("version == \"odd one\""));
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    QTRY_VERIFY(!fixture.orderId(row(fixture)).isEmpty());
    QCOMPARE(fixture.banner("noticeBanner"), QString()); // nobody asked for the trade that was current
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"A filter hides the trade id-002299.");
    QCOMPARE(fixture.trades()->rowCount(), 3);
    fixture.clickBanner("noticeBanner", QStringLiteral("Clear the filter"));
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades);
    QTRY_COMPARE(row(fixture), 700);
    QTRY_COMPARE(fixture.orderId(700), "id-002299");
    QCOMPARE(fixture.banner("noticeBanner"), QString());
    // On another server, too, whose trades are read only then.
    fixture.window().showServer("t");
    QTRY_COMPARE(fixture.orderId(0), "id-000004");
    list(fixture)->goToRow(3);
    filter->setFocus();
    filter->setText(QStringLiteral("order_id == \"id-000001\""));
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_COMPARE(fixture.orderId(0), "id-000001");
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"A filter hides the trade id-000004.");
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"A filter hides the trade id-002299.");
    QVERIFY(fixture.window().windowTitle().contains(u"– s –"));
}

void TestMainWindowFind::shiftSelectsFromWhereOneWent()
{
    using Rows = std::vector<std::pair<int, int>>;
    WindowFixture fixture;
    openWindow(fixture);
    const auto clickRow = [&](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(list(fixture)->viewport(), Qt::LeftButton, modifiers,
                          list(fixture)->visualRect(list(fixture)->model()->index(row, 1)).center());
    };
    clickRow(2, {});
    list(fixture)->goToRow(50);
    QTest::keyClick(list(fixture), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list(fixture), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(list(fixture)->selectedRows() == (Rows{{50, 52}}));
    clickRow(54, Qt::ShiftModifier);
    QVERIFY(list(fixture)->selectedRows() == (Rows{{50, 54}}));
    QTest::keyClick(list(fixture), Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(list(fixture)->selectedRows() == (Rows{{50, Trades - 1}}));
    QTest::keyClick(list(fixture), Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(list(fixture)->selectedRows() == (Rows{{0, 50}}));
    // From a click and from an arrow, as ever.
    clickRow(3, {});
    clickRow(6, Qt::ShiftModifier);
    QVERIFY(list(fixture)->selectedRows() == (Rows{{3, 6}}));
    QTest::keyClick(list(fixture), Qt::Key_Down);
    QTest::keyClick(list(fixture), Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY(list(fixture)->selectedRows() == (Rows{{6, 7}}));
    QTest::keyClick(list(fixture), Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(list(fixture)->selectedRows() == (Rows{{0, 7}}));
}

void TestMainWindowFind::looksOnAllServers()
{
    std::vector<Report> others = sampleReports(QStringLiteral("t"), 400, 1'500'000'000);
    for (Report &report : others)
        report.orderId.prepend(QStringLiteral("t-"));
    m_store->create(others);
    m_store->put("u", "t-id-000007", "{}", 5.0);
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    fixture.window().showServer("s");
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades);

    auto *note = [&] {
        openGoTo(fixture, QStringLiteral("t-id-000042"));
        return fixture.child<QLabel>("goToNote");
    }();
    QCOMPARE(note->text(), u"Order id t-id-000042");
    auto *line = fixture.child<QLineEdit>("goToLine");
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(note->text(), u"No trade of this server has this order id.");
    QTest::mouseClick(fixture.child<QPushButton>("goToEverywhere"), Qt::LeftButton);
    QTRY_COMPARE(fixture.trades()->rowCount(), 400);
    QTRY_COMPARE(row(fixture), 357);
    QTRY_VERIFY(!fixture.child<GoToDialog>("goToDialog"));

    openGoTo(fixture, QStringLiteral("nowhere"));
    note = fixture.child<QLabel>("goToNote");
    QTest::mouseClick(fixture.child<QPushButton>("goToEverywhere"), Qt::LeftButton);
    QTRY_COMPARE(note->text(), u"No server of this store has this order id.");
    // Two have it: the person chooses.
    fixture.child<GoToDialog>("goToDialog")->setText(QStringLiteral("t-id-000007"));
    QTest::mouseClick(fixture.child<QPushButton>("goToEverywhere"), Qt::LeftButton);
    auto *servers = fixture.child<QListWidget>("goToServers");
    QTRY_VERIFY(servers->isVisible());
    QCOMPARE(servers->count(), 2);
    QTest::keyClick(servers, Qt::Key_Down);
    QTest::keyClick(servers, Qt::Key_Return);
    QTRY_COMPARE(fixture.trades()->rowCount(), 1);
    QTRY_VERIFY(!fixture.child<GoToDialog>("goToDialog"));
}

void TestMainWindowFind::revealsWhatAFilterHides()
{
    WindowFixture fixture;
    openWindow(fixture);
    auto *filter = fixture.child<QLineEdit>("filterLine");
    filter->setFocus();
    filter->setText(QStringLiteral("version == \"odd one\""));
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    openGoTo(fixture, QStringLiteral("id-001234"));
    QTest::keyClick(fixture.child<QLineEdit>("goToLine"), Qt::Key_Return);
    QTRY_COMPARE(fixture.child<QLabel>("goToNote")->text(), u"The trades shown do not have this order id; others may.");
    QTest::mouseClick(fixture.child<QPushButton>("goToEverywhere"), Qt::LeftButton);
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades);
    QTRY_COMPARE(row(fixture), Trades - 1 - 1234);
}

QTEST_MAIN(TestMainWindowFind)
#include "tst_mainwindowfind.moc"
