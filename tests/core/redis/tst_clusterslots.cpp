// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/clusterslots.h"

#include "tests/support/why.h"

#include <QTest>

using namespace arbscope;

namespace {

RedisEndpoint at(const char *host, quint16 port)
{
    return {.host = QString::fromUtf8(host), .port = port};
}

RedisReply bulk(const char *text)
{
    return {QByteArray(text)};
}

RedisReply number(qint64 value)
{
    return {value};
}

RedisReply server(RedisReply host, qint64 port)
{
    return {RedisArray{std::move(host), number(port), bulk("id"), {RedisArray{}}}};
}

} // namespace

class TestClusterSlots : public QObject
{
    Q_OBJECT

private slots:
    void slotOfAKey_data();
    void slotOfAKey();
    void mapOfACluster();
    void unknownHosts();
    void aMovedSlot();
    void nonsense_data();
    void nonsense();
    void redirects_data();
    void redirects();
    void ownSlots();
};

void TestClusterSlots::slotOfAKey_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("slot");
    // The vectors of the specification, and what redis-server 7.0 answers to CLUSTER KEYSLOT.
    QTest::newRow("CRC16 of 123456789") << QByteArray("123456789") << (0x31C3 % 16384);
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("foo") << QByteArray("foo") << 12182;
    QTest::newRow("tag") << QByteArray("{user1000}.following") << 3443;
    QTest::newRow("the same tag") << QByteArray("{user1000}.followers") << 3443;
    QTest::newRow("the tag alone") << QByteArray("user1000") << 3443;
    QTest::newRow("an empty tag is none") << QByteArray("foo{}{bar}") << 8363;
    QTest::newRow("a brace in the tag") << QByteArray("foo{{bar}}zap") << 4015;
    QTest::newRow("the first tag") << QByteArray("foo{bar}{zap}") << 5061;
    QTest::newRow("no closing brace") << QByteArray("foo{bar") << 15278;
    QTest::newRow("reports") << QByteArray("execution_report:desk-a") << 876;
}

void TestClusterSlots::slotOfAKey()
{
    QFETCH(QByteArray, key);
    QTEST(slotOf(key), "slot");
}

void TestClusterSlots::mapOfACluster()
{
    const RedisReply reply{RedisArray{
        {RedisArray{number(0), number(99), server(bulk("10.0.0.1"), 7000), server(bulk("10.0.0.2"), 7001)}},
        {RedisArray{number(100), number(16000), server(bulk("::1"), 7002)}},
        {RedisArray{number(16001), number(16383), server(bulk("10.0.0.1"), 7000), server(bulk("10.0.0.2"), 7001)}}}};
    const std::vector<AddressMapping> addresses{{at("10.0.0.2", 7001), at("gate", 1)},
                                                {at("::1", 7002), at("gate", 2)}};
    const auto map = ShardMap::fromClusterSlots(reply, at("seed", 7000), addresses);
    QVERIFY2(map, test::why(map));
    QCOMPARE(map->shards().size(), 2U);
    QCOMPARE(map->shardOf(0)->master, at("10.0.0.1", 7000));
    QCOMPARE(map->shardOf(99), map->shardOf(16001));
    QCOMPARE(map->shardOf(0)->replicas, std::vector{at("gate", 1)});
    QCOMPARE(map->shardOf(100)->master, at("gate", 2));
    QVERIFY(map->shardOf(16000)->replicas.empty());
}

void TestClusterSlots::unknownHosts()
{
    // A server that does not know by which name it is reached is the one that was asked.
    for (const RedisReply &host : {bulk(""), bulk("?"), RedisReply{}}) {
        const RedisReply reply{RedisArray{{RedisArray{number(5), number(6), server(host, 7000)}}}};
        const auto map = ShardMap::fromClusterSlots(reply, at("seed", 6379), {});
        QVERIFY2(map, test::why(map));
        QCOMPARE(map->shardOf(5)->master, at("seed", 7000));
        QVERIFY(!map->shardOf(4));
        QVERIFY(!map->shardOf(7));
    }
}

void TestClusterSlots::aMovedSlot()
{
    ShardMap map(Shard{.master = at("a", 1)});
    QCOMPARE(map.shardOf(16383)->master, at("a", 1));
    map.move(7, at("b", 2));
    QCOMPARE(map.shardOf(7)->master, at("b", 2));
    QCOMPARE(map.shardOf(8)->master, at("a", 1));
    QVERIFY(map.isServing(map.shards().back()));
    map.move(7, at("a", 1));
    QCOMPARE(map.shards().size(), 2U);
    QVERIFY(!map.isServing(map.shards().back()));
}

