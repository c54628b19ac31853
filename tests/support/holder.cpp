// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/holder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <csignal>

namespace arbscope::test {

bool runs(qint64 processId)
{
    return ::kill(static_cast<pid_t>(processId), 0) == 0;
}

void endsWithItsHolder(const QString &program, const QStringList &arguments)
{
    QProcess holder;
    holder.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
    QTRY_VERIFY_WITH_TIMEOUT(holder.canReadLine() || holder.state() == QProcess::NotRunning, 60000);
    const QList<QByteArray> words = holder.readLine().trimmed().split(' ');
    QCOMPARE(words.size(), 2);
    const qint64 processId = words[0].toLongLong();
    const QString directory = QString::fromUtf8(words[1]);
    QVERIFY(runs(processId));
    QVERIFY(QFileInfo::exists(directory));

    holder.kill();
    QVERIFY(holder.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(!runs(processId), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(directory), 60000);
}

} // namespace arbscope::test
