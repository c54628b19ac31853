// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sshserver.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

namespace arbscope::test {

namespace {

constexpr int tries = 5; // another program may take the free port first

void write(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(text.toUtf8()) < 0)
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
}

QString read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    return QString::fromUtf8(file.readAll());
}

void makeKey(const QString &path)
{
    const QStringList arguments{QStringLiteral("-q"),
                                QStringLiteral("-t"),
                                QStringLiteral("ed25519"),
                                QStringLiteral("-N"),
                                QString(),
                                QStringLiteral("-f"),
                                path};
    if (QProcess::execute(QStringLiteral("ssh-keygen"), arguments) != 0)
        qFatal("ssh-keygen failed (Debian: apt install openssh-client)");
}

QString host(const QString &name, quint16 port, const QString &key, const QString &knownHosts)
{
    const passwd *user = ::getpwuid(::getuid());
    return QStringLiteral("Host %1\n HostName 127.0.0.1\n Port %2\n User %3\n IdentityFile %4\n IdentitiesOnly yes\n"
                          " IdentityAgent none\n UserKnownHostsFile %5\n StrictHostKeyChecking yes\n")
        .arg(name, QString::number(port), QString::fromUtf8(user->pw_name), key, knownHosts);
}

bool answers(quint16 port, const SupervisedProcess &sshd)
{
    QTcpSocket socket;
    while (!sshd.hasEnded(10)) {
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        if (socket.waitForConnected() && socket.waitForReadyRead())
            return socket.readAll().startsWith("SSH-");
        socket.abort();
    }
    return false;
}

} // namespace

quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port: %s", qPrintable(server.errorString()));
    return server.serverPort();
}

SshServer::SshServer(SupervisedProcess process, quint16 port)
    : m_process(std::move(process))
    , m_port(port)
{ }

SshServer SshServer::start()
{
    const QString program = QStandardPaths::findExecutable(
        QStringLiteral("sshd"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")});
    if (program.isEmpty())
        qFatal("sshd is not installed (Debian: apt install openssh-server)");
    if (::getuid() == 0 && !QDir().mkpath(QStringLiteral("/run/sshd"))) // sshd insists on it when root runs it
        qFatal("/run/sshd cannot be made");
    for (int i = 0; i < tries; ++i) {
        auto process = SupervisedProcess::prepare();
        if (!process)
            qFatal("%s", qPrintable(process.error().message()));
        const auto path = [&](const char *name) { return process->filePath(QString::fromLatin1(name)); };
        for (const char *key : {"host_key", "user_key", "other_key"})
            makeKey(path(key));
        const quint16 port = freePort();
        write(path("authorized_keys"), read(path("user_key.pub")));
        write(path("known_hosts"),
              QStringLiteral("[127.0.0.1]:%1 %2").arg(QString::number(port), read(path("host_key.pub"))));
        write(path("no_known_hosts"), {});
        write(path("sshd_config"),
              QStringLiteral("ListenAddress 127.0.0.1:%1\nHostKey %2\nAuthorizedKeysFile %3\nPidFile none\nUsePAM no\n"
                             "StrictModes no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\n")
                  .arg(QString::number(port), path("host_key"), path("authorized_keys")));
        write(path("ssh_config"),
              host(QStringLiteral("store"), port, path("user_key"), path("known_hosts"))
                  + host(QStringLiteral("jumped"), port, path("user_key"), path("known_hosts"))
                  + QStringLiteral(" ProxyJump store\n")
                  + host(QStringLiteral("stranger"), port, path("user_key"), path("no_known_hosts"))
                  + host(QStringLiteral("nobody"), port, path("other_key"), path("known_hosts"))
                  + host(QStringLiteral("closed"), freePort(), path("user_key"), path("known_hosts")));
        const auto started = process->start(
            program, {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), path("sshd_config")});
        if (!started)
            qFatal("%s", qPrintable(started.error().message()));
        if (answers(port, *process))
            return SshServer(std::move(*process), port);
        if (i + 1 == tries)
            qFatal("sshd does not start: %s", qPrintable(process->output()));
    }
    Q_UNREACHABLE();
}

} // namespace arbscope::test
