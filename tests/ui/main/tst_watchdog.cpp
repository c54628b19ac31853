// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/watchdog.h"

#include <QElapsedTimer>
#include <QTest>

using namespace arbscope;
using namespace std::chrono_literals;

class TestWatchdog : public QObject
{
    Q_OBJECT

private slots:
    void histogram_data();
    void histogram();
    void seesAGapAndSaysSo();
    void restartForgets();
};

void TestWatchdog::histogram_data()
{
    QTest::addColumn<QList<double>>("gaps");
    QTest::addColumn<double>("greatest");
    QTest::addColumn<int>("p99");
    QTest::newRow("none") << QList<double>{} << 0.0 << 0;
    QTest::newRow("one") << QList<double>{4.2} << 4.2 << 5;
    QTest::newRow("99 short, 1 long") << (QList<double>(99, 3.0) << 80) << 80.0 << 3;
    QTest::newRow("98 short, 2 long") << (QList<double>(98, 3.0) << 70 << 80) << 80.0 << 70;
    QTest::newRow("longer than it counts") << QList<double>{5000} << 5000.0 << 1023;
}

void TestWatchdog::histogram()
{
    QFETCH(const QList<double>, gaps);
    GapHistogram histogram;
    for (const double ms : gaps)
        histogram.add(ms);
    QCOMPARE(histogram.count(), gaps.size());
    QTEST(histogram.greatestMs(), "greatest");
    QTEST(histogram.p99Ms(), "p99");
}

void TestWatchdog::seesAGapAndSaysSo()
{
    Watchdog watchdog(5ms);
    QTRY_VERIFY(watchdog.gaps().count() > 2);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("stood still for \\d+ ms")));
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 150) { }
    QTRY_VERIFY(watchdog.gaps().greatestMs() >= 149);
}

void TestWatchdog::restartForgets()
{
    Watchdog watchdog(5ms);
    QTRY_VERIFY(watchdog.gaps().count() > 2);
    watchdog.restart();
    QCOMPARE(watchdog.gaps().count(), 0);
    QCOMPARE(watchdog.gaps().greatestMs(), 0.0);
}

QTEST_GUILESS_MAIN(TestWatchdog)
#include "tst_watchdog.moc"
