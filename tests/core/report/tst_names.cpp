// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/names.h"

#include <QSysInfo>
#include <QTest>

#include <cmath>

using namespace arbscope;
using namespace Qt::StringLiterals;

class TestNames : public QObject
{
    Q_OBJECT

private slots:
    void session_data();
    void session();
    void server();
    void fileName();
    void caption_data();
    void caption();
};

void TestNames::session_data()
{
    QTest::addColumn<double>("startedAt");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("moment");
    QTest::newRow("UTC") << 1614556800.0 << QByteArray("UTC") << u"2021-03-01 00:00:00"_s;
    QTest::newRow("truncated") << 1614556800.999 << QByteArray("UTC") << u"2021-03-01 00:00:00"_s;
    QTest::newRow("truncated towards zero") << -0.5 << QByteArray("UTC") << u"1970-01-01 00:00:00"_s;
    QTest::newRow("zone") << 1614556800.0 << QByteArray("America/New_York") << u"2021-02-28 19:00:00"_s;
    QTest::newRow("summer time") << 1625097600.0 << QByteArray("Europe/Berlin") << u"2021-07-01 02:00:00"_s;
    QTest::newRow("no moment") << std::nan("") << QByteArray("UTC") << u"nan"_s;
    QTest::newRow("year 10000") << 253402300800.0 << QByteArray("UTC") << u"253402300800.0"_s;
    QTest::newRow("far") << 1e300 << QByteArray("UTC") << u"1e+300"_s;
}

void TestNames::session()
{
    QFETCH(double, startedAt);
    QFETCH(QByteArray, zone);
    QFETCH(QString, moment);
    QCOMPARE(sessionName(u"Kraken %1"_s, u"Gemini"_s, u"BTC"_s, u"EUR"_s, startedAt, QTimeZone(zone)),
             u"Arb session Kraken %1-Gemini BTC-EUR started at "_s + moment);
}

void TestNames::server()
{
    QCOMPARE(localServerName(), QSysInfo::machineHostName());
    QVERIFY(!localServerName().isEmpty());
}

void TestNames::fileName()
{
    QCOMPARE(exportFileName(QDate(2021, 3, 1), u"csv"_s), u"trade-export-2021-03-01.csv"_s);
    QCOMPARE(exportFileName(QDate(2021, 12, 31), u"jsonl"_s), u"trade-export-2021-12-31.jsonl"_s);
}

void TestNames::caption_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("days");
    QTest::newRow("two days") << 1614556800.0 << 1614643199.9 << QByteArray("UTC") << u"2021-03-01 - 2021-03-01"_s;
    QTest::newRow("zone") << 1614556800.0 << 1614643200.0 << QByteArray("America/New_York")
                          << u"2021-02-28 - 2021-03-01"_s;
    QTest::newRow("no days") << -HUGE_VAL << std::nan("") << QByteArray("UTC") << u"-inf - nan"_s;
}

void TestNames::caption()
{
    QFETCH(double, first);
    QFETCH(double, last);
    QFETCH(QByteArray, zone);
    QFETCH(QString, days);
    QCOMPARE(exportCaption(12431, first, last, QTimeZone(zone)), u"Export of 12431 trades in "_s + days);
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
