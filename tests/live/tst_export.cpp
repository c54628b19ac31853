// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include "core/store/tradeexport.h"
#include "core/store/tradeimport.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace arbscope;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();

using Exported = std::expected<ExportResult, ExportError>;

QByteArray why(const Exported &result)
{
    return result ? QByteArray() : result.error().message().toUtf8();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

ExportRequest request(ExportFormat format = ExportFormat::Csv, CsvMode mode = CsvMode::Exact)
{
    ExportRequest result;
    result.format = format;
    result.csvMode = mode;
    result.zone = QTimeZone::utc();
    return result;
}

/// What an exact CSV export of these reports is, in this order.
QByteArray csvOf(const std::vector<Report> &reports)
{
    std::string csv;
    appendCsvHeader(csv);
    for (const Report &report : reports)
        appendCsvRecord(csv, report, CsvMode::Exact);
    return QByteArray::fromStdString(csv);
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void goldenCsv();
    void goldenJsonLines();
    void guarded();
    void noTrades();
    void caption();
    void severalServersMerge();
    void someServers();
    void period();
    void lateTradesComeInOrder();
    void orphansComeInOrder();
    void anotherTypeOfTheIndex();
    void clocksThatAreNoNumbersComeLast();
    void oneClockFarAhead();
    void leftOutAreListed();
    void coercedAreWrittenAsCanonical();
    void largeExport();
    void thousandsOfServers();
    void progress();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("export.csv")); }
    [[nodiscard]] Exported exported(const ExportRequest &what)
    {
        return exportTrades(m_live.connection(), what, path());
    }

    test::LiveStore m_live;
    QTemporaryDir m_folder;
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
    const auto result = exported(request());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), test::golden(QStringLiteral("export.csv")));
    QCOMPARE(result->trades, 60);
    QCOMPARE(result->guarded, 0);
    QVERIFY(result->problems.empty());
    // The same to a device.
    QBuffer out;
    QVERIFY(out.open(QIODevice::WriteOnly));
    QVERIFY(exportTradesTo(m_live.connection(), request(), out));
    QCOMPARE(out.data(), test::golden(QStringLiteral("export.csv")));
}

void TestExport::goldenJsonLines()
{
    QByteArrayList lines = test::golden(QStringLiteral("export.jsonl")).trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const ReadReport read = readReport(line.toStdString());
        m_live.create({*read.report});
    }
    const auto result = exported(request(ExportFormat::JsonLines));
    QVERIFY2(result, why(result));
    QByteArrayList written = contentOf(path()).trimmed().split('\n');
    QCOMPARE(written.size(), 60);
    double last = -Infinity;
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
    const auto result = exported(request(ExportFormat::Csv, CsvMode::Guarded));
    QVERIFY2(result, why(result));
    QCOMPARE(result->guarded, 2);
    QVERIFY(contentOf(path()).contains("\"'=HYPERLINK(\"\"x\"\")\""));
}

void TestExport::noTrades()
{
    m_live.put("s", "odd", "no report", 1);
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::JsonLines}) {
        const auto result = exported(request(format));
        QVERIFY2(result, why(result));
        QCOMPARE(result->trades, 0);
        QCOMPARE(result->unreadable, 1);
        QVERIFY(result->caption.isEmpty());
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::Hidden),
                 QStringList());
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        QVERIFY(exportTradesTo(m_live.connection(), request(format), out));
        QVERIFY(out.data().isEmpty());
    }
}

void TestExport::caption()
{
    m_live.create({test::sampleReport(QStringLiteral("s"), QStringLiteral("a"), 1614556799.9),
                   test::sampleReport(QStringLiteral("s"), QStringLiteral("b"), 1614643200.0)});
    const auto result = exported(request());
    QVERIFY2(result, why(result));
    QCOMPARE(result->caption, QStringLiteral("Export of 2 trades in 2021-02-28 - 2021-03-02"));
    QCOMPARE(result->firstClock, 1614556799.9);
    QCOMPARE(result->lastClock, 1614643200.0);
}

void TestExport::severalServersMerge()
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
    const auto result = exported(request());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), csvOf(reports));
}

