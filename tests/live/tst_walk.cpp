// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/walked.h"
#include "tests/support/why.h"

#include "core/store/keys.h"
#include "core/store/walk.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace arbscope;
using test::fillStore;
using test::idOf;
using test::walked;

class TestWalk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothing();
    void allInOrder_data();
    void allInOrder();
    void bodiesAreTheirs();
    void period();
    void missingBodies();
    void orphans();
    void orphansBesideMissingBodies();
    void orphansOfATrueHash();
    void severalServersMerge();
    void thousandsOfServers();
    void largeBodiesMakeSmallPages();
    void anotherTypeOfTheIndex();
    void anotherTypeOfTheHashIsNamed();
    void stopEndsIt();
    void givenUpInTheMiddle();
    void callbackForm();

private:
    void fill(const QByteArray &server, int count, double step = 1) { fillStore(m_live, server, count, step); }

    test::LiveStore m_live;
};

void TestWalk::init()
{
    m_live.clear();
}

void TestWalk::nothing()
{
    for (const std::vector<QByteArray> &servers : {std::vector<QByteArray>{}, {"a"}, {"a", "b"}}) {
        const auto seen = walked(m_live.connection(), servers);
        QVERIFY2(seen, test::why(seen));
        QCOMPARE(seen->pages, 0);
    }
}

void TestWalk::allInOrder_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("pageSize");
    QTest::addColumn<int>("pagesInFlight");
    QTest::newRow("one") << 1 << 200 << 4;
    QTest::newRow("a page") << 200 << 200 << 4;
    QTest::newRow("a page and one") << 201 << 200 << 4;
    QTest::newRow("many") << 5000 << 200 << 4;
    QTest::newRow("one by one") << 50 << 1 << 1;
    QTest::newRow("small pages") << 1003 << 7 << 3;
}

