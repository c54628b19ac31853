// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include "core/redis/filedescriptor.h"
#include "core/redis/privateserver.h"

#include "tests/support/fakeredisserver.h"
#include "tests/support/why.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <atomic>
#include <csignal>
#include <thread>
#include <vector>

using namespace arbscope;
using namespace std::chrono_literals;
using test::FakeClient;
using test::FakeRedisServer;
using test::why;

namespace {

// Far beyond what a test may take, for waits that something else must end.
constexpr auto longer = 1h;

RedisUrl tcp(quint16 port)
{
    RedisUrl url;
    url.endpoints = {{QStringLiteral("127.0.0.1"), port}};
    return url;
}

// A port that takes no more clients: its queue is full and nobody accepts, so a further SYN is never answered.
class BlackHole
{
public:
    BlackHole()
        : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto *generic = reinterpret_cast<sockaddr *>(&m_address);
        socklen_t size = sizeof m_address;
        m_ready = ::bind(m_listener.get(), generic, size) == 0 && ::listen(m_listener.get(), 0) == 0
            && ::getsockname(m_listener.get(), generic, &size) == 0;
        for (int i = 0; i < 4; ++i) {
            m_fillers.emplace_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
            // Those that fit are connected, the others stay under way for ever: both are meant.
            [[maybe_unused]] const int connected = ::connect(m_fillers.back().get(), generic, size);
        }
    }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] RedisUrl url() const { return tcp(ntohs(m_address.sin_port)); }

private:
    FileDescriptor m_listener;
    sockaddr_in m_address{};
    std::vector<FileDescriptor> m_fillers;
    bool m_ready = false;
};

// Uses the stop token once `waiting` is true and the call has had the time to begin its wait.
class Canceller
{
public:
    Canceller()
        : m_thread([this] {
            m_waiting.wait(false);
            std::this_thread::yield();
            m_source.request_stop();
        })
    { }
    std::stop_token token()
    {
        m_waiting = true;
        m_waiting.notify_one();
        return m_source.get_token();
    }

private:
    std::stop_source m_source;
    std::atomic<bool> m_waiting = false;
    std::jthread m_thread;
};

} // namespace

class TestConnectionFaults : public QObject
{
    Q_OBJECT

private slots:
    void notThere_data();
    void notThere();
    void refusedPort();
    void unknownHost();
    void blackHole();
    void fullUnixQueue();
    void silentInHandshake();
    void frozenServer();
    void cancelsEveryWait();
    void stopUsedBeforehandSendsNothing();
};

void TestConnectionFaults::notThere_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<RedisErrorCode>("code");
    QTest::newRow("no file") << QStringLiteral("/nonexistent/redis.sock") << RedisErrorCode::Unreachable;
    QTest::newRow("no directory of a long path")
        << QString(u'/' + QString(150, u'x') + QStringLiteral("/redis.sock")) << RedisErrorCode::Unreachable;
    QTest::newRow("name too long") << QString(QDir::tempPath() + u'/' + QString(200, u'x'))
                                   << RedisErrorCode::Unreachable;
    QTest::newRow("no socket") << QStringLiteral("/etc/passwd") << RedisErrorCode::Refused;
    QTest::newRow("directory") << QStringLiteral("/tmp") << RedisErrorCode::Refused;
}

void TestConnectionFaults::notThere()
{
    QFETCH(QString, path);
    QFETCH(RedisErrorCode, code);
    RedisUrl url;
    url.socketPath = path;
    const auto connection = RedisConnection::open(url, {});
    QCOMPARE(connection.error().code, code);
    QVERIFY2(connection.error().message().contains(path), why(connection));
}

void TestConnectionFaults::refusedPort()
{
    quint16 port = 0;
    {
        const FakeRedisServer server([](FakeClient &) { });
        port = server.url().endpoints.front().port;
    }
    const auto connection = RedisConnection::open(tcp(port), {});
    QCOMPARE(connection.error().code, RedisErrorCode::Refused);
    QVERIFY2(connection.error().message().contains(QString::number(port)), why(connection));
}

void TestConnectionFaults::unknownHost()
{
    RedisUrl url = tcp(6379);
    url.endpoints.front().host = QStringLiteral("no-such-host.invalid");
    const auto connection = RedisConnection::open(url, {.connectTimeout = 2s});
    // Without a network the look-up itself may not end in time.
    QVERIFY2(connection.error().code == RedisErrorCode::Unreachable
                 || connection.error().code == RedisErrorCode::TimedOut,
             why(connection));
    QVERIFY2(connection.error().message().contains(u"no-such-host.invalid"), why(connection));
    url.endpoints.front().host = QStringLiteral("a..b");
    QCOMPARE(RedisConnection::open(url, {}).error().code, RedisErrorCode::Unreachable);
}

void TestConnectionFaults::blackHole()
{
    const BlackHole hole;
    QVERIFY(hole.isReady());
    const auto connection = RedisConnection::open(hole.url(), {.connectTimeout = 100ms});
    QCOMPARE(connection.error().code, RedisErrorCode::TimedOut);

    Canceller canceller;
    const auto cancelled = RedisConnection::open(hole.url(), {.connectTimeout = longer}, canceller.token());
    QCOMPARE(cancelled.error().code, RedisErrorCode::Cancelled);
}

