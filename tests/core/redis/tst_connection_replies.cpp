// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include "core/redis/privateserver.h"

#include "tests/support/fakeredisserver.h"
#include "tests/support/why.h"

#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

using namespace arbscope;
using namespace std::chrono_literals;
using test::FakeClient;
using test::FakeRedisServer;
using test::why;

// Broken, strange, late and unasked replies: none may be taken for the answer to a request.
class TestConnectionReplies : public QObject
{
    Q_OBJECT

private slots:
    void diesInMidReply_data();
    void diesInMidReply();
    void killedServer();
    void garbage_data();
    void garbage();
    void strangersAreNamed_data();
    void strangersAreNamed();
    void lateReplyNeverAnswersTheNextRequest();
    void unaskedReplyNeverAnswersTheNextRequest_data();
    void unaskedReplyNeverAnswersTheNextRequest();
    void endWhileIdleIsNoticedBeforeSending();
    void slowReplyIsNoTimeOut();
};

void TestConnectionReplies::diesInMidReply_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("reset");
    QTest::newRow("before the reply") << QByteArray() << false;
    QTest::newRow("in a bulk string") << QByteArray("$100\r\nabc") << false;
    QTest::newRow("in a length") << QByteArray("$10") << false;
    QTest::newRow("in an array") << QByteArray("*2\r\n$1\r\na\r\n") << false;
    QTest::newRow("in a line") << QByteArray("+PON") << false;
    QTest::newRow("reset before the reply") << QByteArray() << true;
    QTest::newRow("reset in the reply") << QByteArray("$100\r\nabc") << true;
}

void TestConnectionReplies::diesInMidReply()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, reset);
    const FakeRedisServer server([&](FakeClient &client) {
        if (client.nextCommand())
            client.send(bytes);
        if (reset)
            client.reset();
    });
    auto connection = RedisConnection::open(server.url(), {});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->call({"PING"}).error().code, RedisErrorCode::Closed);
    QVERIFY(!connection->isOpen());
    QCOMPARE(connection->call({"PING"}).error().code, RedisErrorCode::Closed);
}

void TestConnectionReplies::killedServer()
{
    const auto server = PrivateServer::start();
    QVERIFY2(server, why(server));
    auto connection = RedisConnection::open(server->url(), {});
    QVERIFY2(connection, why(connection));
    QCOMPARE(::kill(static_cast<pid_t>(server->processId()), SIGSTOP), 0);
    QVERIFY(connection->send({"PING"}));
    QCOMPARE(::kill(static_cast<pid_t>(server->processId()), SIGKILL), 0);
    QCOMPARE(connection->receive().error().code, RedisErrorCode::Closed);
    // The kernel takes the dead process's sockets apart one by one.
    QTRY_COMPARE(RedisConnection::open(server->url(), {}).error().code, RedisErrorCode::Refused);
}

void TestConnectionReplies::garbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("What?\r\n");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("a string of 9 EB") << QByteArray("$9000000000000000000\r\n");
    QTest::newRow("a string of -5") << QByteArray("$-5\r\n");
    QTest::newRow("an array of 2 billion") << QByteArray("*2000000000\r\n");
    QTest::newRow("a line without end") << QByteArray("+" + QByteArray(1'000'000, 'x'));
    QTest::newRow("after a good element") << QByteArray("*2\r\n:1\r\n!!!");
}

void TestConnectionReplies::garbage()
{
    QFETCH(QByteArray, bytes);
    const FakeRedisServer inSession([&](FakeClient &client) {
        if (client.nextCommand())
            client.send(bytes);
        client.hold();
    });
    auto connection = RedisConnection::open(inSession.url(), {});
    QVERIFY2(connection, why(connection));
    const auto reply = connection->call({"PING"});
    QCOMPARE(reply.error().code, RedisErrorCode::Protocol);
    QVERIFY(!reply.error().detail.isEmpty());
    QVERIFY(!connection->isOpen());

    const FakeRedisServer atOnce([&](FakeClient &client) {
        client.send(bytes);
        client.hold();
    });
    QCOMPARE(RedisConnection::open(atOnce.url(), {}).error().code, RedisErrorCode::Protocol);
}

