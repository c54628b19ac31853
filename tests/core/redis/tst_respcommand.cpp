// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/respcommand.h"

#include <QTest>

using namespace arbscope;

class TestRespCommand : public QObject
{
    Q_OBJECT

private slots:
    void formats_data();
    void formats();
    void appends();
};

void TestRespCommand::formats_data()
{
    QTest::addColumn<QByteArrayList>("command");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one word") << QByteArrayList{"PING"} << QByteArray("*1\r\n$4\r\nPING\r\n");
    QTest::newRow("arguments") << QByteArrayList{"HGET", "key", "field"}
                               << QByteArray("*3\r\n$4\r\nHGET\r\n$3\r\nkey\r\n$5\r\nfield\r\n");
    QTest::newRow("empty and null arguments")
        << QByteArrayList{"HGET", "", QByteArray()} << QByteArray("*3\r\n$4\r\nHGET\r\n$0\r\n\r\n$0\r\n\r\n");
    QTest::newRow("any bytes") << QByteArrayList{"HGET", QByteArray("a\0b", 3), "\r\n $\xff%s"}
                               << QByteArray("*3\r\n$4\r\nHGET\r\n$3\r\na\0b\r\n$7\r\n\r\n $\xff%s\r\n", 36);
    const QByteArray large(20'000'000, 'x');
    QTest::newRow("large") << QByteArrayList{"PING", large}
                           << QByteArray("*2\r\n$4\r\nPING\r\n$20000000\r\n" + large + "\r\n");
}

void TestRespCommand::formats()
{
    QFETCH(QByteArrayList, command);
    QFETCH(QByteArray, bytes);
    QByteArray out;
    appendRespCommand(out, CommandArgs(command.begin(), command.end()));
    QVERIFY2(out == bytes, out.left(100).constData());
}

void TestRespCommand::appends()
{
    QByteArray out = "before";
    appendRespCommand(out, {"PING"});
    appendRespCommand(out, {"INFO"});
    QCOMPARE(out, QByteArray("before*1\r\n$4\r\nPING\r\n*1\r\n$4\r\nINFO\r\n"));
}

QTEST_GUILESS_MAIN(TestRespCommand)
#include "tst_respcommand.moc"
