// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include "tests/support/fakeredisserver.h"
#include "tests/support/rediscli.h"
#include "tests/support/testcertificates.h"
#include "tests/support/threadedsession.h"
#include "tests/support/tlsserver.h"
#include "tests/support/why.h"

#include <QTest>

#include <csignal>
#include <thread>

using namespace arbscope;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::why;

class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void talksEncrypted();
    void largeValuesAndFullBuffers();
    void refusesBadCertificates_data();
    void refusesBadCertificates();
    void clientCertificates_data();
    void clientCertificates();
    void badFiles_data();
    void badFiles();
    void plainServerOnTheTlsPort_data();
    void plainServerOnTheTlsPort();
    void tlsServerOnThePlainPort();
    void frozenServer();
    void cancelsTheHandshake();
    void noticesTheEnd();
    void worksInThreadsWithoutAnEventLoop();

private:
    [[nodiscard]] ConnectionOptions trusting() const { return {.caFile = m_certificates.authority()}; }

    test::TestCertificates m_certificates;
    test::TestCertificates m_others; ///< an authority that nobody trusts
    test::TestCertificates::Pair m_good;
    std::optional<test::TlsServer> m_server;
};

void TestTls::initTestCase()
{
    m_good = m_certificates.sign(u"good"_s, u"DNS:localhost,IP:127.0.0.1"_s);
    auto server = test::startTlsServer(m_good);
    QVERIFY2(server, why(server));
    m_server = std::move(*server);
}

void TestTls::talksEncrypted()
{
    for (const QString &host : {u"localhost"_s, u"127.0.0.1"_s}) {
        RedisUrl url = m_server->tls;
        url.endpoints.front().host = host;
        auto connection = RedisConnection::open(url, trusting());
        QVERIFY2(connection, why(connection));
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(connection->call({"PING", QByteArray::number(i)}).value(), RedisReply{QByteArray::number(i)});
    }
}

void TestTls::largeValuesAndFullBuffers()
{
    ConnectionOptions options = trusting();
    options.writable = true;
    auto connection = RedisConnection::open(m_server->tls, options);
    QVERIFY2(connection, why(connection));
    QByteArray value(20'000'000, 'x');
    for (qsizetype i = 0; i < value.size(); i += 1009)
        value[i] = static_cast<char>(i);
    QVERIFY(connection->call({"HSET", "h", "f", value}));
    QVERIFY(connection->call({"HGET", "h", "f"}).value() == RedisReply{value});

    const QByteArray echo(1'000'000, 'e');
    const auto replies = connection->pipeline(std::vector<CommandArgs>(30, CommandArgs{"PING", echo}));
    QVERIFY2(replies, why(replies));
    for (const RedisReply &reply : *replies)
        QVERIFY(reply == RedisReply{echo});
}

void TestTls::refusesBadCertificates_data()
{
    QTest::addColumn<test::TestCertificates::Pair>("certificate");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown authority") << m_others.sign(u"theirs"_s, u"DNS:localhost"_s) << m_certificates.authority()
                                       << u"not signed by a trusted authority"_s;
    QTest::newRow("not of the system's authorities") << m_good << QString() << u"not signed by a trusted authority"_s;
    QTest::newRow("another host") << m_certificates.sign(u"other"_s, u"DNS:store.example,IP:127.0.0.2"_s)
                                  << m_certificates.authority() << u"not for the host name localhost"_s;
    QTest::newRow("expired") << m_certificates.sign(u"old"_s, u"DNS:localhost"_s, -1) << m_certificates.authority()
                             << u"the certificate expired on "_s;
}

void TestTls::refusesBadCertificates()
{
    QFETCH(test::TestCertificates::Pair, certificate);
    QFETCH(QString, caFile);
    QFETCH(QString, words);
    const auto server = test::startTlsServer(certificate);
    QVERIFY2(server, why(server));
    const auto connection = RedisConnection::open(server->tls, {.caFile = caFile});
    QCOMPARE(connection.error().code, RedisErrorCode::Tls);
    QVERIFY2(connection.error().message().contains(words), why(connection));
}

void TestTls::clientCertificates_data()
{
    QTest::addColumn<test::TestCertificates::Pair>("client");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("good") << m_certificates.sign(u"client"_s, u"DNS:client"_s) << QString() << true;
    QTest::newRow("with passphrase") << m_certificates.sign(u"locked"_s, u"DNS:client"_s, 30, u"open sesame"_s)
                                     << u"open sesame"_s << true;
    QTest::newRow("none") << test::TestCertificates::Pair{} << QString() << false;
    QTest::newRow("of another authority") << m_others.sign(u"client"_s, u"DNS:client"_s) << QString() << false;
}

void TestTls::clientCertificates()
{
    QFETCH(test::TestCertificates::Pair, client);
    QFETCH(QString, passphrase);
    QFETCH(bool, accepted);
    const auto server = test::startTlsServer(m_good, m_certificates.authority());
    QVERIFY2(server, why(server));
    ConnectionOptions options = trusting();
    options.certificateFile = client.certificate;
    options.keyFile = client.key;
    options.keyPassphrase = passphrase;
    const auto connection = RedisConnection::open(server->tls, options);
    if (accepted) {
        QVERIFY2(connection, why(connection));
    } else {
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, RedisErrorCode::Tls);
        QVERIFY2(connection.error().message().contains(u"certificate"), why(connection));
    }
}

