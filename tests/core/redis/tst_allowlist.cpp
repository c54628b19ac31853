// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/allowlist.h"

#include "core/redis/connection.h"
#include "core/redis/privateserver.h"

#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QTest>

#include <algorithm>

using namespace arbscope;

namespace {

/// "config|set" as two words.
CommandArgs wordsOf(const QByteArray &name)
{
    const QByteArrayList words = name.split('|');
    return {words.begin(), words.end()};
}

} // namespace

class TestAllowList : public QObject
{
    Q_OBJECT

private slots:
    void allows_data();
    void allows();
    void keysAndWrites();
    void everyWritingCommandOfTheServerIsRefusedForReading();
    void noDangerousCommandOfTheServerIsEverSent();
    void everyCommandOfTheServerIsTried_data();
    void everyCommandOfTheServerIsTried();
    void refusesBeforeAnythingIsSent();
};

void TestAllowList::allows_data()
{
    enum Verdict { Always, Writable, Never };
    QTest::addColumn<QByteArrayList>("command");
    QTest::addColumn<bool>("reading");
    QTest::addColumn<bool>("writing");
    const auto row = [](const QByteArrayList &command, Verdict verdict) {
        QTest::newRow(command.join(' ').constData()) << command << (verdict == Always) << (verdict != Never);
    };
    for (const char *name :
         {"PING",  "AUTH",    "SELECT", "SCAN",    "TYPE",     "EXISTS",    "HGET",          "HMGET",
          "HLEN",  "HEXISTS", "HSCAN",  "HSTRLEN", "ZRANGE",   "ZREVRANGE", "ZRANGEBYSCORE", "ZREVRANGEBYSCORE",
          "ZCARD", "ZCOUNT",  "ZSCORE", "ZRANK",   "ZREVRANK", "ZSCAN",     "INFO",          "DBSIZE",
          "WATCH", "UNWATCH", "ROLE",   "ASKING",  "READONLY"})
        row({name}, Always);
    row({"CLUSTER", "SLOTS"}, Always);
    row({"CLUSTER", "NODES"}, Always);
    row({"SENTINEL", "get-master-addr-by-name", "x"}, Always);
    row({"SENTINEL", "REPLICAS", "x"}, Always);
    row({"CLIENT", "SETNAME", "x"}, Always);
    row({"client", "setname", "x"}, Always);
    row({"hget", "a", "b"}, Always);
    for (const char *name : {"MULTI", "EXEC", "DISCARD", "HSET", "HSETNX", "ZADD", "hset"})
        row({name}, Writable);
    for (const char *name : {"KEYS",     "HGETALL", "HVALS",  "HKEYS",  "EVAL",   "EVALSHA", "FCALL",   "MONITOR",
                             "FLUSHALL", "FLUSHDB", "CONFIG", "DEL",    "UNLINK", "HDEL",    "RENAME",  "SHUTDOWN",
                             "DEBUG",    "SAVE",    "BGSAVE", "SCRIPT", "HELLO",  "RESTORE", "MIGRATE", "REPLICAOF",
                             "CLIENT",   "SORT",    "",       "HGET x", " HGET",  "HGE",     "HGETX",   "ZREM"})
        row({name}, Never);
    row({"CLIENT", "KILL", "x"}, Never);
    row({"CLIENT", "REPLY", "OFF"}, Never);
    row({"CONFIG", "SET", "save", ""}, Never);
    row({"CLUSTER", "FORGET", "x"}, Never);
    row({"CLUSTER"}, Never);
    row({"SENTINEL", "FAILOVER", "x"}, Never);
    row({"FAILOVER"}, Never);
    row({}, Never);
    // Two words as one argument are no command of Redis.
    row({"CLIENT SETNAME", "x"}, Never);
}

void TestAllowList::allows()
{
    QFETCH(QByteArrayList, command);
    QFETCH(bool, reading);
    QFETCH(bool, writing);
    const CommandArgs args(command.begin(), command.end());
    QCOMPARE(checkAllowed(args, false).has_value(), reading);
    QCOMPARE(checkAllowed(args, true).has_value(), writing);
    if (reading)
        return;
    const RedisError error = checkAllowed(args, false).error();
    QCOMPARE(error.code, writing ? RedisErrorCode::ReadOnly : RedisErrorCode::Usage);
    QCOMPARE(error.command.split(' ').front(), command.value(0).toUpper().split(' ').front());
}

void TestAllowList::keysAndWrites()
{
    const CommandArgs get{"hget", "key", "field"};
    QCOMPARE(keyOf(get), &get[1]);
    QVERIFY(!isWrite(get));
    const CommandArgs add{"ZADD", "key", "1", "x"};
    QCOMPARE(keyOf(add), &add[1]);
    QVERIFY(isWrite(add));
    for (const CommandArgs &keyless :
         std::vector<CommandArgs>{{"SCAN", "0"}, {"CLIENT", "ID"}, {"CLUSTER", "SLOTS"}, {"HGET"}, {"KEYS", "*"}, {}})
        QVERIFY(!keyOf(keyless) && !isWrite(keyless));
}