void TestConnectionReplies::strangersAreNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("TLS") << QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7) << QStringLiteral("rediss://");
    QTest::newRow("web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n") << QStringLiteral("web server");
    QTest::newRow("hangs up") << QByteArray() << QStringLiteral("rediss://");
}

void TestConnectionReplies::strangersAreNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const FakeRedisServer server([&](FakeClient &client) {
        if (client.readCommand())
            client.send(bytes);
    });
    const auto connection = RedisConnection::open(server.url(), {});
    QVERIFY(!connection);
    QVERIFY2(connection.error().message().contains(words), why(connection));
}

void TestConnectionReplies::lateReplyNeverAnswersTheNextRequest()
{
    std::atomic<bool> late = false;
    const FakeRedisServer server([&](FakeClient &client) {
        while (const auto command = client.nextCommand()) {
            if (command->at(1) == "slow") {
                late.wait(false);
                client.send("$4\r\nslow\r\n");
            } else {
                client.send("$5\r\nquick\r\n");
            }
        }
    });
    auto connection = RedisConnection::open(server.url(), {.replyTimeout = 100ms});
    QVERIFY2(connection, why(connection));
    const auto given = connection->call({"PING", "slow"});
    late = true;
    late.notify_all();
    QCOMPARE(given.error().code, RedisErrorCode::TimedOut);
    QVERIFY(!connection->isOpen());
    QCOMPARE(connection->call({"PING", "quick"}).error().code, RedisErrorCode::Closed);
    connection = RedisConnection::open(server.url(), {});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->call({"PING", "quick"}).value(), RedisReply{QByteArray("quick")});
}

void TestConnectionReplies::unaskedReplyNeverAnswersTheNextRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a second reply") << QByteArray("+one\r\n+two\r\n");
    QTest::newRow("half a reply") << QByteArray("+one\r\n$1");
    QTest::newRow("a byte") << QByteArray("+one\r\n+");
}

void TestConnectionReplies::unaskedReplyNeverAnswersTheNextRequest()
{
    QFETCH(QByteArray, bytes);
    const FakeRedisServer server([&](FakeClient &client) {
        while (client.nextCommand())
            client.send(bytes);
    });
    auto connection = RedisConnection::open(server.url(), {});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->call({"PING"}).value(), RedisReply{RedisStatus{"one"}});
    QCOMPARE(connection->call({"PING"}).error().code, RedisErrorCode::Protocol);
    QVERIFY(!connection->isOpen());
}

void TestConnectionReplies::endWhileIdleIsNoticedBeforeSending()
{
    auto server = PrivateServer::start();
    QVERIFY2(server, why(server));
    auto connection = RedisConnection::open(server->url(), {});
    QVERIFY2(connection, why(connection));
    server->stop();
    QCOMPARE(connection->send({"PING"}).error().code, RedisErrorCode::Closed);
    QVERIFY(!connection->isOpen());
    QCOMPARE(connection->pending(), 0);
}

void TestConnectionReplies::slowReplyIsNoTimeOut()
{
    // Each byte within the deadline, all of them together not: bytes are progress.
    const QByteArray body(50, 'x');
    const FakeRedisServer server([&](FakeClient &client) {
        if (!client.nextCommand())
            return;
        for (const char byte : QByteArray("$50\r\n" + body + "\r\n")) {
            std::this_thread::sleep_for(50ms); // the pace is what is tested
            client.send(QByteArray(1, byte));
        }
        client.hold();
    });
    auto connection = RedisConnection::open(server.url(), {.replyTimeout = 2s});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->call({"PING"}).value(), RedisReply{body});
}

QTEST_GUILESS_MAIN(TestConnectionReplies)
#include "tst_connection_replies.moc"
