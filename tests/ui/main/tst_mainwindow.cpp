// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a person uses it, on a store of its own.
#include "tests/support/rediscli.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/columns/columns.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/exporting/exportdialog.h"
#include "ui/finding/gotodialog.h"
#include "ui/list/tradelist.h"
#include "ui/settings/keys.h"

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QTreeView>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void startsWithTheStartPage();
    void showsServersTradesAndDetail();
    void demoStartsFromTheStartPage();
    void orderTurnsByKeyAndHeader();
    void selectionStaysWithItsTrade();
    void selectionTurnsRightAfterAClick();
    void newTradesComeByThemselves();
    void goingTradesLeaveTheCurrentOne();
    void goesToNumberTimeAndOrderId();
    void columnsAreChosenAndRemembered();
    void stateIsRemembered();
    void endsAreReachedByKeys();
    void keysComeBackAfterADialog();

private:
    void openStore(WindowFixture &fixture);
    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindow::initTestCase()
{
    m_store = std::make_unique<LiveStore>();
}

void TestMainWindow::init()
{
    m_store->clear();
    m_store->create(sampleReports(QStringLiteral("alpha"), 700));
    m_store->create(sampleReports(QStringLiteral("beta"), 3, 1'500'000'000));
}

/// Opens the store and waits for the newest trades of "alpha", which has the newest of all.
void TestMainWindow::openStore(WindowFixture &fixture)
{
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 700);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
}

void TestMainWindow::startsWithTheStartPage()
{
    WindowFixture fixture;
    QVERIFY(fixture.child<QWidget>("serversDock")->isHidden());
    QVERIFY(fixture.child<QWidget>("detailDock")->isHidden());
    QVERIFY(!fixture.child<QAction>("exportAction")->isEnabled());
    QVERIFY(fixture.window().windowTitle().startsWith(u"ArbScope"));
    QCOMPARE(fixture.doubledMnemonics(), QStringList());
}

void TestMainWindow::showsServersTradesAndDetail()
{
    WindowFixture fixture;
    openStore(fixture);
    auto *tree = fixture.child<QTreeView>("serverTree");
    const QModelIndex store = tree->model()->index(0, 0);
    QTRY_COMPARE(tree->model()->rowCount(store), 2);
    QCOMPARE(tree->model()->index(0, 0, store).data().toString(), u"alpha");
    QCOMPARE(tree->currentIndex().data().toString(), u"alpha");
    QVERIFY(fixture.child<QWidget>("serversDock")->isVisible());

    QCOMPARE(fixture.child<QLabel>("countsLabel")->text(), u"700 trades · 700 shown · 1 selected");
    QCOMPARE(fixture.child<QLabel>("stateLabel")->text(), u"Connected");
    QCOMPARE(fixture.child<QLabel>("readOnlyLabel")->text(), u"Read-only");
    QCOMPARE(fixture.child<QLabel>("zoneLabel")->text(), u"UTC");

    // The detail shows the row that is current, by itself the newest trade.
    const auto inDetail = [&fixture](const QString &text) {
        const auto labels = fixture.child<QWidget>("detailDock")->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&text](const QLabel *label) { return label->text().contains(text); });
    };
    QTRY_VERIFY(inDetail(QString::fromUtf8(fixture.orderId(0))));

    QCOMPARE(fixture.window().focusWidget(), fixture.child<QWidget>("tradeList")); // keys go to the list at once

    // Another server by click.
    const QModelIndex beta = tree->model()->index(1, 0, store);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(beta).center());
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    QVERIFY(fixture.window().windowTitle().contains(u"beta"));
}

void TestMainWindow::demoStartsFromTheStartPage()
{
    WindowFixture fixture;
    fixture.trigger("demoAction");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.trades()->rowCount() >= 5000, 60000);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    QVERIFY(fixture.window().windowTitle().endsWith(u"Demo store"));
    fixture.trigger("closeAction");
    QTRY_VERIFY(fixture.child<QWidget>("serversDock")->isHidden());
    QCOMPARE(fixture.trades()->rowCount(), 0);
    QCOMPARE(fixture.settings().value(keys::LastStore), QString()); // the demo is not to be opened again
}

