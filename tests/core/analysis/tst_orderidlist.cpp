// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/orderidlist.h"

#include "core/report/reportjson.h"
#include "core/report/schema.h"
#include "core/store/demotrades.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <thread>

using namespace arbscope;

namespace {

constexpr double NotIndexed = std::numeric_limits<double>::quiet_NaN();

std::string idOf(Row row)
{
    return "order " + std::to_string(row);
}

/// Trades from number `from` on. Every seventh stands under a key that is not its report's order id, every eleventh
/// under another score than its clock.
void append(TradeTable &table, Row from, Row to)
{
    DemoTrades demo(1, 0, 1'600'000'000);
    Report report = demo.next();
    for (Row row = from; row < to; ++row) {
        report.orderId = QString::fromStdString(row % 7 == 0 ? "of another" : idOf(row));
        report.clock = row % 11 == 0 ? 0.5 : row;
        table.append(idOf(row), row, writeReport(report));
    }
}

TradeTable makeTable(Row rows)
{
    TradeTable table({memberIndex("order_id"), memberIndex("clock")});
    append(table, 0, rows);
    return table;
}

std::vector<Row> rowsUpTo(Row end)
{
    std::vector<Row> rows(end);
    std::iota(rows.begin(), rows.end(), Row(0));
    return rows;
}

} // namespace

class TestOrderIdList final : public QObject
{
    Q_OBJECT
private slots:
    void keepsItsOrder();
    void staysAsItIsWhileTheTableGrows();
    void isReadWhileTheTableGrows();
    void finds_data();
    void finds();
    void firstAtAScore();
    void whatCameIn_data();
    void whatCameIn();
};

void TestOrderIdList::keepsItsOrder()
{
    const TradeTable table = makeTable(100);
    const std::vector<Row> rows{42, 7, 99, 0, 11};
    const OrderIdList list(table, rows, ListOrder::Sorted);
    QCOMPARE(list.size(), 5);
    QVERIFY(list.isSorted());
    for (std::size_t place = 0; place < rows.size(); ++place) {
        QCOMPARE(list.orderId(std::int64_t(place)), QByteArray::fromStdString(idOf(rows[place])));
        QCOMPARE(list.view(std::int64_t(place)), std::string_view(idOf(rows[place])));
        QCOMPARE(list.score(std::int64_t(place)), double(rows[place]));
    }
    QVERIFY(!OrderIdList(table, {}).isSorted());
}

void TestOrderIdList::staysAsItIsWhileTheTableGrows()
{
    constexpr Row First = 5; // no score of these is kept apart by then: the chunk's come later
    std::optional<TradeTable> table(TradeTable({memberIndex("order_id"), memberIndex("clock")}));
    append(*table, 1, 1 + First);
    const OrderIdList few(*table, rowsUpTo(First));
    append(*table, 1 + First, 1000);
    const OrderIdList empty(*table, {});
    const auto appendMissing = [&table](Row to) { // quicker than reports
        while (table->rows() < to)
            table->append(idOf(table->rows() + 1), table->rows() + 1, std::nullopt);
    };
    appendMissing(ChunkRows - 10);
    const OrderIdList most(*table, rowsUpTo(table->rows()));
    appendMissing(ChunkRows + 1000);
    table.reset();
    for (const OrderIdList *list : {&few, &most}) {
        for (std::int64_t place = 0; place < list->size(); ++place) {
            QCOMPARE(list->view(place), std::string_view(idOf(Row(place) + 1)));
            QCOMPARE(list->score(place), double(place + 1));
        }
    }
    QCOMPARE(empty.size(), 0);
    QVERIFY(!empty.find("order 1"));
}

void TestOrderIdList::isReadWhileTheTableGrows()
{
    TradeTable table = makeTable(1000);
    const OrderIdList list(table, rowsUpTo(1000));
    const std::jthread reader([&list](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            for (std::int64_t place = 0; place < list.size(); ++place) {
                if (list.view(place) != idOf(Row(place)) || list.score(place) != double(place))
                    qFatal("the list has changed");
            }
        }
    });
    append(table, 1000, 3000);
    QCOMPARE(table.orderId(2999), std::string_view("order 2999"));
}

void TestOrderIdList::finds_data()
{
    QTest::addColumn<std::vector<Row>>("rows");
    std::vector<Row> backwards = rowsUpTo(1000);
    std::ranges::reverse(backwards);
    QTest::addRow("all") << rowsUpTo(1000);
    QTest::addRow("sorted") << backwards;
    QTest::addRow("few") << std::vector<Row>{999, 3, 14};
    QTest::addRow("none") << std::vector<Row>();
}

