// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reports that only the hash has are rows of the window's list like any other.
#include "tests/support/rediscli.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/finding/gotodialog.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradetablemodel.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;
using RowState = TradeTableModel::RowState;

class TestOrphans : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void standAtTheEndInBothOrders();
    void standAtTheirTimeWhereTradesAreChosen();
    void areReadInPages();
    void areThereWithoutAnyIndex();
    void areFoundWhereTheSizesAreEqual();
    void comeAndGoByThemselves();
    void areFoundByOrderId();

private:
    /// `like`: the order id of the report to be copied.
    QByteArray text(const char *orderId, const char *like = "id-000000");
    static RowState state(const WindowFixture &fixture, int row)
    {
        return fixture.trades()->index(row, 0).data(TradeTableModel::StateRole).value<RowState>();
    }

    std::unique_ptr<LiveStore> m_store;
};

void TestOrphans::init()
{
    m_store->clear();
    m_store->create(sampleReports(QStringLiteral("s"), 5));
}

QByteArray TestOrphans::text(const char *orderId, const char *like)
{
    return QByteArray(*m_store->call({"HGET", "execution_report:s", like}).bulk()).replace(like, orderId);
}

void TestOrphans::standAtTheEndInBothOrders()
{
    m_store->put("s", "beside-1", text("beside-1"));
    m_store->put("s", "beside-2", "no report");
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 7);
    QTRY_COMPARE(fixture.orderId(5), "beside-1");
    QTRY_COMPARE(fixture.orderId(0), "id-000004");
    QCOMPARE(fixture.orderId(6), "beside-2");
    QCOMPARE(state(fixture, 5), RowState::NotIndexed);
    QCOMPARE(state(fixture, 6), RowState::Unreadable);
    QVERIFY(fixture.trades()->index(5, 0).data(Qt::ToolTipRole).toString().contains(u"index does not name"));
    QVERIFY(fixture.trades()->index(6, 0).data(Qt::ToolTipRole).toString().contains(u"not a readable report"));
    QCOMPARE(fixture.child<QLabel>("countsLabel")->text(), u"7 trades · 2 not in the index · 7 shown · 1 selected");

    // The detail says it too.
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(5);
    auto *verdict = fixture.child<QWidget>("verdict");
    QTRY_VERIFY(verdict->isVisible());
    const auto labels = verdict->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *l) { return l->text().contains(u"index does not name"); }));

    // Turned round, with a selection that reaches over the end of the index.
    list->goToRow(3);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    fixture.trigger("newestFirstAction");
    QTRY_COMPARE(fixture.orderId(0), "id-000000");
    QCOMPARE(fixture.orderId(5), "beside-1");
    QList<int> selected;
    for (const QModelIndex &row : list->selectionModel()->selectedRows())
        selected << row.row();
    std::ranges::sort(selected);
    QCOMPARE(selected, (QList<int>{0, 1, 5}));
    QCOMPARE(list->currentIndex().row(), 5);

    // A new trade comes above them.
    m_store->create({sampleReport(QStringLiteral("s"), QStringLiteral("newer"), 1'700'000'000)});
    QTRY_COMPARE(fixture.orderId(5), "newer");
    QCOMPARE(fixture.orderId(6), "beside-1");
    QCOMPARE(list->currentIndex().row(), 6);
}

void TestOrphans::standAtTheirTimeWhereTradesAreChosen()
{
    m_store->put("s", "beside", text("beside", "id-000002"));
    m_store->put("s", "unreadable", "no report");
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 7);
    auto *line = fixture.child<QLineEdit>("filterLine");
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("not failed "));
    QTest::keyClick(line, Qt::Key_Return);
    const QByteArrayList expected{"id-000004", "id-000003", "id-000002", "beside",
                                  "id-000001", "id-000000", "unreadable"};
    const auto ids = [&fixture] {
        QByteArrayList found;
        for (int row = 0; row < fixture.trades()->rowCount(); ++row)
            found << fixture.orderId(row);
        return found;
    };
    QTRY_COMPARE(ids(), expected);
    QCOMPARE(state(fixture, 3), RowState::NotIndexed);
    fixture.trigger("newestFirstAction");
    QTRY_COMPARE(ids(), QByteArrayList(expected.rbegin(), expected.rend()));
}

void TestOrphans::areReadInPages()
{
    const QByteArray report = text("x");
    for (int i = 0; i < 450; ++i)
        m_store->put("s", QByteArray("beside-") + QByteArray::number(1000 + i), report);
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 455);
    fixture.trigger("lastTradeAction");
    QTRY_COMPARE(fixture.orderId(454), "beside-1449");
    fixture.child<TradeList>("tradeList")->goToRow(200);
    QTRY_COMPARE(fixture.orderId(200), "beside-1195");
    QVERIFY(fixture.cell(200, "pair").contains(u"BTC"));
}

void TestOrphans::areThereWithoutAnyIndex()
{
    redisCli(m_store->url(), {"DEL", "execution_report_sorted:s"});
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 5);
    QTRY_COMPARE(fixture.orderId(0), "id-000000");
    QVERIFY(fixture.child<TradeList>("tradeList")->isVisible());
}

void TestOrphans::areFoundWhereTheSizesAreEqual()
{
    m_store->put("s", "beside", text("beside"));
    m_store->call({"ZADD", "execution_report_sorted:s", "5", "gone"});
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 7);
    QTRY_COMPARE(fixture.orderId(6), "beside");
}

void TestOrphans::comeAndGoByThemselves()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 5);
    m_store->put("s", "beside", text("beside"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), 6, 20000);
    m_store->call({"ZADD", "execution_report_sorted:s", "1600000002.5", "beside"});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.orderId(2), "beside", 20000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), 6, 20000);
}

void TestOrphans::areFoundByOrderId()
{
    m_store->put("s", "beside", text("beside"));
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 6);
    fixture.trigger("goToAction");
    auto *dialog = fixture.child<GoToDialog>("goToDialog");
    dialog->setText(QStringLiteral("beside"));
    dialog->accept();
    QCOMPARE(fixture.child<TradeList>("tradeList")->currentIndex().row(), 5);
}

QTEST_MAIN(TestOrphans)
#include "tst_orphans.moc"
