// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redisnode.h"

#include "tests/support/rediscli.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

#include <csignal>

namespace arbscope::test {

namespace {

// Below the ports that the system gives to outgoing connections, so that only another test can take one between our
// look and the start of the server, which ends at once then.
constexpr int FirstPort = 15000;
constexpr int LastPort = 31000;
constexpr int Tries = 20;

quint16 freePort()
{
    for (;;) {
        const auto port = quint16(QRandomGenerator::global()->bounded(FirstPort, LastPort));
        QTcpServer own;
        QTcpServer bus;
        if (own.listen(QHostAddress::LocalHost, port) && bus.listen(QHostAddress::LocalHost, quint16(port + 1)))
            return port;
    }
}

} // namespace

void waitUntil(const char *what, const std::function<bool()> &holds)
{
    if (!QTest::qWaitFor(holds, 60'000))
        qFatal("waited in vain: %s", what);
}

RedisNodeProcess::RedisNodeProcess(SupervisedProcess process, RedisEndpoint address)
    : m_process(std::move(process))
    , m_address(std::move(address))
{ }

RedisNodeProcess RedisNodeProcess::start(const QByteArrayList &configuration, bool sentinel)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("redis-server"));
    for (int i = 0; i < Tries; ++i) {
        auto process = SupervisedProcess::prepare();
        if (!process)
            qFatal("%s", qPrintable(process.error().message()));
        const RedisEndpoint address{.host = QStringLiteral("127.0.0.1"), .port = freePort()};
        QByteArrayList lines{"bind 127.0.0.1", "port {port}", "dir " + QFile::encodeName(process->directory())};
        if (!sentinel)
            lines += {"save \"\"", "appendonly no"};
        QByteArray text = (lines + configuration).join('\n') + '\n';
        text.replace("{port}", QByteArray::number(address.port)).replace("{bus}", QByteArray::number(address.port + 1));
        QFile file(process->filePath(QStringLiteral("redis.conf")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s", qPrintable(file.errorString()));
        file.close();
        QStringList arguments{file.fileName()};
        if (sentinel)
            arguments << QStringLiteral("--sentinel");
        if (const auto started = process->start(program, arguments); !started)
            qFatal("%s", qPrintable(started.error().message()));
        RedisNodeProcess node(std::move(*process), address);
        bool ended = false;
        waitUntil("a redis-server that answers", [&] {
            ended = node.m_process.hasEnded();
            return ended || node.cli({"PING"}).contains("PONG") || node.cli({"PING"}).contains("NOAUTH");
        });
        if (!ended)
            return node;
        if (!node.m_process.output(50).contains(u"Address already in use"))
            qFatal("%s", qPrintable(node.m_process.output(20)));
    }
    qFatal("no free port on 127.0.0.1");
}

RedisUrl RedisNodeProcess::url() const
{
    RedisUrl url;
    url.endpoints = {m_address};
    return url;
}

QByteArray RedisNodeProcess::cli(const QByteArrayList &command) const
{
    return redisCli(url(), command);
}

QByteArray RedisNodeProcess::info(const QByteArray &name) const
{
    for (const QByteArray &line : cli({"INFO"}).split('\n')) {
        if (line.startsWith(QByteArray(name + ':')))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

void RedisNodeProcess::kill()
{
    ::kill(pid_t(m_process.processId()), SIGKILL);
    if (!m_process.hasEnded(30'000))
        qFatal("a redis-server does not end");
}

void RedisNodeProcess::freeze() const
{
    ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void RedisNodeProcess::thaw() const
{
    ::kill(pid_t(m_process.processId()), SIGCONT);
}

} // namespace arbscope::test
