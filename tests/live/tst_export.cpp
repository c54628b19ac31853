// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exactexport.h"
#include "tests/support/livestore.h"
#include "tests/support/why.h"

#include "core/store/tradeexport.h"
#include "core/store/tradeimport.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace arbscope;
using test::contentOf;
using test::csvOf;
using test::why;

class TestExport : public QObject, private test::ExportFixture
{
    Q_OBJECT

private slots:
    void init();
    void goldenCsv();
    void goldenJsonLines();
    void guarded();
    void noTrades();
    void caption();
    void someServers();
    void period();
    void leftOutAreListed();
    void coercedAreWrittenAsCanonical();
    void largeExport();
    void thousandsOfServers();
    void progress();
};

void TestExport::init()
{
    m_live.clear();
    QFile::remove(path());
}

void TestExport::goldenCsv()
{
    QByteArray lines = test::golden(QStringLiteral("export.jsonl"));
    QBuffer buffer(&lines);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const ImportResult imported = importReports(m_live.store(), buffer, [](const ImportProblem &problem) {
        qWarning("line %lld was not stored", problem.line);
    });
    QCOMPARE(imported.stored, 60);
    const auto result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), test::golden(QStringLiteral("export.csv")));
    QCOMPARE(result->trades, 60);
    QCOMPARE(result->guarded, 0);
    QVERIFY(result->problems.empty());
    // The same to a device.
    QBuffer out;
    QVERIFY(out.open(QIODevice::WriteOnly));
    QVERIFY(exportTradesTo(m_live.connection(), test::exactRequest(), out));
    QCOMPARE(out.data(), test::golden(QStringLiteral("export.csv")));
}

void TestExport::goldenJsonLines()
{
    QByteArrayList lines = test::golden(QStringLiteral("export.jsonl")).trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const ReadReport read = readReport(line.toStdString());
        m_live.create({*read.report});
    }
    const auto result = exported(test::exactRequest(ExportFormat::JsonLines));
    QVERIFY2(result, why(result));
    QByteArrayList written = contentOf(path()).trimmed().split('\n');
    QCOMPARE(written.size(), 60);
    double last = -std::numeric_limits<double>::infinity();
    for (const QByteArray &line : written) {
        const double clock = readReport(line.toStdString()).report->clock;
        QVERIFY(clock >= last);
        last = clock;
    }
    std::ranges::sort(lines);
    std::ranges::sort(written);
    QCOMPARE(written, lines); // each is its own canonical text
}

void TestExport::guarded()
{
    Report report = test::sampleReport(QStringLiteral("s"), QStringLiteral("a"), 1);
    report.version = QStringLiteral("=HYPERLINK(\"x\")");
    report.kind = QStringLiteral("@now");
    m_live.create({report});
    const auto result = exported(test::exactRequest(ExportFormat::Csv, CsvMode::Guarded));
    QVERIFY2(result, why(result));
    QCOMPARE(result->guarded, 2);
    QVERIFY(contentOf(path()).contains("\"'=HYPERLINK(\"\"x\"\")\""));
}

void TestExport::noTrades()
{
    m_live.put("s", "odd", "no report", 1);
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::JsonLines}) {
        const auto result = exported(test::exactRequest(format));
        QVERIFY2(result, why(result));
        QCOMPARE(result->trades, 0);
        QCOMPARE(result->unreadable, 1);
        QVERIFY(result->caption.isEmpty());
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::Hidden),
                 QStringList());
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        QVERIFY(exportTradesTo(m_live.connection(), test::exactRequest(format), out));
        QVERIFY(out.data().isEmpty());
    }
}

void TestExport::caption()
{
    m_live.create({test::sampleReport(QStringLiteral("s"), QStringLiteral("a"), 1614556799.9),
                   test::sampleReport(QStringLiteral("s"), QStringLiteral("b"), 1614643200.0)});
    const auto result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QCOMPARE(result->caption, QStringLiteral("Export of 2 trades in 2021-02-28 - 2021-03-02"));
    QCOMPARE(result->firstClock, 1614556799.9);
    QCOMPARE(result->lastClock, 1614643200.0);
}

