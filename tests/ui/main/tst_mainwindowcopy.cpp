// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Copying from the list: everything that is selected, read or not.
#include "tests/ui/main/windowfixture.h"
#include "ui/columns/columns.h"
#include "ui/copying/copyflow.h"
#include "ui/exporting/exportdialog.h"
#include "ui/list/tradelist.h"
#include "ui/tasks/taskstrip.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

#include <csignal>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindowCopy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void copiesWhatIsHereAtOnce();
    void copiesEverythingThatIsSelected();
    void copiesPartsInTheOrderShown();
    void tellsWhenThereAreTooMany();
    void canBeCancelled();

private:
    static QStringList copied() { return QGuiApplication::clipboard()->text().split(u'\n'); }
    static QString message(const WindowFixture &fixture)
    {
        return fixture.child<QStatusBar>("statusLine")->currentMessage();
    }
    /// Shows the order id only.
    static void showIds(WindowFixture &fixture)
    {
        auto *list = fixture.child<TradeList>("tradeList");
        std::vector<ColumnState> columns = defaultColumnState();
        for (ColumnState &column : columns)
            column.visible = column.id == u"order_id";
        list->setColumns(columns);
    }

    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowCopy::init()
{
    m_store->clear();
    m_store->create(sampleReports(QStringLiteral("s"), 1500));
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
}

void TestMainWindowCopy::copiesWhatIsHereAtOnce()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    auto *list = fixture.child<TradeList>("tradeList");
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(copied().size(), 3);
    QVERIFY(copied().at(0).startsWith(u"Time (UTC)\tPair\t"));
    QVERIFY(copied().at(1).startsWith(fixture.cell(0, "clock") + u"\tBTC/EUR\t"));
    QCOMPARE(message(fixture), u"Copied 2 trades");
}

void TestMainWindowCopy::copiesEverythingThatIsSelected()
{
    const QByteArray text = *m_store->call({"HGET", "execution_report:s", "id-000000"}).bulk();
    m_store->put("s", "beside", text);
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 1501);
    showIds(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    list->selectAll();
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(copied().size(), 1501);
    QCOMPARE(message(fixture), u"Copied 1,501 trades");
    for (int i = 0; i < 1500; ++i)
        QCOMPARE(copied().at(i), QStringLiteral("id-%1").arg(1499 - i, 6, 10, QLatin1Char('0')));
    QCOMPARE(copied().at(1500), u"beside");
    QCOMPARE(fixture.child<TaskStrip>("taskStrip")->count(), 0);
}

void TestMainWindowCopy::copiesPartsInTheOrderShown()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 1500);
    showIds(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    const auto select = [list](int from, int to) {
        const auto *model = list->model();
        list->selectionModel()->select(
            QItemSelection(model->index(from, 0), model->index(to, model->columnCount() - 1)),
            QItemSelectionModel::Select);
    };
    fixture.trigger("newestFirstAction"); // oldest first from here
    list->clearSelection();
    select(1000, 1205);
    select(3, 4);
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(copied().size(), 208);
    QCOMPARE(copied().at(0), u"id-000003");
    QCOMPARE(copied().at(1), u"id-000004");
    QCOMPARE(copied().at(2), u"id-001000");
    QCOMPARE(copied().at(207), u"id-001205");
}

void TestMainWindowCopy::tellsWhenThereAreTooMany()
{
    std::vector<CommandArgs> commands;
    for (int i = 0; i <= CopyFlow::MostTrades; ++i)
        commands.push_back({"ZADD", "execution_report_sorted:s", "1", "x" + QByteArray::number(i)});
    QVERIFY(m_store->connection().pipeline(commands));
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 1501 + CopyFlow::MostTrades);
    auto *list = fixture.child<TradeList>("tradeList");
    list->selectAll();
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(fixture.banner("noticeBanner").contains(u"101,501 trades are selected"));
    fixture.clickBanner("noticeBanner", QStringLiteral("Export…"));
    QVERIFY(fixture.window().findChild<ExportDialog *>());
    QCOMPARE(copied().at(0), u"before");
}

void TestMainWindowCopy::canBeCancelled()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 1500);
    auto *list = fixture.child<TradeList>("tradeList");
    auto *strip = fixture.child<TaskStrip>("taskStrip");
    list->selectAll();
    kill(pid_t(m_store->processId()), SIGSTOP); // the store does not answer
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(strip->count(), 1);
    QTest::mouseClick(strip->findChild<QToolButton *>(QStringLiteral("taskCancel")), Qt::LeftButton);
    QTRY_COMPARE(strip->count(), 0);
    kill(pid_t(m_store->processId()), SIGCONT);
    QTRY_VERIFY(strip->findChildren<QToolButton *>().isEmpty());
    QCOMPARE(copied().at(0), u"before");
}

QTEST_MAIN(TestMainWindowCopy)
#include "tst_mainwindowcopy.moc"
