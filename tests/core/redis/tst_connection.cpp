// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include "core/redis/privateserver.h"

#include "tests/support/fakeredisserver.h"
#include "tests/support/rediscli.h"
#include "tests/support/threadedsession.h"
#include "tests/support/why.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace arbscope;
using test::why;

class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void callsAnyBytes();
    void pipelinesInOrderWithErrorsInPlace();
    void keepsSeveralRequestsUnderWay();
    void refusesToMixUpReplies();
    void transactions();
    void selectsAndNamesItself();
    void largeValuesBothWays();
    void readsWhileBothSidesAreFull();
    void repliesCutAtEveryByte();
    void reachesASocketWithALongPath();
    void overTcpByNameAndAddress_data();
    void overTcpByNameAndAddress();
    void worksInThreadsWithoutAnEventLoop();
    void logsNoSecret();

private:
    std::optional<PrivateServer> m_server;
    ConnectionOptions m_writable{.writable = true};
};

void TestConnection::init()
{
    m_server.reset();
    auto server = PrivateServer::start();
    QVERIFY2(server, why(server));
    m_server = std::move(*server);
}

void TestConnection::callsAnyBytes()
{
    auto connection = RedisConnection::open(m_server->url(), m_writable);
    QVERIFY2(connection, why(connection));
    const QByteArray key("k: \r\n\0\xff\xf0\x9f\x98\x80", 11);
    const QByteArray value("<b>\0\"'\r\n$5\r\n", 12);
    QCOMPARE(connection->call({"HSETNX", key, "", value}).value(), RedisReply{qint64{1}});
    QCOMPARE(connection->call({"HGET", key, ""}).value(), RedisReply{value});
    QCOMPARE(connection->call({"HGET", key, "absent"}).value(), RedisReply{RedisNil{}});
    QCOMPARE(connection->call({"hget", key, "absent"}).value(), RedisReply{RedisNil{}});
    QCOMPARE(connection->url(), m_server->url());
}

void TestConnection::pipelinesInOrderWithErrorsInPlace()
{
    auto connection = RedisConnection::open(m_server->url(), m_writable);
    QVERIFY2(connection, why(connection));
    QVERIFY(connection->call({"ZADD", "z", "1", "a"}));
    const auto replies = connection->pipeline({{"ZCARD", "z"}, {"HGET", "z", "f"}, {"ZSCORE", "z", "a"}, {"PING"}});
    QVERIFY2(replies, why(replies));
    QCOMPARE(replies->size(), size_t{4});
    QCOMPARE(replies->at(0), RedisReply{qint64{1}});
    QVERIFY(replies->at(1).error() && replies->at(1).error()->text.startsWith("WRONGTYPE"));
    QCOMPARE(replies->at(2), RedisReply{QByteArray("1")});
    QCOMPARE(replies->at(3), RedisReply{RedisStatus{"PONG"}});
    QCOMPARE(connection->pipeline({}).value().size(), size_t{0});
    QVERIFY(connection->isOpen());
}

void TestConnection::keepsSeveralRequestsUnderWay()
{
    auto connection = RedisConnection::open(m_server->url(), {});
    QVERIFY2(connection, why(connection));
    for (int i = 0; i < 100; ++i)
        QVERIFY(connection->send({"PING", QByteArray::number(i)}));
    QCOMPARE(connection->pending(), 100);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(connection->receive().value(), RedisReply{QByteArray::number(i)});
    QVERIFY(connection->send({"HGET"}));
    for (int i = 50; i < 100; ++i)
        QCOMPARE(connection->receive().value(), RedisReply{QByteArray::number(i)});
    QVERIFY(connection->receive().value().error());
    QCOMPARE(connection->pending(), 0);
}

void TestConnection::refusesToMixUpReplies()
{
    auto connection = RedisConnection::open(m_server->url(), {});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->receive().error().code, RedisErrorCode::Usage);
    QVERIFY(connection->send({"PING", "first"}));
    QCOMPARE(connection->call({"PING", "second"}).error().code, RedisErrorCode::Usage);
    QCOMPARE(connection->pipeline({{"PING", "third"}}).error().code, RedisErrorCode::Usage);
    QCOMPARE(connection->receive().value(), RedisReply{QByteArray("first")});
    QCOMPARE(connection->call({"PING", "fourth"}).value(), RedisReply{QByteArray("fourth")});
    connection->close();
    QVERIFY(!connection->isOpen());
    QCOMPARE(connection->call({"PING"}).error().code, RedisErrorCode::Closed);
    QCOMPARE(connection->receive().error().code, RedisErrorCode::Closed);
}

void TestConnection::transactions()
{
    auto connection = RedisConnection::open(m_server->url(), m_writable);
    QVERIFY2(connection, why(connection));
    QVERIFY(connection->call({"WATCH", "h"}));
    QCOMPARE(test::redisCli(m_server->url(), {"HSET", "h", "f", "theirs"}), QByteArray("1"));
    const auto replies = connection->pipeline({{"MULTI"}, {"HSETNX", "h", "f", "ours"}, {"EXEC"}});
    QVERIFY2(replies, why(replies));
    QCOMPARE(replies->at(1), RedisReply{RedisStatus{"QUEUED"}});
    QVERIFY(replies->at(2).isNil());
    const auto again = connection->pipeline({{"MULTI"}, {"HSETNX", "h", "g", "ours"}, {"EXEC"}});
    QVERIFY2(again, why(again));
    QCOMPARE(again->at(2), RedisReply{RedisArray{{qint64{1}}}});
}