void TestTls::badFiles_data()
{
    QTest::addColumn<ConnectionOptions>("options");
    QTest::addColumn<QString>("words");
    const auto locked = m_certificates.sign(u"locked2"_s, u"DNS:client"_s, 30, u"open sesame"_s);
    QTest::newRow("no CA file") << ConnectionOptions{.caFile = u"/nonexistent/ca.crt"_s} << u"/nonexistent/ca.crt"_s;
    QTest::newRow("CA file without certificate")
        << ConnectionOptions{.caFile = m_good.key} << u"holds no certificate"_s;
    QTest::newRow("certificate without key")
        << ConnectionOptions{.certificateFile = m_good.certificate} << u"both its file and its key's file"_s;
    QTest::newRow("key without certificate")
        << ConnectionOptions{.keyFile = m_good.key} << u"both its file and its key's file"_s;
    QTest::newRow("wrong passphrase") << ConnectionOptions{.certificateFile = locked.certificate,
                                                           .keyFile = locked.key,
                                                           .keyPassphrase = u"sesame"_s}
                                      << u"with this passphrase"_s;
    QTest::newRow("key that is none") << ConnectionOptions{.certificateFile = m_good.certificate,
                                                           .keyFile = m_good.certificate}
                                      << u"holds no private key"_s;
    QTest::newRow("key of another certificate")
        << ConnectionOptions{.certificateFile = m_good.certificate,
                             .keyFile = m_certificates.sign(u"x"_s, u"DNS:x"_s).key}
        << u"do not belong together"_s;
}

void TestTls::badFiles()
{
    QFETCH(ConnectionOptions, options);
    QFETCH(QString, words);
    const auto connection = RedisConnection::open(m_server->tls, options);
    QVERIFY2(connection.error().message().contains(words), why(connection));
    QCOMPARE(connection.error().code, RedisErrorCode::Usage);
    QVERIFY(!connection.error().message().contains(u"sesame"));
}

void TestTls::plainServerOnTheTlsPort_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("answers") << QByteArray("-ERR unknown command\r\n");
    QTest::newRow("hangs up") << QByteArray();
}

void TestTls::plainServerOnTheTlsPort()
{
    QFETCH(QByteArray, answer);
    const test::FakeRedisServer server([&](test::FakeClient &client) {
        client.waitForBytes();
        client.send(answer);
    });
    RedisUrl url = server.url();
    url.tls = true;
    const auto connection = RedisConnection::open(url, trusting());
    QCOMPARE(connection.error().code, RedisErrorCode::Tls);
    QVERIFY2(connection.error().message().contains(u"without TLS"), why(connection));

    // A real one takes the greeting for the beginning of a line and waits for its end, or calls it an error.
    url = m_server->plain;
    url.tls = true;
    ConnectionOptions options = trusting();
    options.connectTimeout = 1500ms;
    const auto real = RedisConnection::open(url, options);
    QVERIFY(!real);
    QVERIFY2(real.error().message().contains(u"without TLS"), why(real));
}

void TestTls::tlsServerOnThePlainPort()
{
    RedisUrl url = m_server->tls;
    url.tls = false;
    const auto connection = RedisConnection::open(url, {});
    QVERIFY(!connection);
    QVERIFY2(connection.error().message().contains(u"rediss://"), why(connection));
}

void TestTls::frozenServer()
{
    const auto server = test::startTlsServer(m_good);
    QVERIFY2(server, why(server));
    ConnectionOptions options = trusting();
    options.replyTimeout = 100ms;
    options.connectTimeout = 5s;
    auto connection = RedisConnection::open(server->tls, options);
    QVERIFY2(connection, why(connection));
    const auto process = static_cast<pid_t>(server->server.processId());
    QCOMPARE(::kill(process, SIGSTOP), 0);
    QCOMPARE(connection->call({"PING"}).error().code, RedisErrorCode::TimedOut);
    QVERIFY(!connection->isOpen());
    options.connectTimeout = 100ms;
    const auto again = RedisConnection::open(server->tls, options);
    QCOMPARE(again.error().code, RedisErrorCode::TimedOut);
    QCOMPARE(::kill(process, SIGCONT), 0);
}

void TestTls::cancelsTheHandshake()
{
    const test::FakeRedisServer server([](test::FakeClient &client) { client.hold(); });
    RedisUrl url = server.url();
    url.tls = true;
    ConnectionOptions options = trusting();
    options.connectTimeout = 1h;
    std::stop_source source;
    const std::jthread canceller([&] {
        while (server.clients() == 0)
            std::this_thread::yield();
        source.request_stop();
    });
    const auto connection = RedisConnection::open(url, options, source.get_token());
    QCOMPARE(connection.error().code, RedisErrorCode::Cancelled);
}

void TestTls::noticesTheEnd()
{
    auto server = test::startTlsServer(m_good);
    QVERIFY2(server, why(server));
    auto idle = RedisConnection::open(server->tls, trusting());
    auto waiting = RedisConnection::open(server->tls, trusting());
    QVERIFY(idle && waiting);
    QCOMPARE(::kill(static_cast<pid_t>(server->server.processId()), SIGSTOP), 0);
    QVERIFY(waiting->send({"PING"}));
    server->server.stop();
    QCOMPARE(waiting->receive().error().code, RedisErrorCode::Closed);
    QCOMPARE(idle->send({"PING"}).error().code, RedisErrorCode::Closed);
    QVERIFY(!idle->isOpen() && !waiting->isOpen());
}

void TestTls::worksInThreadsWithoutAnEventLoop()
{
    test::worksInThreads(m_server->tls, trusting());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