void TestMainWindow::orderTurnsByKeyAndHeader()
{
    WindowFixture fixture;
    openStore(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    const QByteArray newest = fixture.orderId(0);
    QTest::keyClick(list, Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(fixture.orderId(699), newest);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    QVERIFY(fixture.orderId(0) != newest);
    QVERIFY(!fixture.settings().value(keys::NewestFirst));

    QHeaderView *header = list->horizontalHeader();
    const int clock = tradeColumnIndex(u"clock");
    const QPoint onClock(header->sectionViewportPosition(clock) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, onClock);
    QTRY_COMPARE(fixture.orderId(0), newest);
    QCOMPARE(header->sortIndicatorSection(), clock);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
}

void TestMainWindow::selectionStaysWithItsTrade()
{
    WindowFixture fixture;
    openStore(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(2);
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    const QByteArray current = fixture.orderId(3);
    QCOMPARE(list->selectedCount(), 2);
    fixture.trigger("newestFirstAction");
    QCOMPARE(list->currentIndex().row(), 696);
    QCOMPARE(list->selectedCount(), 2);
    QTRY_COMPARE(fixture.orderId(list->currentIndex().row()), current);
    fixture.trigger("newestFirstAction");
    QCOMPARE(list->currentIndex().row(), 3);
}

void TestMainWindow::selectionTurnsRightAfterAClick()
{
    WindowFixture fixture;
    openStore(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    const auto rowIsSelected = [list](int row) {
        return list->selectionModel()->selectedRows() == QModelIndexList{list->model()->index(row, 0)}
        && list->currentIndex().row() == row;
    };
    // With no turn of the event loop in between, also while the pages of the other end are being read.
    for (const int row : {4, 2, 6}) {
        const QPoint place = list->visualRect(list->model()->index(row, 0)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(rowIsSelected(row));
        const QByteArray id = fixture.orderId(row);
        QTest::keyClick(list, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(rowIsSelected(699 - row));
        QTRY_COMPARE(fixture.orderId(699 - row), id);
        QVERIFY(rowIsSelected(699 - row));
        QTest::keyClick(list, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(rowIsSelected(row));
    }
    // While a far page is on its way, and a trade comes in just then.
    list->goToRow(350);
    fixture.trigger("newestFirstAction");
    m_store->create({sampleReport(QStringLiteral("alpha"), QStringLiteral("newer"), 1'700'000'000)});
    fixture.trigger("newestFirstAction");
    QTRY_COMPARE(fixture.orderId(0), "newer");
    QVERIFY(rowIsSelected(351));
    QTRY_COMPARE(fixture.orderId(351), "id-000349");
    // What is painted is what is selected: the row's background is the highlight.
    const QRect cell = list->visualRect(list->model()->index(351, tradeColumnIndex(u"clock")));
    QTRY_COMPARE(list->viewport()->grab().toImage().pixelColor(cell.bottomLeft() + QPoint(2, -2)),
                 list->palette().color(QPalette::Highlight));
}

void TestMainWindow::newTradesComeByThemselves()
{
    WindowFixture fixture;
    openStore(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(400);
    QTRY_VERIFY(!fixture.orderId(400).isEmpty());
    const QByteArray current = fixture.orderId(400);
    const int y = list->visualRect(list->currentIndex()).top();

    m_store->create({sampleReport(QStringLiteral("alpha"), QStringLiteral("newer"), 1'700'000'000)});
    QTRY_COMPARE(fixture.trades()->rowCount(), 701);
    QTRY_COMPARE(fixture.orderId(0), "newer");
    QCOMPARE(list->currentIndex().row(), 401);
    QTRY_COMPARE(fixture.orderId(401), current);
    QCOMPARE(list->visualRect(list->currentIndex()).top(), y);

    // One that is older than all the others comes below them.
    m_store->create({sampleReport(QStringLiteral("alpha"), QStringLiteral("older"), 1'000'000'000)});
    QTRY_COMPARE(fixture.trades()->rowCount(), 702);
    QCOMPARE(list->currentIndex().row(), 401);
    QTRY_COMPARE(fixture.orderId(401), current);
    QTRY_COMPARE(fixture.orderId(701), "older");
    QCOMPARE(list->visualRect(list->currentIndex()).top(), y);
}

void TestMainWindow::goingTradesLeaveTheCurrentOne()
{
    WindowFixture fixture;
    openStore(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(400);
    QTRY_COMPARE(fixture.orderId(400), "id-000299");
    redisCli(m_store->url(), {"ZREM", "execution_report_sorted:alpha", "id-000100", "id-000600", "id-000601"});
    QTRY_VERIFY(fixture.orderId(398) == "id-000299");
    QTRY_COMPARE(list->currentIndex().row(), 398);
    QCOMPARE(list->selectedCount(), 1);
}

void TestMainWindow::goesToNumberTimeAndOrderId()
{
    WindowFixture fixture;
    openStore(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    const auto goTo = [&](const QString &text) {
        fixture.trigger("goToAction");
        auto *dialog = fixture.child<GoToDialog>("goToDialog");
        QVERIFY(dialog);
        dialog->setText(text);
        dialog->accept();
        if (text == u"no such order")
            return;
        QTRY_VERIFY(!fixture.child<GoToDialog>("goToDialog"));
    };
    goTo(QStringLiteral("351"));
    QCOMPARE(list->currentIndex().row(), 350);
    QTRY_VERIFY(!fixture.orderId(350).isEmpty());
    const QByteArray id = fixture.orderId(350);
    const QString time = fixture.cell(350, "clock");
    goTo(QStringLiteral("1"));
    QCOMPARE(list->currentIndex().row(), 0);
    goTo(QString::fromUtf8(id));
    QTRY_COMPARE(list->currentIndex().row(), 350);
    goTo(QStringLiteral("1"));
    goTo(QString(time).replace(u' ', u'T')); // in the zone that is shown
    QTRY_COMPARE(list->currentIndex().row(), 350);
    goTo(QStringLiteral("no such order"));
    QTRY_COMPARE(fixture.child<QLabel>("goToNote")->text(), u"No trade of this server has this order id.");
    QCOMPARE(list->currentIndex().row(), 350);
}

void TestMainWindow::columnsAreChosenAndRemembered()
{
    WindowFixture fixture;
    openStore(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    QHeaderView *header = list->horizontalHeader();
    QCOMPARE(header->count() - header->hiddenSectionCount(), 12);
    const int outcome = tradeColumnIndex(u"outcome");
    list->hideColumn(tradeColumnIndex(u"fees"));
    header->moveSection(header->visualIndex(outcome), 0);
    header->resizeSection(outcome, 234);
    fixture.reopen();
    list = fixture.child<TradeList>("tradeList");
    header = list->horizontalHeader();
    QCOMPARE(header->visualIndex(outcome), 0);
    QCOMPARE(header->sectionSize(outcome), 234);
    QVERIFY(header->isSectionHidden(tradeColumnIndex(u"fees")));
    fixture.trigger("resetLayoutAction");
    QCOMPARE(header->visualIndex(tradeColumnIndex(u"clock")), 0);
    QVERIFY(!header->isSectionHidden(tradeColumnIndex(u"fees")));
}

void TestMainWindow::stateIsRemembered()
{
    WindowFixture fixture;
    openStore(fixture);
    auto *tree = fixture.child<QTreeView>("serverTree");
    QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 2);
    tree->setCurrentIndex(tree->model()->index(1, 0, tree->model()->index(0, 0)));
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    fixture.trigger("newestFirstAction");
    fixture.child<QDockWidget>("detailDock")->close();
    fixture.reopen();
    QVERIFY(fixture.window().storeFlow().openLast());
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    QVERIFY(!fixture.child<QDockWidget>("detailDock")->isVisible());
    QVERIFY(fixture.child<QDockWidget>("serversDock")->isVisible());
    QVERIFY(!fixture.child<QAction>("newestFirstAction")->isChecked());

    fixture.trigger("closeAction"); // closed by hand: not opened by itself the next time
    fixture.reopen();
    QVERIFY(!fixture.window().storeFlow().openLast());
}

void TestMainWindow::endsAreReachedByKeys()
{
    WindowFixture fixture;
    openStore(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    QTest::keyClick(list, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(list->currentIndex().row(), 699);
    QTRY_VERIFY(!fixture.orderId(699).isEmpty());
    QTest::keyClick(list, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(list->currentIndex().row(), 0);
    QTest::keyClick(fixture.child<QWidget>("serverTree"), Qt::Key_F8); // from any pane
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(fixture.child<QWidget>("serverTree"), Qt::Key_F7);
    QCOMPARE(list->currentIndex().row(), 0);

    auto *raw = fixture.child<QPlainTextEdit>("rawText"); // a text's ends and copies are its own
    raw->setFocus();
    QTest::keyClick(raw, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(list->currentIndex().row(), 0);
    QVERIFY(raw->textCursor().atEnd());
    QTest::keyClick(raw, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(raw, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), raw->toPlainText());
}

void TestMainWindow::keysComeBackAfterADialog()
{
    WindowFixture fixture;
    openStore(fixture);
    QWindow *window = fixture.window().windowHandle();
    QTest::keyClick(window, Qt::Key_N, Qt::ControlModifier);
    auto *connectDialog = fixture.window().findChild<ConnectDialog *>();
    QVERIFY(connectDialog);
    QTRY_COMPARE(QGuiApplication::focusWindow(), connectDialog->windowHandle());
    QTest::keyClick(QGuiApplication::focusWindow(), Qt::Key_Escape);
    QTRY_COMPARE(QGuiApplication::focusWindow(), window);
    QTest::keyClick(QGuiApplication::focusWindow(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(fixture.window().findChild<ExportDialog *>());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
