// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include "core/redis/privateserver.h"

#include "tests/support/fakeredisserver.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QProcess>
#include <QTest>

using namespace arbscope;
using namespace Qt::StringLiterals;
using test::why;

// What a healthy connection is told by a real server; a session survives each of these.
class TestConnectionErrors : public QObject
{
    Q_OBJECT

private slots:
    void wrongType();
    void passwords_data();
    void passwords();
    void permission();
    void loading();
    void readOnlyReplica();
    void outOfMemory();
    void busyScript();
    void tooManyClients();
    void protectedMode();
    void unknownDatabase();
    void severalServersAreNoConnection();
};

void TestConnectionErrors::wrongType()
{
    const auto server = PrivateServer::start();
    QVERIFY2(server, why(server));
    auto connection = RedisConnection::open(server->url(), {.writable = true});
    QVERIFY2(connection, why(connection));
    QVERIFY(connection->call({"HSET", "a hash", "f", "v"}));
    const auto reply = connection->call({"ZCARD", "a hash"});
    QCOMPARE(reply.error().code, RedisErrorCode::WrongType);
    QCOMPARE(reply.error().key, QByteArray("a hash"));
    QCOMPARE(reply.error().command, QByteArray("ZCARD"));
    QVERIFY(connection->isOpen());
    QVERIFY(connection->call({"PING"}));
}

void TestConnectionErrors::passwords_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("none") << QString() << QString() << false;
    QTest::newRow("right") << QString() << u"öpen %sesame"_s << true;
    QTest::newRow("wrong") << QString() << u"sesame"_s << false;
    QTest::newRow("user") << u"ann"_s << u"pw"_s << true;
    QTest::newRow("user, wrong password") << u"ann"_s << u"öpen %sesame"_s << false;
    QTest::newRow("user without password") << u"ann"_s << QString() << false;
    QTest::newRow("unknown user") << u"bob"_s << u"pw"_s << false;
    QTest::newRow("user who is off") << u"off"_s << u"pw"_s << false;
    QTest::newRow("user who needs none") << u"free"_s << QString() << true;
}

void TestConnectionErrors::passwords()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(bool, accepted);
    const QString users = u"--user ann on >pw ~* +@all --user off off >pw ~* +@all --user free on nopass ~* +@all"_s;
    const auto server = PrivateServer::start(users.split(u' ') + QStringList{u"--requirepass"_s, u"öpen %sesame"_s});
    QVERIFY2(server, why(server));
    RedisUrl url = server->url();
    url.user = user;
    url.password = password;
    const auto connection = RedisConnection::open(url, {});
    QCOMPARE(connection.has_value(), accepted);
    if (!accepted) {
        QCOMPARE(connection.error().code, RedisErrorCode::Authentication);
        QVERIFY(password.isEmpty() || !connection.error().message().contains(password));
    }
}

void TestConnectionErrors::permission()
{
    const auto server = PrivateServer::start(u"--user ann on >pw ~mine* +@all -hmget -client"_s.split(u' '));
    QVERIFY2(server, why(server));
    RedisUrl url = server->url();
    url.user = u"ann"_s;
    url.password = u"pw"_s;
    auto connection = RedisConnection::open(url, {}); // although it may not name itself
    QVERIFY2(connection, why(connection));
    const auto command = connection->call({"HMGET", "mine", "f"});
    QCOMPARE(command.error().code, RedisErrorCode::Permission);
    QCOMPARE(command.error().command, QByteArray("HMGET"));
    const auto key = connection->call({"HGET", "theirs", "f"});
    QCOMPARE(key.error().code, RedisErrorCode::Permission);
    QCOMPARE(key.error().key, QByteArray("theirs"));
    QVERIFY(connection->call({"HGET", "mine", "f"}));
}

void TestConnectionErrors::loading()
{
    const test::FakeRedisServer server([](test::FakeClient &client) {
        if (client.nextCommand())
            client.send("-LOADING Redis is loading the dataset in memory\r\n");
        if (client.nextCommand())
            client.send("+PONG\r\n");
        client.hold();
    });
    auto connection = RedisConnection::open(server.url(), {});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->call({"PING"}).error().code, RedisErrorCode::Loading);
    QVERIFY(connection->isOpen());
    QVERIFY(connection->call({"PING"}));
}