void TestAllowList::everyWritingCommandOfTheServerIsRefusedForReading()
{
    const auto server = PrivateServer::start();
    QVERIFY2(server, test::why(server));
    const QByteArrayList names
        = test::redisCli(server->url(), {"COMMAND", "LIST", "FILTERBY", "ACLCAT", "write"}).split('\n');
    QVERIFY(names.size() > 80);
    QVERIFY(names.contains("hset"));
    for (const QByteArray &name : names)
        QVERIFY2(!checkAllowed(wordsOf(name), false), name.constData());
}

void TestAllowList::noDangerousCommandOfTheServerIsEverSent()
{
    const auto server = PrivateServer::start();
    QVERIFY2(server, test::why(server));
    const QByteArrayList names
        = test::redisCli(server->url(), {"COMMAND", "LIST", "FILTERBY", "ACLCAT", "dangerous"}).split('\n');
    QVERIFY(names.size() > 50);
    QVERIFY(names.contains("flushall"));
    for (const QByteArray &name : names) {
        if (name != "info" && name != "role") // dangerous only because they tell much
            QVERIFY2(!checkAllowed(wordsOf(name), true), name.constData());
    }
}

void TestAllowList::everyCommandOfTheServerIsTried_data()
{
    QTest::addColumn<bool>("writable");
    QTest::newRow("reading") << false;
    QTest::newRow("storing") << true;
}

void TestAllowList::everyCommandOfTheServerIsTried()
{
    QFETCH(const bool, writable);
    const auto server = PrivateServer::start();
    QVERIFY2(server, test::why(server));
    // With all subcommands, "config|set".
    const QByteArrayList names
        = test::redisCli(server->url(), {"COMMAND", "LIST", "FILTERBY", "PATTERN", "*"}).split('\n');
    QVERIFY(names.size() > 350);
    QVERIFY(names.contains("flushall") && names.contains("config|set"));
    const QByteArrayList writes
        = test::redisCli(server->url(), {"COMMAND", "LIST", "FILTERBY", "ACLCAT", "write"}).split('\n');
    test::redisCli(server->url(), {"CONFIG", "RESETSTAT"});
    qsizetype sent = 0;
    for (const QByteArray &name : names) {
        // A session for each: SUBSCRIBE and MULTI change what a session is.
        auto session = RedisConnection::open(server->url(), {.writable = writable});
        QVERIFY2(session, test::why(session));
        CommandArgs command = wordsOf(name);
        command.emplace_back("execution_report:x");
        const auto answer = session->call(command);
        const bool refused = !answer
            && (answer.error().detail.contains(u"never sends") || answer.error().code == RedisErrorCode::ReadOnly);
        QCOMPARE(!refused, checkAllowed(command, writable).has_value());
        sent += refused ? 0 : 1;
    }
    QVERIFY(sent > 30 && sent < 60);
    // What the server itself has seen since: "cmdstat_config|resetstat:calls=1,…", rejected ones too.
    for (const QByteArray &line : test::redisCli(server->url(), {"INFO", "commandstats"}).split('\n')) {
        const QByteArray name = line.mid(8, line.indexOf(':') - 8);
        if (!line.startsWith("cmdstat_") || name == "config|resetstat")
            continue;
        QVERIFY2(checkAllowed(wordsOf(name), writable), name.constData());
        QVERIFY2(writable || !writes.contains(name), name.constData());
    }
    QCOMPARE(test::redisCli(server->url(), {"DBSIZE"}), QByteArray("0"));
}

void TestAllowList::refusesBeforeAnythingIsSent()
{
    const auto server = PrivateServer::start();
    QVERIFY2(server, test::why(server));
    QCOMPARE(test::redisCli(server->url(), {"SET", "kept", "1"}), QByteArray("OK"));
    for (const bool writable : {false, true}) {
        auto connection = RedisConnection::open(server->url(), {.writable = writable});
        QVERIFY2(connection, test::why(connection));
        QCOMPARE(connection->isWritable(), writable);
        QCOMPARE(connection->call({"FLUSHALL"}).error().code, RedisErrorCode::Usage);
        QCOMPARE(connection->send({"FLUSHALL"}).error().code, RedisErrorCode::Usage);
        QCOMPARE(connection->pipeline({{"PING"}, {"FLUSHALL"}}).error().code, RedisErrorCode::Usage);
        QCOMPARE(connection->pending(), 0);
        QVERIFY(connection->isOpen());
        QCOMPARE(connection->call({"EXISTS", "kept"}).value(), RedisReply{qint64{1}});

        const auto stored = connection->call({"HSET", "hash", "field", "value"});
        QCOMPARE(stored.has_value(), writable);
        if (!writable) {
            QCOMPARE(stored.error().code, RedisErrorCode::ReadOnly);
            QCOMPARE(stored.error().command, QByteArray("HSET"));
            QCOMPARE(connection->call({"EXISTS", "hash"}).value(), RedisReply{qint64{0}});
        }
    }
}

QTEST_GUILESS_MAIN(TestAllowList)
#include "tst_allowlist.moc"
