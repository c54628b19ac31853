// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"
#include "core/redis/privateserver.h"
#include "core/redis/sharedtunnel.h"

#include "tests/support/sshserver.h"
#include "tests/support/why.h"

#include <QTest>

#include <csignal>
#include <optional>
#include <thread>

using namespace arbscope;

/// Connections whose options lead them through ssh.
class TestSharedTunnel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void connectionsShareOneAndEndIt();
    void databasesAndUsersStayTheirOwn();
    void threadsAtTheSameTimeShareOne();
    void aDeadOneIsReplaced();
    void aFailureHasSshsWords();
    void aWaitIsCancelled();

private:
    [[nodiscard]] ConnectionOptions through(const QString &destination) const
    {
        ConnectionOptions options;
        options.sshDestination = destination;
        options.sshConfigFile = m_ssh->configFile();
        return options;
    }
    [[nodiscard]] Result<RedisConnection> connect() const
    {
        return RedisConnection::open(m_url, through(QStringLiteral("store")));
    }
    /// Of the ssh that is there for the store; opens one where there is none.
    [[nodiscard]] qint64 sshProcess() const
    {
        const auto tunnel
            = sharedTunnel(m_url, {.destination = QStringLiteral("store"), .configFile = m_ssh->configFile()});
        return tunnel ? (*tunnel)->processId() : 0;
    }

    std::optional<test::SshServer> m_ssh;
    std::optional<PrivateServer> m_redis;
    RedisUrl m_url;
};

void TestSharedTunnel::initTestCase()
{
    m_ssh = test::SshServer::start();
    const quint16 port = test::freePort();
    auto redis = PrivateServer::start({QStringLiteral("--bind"), QStringLiteral("127.0.0.1"), QStringLiteral("--port"),
                                       QString::number(port), QStringLiteral("--user"), QStringLiteral("desk"),
                                       QStringLiteral("on"), QStringLiteral(">sesame"), QStringLiteral("~*"),
                                       QStringLiteral("+@all")});
    QVERIFY2(redis, test::why(redis));
    m_redis = std::move(*redis);
    m_url.endpoints = {{.host = QStringLiteral("127.0.0.1"), .port = port}};
}

void TestSharedTunnel::connectionsShareOneAndEndIt()
{
    auto first = connect();
    QVERIFY2(first, test::why(first));
    const qint64 ssh = sshProcess();
    QVERIFY(ssh > 0);
    auto second = connect();
    QVERIFY2(second, test::why(second));
    QCOMPARE(sshProcess(), ssh);
    QVERIFY(first->call({"PING"}) && second->call({"PING"}));
    first->close();
    QVERIFY(second->call({"PING"})); // still there for this one
    QCOMPARE(::kill(static_cast<pid_t>(ssh), 0), 0);
    second->close();
    QTRY_VERIFY(::kill(static_cast<pid_t>(ssh), 0) != 0);
}

void TestSharedTunnel::databasesAndUsersStayTheirOwn()
{
    RedisUrl other = m_url;
    other.user = QStringLiteral("desk");
    other.password = QStringLiteral("sesame");
    other.database = 3;
    auto first = connect();
    QVERIFY2(first, test::why(first));
    auto second = RedisConnection::open(other, through(QStringLiteral("store")));
    QVERIFY2(second, test::why(second));
    QCOMPARE(first->url().database, 0);
    QCOMPARE(second->url().database, 3);
    QCOMPARE(first->url(), m_url); // the store keeps its own name
    other.password = QStringLiteral("wrong");
    const auto third = RedisConnection::open(other, through(QStringLiteral("store")));
    QVERIFY(!third);
    QCOMPARE(third.error().code, RedisErrorCode::Authentication);
    ::kill(static_cast<pid_t>(sshProcess()), SIGKILL); // one ssh for both
    QTRY_VERIFY(!first->call({"PING"}) && !second->call({"PING"}));
}

void TestSharedTunnel::threadsAtTheSameTimeShareOne()
{
    std::vector<qint64> processes(4);
    {
        std::vector<std::jthread> threads;
        threads.reserve(processes.size());
        std::vector<Result<RedisConnection>> connections;
        std::mutex mutex;
        threads.reserve(processes.size());
        connections.reserve(processes.size());
        for (qint64 &process : processes) {
            threads.emplace_back([&] {
                auto connection = connect();
                const std::scoped_lock lock(mutex);
                if (connection)
                    process = sshProcess();
                connections.push_back(std::move(connection)); // holds it until all are there
            });
        }
        threads.clear();
    }
    QVERIFY(processes.front() > 0);
    for (const qint64 process : processes)
        QCOMPARE(process, processes.front());
}

void TestSharedTunnel::aDeadOneIsReplaced()
{
    auto first = connect();
    QVERIFY2(first, test::why(first));
    const qint64 ssh = sshProcess();
    ::kill(static_cast<pid_t>(ssh), SIGKILL);
    QTRY_VERIFY(!first->call({"PING"}));
    QTRY_VERIFY(sshProcess() != ssh); // the dead one is noticed as soon as its supervisor has seen it
    auto second = connect();
    QVERIFY2(second, test::why(second));
    QVERIFY(second->call({"PING"}));
}

void TestSharedTunnel::aFailureHasSshsWords()
{
    const auto nobody = RedisConnection::open(m_url, through(QStringLiteral("nobody")));
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, RedisErrorCode::Unreachable);
    QVERIFY2(nobody.error().detail.contains(u"Permission denied"), qPrintable(nobody.error().detail));
    QVERIFY(connect()); // and stands in nobody's way
}

void TestSharedTunnel::aWaitIsCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = RedisConnection::open(m_url, through(QStringLiteral("store")), stop.get_token());
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, RedisErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestSharedTunnel)
#include "tst_sharedtunnel.moc"