void TestConnection::selectsAndNamesItself()
{
    RedisUrl url = m_server->url();
    url.database = 9;
    auto connection = RedisConnection::open(url, m_writable);
    QVERIFY2(connection, why(connection));
    QVERIFY(connection->call({"HSET", "h", "f", "v"}));
    QCOMPARE(test::redisCli(url, {"EXISTS", "h"}), QByteArray("1"));
    QCOMPARE(test::redisCli(m_server->url(), {"EXISTS", "h"}), QByteArray("0"));
    QVERIFY(test::redisCli(url, {"CLIENT", "LIST"}).contains(" name=arbscope "));
}

void TestConnection::largeValuesBothWays()
{
    auto connection = RedisConnection::open(m_server->url(), m_writable);
    QVERIFY2(connection, why(connection));
    QByteArray value(20'000'000, 'x');
    for (qsizetype i = 0; i < value.size(); i += 1009)
        value[i] = static_cast<char>(i);
    QVERIFY(connection->call({"HSET", "h", "f", value}));
    const auto reply = connection->call({"HGET", "h", "f"});
    QVERIFY2(reply, why(reply));
    QVERIFY(*reply == RedisReply{value});
}

void TestConnection::readsWhileBothSidesAreFull()
{
    // A server that reads nothing more until its answer is taken: writing on without reading would block both for ever.
    for (const auto where : {test::FakeRedisServer::Listens::Tcp, test::FakeRedisServer::Listens::Unix}) {
        const test::FakeRedisServer server(
            [](test::FakeClient &client) {
                while (const auto command = client.nextCommand())
                    client.send("$" + QByteArray::number(command->at(1).size()) + "\r\n" + command->at(1) + "\r\n");
            },
            where);
        auto connection = RedisConnection::open(server.url(), {});
        QVERIFY2(connection, why(connection));
        const QByteArray echo(1'000'000, 'e');
        const auto replies = connection->pipeline(std::vector<CommandArgs>(40, CommandArgs{"PING", echo}));
        QVERIFY2(replies, why(replies));
        QCOMPARE(replies->size(), size_t{40});
        for (const RedisReply &reply : *replies)
            QVERIFY(reply == RedisReply{echo});
        for (int i = 0; i < 20; ++i)
            QVERIFY(connection->send({"PING", echo + QByteArray::number(i)}));
        for (int i = 0; i < 20; ++i)
            QVERIFY(connection->receive().value() == RedisReply{QByteArray(echo + QByteArray::number(i))});
    }
}

void TestConnection::repliesCutAtEveryByte()
{
    const test::FakeRedisServer server([](test::FakeClient &client) {
        while (client.nextCommand())
            client.sendByteByByte("*3\r\n$5\r\nhello\r\n$-1\r\n*2\r\n:-12\r\n-ERR no\r\n");
    });
    auto connection = RedisConnection::open(server.url(), {});
    QVERIFY2(connection, why(connection));
    const RedisReply expected{
        RedisArray{{QByteArray("hello")}, {}, {RedisArray{{qint64{-12}}, {RedisErrorReply{"ERR no"}}}}}};
    for (int i = 0; i < 5; ++i)
        QCOMPARE(connection->call({"PING"}).value(), expected);
}

void TestConnection::reachesASocketWithALongPath()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QString(150, u'x'));
    QVERIFY(QDir().mkpath(path));
    QVERIFY(QFile::link(m_server->url().socketPath, path + QStringLiteral("/redis.sock")));
    RedisUrl url;
    url.socketPath = path + QStringLiteral("/redis.sock");
    auto connection = RedisConnection::open(url, {});
    QVERIFY2(connection, why(connection));
    QVERIFY(connection->call({"PING"}));
}

void TestConnection::overTcpByNameAndAddress_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("IPv4") << QStringLiteral("127.0.0.1");
    QTest::newRow("name") << QStringLiteral("localhost"); // may also be ::1, where the fake does not listen
}

void TestConnection::overTcpByNameAndAddress()
{
    QFETCH(QString, host);
    const test::FakeRedisServer server([](test::FakeClient &client) {
        while (client.nextCommand())
            client.send("+PONG\r\n");
    });
    RedisUrl url = server.url();
    url.endpoints.front().host = host;
    auto connection = RedisConnection::open(url, {});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->call({"PING"}).value(), RedisReply{RedisStatus{"PONG"}});
}

void TestConnection::worksInThreadsWithoutAnEventLoop()
{
    test::worksInThreads(m_server->url());
}

namespace {

QByteArray logged;

void collect(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    logged += QByteArray(context.category) + ": " + text.toUtf8() + '\n';
}

} // namespace

void TestConnection::logsNoSecret()
{
    QCOMPARE(test::redisCli(m_server->url(), {"ACL", "SETUSER", "ann", "on", ">hunter2", "~*", "+@all"}),
             QByteArray("OK"));
    QLoggingCategory::setFilterRules(QStringLiteral("arbscope.redis.debug=true"));
    const auto before = qInstallMessageHandler(collect);
    RedisUrl url = m_server->url();
    url.user = QStringLiteral("ann");
    url.password = QStringLiteral("hunter2");
    auto connection = RedisConnection::open(url, {});
    const bool called = connection && connection->call({"HGET", "the secret key", "f"})
        && connection->call({"AUTH", "ann", "hunter2"});
    url.password = QStringLiteral("hunter22");
    const auto refused = RedisConnection::open(url, {});
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules(QString());
    QVERIFY2(called, why(connection));
    QCOMPARE(refused.error().code, RedisErrorCode::Authentication);
    QVERIFY2(logged.contains("arbscope.redis:") && logged.contains("HGET"), logged.constData());
    QVERIFY2(!logged.contains("hunter2") && !logged.contains("secret"), logged.constData());
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
