// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Going to trades, and back to them, in the real window, by keys.
#include "tests/ui/main/windowfixture.h"
#include "ui/finding/gotodialog.h"
#include "ui/list/tradelist.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindowGoTo : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void knowsWhatIsMeant_data();
    void knowsWhatIsMeant();
    void goesBackAndForth();
    void goesBackToWhatAFilterHides();
    void goesWhereOneWantedLast();
    void goesBesideTheIndex();
    void shiftSelectsFromWhereOneWent();
    void looksOnAllServers();
    void revealsWhatAFilterHides();

private:
    static int row(const WindowFixture &fixture) { return list(fixture)->currentIndex().row(); }
    static TradeList *list(const WindowFixture &fixture) { return fixture.child<TradeList>("tradeList"); }
    static void filter(const WindowFixture &fixture, const QString &text)
    {
        auto *line = fixture.child<QLineEdit>("filterLine");
        line->setFocus();
        line->setText(text);
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

void TestMainWindowGoTo::init()
{
    m_store->clear();
    std::vector<Report> reports = sampleReports(QStringLiteral("s"), Trades);
    for (std::size_t i = 0; i < reports.size(); ++i)
        reports[i].version = i % 1000 == 100 ? QStringLiteral("odd one") : QStringLiteral("2.0");
    m_store->create(reports);
}

void TestMainWindowGoTo::knowsWhatIsMeant_data()
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
    QTest::newRow("time of day") << QStringLiteral("12:26") << Place(1599999960.0);
    QTest::newRow("with seconds") << QStringLiteral("12:26:40") << Place(1600000000.0);
    QTest::newRow("no such time") << QStringLiteral("25:00") << Place(QByteArray("25:00"));
    QTest::newRow("no such day") << QStringLiteral("2020-13-13") << Place(QByteArray("2020-13-13"));
    QTest::newRow("order id") << QStringLiteral("id-1 x") << Place(QByteArray("id-1 x"));
}

void TestMainWindowGoTo::knowsWhatIsMeant()
{
    QFETCH(const QString, text);
    QFETCH(const Place, place);
    QVERIFY(placeOf(text, 5000, QTimeZone::utc(), QDate(2020, 9, 13)) == place);
}

void TestMainWindowGoTo::goesBackAndForth()
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

void TestMainWindowGoTo::goesBackToWhatAFilterHides()
{
    m_store->create(sampleReports(QStringLiteral("t"), 5, 1'500'000'000));
    WindowFixture fixture;
    openWindow(fixture);
    list(fixture)->goToRow(700);
    QTRY_VERIFY(!fixture.orderId(700).isEmpty());
    filter(fixture, QStringLiteral("version == \"odd one\""));
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
    filter(fixture, QStringLiteral("order_id == \"id-000001\""));
    QTRY_COMPARE(fixture.orderId(0), "id-000001");
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"A filter hides the trade id-000004.");
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"A filter hides the trade id-002299.");
    QVERIFY(fixture.window().windowTitle().contains(u"– s –"));
}

/// Answers to older questions come first, and are none to the last one.
void TestMainWindowGoTo::goesWhereOneWantedLast()
{
    WindowFixture fixture;
    openWindow(fixture);
    for (const int place : {700, 899}) { // hidden, and shown by the filter
        list(fixture)->goToRow(place);
        QTRY_VERIFY(!fixture.orderId(place).isEmpty());
    }
    filter(fixture, QStringLiteral("version == \"odd one\""));
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    QTRY_COMPARE(fixture.orderId(row(fixture)), "id-002100");
    list(fixture)->goToRow(2);
    QTRY_COMPARE(fixture.orderId(2), "id-000100");
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"A filter hides the trade id-002299.");
    QCOMPARE(row(fixture), 2); // nobody wants to go to id-002100 any more
    QCOMPARE(fixture.child<QStatusBar>("statusLine")->currentMessage(), QString());
}

void TestMainWindowGoTo::goesBesideTheIndex()
{
    m_store->put("s", "beside", *m_store->call({"HGET", "execution_report:s", "id-000100"}).bulk());
    WindowFixture fixture;
    openWindow(fixture, Trades + 1);
    list(fixture)->goToRow(Trades);
    QTRY_COMPARE(fixture.orderId(Trades), "beside");
    list(fixture)->goToRow(0);
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(row(fixture), Trades);
    // Where trades are chosen, it stands among them.
    filter(fixture, QStringLiteral("version == \"odd one\""));
    QTRY_COMPARE(fixture.trades()->rowCount(), 4);
    QTRY_COMPARE(fixture.orderId(row(fixture)), "beside");
    list(fixture)->goToRow(row(fixture) == 0 ? 3 : 0);
    QTRY_VERIFY(fixture.orderId(row(fixture)).startsWith("id-"));
    QTest::keyClick(list(fixture), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(fixture.orderId(row(fixture)), "beside");
}

void TestMainWindowGoTo::shiftSelectsFromWhereOneWent()
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

void TestMainWindowGoTo::looksOnAllServers()
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
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // once more: look on the others
    QTRY_COMPARE(fixture.trades()->rowCount(), 400);
    QTRY_COMPARE(row(fixture), 357);
    QTRY_VERIFY(!fixture.child<GoToDialog>("goToDialog"));

    openGoTo(fixture, QStringLiteral("nowhere"));
    note = fixture.child<QLabel>("goToNote");
    QTest::mouseClick(fixture.child<QPushButton>("goToEverywhere"), Qt::LeftButton);
    QTRY_COMPARE(note->text(), u"No server of this store has this order id.");
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("12")); // in place of what was not found
    QCOMPARE(fixture.child<QLineEdit>("goToLine")->text(), u"12");
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

void TestMainWindowGoTo::revealsWhatAFilterHides()
{
    WindowFixture fixture;
    openWindow(fixture);
    filter(fixture, QStringLiteral("version == \"odd one\""));
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    openGoTo(fixture, QStringLiteral("id-001234"));
    QTest::keyClick(fixture.child<QLineEdit>("goToLine"), Qt::Key_Return);
    QTRY_COMPARE(fixture.child<QLabel>("goToNote")->text(), u"The trades shown do not have this order id; others may.");
    QTest::mouseClick(fixture.child<QPushButton>("goToEverywhere"), Qt::LeftButton);
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades);
    QTRY_COMPARE(row(fixture), Trades - 1 - 1234);
}

QTEST_MAIN(TestMainWindowGoTo)
#include "tst_mainwindowgoto.moc"
