// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvrecord.h"
#include "core/report/reportjson.h"

#include "tests/paths.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace arbscope;

/// CSV records, contract §5.
class TestCsvRecord : public QObject
{
    Q_OBJECT

private slots:
    void goldenExport();
    void partialTrade();
    void fullTrade();
    void cells_data();
    void cells();
    void numbersAreNeverGuarded();

private:
    static QByteArray goldenFile(const char *name);
    static std::vector<Report> goldenReports();
};

QByteArray TestCsvRecord::goldenFile(const char *name)
{
    QFile file(QStringLiteral(ARBSCOPE_TEST_DATA "/golden/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Report> TestCsvRecord::goldenReports()
{
    std::vector<Report> reports;
    for (const auto &line : goldenFile("export.jsonl").split('\n')) {
        if (auto read = readReport(line.toStdString()); read.report)
            reports.push_back(*std::move(read.report));
    }
    return reports;
}

void TestCsvRecord::goldenExport()
{
    auto reports = goldenReports();
    QCOMPARE(reports.size(), 60u);
    std::ranges::sort(reports, {}, &Report::clock);

    std::string csv;
    appendCsvHeader(csv);
    for (const auto &report : reports)
        QCOMPARE(appendCsvRecord(csv, report, CsvMode::Exact), 0);
    QCOMPARE(QByteArray::fromStdString(csv), goldenFile("export.csv"));
}

void TestCsvRecord::partialTrade()
{
    Report report;
    report.asset1 = QStringLiteral("BTC");
    report.orderId = QStringLiteral("1");
    report.clock = 1614556800.5;
    std::string csv;
    QCOMPARE(appendCsvRecord(csv, report, CsvMode::Guarded), 0);
    QCOMPARE(csv,
             "BTC,,,,,1,,,False,0.0,0.0,1614556800.5,,0,0,0,0,0,0,0.0,0.0,0.0,,0,0" + std::string(23, ',') + "\r\n");
}

void TestCsvRecord::fullTrade()
{
    Report report;
    report.asset1 = QStringLiteral("=1+2");
    report.sessionName = QStringLiteral("a, \"b\"\r\nc");
    report.unitTest = true;
    report.quantity1 = *Decimal::fromText("-1.50");
    report.closedAt = 1e16;
    report.order1Data = QStringLiteral("€");
    report.exchange2AcceptedSlippage = -25;
    report.exchange2Balance2 = *Decimal::fromText("1E-8");
    std::string csv;
    QCOMPARE(appendCsvRecord(csv, report, CsvMode::Guarded), 1);
    QCOMPARE(
        csv,
        "'=1+2,,,,,,\"a, \"\"b\"\"\r\nc\",,True,0.0,0.0,0.0,,-1.50,0,0,0,0,0,0.0,0.0,0.0,,0,0,1e+16,,,,,€,,,,,,,,,,,,"
        "-25,,,,,1E-8\r\n");
}

void TestCsvRecord::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("guarded");
    const auto same
        = [](const char *text) { QTest::addRow("%s", text) << QString::fromLatin1(text) << QByteArray(text); };
    for (const char *plain : {"", "a=b", "1", "-1", "+1.5", "-.5", "-5.", "-1e5", "+1E-05", "'=1", " =1", "1-1"})
        same(plain);
    const auto row = [](const char *text, const char *cell) {
        QTest::addRow("%s", cell) << QString::fromLatin1(text) << QByteArray(cell);
    };
    for (const char *formula :
         {"=1", "+", "-", "-a", "@sum", "\ta", "-1_0", "-1 ", "-inf", "+nan", "-1e", "--1", "-1-1"})
        row(formula, QByteArray(formula).prepend('\'').constData());
    row("\ra", "\"'\ra\"");
    row("=a,b", "\"'=a,b\"");
    row("a,b", "\"a,b\"");
    row("\"", "\"\"\"\"");
    row("a\nb", "\"a\nb\"");
    row("a\tb", "a\tb");
}

void TestCsvRecord::cells()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, guarded);
    Report report;
    report.asset1 = text;
    std::string csv;
    const auto count = appendCsvRecord(csv, report, CsvMode::Guarded);
    const auto cell = QByteArray::fromStdString(csv.substr(0, csv.find(",,,,,,,,False,")));
    QCOMPARE(cell, guarded);
    QCOMPARE(count, guarded.startsWith('\'') || guarded.startsWith("\"'") ? (text.startsWith(u'\'') ? 0 : 1) : 0);
}

void TestCsvRecord::numbersAreNeverGuarded()
{
    Report report;
    report.clock = -std::numeric_limits<double>::infinity();
    report.quantity1 = *Decimal::fromText("-Infinity");
    std::string csv;
    QCOMPARE(appendCsvRecord(csv, report, CsvMode::Guarded), 0);
    QVERIFY(csv.find(",-inf,,-Infinity,") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestCsvRecord)
#include "tst_csvrecord.moc"