void TestConnectionFaults::fullUnixQueue()
{
    const QTemporaryDir directory;
    RedisUrl url;
    url.socketPath = directory.filePath(QStringLiteral("s"));
    const FileDescriptor listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(url.socketPath).constData(), sizeof address.sun_path);
    const auto *generic = reinterpret_cast<const sockaddr *>(&address);
    QCOMPARE(::bind(listener.get(), generic, sizeof address), 0);
    QCOMPARE(::listen(listener.get(), 0), 0);
    std::vector<FileDescriptor> fillers;
    do
        fillers.emplace_back(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    while (::connect(fillers.back().get(), generic, sizeof address) == 0);

    const auto connection = RedisConnection::open(url, {.connectTimeout = 100ms});
    QCOMPARE(connection.error().code, RedisErrorCode::TimedOut);
    Canceller canceller;
    const auto cancelled = RedisConnection::open(url, {.connectTimeout = longer}, canceller.token());
    QCOMPARE(cancelled.error().code, RedisErrorCode::Cancelled);
}

void TestConnectionFaults::silentInHandshake()
{
    const FakeRedisServer server([](FakeClient &client) { client.hold(); });
    QCOMPARE(RedisConnection::open(server.url(), {.connectTimeout = 100ms}).error().code, RedisErrorCode::TimedOut);
    Canceller canceller;
    const auto cancelled = RedisConnection::open(server.url(), {.connectTimeout = longer}, canceller.token());
    QCOMPARE(cancelled.error().code, RedisErrorCode::Cancelled);
}

void TestConnectionFaults::frozenServer()
{
    const auto server = PrivateServer::start();
    QVERIFY2(server, why(server));
    auto connection = RedisConnection::open(server->url(), {.replyTimeout = 100ms});
    auto another = RedisConnection::open(server->url(), {.replyTimeout = longer});
    QVERIFY(connection && another);
    QCOMPARE(::kill(static_cast<pid_t>(server->processId()), SIGSTOP), 0);

    QCOMPARE(connection->call({"PING"}).error().code, RedisErrorCode::TimedOut);
    QVERIFY(!connection->isOpen());
    QCOMPARE(RedisConnection::open(server->url(), {.connectTimeout = 100ms}).error().code, RedisErrorCode::TimedOut);
    Canceller canceller;
    QCOMPARE(another->call({"PING"}, canceller.token()).error().code, RedisErrorCode::Cancelled);
    QVERIFY(!another->isOpen());

    QCOMPARE(::kill(static_cast<pid_t>(server->processId()), SIGCONT), 0);
    connection = RedisConnection::open(server->url(), {});
    QVERIFY2(connection, why(connection));
    QVERIFY(connection->call({"PING"}));
}

void TestConnectionFaults::cancelsEveryWait()
{
    const FakeRedisServer silent([](FakeClient &client) {
        while (client.nextCommand()) { }
    });
    const ConnectionOptions patient{.replyTimeout = longer};
    const auto open = [&] { return RedisConnection::open(silent.url(), patient); };
    const auto cancelled = [](auto &&work) {
        Canceller canceller;
        return work(canceller.token()).error().code;
    };
    auto connection = open();
    QCOMPARE(cancelled([&](std::stop_token stop) { return connection->call({"PING"}, stop); }),
             RedisErrorCode::Cancelled);
    QVERIFY(!connection->isOpen());
    connection = open();
    QCOMPARE(cancelled([&](std::stop_token stop) { return connection->pipeline({{"PING"}, {"PING"}}, stop); }),
             RedisErrorCode::Cancelled);
    QVERIFY(!connection->isOpen());
    connection = open();
    QVERIFY(connection->send({"PING"}));
    QCOMPARE(cancelled([&](std::stop_token stop) { return connection->receive(stop); }), RedisErrorCode::Cancelled);
    QVERIFY(!connection->isOpen());
    QCOMPARE(connection->pending(), 0);

    // Sending, to a server that takes nothing.
    const FakeRedisServer deaf([](FakeClient &client) {
        if (client.readCommand())
            client.send("+OK\r\n");
        client.waitForServerEnd();
    });
    connection = RedisConnection::open(deaf.url(), patient);
    QVERIFY2(connection, why(connection));
    const QByteArray large(100'000'000, 'x');
    QCOMPARE(cancelled([&](std::stop_token stop) { return connection->send({"PING", large}, stop); }),
             RedisErrorCode::Cancelled);
    QVERIFY(!connection->isOpen());
    connection = RedisConnection::open(deaf.url(), {.replyTimeout = 100ms});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->send({"PING", large}).error().code, RedisErrorCode::TimedOut);
    QVERIFY(!connection->isOpen());
}

void TestConnectionFaults::stopUsedBeforehandSendsNothing()
{
    std::atomic<int> commands = 0;
    const FakeRedisServer server([&](FakeClient &client) {
        while (client.nextCommand()) {
            ++commands;
            client.send("+PONG\r\n");
        }
    });
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(RedisConnection::open(server.url(), {}, stop.get_token()).error().code, RedisErrorCode::Cancelled);
    auto connection = RedisConnection::open(server.url(), {});
    QVERIFY2(connection, why(connection));
    QCOMPARE(connection->call({"PING"}, stop.get_token()).error().code, RedisErrorCode::Cancelled);
    QCOMPARE(connection->send({"PING"}, stop.get_token()).error().code, RedisErrorCode::Cancelled);
    QCOMPARE(connection->pipeline({{"PING"}}, stop.get_token()).error().code, RedisErrorCode::Cancelled);
    QVERIFY(connection->isOpen());
    QVERIFY(connection->call({"PING"}));
    QCOMPARE(commands.load(), 1);
}

QTEST_GUILESS_MAIN(TestConnectionFaults)
#include "tst_connection_faults.moc"
