// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timedisplay.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace arbscope;

class tst_TimeFormat : public QObject
{
    Q_OBJECT

private slots:
    void text_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<TimeStyle>("style");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *zone, TimeStyle style, double seconds, const char *expected) {
            QTest::newRow(name) << QByteArray(zone) << style << seconds << QString::fromLatin1(expected);
        };
        constexpr double Infinity = std::numeric_limits<double>::infinity();
        row("whole second", "UTC", TimeStyle::DateTime, 1600000000, "2020-09-13 12:26:40.000");
        row("held as .122999", "UTC", TimeStyle::DateTime, 1600000000.123, "2020-09-13 12:26:40.123");
        row("cut, not rounded", "UTC", TimeStyle::DateTime, 1600000000.9996, "2020-09-13 12:26:40.999");
        row("before the epoch", "UTC", TimeStyle::DateTime, -0.5, "1969-12-31 23:59:59.500");
        row("cut towards the past", "UTC", TimeStyle::DateTime, -0.0001, "1969-12-31 23:59:59.999");
        row("epoch", "UTC", TimeStyle::DateTime, 0, "1970-01-01 00:00:00.000");
        row("summer time", "Europe/Berlin", TimeStyle::DateTime, 1600000000, "2020-09-13 14:26:40.000");
        row("hour that comes twice", "Europe/Berlin", TimeStyle::Iso8601, 1603587600, "2020-10-25T02:00:00.000+01:00");
        row("hour before it", "Europe/Berlin", TimeStyle::Iso8601, 1603584000, "2020-10-25T02:00:00.000+02:00");
        row("iso utc", "UTC", TimeStyle::Iso8601, 1600000000.5, "2020-09-13T12:26:40.500Z");
        row("half-hour zone", "Asia/Kolkata", TimeStyle::Iso8601, 1600000000, "2020-09-13T17:56:40.000+05:30");
        row("as stored", "Europe/Berlin", TimeStyle::Epoch, 1600000000.1234567, "1600000000.1234567");
        row("as stored, whole", "UTC", TimeStyle::Epoch, 1600000000, "1600000000.0");
        row("last second", "UTC", TimeStyle::DateTime, 253402300799.0, "9999-12-31 23:59:59.000");
        row("year 10000", "UTC", TimeStyle::DateTime, 253402300800.0, "253402300800.0");
        row("first second", "UTC", TimeStyle::DateTime, -62135596800.0, "0001-01-01 00:00:00.000");
        row("year 0", "UTC", TimeStyle::DateTime, -62135596801.0, "-62135596801.0");
        row("huge", "UTC", TimeStyle::DateTime, 1e300, "1e+300");
        row("nan", "UTC", TimeStyle::DateTime, std::numeric_limits<double>::quiet_NaN(), "nan");
        row("infinite", "UTC", TimeStyle::Iso8601, Infinity, "inf");
        row("minus infinite", "UTC", TimeStyle::Epoch, -Infinity, "-inf");
    }
    void text()
    {
        QFETCH(QByteArray, zone);
        QFETCH(TimeStyle, style);
        QFETCH(double, seconds);
        const TimeFormat format = TimeFormat::make(TimeZoneKind::Named, zone, style);
        QTEST(format.text(seconds), "expected");
    }

    void duration_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<bool>("milliseconds");
        QTest::addColumn<QString>("expected");
        const auto row = [](double seconds, bool milliseconds, const char *expected) {
            QTest::newRow(expected) << seconds << milliseconds << QString::fromUtf8(expected);
        };
        row(0, true, "0.000 s");
        row(0, false, "0 s");
        row(1600000000.25 - 1600000000.1, true, "0.150 s");
        row(59.9999, true, "59.999 s");
        row(59.9999, false, "59 s");
        row(60, true, "1 min 00 s");
        row(3599, false, "59 min 59 s");
        row(3600, true, "1 h 00 min");
        row(86399, false, "23 h 59 min");
        row(86400, false, "1 d 00 h");
        row(1e8, false, "1157 d 09 h");
        row(-1.5, true, "−1.500 s");
        row(-0.0000001, true, "0.000 s ");
        row(1e13, true, "10000000000000.0");
        row(std::numeric_limits<double>::quiet_NaN(), true, "nan");
        row(-std::numeric_limits<double>::infinity(), false, "-inf");
    }
    void duration()
    {
        QFETCH(double, seconds);
        QFETCH(bool, milliseconds);
        QFETCH(QString, expected);
        QCOMPARE(durationText(seconds, milliseconds), expected.trimmed());
    }
    void age()
    {
        const TimeFormat format = TimeFormat::make(TimeZoneKind::Utc, {}, TimeStyle::Age);
        const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
        QCOMPARE(format.text(now - 3 * 86400 - 7200 - 60), u"3 d 02 h");
        QCOMPARE(format.text(now + 86400 + 3600 + 60), u"in 1 d 01 h");
        QCOMPARE(format.text(std::numeric_limits<double>::quiet_NaN()), u"nan");
        QCOMPARE(format.zoneLabel(), u"age");
    }

    void zoneLabel()
    {
        QCOMPARE(TimeFormat::make(TimeZoneKind::Utc).zoneLabel(), QStringLiteral("UTC"));
        QCOMPARE(TimeFormat::make(TimeZoneKind::Named, "Etc/UTC").zoneLabel(), QStringLiteral("UTC"));
        QCOMPARE(TimeFormat::make(TimeZoneKind::Named, "Asia/Tokyo").zoneLabel(), QStringLiteral("Asia/Tokyo"));
        QCOMPARE(TimeFormat::make(TimeZoneKind::Utc, {}, TimeStyle::Epoch).zoneLabel(), QStringLiteral("epoch"));
        QVERIFY(!TimeFormat::make(TimeZoneKind::Local).zoneLabel().isEmpty());
    }

    void unknownZoneGivesUtc()
    {
        const TimeFormat format = TimeFormat::make(TimeZoneKind::Named, "Mars/Olympus");
        QCOMPARE(format.kind, TimeZoneKind::Utc);
        QCOMPARE(format.zone, QTimeZone::utc());
    }

    void numberText_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("shortest") << 0.1 << QStringLiteral("0.1");
        QTest::newRow("whole") << 5.0 << QStringLiteral("5.0");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0.0");
        QTest::newRow("minus zero") << -0.0 << QStringLiteral("-0.0");
        QTest::newRow("small") << 0.0001 << QStringLiteral("0.0001");
        QTest::newRow("smaller") << 0.00001 << QStringLiteral("1e-05");
        QTest::newRow("large") << 1e15 << QStringLiteral("1000000000000000.0");
        QTest::newRow("larger") << 1e16 << QStringLiteral("1e+16");
    }
    void numberText()
    {
        QFETCH(double, value);
        QTEST(arbscope::numberText(value), "expected");
    }

    void displayTellsItsParts()
    {
        TimeDisplay times(TimeFormat::make(TimeZoneKind::Utc));
        QSignalSpy zoneChanged(&times, &TimeDisplay::zoneChanged);
        QSignalSpy changed(&times, &TimeDisplay::changed);
        QSignalSpy aged(&times, &TimeDisplay::aged);
        times.setFormat(times.format());
        QCOMPARE(changed.count(), 0);
        times.setFormat(TimeFormat::make(TimeZoneKind::Utc, {}, TimeStyle::Age));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(zoneChanged.count(), 0); // nothing has to be read or added up anew
        QTRY_VERIFY(aged.count() > 0);
        times.setFormat(TimeFormat::make(TimeZoneKind::Named, "Europe/Berlin"));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(zoneChanged.count(), 1);
        QCOMPARE(times.zone().id(), "Europe/Berlin");
    }
};

QTEST_GUILESS_MAIN(tst_TimeFormat)
#include "tst_timeformat.moc"
