// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyring.h"

#include <QDeadlineTimer>

#include <csignal>
#include <sys/prctl.h>

namespace arbscope::test {

namespace {

/// A test that crashes takes it along.
void endWithTest(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished();
}

/// Whether the Secret Service has its name on the session bus.
bool isThere()
{
    QProcess ask;
    ask.start(QStringLiteral("dbus-send"),
              {QStringLiteral("--session"), QStringLiteral("--print-reply"),
               QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/"),
               QStringLiteral("org.freedesktop.DBus.NameHasOwner"), QStringLiteral("string:org.freedesktop.secrets")});
    return ask.waitForFinished() && ask.readAllStandardOutput().contains("true");
}

} // namespace

Keyring::Keyring()
{
    endWithTest(m_bus);
    endWithTest(m_daemon);
    m_bus.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1"),
                 QStringLiteral("--address=unix:dir=%1").arg(m_folder.path())});
    if (!m_bus.waitForReadyRead())
        qFatal("dbus-daemon does not start: %s", qPrintable(m_bus.errorString()));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), m_folder.path());
    m_daemon.setProcessEnvironment(environment);
    m_daemon.start(
        QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    if (!m_daemon.waitForStarted())
        qFatal("gnome-keyring-daemon does not start: %s", qPrintable(m_daemon.errorString()));
    m_daemon.write("master\n");
    m_daemon.closeWriteChannel();
    m_daemon.waitForBytesWritten();
    QDeadlineTimer patience(20'000);
    while (!isThere()) {
        if (patience.hasExpired() || m_daemon.state() != QProcess::Running)
            qFatal("gnome-keyring-daemon does not come to its bus: %s", m_daemon.readAllStandardError().constData());
    }
}

Keyring::~Keyring()
{
    end(m_daemon);
    end(m_bus);
}

} // namespace arbscope::test
