// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"
#include "core/redis/privateserver.h"

#include "tests/support/holder.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace arbscope;

class TestPrivateServer : public QObject
{
    Q_OBJECT

private slots:
    void servesOnAPrivateSocketOnly();
    void endsWithItsObject();
    void endsWhenStoppedAndFrozen();
    void endsWhenItsProcessIsKilled();
    void takesExtraArguments();
    void refusedArgumentsShowTheServersWords();
    void startsUnderALongTemporaryPath();
    void needsTheProgram();
    void hearsNoPassword();
    void twoAtOnce();
    void movesBetweenThreads();
};

void TestPrivateServer::servesOnAPrivateSocketOnly()
{
    const auto server = PrivateServer::start();
    QVERIFY2(server, test::why(server));
    QVERIFY(server->url().isLocal());
    QCOMPARE(QFileInfo(server->directory()).permissions() & ~QFile::Permissions(0x7000),
             QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
    QCOMPARE(test::redisCli(server->url(), {"CONFIG", "GET", "port"}), QByteArray("port\n0"));
    QCOMPARE(test::redisCli(server->url(), {"CONFIG", "GET", "save"}), QByteArray("save\n"));
    QCOMPARE(test::redisCli(server->url(), {"CONFIG", "GET", "appendonly"}), QByteArray("appendonly\nno"));
    QVERIFY(test::redisCli(server->url(), {"INFO", "server"})
                .contains(QByteArray("process_id:" + QByteArray::number(server->processId()))));
    auto connection = RedisConnection::open(server->url(), {});
    QVERIFY2(connection, test::why(connection));
    QCOMPARE(connection->call({"PING"}).value(), RedisReply{RedisStatus{"PONG"}});
}

void TestPrivateServer::endsWithItsObject()
{
    qint64 processId = 0;
    QString directory;
    {
        const auto server = PrivateServer::start();
        QVERIFY(server);
        processId = server->processId();
        directory = server->directory();
        QVERIFY(test::runs(processId));
    }
    QVERIFY(!test::runs(processId));
    QVERIFY(!QFileInfo::exists(directory));
}

void TestPrivateServer::endsWhenStoppedAndFrozen()
{
    auto server = PrivateServer::start();
    QVERIFY(server);
    const QString directory = server->directory();
    QCOMPARE(::kill(static_cast<pid_t>(server->processId()), SIGSTOP), 0);
    server->stop();
    QVERIFY(!test::runs(server->processId()));
    QVERIFY(!QFileInfo::exists(directory));
    server->stop(); // again does nothing
}

void TestPrivateServer::endsWhenItsProcessIsKilled()
{
    test::endsWithItsHolder(QStringLiteral("privateserver_holder"));
}

void TestPrivateServer::takesExtraArguments()
{
    const auto server = PrivateServer::start({QStringLiteral("--maxmemory"), QStringLiteral("7mb"),
                                              QStringLiteral("--requirepass"), QStringLiteral("open sesame")});
    QVERIFY2(server, test::why(server));
    RedisUrl url = server->url();
    url.password = QStringLiteral("open sesame");
    QCOMPARE(test::redisCli(url, {"CONFIG", "GET", "maxmemory"}), QByteArray("maxmemory\n7340032"));
}

void TestPrivateServer::refusedArgumentsShowTheServersWords()
{
    const auto server = PrivateServer::start({QStringLiteral("--no-such-option"), QStringLiteral("1")});
    QVERIFY(!server);
    QCOMPARE(server.error().code, RedisErrorCode::Unreachable);
    QVERIFY2(server.error().detail.contains(u"no-such-option"), test::why(server));
}

void TestPrivateServer::startsUnderALongTemporaryPath()
{
    const QTemporaryDir directory;
    const QString longPath = directory.filePath(QString(120, u'x'));
    QVERIFY(QDir().mkpath(longPath));
    const QByteArray before = qgetenv("TMPDIR");
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    qputenv("TMPDIR", QFile::encodeName(longPath));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(longPath));
    const auto server = PrivateServer::start();
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    runtime.isNull() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", runtime);
    QVERIFY2(server, test::why(server));
    QCOMPARE(test::redisCli(server->url(), {"PING"}), QByteArray("PONG"));
}

void TestPrivateServer::needsTheProgram()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nonexistent");
    const auto server = PrivateServer::start();
    qputenv("PATH", path);
    QVERIFY(!server);
    QCOMPARE(server.error().code, RedisErrorCode::Unreachable);
    QVERIFY(server.error().detail.contains(u"redis-server is not installed"));
}

/// What we were given by the environment is not in that of our children.
void TestPrivateServer::hearsNoPassword()
{
    qputenv("ARBSCOPE_PASSWORD", "s3cret");
    qputenv("ARBSCOPE_URL", "redis://:s3cret@127.0.0.1");
    const auto server = PrivateServer::start();
    qunsetenv("ARBSCOPE_PASSWORD");
    qunsetenv("ARBSCOPE_URL");
    QVERIFY2(server, test::why(server));
    QFile status(QStringLiteral("/proc/%1/status").arg(server->processId()));
    QVERIFY(status.open(QIODevice::ReadOnly));
    const QByteArray lines = status.readAll();
    const qsizetype at = lines.indexOf("PPid:") + 5;
    const QByteArray supervisor = lines.mid(at, lines.indexOf('\n', at) - at).trimmed();
    for (const QByteArray &process : {QByteArray::number(server->processId()), supervisor}) {
        for (const char *name : {"environ", "cmdline"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(QString::fromLatin1(process), QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray words = file.readAll();
            QVERIFY(!words.isEmpty());
            QVERIFY2(!words.contains("s3cret"), name);
        }
    }
}

void TestPrivateServer::twoAtOnce()
{
    const auto first = PrivateServer::start();
    const auto second = PrivateServer::start();
    QVERIFY(first && second);
    QVERIFY(first->url() != second->url());
    QCOMPARE(test::redisCli(first->url(), {"SET", "a", "1"}), QByteArray("OK"));
    QCOMPARE(test::redisCli(second->url(), {"EXISTS", "a"}), QByteArray("0"));
}

void TestPrivateServer::movesBetweenThreads()
{
    std::optional<PrivateServer> server;
    std::thread([&server] {
        auto started = PrivateServer::start();
        if (started)
            server = std::move(*started);
    }).join();
    QVERIFY(server);
    QVERIFY(test::runs(server->processId()));
    QCOMPARE(test::redisCli(server->url(), {"PING"}), QByteArray("PONG"));
    const qint64 processId = server->processId();
    std::thread([&server] { server.reset(); }).join();
    QVERIFY(!test::runs(processId));
}

QTEST_GUILESS_MAIN(TestPrivateServer)
#include "tst_privateserver.moc"