void TestClusterSlots::nonsense_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < 7; ++i)
        QTest::addRow("%d", i) << i;
}

void TestClusterSlots::nonsense()
{
    QFETCH(int, index);
    const RedisReply node = server(bulk("h"), 1);
    const std::vector<RedisReply> replies{
        bulk("x"),
        {RedisArray{bulk("x")}},
        {RedisArray{{RedisArray{number(0), number(1)}}}},
        {RedisArray{{RedisArray{number(0), number(16384), node}}}},
        {RedisArray{{RedisArray{number(2), number(1), node}}}},
        {RedisArray{{RedisArray{number(0), number(1), server(bulk("h"), 65536)}}}},
        {RedisArray{{RedisArray{number(0), number(1), node, server(number(3), 1)}}}},
    };
    const auto map = ShardMap::fromClusterSlots(replies[std::size_t(index)], at("seed", 1), {});
    QVERIFY(!map);
    QCOMPARE(map.error().code, RedisErrorCode::Protocol);
}

void TestClusterSlots::redirects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("moved");
    QTest::addColumn<int>("slot");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    const auto row = [](const char *text, bool moved, int slot, const char *host, int port) {
        QTest::newRow(text) << QByteArray(text) << moved << slot << QString::fromUtf8(host) << port;
    };
    row("MOVED 3999 127.0.0.1:6381", true, 3999, "127.0.0.1", 6381);
    row("ASK 0 node.example:1", false, 0, "node.example", 1);
    row("MOVED 16383 2001:db8::1:6379", true, 16383, "2001:db8::1", 6379);
    row("MOVED 5 :6379", true, 5, "from", 6379);
    row("MOVED 5 ?:6379", true, 5, "from", 6379);
    row("MOVED 5 10.0.0.9:6379", true, 5, "gate", 99);
    for (const char *text : {"MOVED", "MOVED 5", "MOVED x h:1", "MOVED 16384 h:1", "MOVED 5 h", "MOVED 5 h:0",
                             "MOVED 5 h:65536", "ASKING 5 h:1", "ERR MOVED 5 h:1", ""})
        row(text, false, -1, "", 0);
}

void TestClusterSlots::redirects()
{
    QFETCH(QByteArray, text);
    QFETCH(int, slot);
    const auto redirect = redirectIn(text, at("from", 7), {{at("10.0.0.9", 6379), at("gate", 99)}});
    QCOMPARE(redirect.has_value(), slot >= 0);
    if (!redirect)
        return;
    QTEST(redirect->kind == Redirect::Kind::Moved, "moved");
    QCOMPARE(redirect->slot, slot);
    QTEST(redirect->to.host, "host");
    QTEST(int(redirect->to.port), "port");
}

void TestClusterSlots::ownSlots()
{
    const QByteArray text = "aa 10.0.0.1:7000@17000,name master - 0 1 1 connected 0-5\n"
                            "bb 10.0.0.2:7001@17001 myself,master - 0 1 2 connected 6-9 12 [9->-aa] [3-<-aa]\n"
                            "cc 10.0.0.3:7002@17002 slave bb 0 1 2 connected\n";
    const auto own = ownSlotsIn(text, {{at("10.0.0.1", 7000), at("gate", 1)}});
    QVERIFY(own);
    QCOMPARE(own->served.count(), 5U);
    QVERIFY(own->served.test(6) && own->served.test(9) && own->served.test(12) && !own->served.test(0));
    QCOMPARE(own->importing.count(), 1U);
    QVERIFY(own->importing.test(3));
    QCOMPARE(own->goingTo, std::vector{at("gate", 1)});
    QVERIFY(!ownSlotsIn("aa 10.0.0.1:7000@17000 master - 0 1 1 connected 0-5\n", {}));
    QVERIFY(!ownSlotsIn({}, {}));
    const auto none = ownSlotsIn("aa :7000@17000 myself,master - 0 1 1 connected\n", {});
    QVERIFY(none && none->served.none());
}

QTEST_GUILESS_MAIN(TestClusterSlots)
#include "tst_clusterslots.moc"
