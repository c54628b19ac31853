// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"
#include "core/redis/privateserver.h"
#include "core/redis/sshtunnel.h"

#include "tests/support/holder.h"
#include "tests/support/sshserver.h"
#include "tests/support/testcertificates.h"
#include "tests/support/tlsserver.h"
#include "tests/support/why.h"

#include <QFileInfo>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <optional>
#include <thread>

using namespace arbscope;

namespace {

RedisUrl onPort(quint16 port, const QString &host = QStringLiteral("127.0.0.1"))
{
    RedisUrl url;
    url.endpoints = {{.host = host, .port = port}};
    return url;
}

} // namespace

class TestSshTunnel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void carriesASession_data() const;
    void carriesASession();
    void refusals_data() const;
    void refusals();
    void sessionsOfAnAccountWithPassword();
    void verifiesTheStoresOwnName();
    void needsTheProgram();
    void isCancelledAndTimesOut();
    void endsWithItsObject();
    void endsWhenItsProcessIsKilled();
    void anEndedSshIsNoticed();

private:
    SshTunnelOptions through(const QString &destination) const
    {
        return {.destination = destination, .configFile = m_ssh->configFile()};
    }
    Result<SshTunnel> openTunnel() const { return SshTunnel::open(onPort(m_port), through(QStringLiteral("store"))); }

    std::optional<test::SshServer> m_ssh;
    std::optional<PrivateServer> m_redis;
    quint16 m_port = 0;
};

void TestSshTunnel::initTestCase()
{
    m_ssh = test::SshServer::start();
    m_port = test::freePort();
    auto redis = PrivateServer::start({QStringLiteral("--bind"), QStringLiteral("127.0.0.1"), QStringLiteral("--port"),
                                       QString::number(m_port), QStringLiteral("--user"), QStringLiteral("desk"),
                                       QStringLiteral("on"), QStringLiteral(">open:sesame"), QStringLiteral("~*"),
                                       QStringLiteral("+@all")});
    QVERIFY2(redis, test::why(redis));
    m_redis = std::move(*redis);
}

void TestSshTunnel::carriesASession_data() const
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("bySocket");
    QTest::newRow("port") << QStringLiteral("store") << QStringLiteral("127.0.0.1") << false;
    QTest::newRow("host name") << QStringLiteral("store") << QStringLiteral("localhost") << false;
    QTest::newRow("port of ssh") << QStringLiteral("store:%1").arg(m_ssh->port()) << QStringLiteral("127.0.0.1")
                                 << false;
    QTest::newRow("URL of ssh") << QStringLiteral("ssh://store:%1").arg(m_ssh->port()) << QStringLiteral("127.0.0.1")
                                << false;
    QTest::newRow("socket") << QStringLiteral("store") << QString() << true;
    QTest::newRow("jump host") << QStringLiteral("jumped") << QStringLiteral("127.0.0.1") << false;
}

void TestSshTunnel::carriesASession()
{
    QFETCH(const QString, destination);
    QFETCH(const QString, host);
    QFETCH(const bool, bySocket);
    const auto tunnel = SshTunnel::open(bySocket ? m_redis->url() : onPort(m_port, host), through(destination));
    QVERIFY2(tunnel, test::why(tunnel));
    QVERIFY(tunnel->isAlive());
    QVERIFY(tunnel->url().isLocal());
    auto session = RedisConnection::open(tunnel->url(), {});
    QVERIFY2(session, test::why(session));
    const auto info = session->call({"INFO", "server"});
    QVERIFY2(info, test::why(info));
    QVERIFY(info->bulk()->contains(QByteArray("process_id:" + QByteArray::number(m_redis->processId()))));
    auto other = RedisConnection::open(tunnel->url(), {});
    QVERIFY2(other, test::why(other));
    QVERIFY(other->call({"PING"}) && session->call({"PING"}));
}

void TestSshTunnel::refusals_data() const
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("store");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const QString here = QStringLiteral("redis://127.0.0.1:%1").arg(m_port);
    const auto row = [](const char *name, const char *destination, const QString &store, RedisErrorCode code,
                        const char *words) {
        QTest::newRow(name) << QString::fromLatin1(destination) << store << int(code) << QString::fromLatin1(words);
    };
    row("key not authorized", "nobody", here, RedisErrorCode::Unreachable, "Permission denied (publickey");
    row("host not known", "stranger", here, RedisErrorCode::Unreachable, "Host key verification failed");
    row("no sshd there", "closed", here, RedisErrorCode::Unreachable, "Connection refused");
    row("no store there", "store", QStringLiteral("redis://127.0.0.1:%1").arg(test::freePort()),
        RedisErrorCode::Refused, "Connection refused");
    row("no socket there", "store", QStringLiteral("unix:///nonexistent/redis.sock"), RedisErrorCode::Refused,
        "open failed");
    row("an option in place of a host", "-oProxyCommand=touch /tmp/owned", here, RedisErrorCode::Usage,
        "no SSH destination");
    row("no destination", "", here, RedisErrorCode::Usage, "no SSH destination");
    row("no TLS store there", "store", QStringLiteral("rediss://127.0.0.1:%1").arg(test::freePort()),
        RedisErrorCode::Refused, "Connection refused");
    row("cluster", "store", QStringLiteral("redis-cluster://127.0.0.1:6379"), RedisErrorCode::Unsupported, "Cluster");
}