void TestExport::someServers()
{
    m_live.create({test::sampleReport(QStringLiteral("a"), QStringLiteral("1"), 1),
                   test::sampleReport(QStringLiteral("b"), QStringLiteral("2"), 2),
                   test::sampleReport(QStringLiteral("c"), QStringLiteral("3"), 3)});
    ExportRequest what = request();
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
    ExportRequest what = request();
    what.since = 100;
    what.until = 200;
    const auto result = exported(what);
    QVERIFY2(result, why(result));
    std::vector<Report> expected(reports.begin() + 100, reports.begin() + 201);
    expected.insert(expected.begin() + 51, test::sampleReport(QStringLiteral("s"), QStringLiteral("in"), 150.5));
    QCOMPARE(contentOf(path()), csvOf(expected));
}

/// Index entries whose score is not the report's clock.
void TestExport::lateTradesComeInOrder()
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
        const auto result = toDevice ? exportTradesTo(m_live.connection(), request(), out) : exported(request());
        QVERIFY2(result, why(result));
        QCOMPARE(toDevice ? out.data() : contentOf(path()), csvOf(reports));
        QCOMPARE(result->firstClock, reports.front().clock);
        QCOMPARE(result->lastClock, reports.back().clock);
    }
}

void TestExport::orphansComeInOrder()
{
    std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 500, 0);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const std::optional<double> score = i % 5 == 0 ? std::nullopt : std::optional(reports[i].clock);
        m_live.put("s", reports[i].orderId.toUtf8(), test::textOf(reports[i]), score);
    }
    const auto result = exported(request());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), csvOf(reports));
}

/// Neither the other servers nor that one's own reports are lost, and it is named.
void TestExport::anotherTypeOfTheIndex()
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
        ExportRequest what = request();
        what.until = until;
        const auto result = exported(what);
        QVERIFY2(result, why(result));
        std::erase_if(reports, [until](const Report &report) { return report.clock > until; });
        QCOMPARE(contentOf(path()), csvOf(reports));
        QCOMPARE(result->unindexed, std::vector<QByteArray>({"twisted"}));
    }
}

void TestExport::clocksThatAreNoNumbersComeLast()
{
    std::vector<Report> reports;
    for (const auto &[id, clock] : std::vector<std::pair<const char *, double>>{
             {"m", -Infinity}, {"a", 1}, {"b", 2}, {"i", Infinity}, {"n1", NaN}, {"n2", NaN}})
        reports.push_back(test::sampleReport(QStringLiteral("s"), QString::fromLatin1(id), clock));
    double score = 10;
    for (const Report &report : reports)
        m_live.put("s", report.orderId.toUtf8(), test::textOf(report), --score);
    const auto result = exported(request());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), csvOf(reports));
    QCOMPARE(result->firstClock, -Infinity);
    QCOMPARE(result->lastClock, Infinity);
}

/// Everything after it is late then.
void TestExport::oneClockFarAhead()
{
    std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 3000, 100);
    m_live.create(reports);
    reports.push_back(test::sampleReport(QStringLiteral("s"), QStringLiteral("ahead"), 1e12));
    m_live.put("s", "ahead", test::textOf(reports.back()), 1);
    const auto result = exported(request());
    QVERIFY2(result, why(result));
    QCOMPARE(contentOf(path()), csvOf(reports));
}

void TestExport::leftOutAreListed()
{
    std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 3, 0);
    m_live.create(reports);
    m_live.put("s", "text", "no JSON", 0.5);
    m_live.put("s", "short", "{\"asset_1\": \"BTC\"}", 1.5);
    m_live.put("s", "lost", "neither");
    m_live.call({"ZADD", "execution_report_sorted:s", "2.5", "ghost"});
    auto result = exported(request());
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
    result = exported(request());
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
    auto result = exported(request(ExportFormat::JsonLines));
    QVERIFY2(result, why(result));
    QCOMPARE(result->coerced, 1);
    QCOMPARE(contentOf(path()), QByteArray(test::textOf(report) + '\n'));
    result = exported(request());
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
    const auto result = exported(request());
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
    const auto result = exported(request());
    QVERIFY2(result, why(result));
    QVERIFY(contentOf(path()) == csvOf(reports));
}

void TestExport::progress()
{
    m_live.create(test::sampleReports(QStringLiteral("s"), 2000));
    qint64 last = 0;
    const auto result = exportTrades(m_live.connection(), request(), path(), [&](ExportProgress now) {
        QVERIFY(now.done > last);
        QCOMPARE(now.total, 2000);
        last = now.done;
    });
    QVERIFY2(result, why(result));
    QCOMPARE(last, 2000);
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