void TestExport::someServers()
{
    m_live.create({test::sampleReport(QStringLiteral("a"), QStringLiteral("1"), 1),
                   test::sampleReport(QStringLiteral("b"), QStringLiteral("2"), 2),
                   test::sampleReport(QStringLiteral("c"), QStringLiteral("3"), 3)});
    ExportRequest what = test::exactRequest();
    what.servers = {"c", "a", "c", "nobody"};
    const auto result = exported(what);
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()),
             csvOf({test::sampleReport(QStringLiteral("a"), QStringLiteral("1"), 1),
                    test::sampleReport(QStringLiteral("c"), QStringLiteral("3"), 3)}));
}

void TestExport::period()
{
    const std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 300, 0);
    m_live.create(reports);
    m_live.put("s", "in", test::textOf(test::sampleReport(QStringLiteral("s"), QStringLiteral("in"), 150.5)));
    m_live.put("s", "out", test::textOf(test::sampleReport(QStringLiteral("s"), QStringLiteral("out"), 250.5)));
    ExportRequest what = test::exactRequest();
    what.since = 100;
    what.until = 200;
    const auto result = exported(what);
    QVERIFY2(result, why(result));
    std::vector<Report> expected(reports.begin() + 100, reports.begin() + 201);
    expected.insert(expected.begin() + 51, test::sampleReport(QStringLiteral("s"), QStringLiteral("in"), 150.5));
    QCOMPARE(contentOf(path()), csvOf(expected));
}

void TestExport::leftOutAreListed()
{
    std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 3, 0);
    m_live.create(reports);
    m_live.put("s", "text", "no JSON", 0.5);
    m_live.put("s", "short", "{\"asset_1\": \"BTC\"}", 1.5);
    m_live.put("s", "lost", "neither");
    m_live.call({"ZADD", "execution_report_sorted:s", "2.5", "ghost"});
    auto result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), csvOf(reports));
    QCOMPARE(result->trades, 3);
    QCOMPARE(result->unreadable, 4);
    QByteArrayList ids;
    for (const ExportProblem &problem : result->problems) {
        QCOMPARE(problem.server, QByteArray("s"));
        QCOMPARE(problem.issues.empty(), problem.orderId == "ghost");
        ids.push_back(problem.orderId);
    }
    QCOMPARE(ids, QByteArrayList({"text", "short", "ghost", "lost"}));
    for (int i = 0; i < 1200; ++i)
        m_live.put("s", "bad" + QByteArray::number(i), "x", 3 + i);
    result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QCOMPARE(result->unreadable, 1204);
    QCOMPARE(result->problems.size(), std::size_t(1000));
}

void TestExport::coercedAreWrittenAsCanonical()
{
    const Report report = test::sampleReport(QStringLiteral("s"), QStringLiteral("a"), 1);
    QByteArray coerced = test::textOf(report);
    coerced.replace("\"clock\": 1.0", "\"clock\": \"1.0\"");
    QVERIFY(coerced != test::textOf(report));
    m_live.put("s", "a", coerced, 1);
    auto result = exported(test::exactRequest(ExportFormat::JsonLines));
    QVERIFY2(result, why(result));
    QCOMPARE(result->coerced, 1);
    QCOMPARE(contentOf(path()), QByteArray(test::textOf(report) + '\n'));
    result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), csvOf({report}));
}

void TestExport::largeExport()
{
    std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 20'000);
    for (std::size_t i = 0; i < reports.size(); i += 100)
        reports[i].order2Data = QString(50'000, QLatin1Char('y'));
    reports[777].order1Data = QString(20'000'000, QLatin1Char('x'));
    m_live.create(reports);
    const auto result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QVERIFY(contentOf(path()) == csvOf(reports));
}

void TestExport::thousandsOfServers()
{
    std::vector<Report> reports;
    reports.reserve(4000);
    for (int i = 0; i < 4000; ++i)
        reports.push_back(test::sampleReport(QStringLiteral("server %1").arg((i * 7) % 2000), QString::number(i), i));
    m_live.create(reports);
    const auto result = exported(test::exactRequest());
    QVERIFY2(result, why(result));
    QVERIFY(contentOf(path()) == csvOf(reports));
}

void TestExport::progress()
{
    m_live.create(test::sampleReports(QStringLiteral("s"), 2000));
    qint64 last = 0;
    const auto result = exportTrades(m_live.connection(), test::exactRequest(), path(), [&](ExportProgress now) {
        QVERIFY(now.done > last);
        QCOMPARE(now.total, 2000);
        last = now.done;
    });
    QVERIFY2(result, why(result));
    QCOMPARE(last, 2000);
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
