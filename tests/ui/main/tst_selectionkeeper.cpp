// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How many selected trades come into another list: piece by piece, and in the real window while pages are asked for.
#include "tests/support/why.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/columns/columns.h"
#include "ui/list/tradelist.h"
#include "ui/models/selectionwork.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace arbscope;
using namespace arbscope::test;

namespace {

constexpr int Trades = 45'000;

QByteArray idOf(int number)
{
    return "id-" + QByteArray::number(number).rightJustified(6, '0');
}

/// These trades, which nobody could read; chosen in this order.
std::shared_ptr<const OrderIdList> listOf(const std::vector<int> &numbers)
{
    TradeTable table;
    std::vector<Row> rows;
    for (const int number : numbers) {
        rows.push_back(table.rows());
        table.append(idOf(number).toStdString(), number, std::nullopt);
    }
    return std::make_shared<const OrderIdList>(table, rows, ListOrder::Sorted);
}

std::vector<int> numbers(int count)
{
    std::vector<int> all(std::size_t(count), 0);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

} // namespace

class TestSelectionKeeper : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void goesInPieces_data();
    void goesInPieces();
    void selectsNothingWhereRanksHaveMoved();
    void letsPagesInBetween();

private:
    std::unique_ptr<LiveStore> m_store;
};

void TestSelectionKeeper::initTestCase()
{
    m_store = std::make_unique<LiveStore>();
    for (int from = 0; from < Trades; from += 5000) {
        CommandArgs texts{"HSET", "execution_report:s"};
        CommandArgs scores{"ZADD", "execution_report_sorted:s"};
        for (int number = from; number < from + 5000; ++number) {
            texts.insert(texts.end(), {idOf(number), "{}"});
            scores.insert(scores.end(), {QByteArray::number(number), idOf(number)});
        }
        QCOMPARE(*m_store->call(texts).integer(), 5000);
        QCOMPARE(*m_store->call(scores).integer(), 5000);
    }
}

void TestSelectionKeeper::goesInPieces_data()
{
    QTest::addColumn<bool>("fromChosen");
    QTest::addColumn<bool>("toChosen");
    for (const bool fromChosen : {false, true}) {
        for (const bool toChosen : {false, true})
            QTest::addRow("from %s to %s", fromChosen ? "chosen" : "index", toChosen ? "chosen" : "index")
                << fromChosen << toChosen;
    }
}

void TestSelectionKeeper::goesInPieces()
{
    QFETCH(const bool, fromChosen);
    QFETCH(const bool, toChosen);
    SelectionMove move;
    move.from = {"s", fromChosen ? listOf(numbers(Trades)) : nullptr};
    move.total = Trades;
    move.newestId = idOf(Trades - 1);
    move.ranks = {{10, 29'999}, {31'000, 31'000}, {40'000, Trades - 1}};
    std::vector<int> others = numbers(Trades - 4000); // turned round, and without the newest ones
    std::ranges::reverse(others);
    move.to = {"s", toChosen ? listOf(others) : nullptr};
    int pieces = 0;
    while (!move.isDone()) {
        const std::size_t wanted = move.wanted.size();
        const std::size_t found = move.found.size();
        const qint64 looked = move.looked;
        const auto done = moveOn(move, m_store->store(), {});
        QVERIFY2(done, why(done));
        QVERIFY(qint64(move.wanted.size() - wanted) <= SelectionMove::AtOnce);
        QVERIFY(qint64(move.found.size() - found) <= SelectionMove::AtOnce);
        QVERIFY(move.looked - looked <= SelectionMove::AtOnce);
        QVERIFY(++pieces < 10);
    }
    QCOMPARE(pieces, toChosen ? 2 + 3 : 2);
    const std::vector<RankRange> expected = toChosen
        ? std::vector<RankRange>{{0, 999}, {9999, 9999}, {11'000, 40'989}}
        : std::vector<RankRange>{{10, 29'999}, {31'000, 31'000}, {40'000, Trades - 1}};
    QCOMPARE(foundRanges(move), expected);
}

void TestSelectionKeeper::selectsNothingWhereRanksHaveMoved()
{
    SelectionMove move;
    move.from = {"s", nullptr};
    move.total = Trades - 1; // another trade has come since
    move.newestId = idOf(Trades - 1);
    move.ranks = {{0, Trades - 2}};
    move.to = {"s", listOf(numbers(Trades))};
    const auto done = moveOn(move, m_store->store(), {});
    QVERIFY2(done, why(done));
    QVERIFY(move.isDone());
    QVERIFY(foundRanges(move).empty());
}

void TestSelectionKeeper::letsPagesInBetween()
{
    constexpr int Selected = 44'000;
    WindowFixture fixture;
    qDeleteAll(fixture.window().findChildren<QAbstractItemModelTester *>()); // they look at every cell of so many
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    auto *list = fixture.child<TradeList>("tradeList");
    list->selectRows({{100, 100 + Selected - 1}});
    QStringList order;
    const int middle = Trades / 2;
    connect(list->model(), &QAbstractItemModel::modelReset, this,
            [&] { list->scrollTo(list->model()->index(middle, 0), QAbstractItemView::PositionAtTop); });
    connect(list->model(), &QAbstractItemModel::dataChanged, this, [&] {
        if (order.isEmpty() && !fixture.orderId(middle).isEmpty())
            order << QStringLiteral("page");
    });
    connect(list, &TradeList::selectionCountChanged, this, [&] {
        if (list->selectedCount() == Selected)
            order << QStringLiteral("selection");
    });
    emit list->sortRequested(tradeColumnIndex(u"net"), true);
    QTRY_VERIFY_WITH_TIMEOUT(order.contains(QStringLiteral("selection")), 20'000);
    QCOMPARE(order.first(), QStringLiteral("page"));
    QCOMPARE(list->selectedRows(), (std::vector<std::pair<int, int>>{{900, 900 + Selected - 1}}));
}

QTEST_MAIN(TestSelectionKeeper)
#include "tst_selectionkeeper.moc"
