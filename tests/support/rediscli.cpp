// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rediscli.h"

#include <QProcess>
#include <QTest>

namespace arbscope::test {

QByteArray redisCli(const RedisUrl &url, const QByteArrayList &command, const QByteArray &standardInput)
{
    QStringList arguments;
    if (url.isLocal())
        arguments << QStringLiteral("-s") << url.socketPath;
    else
        arguments << QStringLiteral("-h") << url.endpoints.front().host << QStringLiteral("-p")
                  << QString::number(url.endpoints.front().port);
    if (!url.user.isEmpty())
        arguments << QStringLiteral("--user") << url.user;
    if (!url.password.isEmpty())
        arguments << QStringLiteral("--no-auth-warning") << QStringLiteral("--pass") << url.password;
    arguments << QStringLiteral("-n") << QString::number(url.database);
    for (const QByteArray &argument : command)
        arguments << QString::fromUtf8(argument);

    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("redis-cli"), arguments);
    process.write(standardInput);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        qFatal("redis-cli: %s", qPrintable(process.errorString()));
    QByteArray output = process.readAll();
    if (output.endsWith('\n'))
        output.chop(1);
    return output;
}

} // namespace arbscope::test