void TestSshTunnel::refusals()
{
    QFETCH(const QString, destination);
    QFETCH(const QString, store);
    QFETCH(const int, code);
    QFETCH(const QString, words);
    const auto url = RedisUrl::parse(store);
    QVERIFY(url);
    const auto tunnel = SshTunnel::open(*url, through(destination));
    QVERIFY(!tunnel);
    QCOMPARE(int(tunnel.error().code), code);
    QVERIFY2(tunnel.error().detail.contains(words), test::why(tunnel));
    QVERIFY2(!tunnel.error().detail.contains(u"ssh: ssh: "), test::why(tunnel));
}

void TestSshTunnel::sessionsOfAnAccountWithPassword()
{
    RedisUrl store = onPort(m_port);
    store.user = QStringLiteral("desk");
    store.password = QStringLiteral("open:sesame");
    store.database = 3;
    const auto tunnel = SshTunnel::open(store, through(QStringLiteral("store")));
    QVERIFY2(tunnel, test::why(tunnel));
    QCOMPARE(tunnel->url().database, 3);
    const auto session = RedisConnection::open(tunnel->url(), {});
    QVERIFY2(session, test::why(session));
    RedisUrl wrong = tunnel->url();
    wrong.password = QStringLiteral("no");
    const auto refused = RedisConnection::open(wrong, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RedisErrorCode::Authentication);
}

void TestSshTunnel::verifiesTheStoresOwnName()
{
    const test::TestCertificates certificates;
    const auto server = test::startTlsServer(
        certificates.sign(QStringLiteral("store"), QStringLiteral("DNS:localhost,DNS:store.example")));
    QVERIFY2(server, test::why(server));
    SshTunnelOptions options = through(QStringLiteral("store"));
    options.session.caFile = certificates.authority();
    const auto tunnel = SshTunnel::open(server->tls, options);
    QVERIFY2(tunnel, test::why(tunnel));
    QCOMPARE(tunnel->url().display(), server->tls.display());
    auto session = RedisConnection::open(tunnel->url(), options.session);
    QVERIFY2(session, test::why(session));
    const auto info = session->call({"INFO", "server"});
    QVERIFY2(info, test::why(info));
    QVERIFY(info->bulk()->contains(QByteArray("process_id:" + QByteArray::number(server->server.processId()))));

    RedisUrl byAddress = server->tls; // the certificate is not for this name
    byAddress.endpoints.front().host = QStringLiteral("127.0.0.1");
    const auto other = SshTunnel::open(byAddress, options);
    QVERIFY2(other, test::why(other));
    const auto refused = RedisConnection::open(other->url(), options.session);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RedisErrorCode::Tls);
    QCOMPARE(RedisConnection::open(tunnel->url(), {}).error().code, RedisErrorCode::Tls); // nor is its signer known
}

void TestSshTunnel::needsTheProgram()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nonexistent");
    const auto tunnel = openTunnel();
    qputenv("PATH", path);
    QVERIFY(!tunnel);
    QVERIFY2(tunnel.error().detail.contains(u"ssh is not installed"), test::why(tunnel));
}

void TestSshTunnel::isCancelledAndTimesOut()
{
    QTcpServer silent; // takes connections and never says a word
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    SshTunnelOptions options = through(QStringLiteral("ssh://127.0.0.1:%1").arg(silent.serverPort()));
    std::stop_source source;
    std::thread canceller([&source] { source.request_stop(); });
    const auto cancelled = SshTunnel::open(onPort(m_port), options, source.get_token());
    canceller.join();
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, RedisErrorCode::Cancelled);

    options.timeout = std::chrono::milliseconds(300);
    const auto late = SshTunnel::open(onPort(m_port), options);
    QVERIFY(!late);
    QCOMPARE(late.error().code, RedisErrorCode::TimedOut);
}

void TestSshTunnel::endsWithItsObject()
{
    qint64 processId = 0;
    QString directory;
    {
        auto tunnel = openTunnel();
        QVERIFY2(tunnel, test::why(tunnel));
        const SshTunnel moved = std::move(*tunnel);
        processId = moved.processId();
        directory = QFileInfo(moved.url().socketPath).path();
        QVERIFY(test::runs(processId));
        QVERIFY(moved.isAlive());
        QCOMPARE(QFileInfo(directory).permissions() & ~QFile::Permissions(0x7000),
                 QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
    }
    QVERIFY(!test::runs(processId));
    QVERIFY(!QFileInfo::exists(directory));
}

void TestSshTunnel::endsWhenItsProcessIsKilled()
{
    test::endsWithItsHolder(QStringLiteral("sshtunnel_holder"),
                            {onPort(m_port).display(), m_ssh->configFile(), QStringLiteral("store")});
}

void TestSshTunnel::anEndedSshIsNoticed()
{
    const auto tunnel = openTunnel();
    QVERIFY2(tunnel, test::why(tunnel));
    auto session = RedisConnection::open(tunnel->url(), {});
    QVERIFY2(session, test::why(session));
    QCOMPARE(::kill(static_cast<pid_t>(tunnel->processId()), SIGTERM), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!tunnel->isAlive(), 60000);
    const auto reply = session->call({"PING"});
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, RedisErrorCode::Closed);
}

QTEST_GUILESS_MAIN(TestSshTunnel)
#include "tst_sshtunnel.moc"