void TestConnectionErrors::readOnlyReplica()
{
    const auto server = PrivateServer::start({u"--replicaof"_s, u"127.0.0.1"_s, u"1"_s});
    QVERIFY2(server, why(server));
    auto connection = RedisConnection::open(server->url(), {.writable = true});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->call({"HSET", "h", "f", "v"}).error().code, RedisErrorCode::ReadOnly);
    QVERIFY(connection->call({"HGET", "h", "f"}));
}

void TestConnectionErrors::outOfMemory()
{
    const auto server = PrivateServer::start({u"--maxmemory"_s, u"1"_s});
    QVERIFY2(server, why(server));
    auto connection = RedisConnection::open(server->url(), {.writable = true});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->call({"HSET", "h", "f", "v"}).error().code, RedisErrorCode::OutOfMemory);
}

void TestConnectionErrors::busyScript()
{
    const auto server = PrivateServer::start({u"--busy-reply-threshold"_s, u"1"_s});
    QVERIFY2(server, why(server));
    auto connection = RedisConnection::open(server->url(), {});
    QVERIFY2(connection, why(connection));
    QProcess script;
    script.start(u"redis-cli"_s, {u"-s"_s, server->url().socketPath, u"EVAL"_s, u"while true do end"_s, u"0"_s});
    QVERIFY(script.waitForStarted());
    std::optional<RedisErrorCode> code;
    QTRY_VERIFY([&] {
        const auto pong = connection->call({"PING"});
        if (!pong)
            code = pong.error().code;
        return !pong;
    }());
    QCOMPARE(*code, RedisErrorCode::Busy);
    QCOMPARE(test::redisCli(server->url(), {"SCRIPT", "KILL"}), QByteArray("OK"));
    QVERIFY(script.waitForFinished());
    QVERIFY(connection->call({"PING"}));
}

void TestConnectionErrors::tooManyClients()
{
    const auto server = PrivateServer::start({u"--maxclients"_s, u"1"_s});
    QVERIFY2(server, why(server));
    std::optional<RedisConnection> first;
    QTRY_VERIFY([&] { // once the server has noticed that the one that waited for it is gone
        auto connection = RedisConnection::open(server->url(), {});
        if (connection)
            first = std::move(*connection);
        return first.has_value();
    }());
    const auto second = RedisConnection::open(server->url(), {});
    QCOMPARE(second.error().code, RedisErrorCode::Busy);
    QVERIFY2(second.error().message().contains(u"max number of clients"), why(second));
    QVERIFY(first->call({"PING"}));
}

void TestConnectionErrors::protectedMode()
{
    const test::FakeRedisServer server([](test::FakeClient &client) {
        client.send("-DENIED Redis is running in protected mode because protected mode is enabled\r\n");
    });
    const auto connection = RedisConnection::open(server.url(), {});
    QCOMPARE(connection.error().code, RedisErrorCode::Protected);
    QVERIFY2(connection.error().message().contains(u"protected mode"), why(connection));
}

void TestConnectionErrors::unknownDatabase()
{
    const auto server = PrivateServer::start();
    QVERIFY2(server, why(server));
    RedisUrl url = server->url();
    url.database = 99;
    const auto connection = RedisConnection::open(url, {});
    QCOMPARE(connection.error().code, RedisErrorCode::Server);
    QCOMPARE(connection.error().command, QByteArray("SELECT"));
    QVERIFY2(connection.error().message().contains(u"out of range"), why(connection));
}

void TestConnectionErrors::severalServersAreNoConnection()
{
    for (const QString &text : {u"redis-sentinel://127.0.0.1/m"_s, u"redis-cluster://127.0.0.1"_s}) {
        const auto connection = RedisConnection::open(RedisUrl::parse(text).value(), {});
        QCOMPARE(connection.error().code, RedisErrorCode::Usage); // but sessions
    }
}

QTEST_GUILESS_MAIN(TestConnectionErrors)
#include "tst_connection_errors.moc"
