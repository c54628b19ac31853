// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace arbscope;

class TestKeys : public QObject
{
    Q_OBJECT

private slots:
    void keysOfAServer_data();
    void keysOfAServer();
    void otherKeysHaveNoServer_data();
    void otherKeysHaveNoServer();
    void scores_data();
    void scores();
    void wrongScores_data();
    void wrongScores();
};

void TestKeys::keysOfAServer_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::newRow("plain") << QByteArray("ams1");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("colons") << QByteArray("a:b:c");
    QTest::newRow("leading colon") << QByteArray(":a");
    QTest::newRow("space and quotes") << QByteArray("my 'best' \"box\"");
    QTest::newRow("newline") << QByteArray("a\nb\r\n");
    QTest::newRow("glob characters") << QByteArray("a*[b]?\\");
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x98\x80");
    QTest::newRow("invalid UTF-8") << QByteArray("\xff\xc3(\x80");
    QTest::newRow("zero byte") << QByteArray("a\0b", 3);
}

void TestKeys::keysOfAServer()
{
    QFETCH(QByteArray, server);
    QCOMPARE(hashKey(server), QByteArray("execution_report:" + server));
    QCOMPARE(indexKey(server), QByteArray("execution_report_sorted:" + server));
    QCOMPARE(serverOfHashKey(hashKey(server)), std::optional(server));
    QCOMPARE(serverOfHashKey(indexKey(server)), std::nullopt);
}

void TestKeys::otherKeysHaveNoServer_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no colon") << QByteArray("execution_report");
    QTest::newRow("another word") << QByteArray("execution_reports:a");
    QTest::newRow("upper case") << QByteArray("Execution_report:a");
    QTest::newRow("something before") << QByteArray("x:execution_report:a");
}

void TestKeys::otherKeysHaveNoServer()
{
    QFETCH(QByteArray, key);
    QCOMPARE(serverOfHashKey(key), std::nullopt);
}

void TestKeys::scores_data()
{
    QTest::addColumn<double>("score");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("a clock") << 1614556800.123456 << QByteArray("1614556800.123456");
    QTest::newRow("not exact in 15 digits") << 0.1 + 0.2 << QByteArray("0.30000000000000004");
    QTest::newRow("whole") << 1600000000.0 << QByteArray("1.6e+09");
    QTest::newRow("large") << 1e300 << QByteArray("1e+300");
    QTest::newRow("smallest") << 5e-324 << QByteArray("5e-324");
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QByteArray("inf");
    QTest::newRow("minus infinite") << -std::numeric_limits<double>::infinity() << QByteArray("-inf");
}

void TestKeys::scores()
{
    QFETCH(double, score);
    QFETCH(QByteArray, text);
    QCOMPARE(scoreText(score), text);
    QVERIFY(scoreValue(text) == score);
}

void TestKeys::wrongScores_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "abc", "1.0x", " 1", "nan", "1,5"})
        QTest::newRow(text) << QByteArray(text);
}

void TestKeys::wrongScores()
{
    QFETCH(QByteArray, text);
    QVERIFY(!scoreValue(text));
}

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
