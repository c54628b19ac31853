// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/clocktext.h"

#include <QTest>

using namespace arbscope;
using namespace Qt::Literals::StringLiterals;

class TestClockText final : public QObject
{
    Q_OBJECT
private slots:
    void zonesByName_data();
    void zonesByName();
    void localZoneOfFile_data();
    void localZoneOfFile();
    void clocksAreRead_data();
    void clocksAreRead();
};

void TestClockText::zonesByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown"); // of the clock 0; empty when there is no such zone
    QTest::newRow("UTC") << u"UTC"_s << u"1970-01-01 00:00:00.000"_s;
    QTest::newRow("IANA") << u"Asia/Tokyo"_s << u"1970-01-01 09:00:00.000"_s;
    QTest::newRow("abbreviation") << u"CET"_s << u"1970-01-01 01:00:00.000"_s;
    QTest::newRow("offset") << u"UTC-02:30"_s << u"1969-12-31 21:30:00.000"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a city alone") << u"Berlin"_s << QString();
    QTest::newRow("any word") << u"Nowhere"_s << QString();
    QTest::newRow("UTC and more") << u"UTCish"_s << QString();
    QTest::newRow("offset of nothing") << u"UTC+x"_s << QString();
    QTest::newRow("a file") << u"/etc/localtime"_s << QString();
}

void TestClockText::zonesByName()
{
    QFETCH(const QString, name);
    QFETCH(const QString, shown);
    const auto zone = timeZoneNamed(name);
    QCOMPARE(zone ? clockText(0, *zone) : QString(), shown);
}

void TestClockText::localZoneOfFile_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("shown");
    QTest::newRow("name") << QByteArray("Asia/Tokyo") << true << u"1970-01-01 09:00:00.000"_s;
    QTest::newRow("file") << QByteArray("/usr/share/zoneinfo/Asia/Tokyo") << true << u"1970-01-01 09:00:00.000"_s;
    QTest::newRow("file, colon") << QByteArray(":/usr/share/zoneinfo/Asia/Tokyo") << true
                                 << u"1970-01-01 09:00:00.000"_s;
    QTest::newRow("some file") << QByteArray("/nowhere/zone") << false << u"1970-01-01 00:00:00.000"_s;
}

void TestClockText::localZoneOfFile()
{
    QFETCH(const QByteArray, given);
    QFETCH(const bool, isKnown);
    QFETCH(const QString, shown);
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", given);
    const bool settled = settleLocalTimeZone();
    const QString text = clockText(0, *timeZoneNamed(u"local"_s));
    qputenv("TZ", before);
    QCOMPARE(settled, isKnown);
    QCOMPARE(text, shown);
}

void TestClockText::clocksAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<double>>("clock");
    const auto row
        = [](const QString &text, std::optional<double> clock) { QTest::newRow(qPrintable(text)) << text << clock; };
    row(u"1600000000.5"_s, 1600000000.5);
    row(u"-1"_s, -1.0);
    row(u".5"_s, 0.5);
    row(u"1e+300"_s, 1e300); // as a clock is printed
    row(u"5e-324"_s, 5e-324);
    row(u"1e400"_s, std::nullopt);
    row(u"1e"_s, std::nullopt);
    row(u"."_s, std::nullopt);
    row(u"nan"_s, std::nullopt);
    row(u"1970-01-01"_s, 0.0);
    row(u"1970-01-01T00:00:01.5+00:30"_s, -1798.5);
    row(u"1970-02-30"_s, std::nullopt);
}

void TestClockText::clocksAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const std::optional<double>, clock);
    QCOMPARE(parseClock(text, QTimeZone::utc()), clock);
}

QTEST_GUILESS_MAIN(TestClockText)
#include "tst_clocktext.moc"