void TestOrderIdList::finds()
{
    QFETCH(std::vector<Row>, rows);
    TradeTable table = makeTable(1000);
    table.append(idOf(3), 1000, std::nullopt); // came once more: the list has the first one
    const OrderIdList list(table, rows, ListOrder::Sorted);
    for (const Row row : {0U, 3U, 14U, 500U, 999U}) {
        const auto place = std::ranges::find(rows, row);
        QCOMPARE(list.find(idOf(row)),
                 place == rows.end() ? std::nullopt : std::optional<std::int64_t>(place - rows.begin()));
    }
    QVERIFY(!list.find("of another")); // is no key
    QVERIFY(!list.find({}));
    const std::vector<Row> second{1000};
    QCOMPARE(OrderIdList(table, second).find(idOf(3)), std::optional<std::int64_t>(0));
}

void TestOrderIdList::firstAtAScore()
{
    TradeTable table = makeTable(50);
    table.append("orphan", NotIndexed, std::nullopt);
    const std::vector<Row> rows{30, 50, 10, 20, 40};
    const OrderIdList list(table, rows, ListOrder::Sorted);
    QVERIFY(std::isnan(list.score(1)));
    QCOMPARE(list.firstAt(-5), std::optional<std::int64_t>(2));
    QCOMPARE(list.firstAt(10), std::optional<std::int64_t>(2));
    QCOMPARE(list.firstAt(10.5), std::optional<std::int64_t>(3));
    QCOMPARE(list.firstAt(40), std::optional<std::int64_t>(4));
    QVERIFY(!list.firstAt(41));
}

void TestOrderIdList::whatCameIn_data()
{
    QTest::addColumn<std::vector<Row>>("before");
    QTest::addColumn<std::vector<Row>>("after");
    QTest::addColumn<ListOrder>("orderAfter");
    QTest::addColumn<std::optional<std::vector<NewPlaces>>>("expected");
    using Rows = std::vector<Row>;
    using Places = std::optional<std::vector<NewPlaces>>;
    QTest::addRow("nothing") << Rows{5, 3, 9} << Rows{5, 3, 9} << ListOrder::Sorted << Places(std::in_place);
    QTest::addRow("first") << Rows{} << Rows{1, 2} << ListOrder::Sorted << Places({{0, 2}});
    QTest::addRow("in between") << Rows{5, 3, 9} << Rows{1, 5, 7, 8, 3, 9, 2} << ListOrder::Sorted
                                << Places({{0, 1}, {2, 2}, {6, 1}});
    QTest::addRow("too many") << Rows{5, 3, 9} << Rows{1, 5, 7, 3, 8, 9, 2} << ListOrder::Sorted << Places();
    QTest::addRow("one has gone") << Rows{5, 3, 9} << Rows{5, 9, 8, 7} << ListOrder::Sorted << Places();
    QTest::addRow("moved") << Rows{5, 3, 9} << Rows{3, 5, 9} << ListOrder::Sorted << Places();
    QTest::addRow("fewer") << Rows{5, 3, 9} << Rows{5, 3} << ListOrder::Sorted << Places();
    QTest::addRow("ordered otherwise") << Rows{5} << Rows{5} << ListOrder::ByTime << Places();
}

void TestOrderIdList::whatCameIn()
{
    QFETCH(std::vector<Row>, before);
    QFETCH(std::vector<Row>, after);
    QFETCH(ListOrder, orderAfter);
    QFETCH(std::optional<std::vector<NewPlaces>>, expected);
    TradeTable table = makeTable(10);
    const OrderIdList older(table, before, ListOrder::Sorted);
    append(table, 10, 20);
    QVERIFY(OrderIdList(table, after, orderAfter).newSince(older, 3) == expected);
    // Another table has the same trades at other rows.
    TradeTable other({memberIndex("order_id"), memberIndex("clock")});
    append(other, 5, 10);
    append(other, 0, 5);
    std::vector<Row> there(after.size());
    std::ranges::transform(after, there.begin(), [](Row row) { return (row + 5) % 10; });
    QVERIFY(OrderIdList(other, there, orderAfter).newSince(older, 3) == expected);
}

QTEST_GUILESS_MAIN(TestOrderIdList)
#include "tst_orderidlist.moc"