void TestWalk::allInOrder()
{
    QFETCH(int, count);
    QFETCH(int, pageSize);
    QFETCH(int, pagesInFlight);
    fill("s", count);
    WalkOptions options;
    options.pageSize = pageSize;
    options.pagesInFlight = pagesInFlight;
    const auto seen = walked(m_live.connection(), {"s"}, options);
    QVERIFY2(seen, test::why(seen));
    QCOMPARE(seen->ids.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(seen->ids[i], idOf(i));
    QCOMPARE(seen->total, count);
    QCOMPARE(seen->result.trades, count);
    QCOMPARE(seen->result.orphans, 0);
    QVERIFY(m_live.connection().pending() == 0);
}

void TestWalk::bodiesAreTheirs()
{
    fill("s", 1000);
    TradeWalk walk(m_live.connection(), {"s"});
    int number = 0;
    for (auto page = walk.next(); page.value(); page = walk.next()) {
        for (const WalkPage::Entry &entry : (*page)->entries)
            QCOMPARE(entry.raw, QByteArray("body s " + idOf(number++)).toStdString());
    }
    QCOMPARE(number, 1000);
}

void TestWalk::period()
{
    fill("s", 1000);
    WalkOptions options;
    options.since = 100;
    options.until = 700.5;
    const auto seen = walked(m_live.connection(), {"s"}, options);
    QVERIFY2(seen, test::why(seen));
    QCOMPARE(seen->ids.size(), 601);
    QCOMPARE(seen->ids.front(), idOf(100));
    QCOMPARE(seen->ids.back(), idOf(700));
    QCOMPARE(seen->total, 601);
}

void TestWalk::missingBodies()
{
    fill("s", 500);
    m_live.call({"ZADD", "execution_report_sorted:s", "250.5", "ghost", "600", "ghost 2"});
    const auto seen = walked(m_live.connection(), {"s"});
    QVERIFY2(seen, test::why(seen));
    QCOMPARE(seen->missing, QByteArrayList({"ghost", "ghost 2"}));
    QCOMPARE(seen->ids.size(), 500);
    QCOMPARE(seen->result.missing, 2);
    QVERIFY(seen->orphans.isEmpty());
}

void TestWalk::orphans()
{
    fill("s", 30);
    m_live.put("s", "lost", "x");
    const auto seen = walked(m_live.connection(), {"s"});
    QVERIFY2(seen, test::why(seen));
    QCOMPARE(seen->ids.size(), 30);
    QCOMPARE(seen->orphans, QByteArrayList({"lost"}));
    QCOMPARE(seen->result.orphans, 1);
    QCOMPARE(seen->result.trades, 31);
}

void TestWalk::orphansBesideMissingBodies()
{
    fill("s", 300);
    m_live.put("s", "lost", "x");
    m_live.call({"ZADD", "execution_report_sorted:s", "5.5", "ghost"}); // sizes are equal now
    const auto seen = walked(m_live.connection(), {"s"});
    QVERIFY2(seen, test::why(seen));
    QCOMPARE(seen->missing, QByteArrayList({"ghost"}));
    QCOMPARE(seen->orphans, QByteArrayList({"lost"}));
}

void TestWalk::orphansOfATrueHash()
{
    fill("s", 2000);
    QByteArrayList take{"ZREM", "execution_report_sorted:s"};
    for (int i = 0; i < 700; ++i)
        take << idOf(i * 2);
    QCOMPARE(test::redisCli(m_live.url(), take), "700");
    auto seen = walked(m_live.connection(), {"s"});
    QVERIFY2(seen, test::why(seen));
    QCOMPARE(seen->ids.size(), 1300);
    std::ranges::sort(seen->orphans);
    QCOMPARE(seen->orphans.size(), 700);
    for (int i = 0; i < 700; ++i)
        QCOMPARE(seen->orphans[i], idOf(i * 2));
    test::redisCli(m_live.url(), {"DEL", "execution_report_sorted:s"});
    seen = walked(m_live.connection(), {"s"});
    QVERIFY2(seen, test::why(seen));
    QCOMPARE(seen->ids.size(), 0);
    QCOMPARE(QSet<QByteArray>(seen->orphans.begin(), seen->orphans.end()).size(), 2000);
    QCOMPARE(seen->orphans.size(), 2000);
}

void TestWalk::severalServersMerge()
{
    fill("b", 1000, 1);
    fill("a", 300, 2.5);
    fill("c:d", 1, 1);
    fill("empty", 0);
    const auto seen = walked(m_live.connection(), {"a", "b", "c:d", "empty"});
    QVERIFY2(seen, test::why(seen));
    using Key = std::tuple<double, QByteArray, QByteArray>;
    std::vector<Key> keys;
    keys.reserve(1301);
    for (int i = 0; i < 1000; ++i)
        keys.emplace_back(i, "b", idOf(i));
    for (int i = 0; i < 300; ++i)
        keys.emplace_back(i * 2.5, "a", idOf(i));
    keys.emplace_back(0, "c:d", idOf(0));
    std::ranges::sort(keys);
    QByteArrayList expected;
    for (const auto &[score, server, id] : keys)
        expected.push_back(server + '/' + id);
    QCOMPARE(seen->ids, expected);
    QCOMPARE(seen->total, 1301);
}

void TestWalk::thousandsOfServers()
{
    std::vector<QByteArray> servers;
    std::vector<CommandArgs> commands;
    for (int i = 0; i < 3000; ++i) {
        servers.push_back("server " + QByteArray::number(i).rightJustified(5, '0'));
        for (int trade = 0; trade < 20; ++trade) {
            const QByteArray id = QByteArray::number(trade);
            commands.push_back({"HSET", hashKey(servers.back()), id, "body"});
            commands.push_back({"ZADD", indexKey(servers.back()), scoreText(trade * 3000 + (i * 7) % 3000), id});
        }
    }
    QVERIFY(m_live.connection().pipeline(commands));
    TradeWalk walk(m_live.connection(), servers);
    int number = 0;
    for (auto page = walk.next(); page.value(); page = walk.next()) {
        for (const WalkPage::Entry &entry : (*page)->entries) {
            QCOMPARE((entry.server * 7) % 3000, number % 3000);
            QCOMPARE(entry.orderId.toInt(), number / 3000);
            QVERIFY(entry.present);
            ++number;
        }
    }
    QCOMPARE(number, 60'000);
}

void TestWalk::largeBodiesMakeSmallPages()
{
    const QByteArray body(1 << 20, 'x');
    for (int i = 0; i < 120; ++i)
        m_live.put("s", idOf(i), body, i);
    std::vector<std::size_t> sizes;
    TradeWalk walk(m_live.connection(), {"s"});
    qint64 bytes = 0;
    for (auto page = walk.next(); page.value(); page = walk.next()) {
        sizes.push_back((*page)->entries.size());
        for (const WalkPage::Entry &entry : (*page)->entries)
            bytes += qint64(entry.raw.size());
    }
    QCOMPARE(bytes, 120LL << 20);
    QVERIFY(std::ranges::max(sizes) <= 16);
    QVERIFY(sizes.back() <= 2);
}

void TestWalk::anotherTypeOfTheIndex()
{
    fill("s", 10);
    test::redisCli(m_live.url(), {"SET", "execution_report_sorted:t", "x"});
    m_live.put("t", "lost", "x");
    const auto refused = walked(m_live.connection(), {"s", "t"});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RedisErrorCode::WrongType);
    QCOMPARE(refused.error().key, QByteArray("execution_report_sorted:t"));
    for (const WalkOptions &options :
         {WalkOptions{.hashAlone = true}, WalkOptions{.since = 3, .until = 5, .hashAlone = true}}) {
        const auto seen = walked(m_live.connection(), {"s", "t"}, options);
        QVERIFY2(seen, test::why(seen));
        QCOMPARE(seen->ids.size(), std::isinf(options.since) ? 10 : 3);
        QCOMPARE(seen->orphans, QByteArrayList({"t/lost"}));
        QCOMPARE(seen->result.unindexed, std::vector<int>({1}));
    }
}

void TestWalk::anotherTypeOfTheHashIsNamed()
{
    fill("u", 10);
    test::redisCli(m_live.url(), {"DEL", "execution_report:u"});
    test::redisCli(m_live.url(), {"SET", "execution_report:u", "x"});
    const auto hash = walked(m_live.connection(), {"u"});
    QVERIFY(!hash);
    QCOMPARE(hash.error().code, RedisErrorCode::WrongType);
    QCOMPARE(hash.error().key, QByteArray("execution_report:u"));
}

void TestWalk::stopEndsIt()
{
    fill("s", 3000);
    std::stop_source stop;
    TradeWalk walk(m_live.connection(), {"s"});
    QVERIFY(walk.next(stop.get_token()).value());
    stop.request_stop();
    Result<std::optional<WalkPage>> page;
    do
        page = walk.next(stop.get_token());
    while (page && *page);
    QVERIFY(!page);
    QCOMPARE(page.error().code, RedisErrorCode::Cancelled);
    QVERIFY(!walk.next()); // it is over
}

void TestWalk::givenUpInTheMiddle()
{
    fill("s", 3000);
    RedisSession connection = m_live.newConnection();
    {
        TradeWalk walk(connection, {"s"});
        QVERIFY(walk.next().value());
        QVERIFY(walk.next().value());
        QVERIFY(connection.pending() > 0);
    }
    QVERIFY(!connection.isOpen()); // the replies under way must answer nobody
}

void TestWalk::callbackForm()
{
    fill("s", 1000);
    qint64 last = 0;
    const auto result = walkTrades(m_live.connection(), "s", {}, [&](WalkPage &&page, qint64 done, qint64 total) {
        last += qint64(page.entries.size());
        return done == last && total == 1000;
    });
    QVERIFY2(result, test::why(result));
    QCOMPARE(result->trades, 1000);
    const auto ended = walkTrades(m_live.connection(), "s", {}, [](WalkPage &&, qint64, qint64) { return false; });
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, RedisErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestWalk)
#include "tst_walk.moc"
