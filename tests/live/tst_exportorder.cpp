// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exactexport.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace arbscope;
using test::contentOf;
using test::csvOf;
using test::why;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();

} // namespace

/// Exports come in the order of the clocks, whatever the store's order is.
class TestExportOrder : public QObject, private test::ExportFixture
{
    Q_OBJECT

private slots:
    void init() { m_live.clear(); }
    void severalServersMerge();
    void lateTradesComeInOrder();
    void orphansComeInOrder();
    void anotherTypeOfTheIndex();
    void clocksThatAreNoNumbersComeLast();
    void oneClockFarAhead();
};

void TestExportOrder::severalServersMerge()
{
    std::vector<Report> reports;
    reports.reserve(1500);
    std::mt19937 random(11);
    for (int i = 0; i < 1500; ++i)
        reports.push_back(test::sampleReport(QStringLiteral("server %1").arg(random() % 4), QString::number(random()),
                                             double(random() % 400)));
    m_live.create(reports);
    std::ranges::sort(reports, {},
                      [](const Report &r) { return std::tuple(r.clock, r.serverName.toUtf8(), r.orderId.toUtf8()); });
    const auto result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), csvOf(reports));
}

/// Index entries whose score is not the report's clock.
void TestExportOrder::lateTradesComeInOrder()
{
    std::vector<Report> reports;
    std::mt19937 random(12);
    for (int i = 0; i < 2000; ++i) {
        Report report = test::sampleReport(i % 3 == 0 ? QStringLiteral("a") : QStringLiteral("b"), QString::number(i),
                                           std::floor(i * 0.5));
        double score = report.clock;
        if (i % 17 == 0)
            report.clock = double(random() % 2000);
        m_live.put(report.serverName.toUtf8(), report.orderId.toUtf8(), test::textOf(report), score);
        reports.push_back(report);
    }
    std::ranges::sort(reports, {},
                      [](const Report &r) { return std::tuple(r.clock, r.serverName.toUtf8(), r.orderId.toUtf8()); });
    for (const bool toDevice : {false, true}) {
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        const auto result = toDevice ? exportTradesTo(m_live.connection(), test::exactRequest(), out)
                                     : exported(test::exactRequest());
        QVERIFY2(result, why(result));
        QCOMPARE(toDevice ? out.data() : contentOf(path()), csvOf(reports));
        QCOMPARE(result->firstClock, reports.front().clock);
        QCOMPARE(result->lastClock, reports.back().clock);
    }
}

void TestExportOrder::orphansComeInOrder()
{
    std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 500, 0);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const std::optional<double> score = i % 5 == 0 ? std::nullopt : std::optional(reports[i].clock);
        m_live.put("s", reports[i].orderId.toUtf8(), test::textOf(reports[i]), score);
    }
    const auto result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), csvOf(reports));
}

/// Neither the other servers nor that one's own reports are lost, and it is named.
void TestExportOrder::anotherTypeOfTheIndex()
{
    std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 10, 0);
    m_live.create(reports);
    for (const double clock : {2.5, 7.5}) {
        reports.push_back(test::sampleReport(QStringLiteral("twisted"), QString::number(clock), clock));
        m_live.put("twisted", reports.back().orderId.toUtf8(), test::textOf(reports.back()));
    }
    test::redisCli(m_live.url(), {"SET", "execution_report_sorted:twisted", "x"});
    std::ranges::sort(reports, {}, &Report::clock);
    for (const double until : {Infinity, 5.0}) {
        ExportRequest what = test::exactRequest();
        what.until = until;
        const auto result = exported(what);
        QVERIFY2(result, why(result));
        std::erase_if(reports, [until](const Report &report) { return report.clock > until; });
        QCOMPARE(contentOf(path()), csvOf(reports));
        QCOMPARE(result->unindexed, std::vector<QByteArray>({"twisted"}));
    }
}

void TestExportOrder::clocksThatAreNoNumbersComeLast()
{
    std::vector<Report> reports;
    for (const auto &[id, clock] : std::vector<std::pair<const char *, double>>{
             {"m", -Infinity}, {"a", 1}, {"b", 2}, {"i", Infinity}, {"n1", NaN}, {"n2", NaN}})
        reports.push_back(test::sampleReport(QStringLiteral("s"), QString::fromLatin1(id), clock));
    double score = 10;
    for (const Report &report : reports)
        m_live.put("s", report.orderId.toUtf8(), test::textOf(report), --score);
    const auto result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), csvOf(reports));
    QCOMPARE(result->firstClock, -Infinity);
    QCOMPARE(result->lastClock, Infinity);
}

/// Everything after it is late then.
void TestExportOrder::oneClockFarAhead()
{
    std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 3000, 100);
    m_live.create(reports);
    reports.push_back(test::sampleReport(QStringLiteral("s"), QStringLiteral("ahead"), 1e12));
    m_live.put("s", "ahead", test::textOf(reports.back()), 1);
    const auto result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), csvOf(reports));
}

QTEST_GUILESS_MAIN(TestExportOrder)
#include "tst_exportorder.moc"
