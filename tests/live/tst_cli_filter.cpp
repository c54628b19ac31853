// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filterparser.h"
#include "core/report/csvrecord.h"
#include "tests/support/clirun.h"
#include "tests/support/livestore.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

/// --filter of list and export: the trades that a naive evaluator chooses, in the order and at the ranks asked for.
class TestCliFilter final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void lists_data();
    void lists();
    void ranksOfMatches_data();
    void ranksOfMatches();
    void exports_data();
    void exports();
    void exportsNothing();
    void refusesWhatIsNoFilter();

private:
    [[nodiscard]] CliResult run(const QByteArrayList &arguments) const
    {
        return runCli(arguments, {}, {"ARBSCOPE_URL=" + m_live->url().display().toUtf8()});
    }
    /// Order ids of the trades that a filter is true of, oldest first.
    [[nodiscard]] QByteArrayList matching(const QString &filter) const
    {
        const auto parsed = parseFilter(filter, QTimeZone::utc());
        QByteArrayList ids;
        for (std::size_t i = 0; parsed && i < m_texts.size(); ++i) {
            if (isTrueOf(**parsed, readReport(m_texts[i])))
                ids.push_back(idOf(i));
        }
        return ids;
    }
    static QByteArray idOf(std::size_t i) { return "id-" + QByteArray::number(qsizetype(i)).rightJustified(5, '0'); }
    /// Found by hand: reports that hold NaN are no JSON for Qt.
    static QByteArrayList idsOf(const QByteArray &out, const char *member = R"("order_id": ")")
    {
        QByteArrayList ids;
        for (const QByteArray &line : out.split('\n').mid(0, out.count('\n'))) {
            const qsizetype begin = line.indexOf(member) + qsizetype(qstrlen(member));
            ids.push_back(
                line.mid(begin, line.indexOf(QByteArrayView(member).endsWith('"') ? '"' : ',', begin) - begin));
        }
        return ids;
    }

    std::unique_ptr<LiveStore> m_live;
    std::vector<std::string> m_texts;
};

void TestCliFilter::initTestCase()
{
    m_live = std::make_unique<LiveStore>();
    m_texts = oddTexts(1200, 21);
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        m_live->put("ams1", idOf(i), QByteArray::fromStdString(m_texts[i]), double(i));
}

void TestCliFilter::lists_data()
{
    QTest::addColumn<QString>("filter");
    for (const char *filter :
         {"failed", "net < 0 and order_1_latency > 0.2", "verdict == \"invalid\"", "verdict != \"invalid\"",
          "order_2_data contains \"nsufficient\"", "insufficient", "not (exchange_1 in {\"Kraken\"})",
          "executed_price_2 > market_2_ask_price", "gap_bps < -5 or slippage_2_bps > 3.5", "quantity_1 is null"})
        QTest::addRow("%s", filter) << QString::fromLatin1(filter);
}

void TestCliFilter::lists()
{
    QFETCH(QString, filter);
    QByteArrayList expected = matching(filter);
    QVERIFY(!expected.isEmpty());
    CliResult result = run({"list", "ams1", "--json", "--tz", "UTC", "--filter", filter.toUtf8()});
    QCOMPARE(idsOf(result.out), expected);
    std::ranges::reverse(expected);
    result = run({"list", "ams1", "--json", "--tz", "UTC", "--desc", "--filter", filter.toUtf8()});
    QCOMPARE(idsOf(result.out), expected);
}

void TestCliFilter::ranksOfMatches_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    for (const auto &[from, to] : std::vector<std::pair<int, int>>{{0, 4},
                                                                   {3, 3},
                                                                   {-5, -1},
                                                                   {-5, -3},
                                                                   {2, -3},
                                                                   {0, 100000},
                                                                   {100000, -1},
                                                                   {-100000, 2},
                                                                   {5, 2},
                                                                   {0, -100000}})
        QTest::addRow("%d to %d", from, to) << from << to;
}

void TestCliFilter::ranksOfMatches()
{
    QFETCH(int, from);
    QFETCH(int, to);
    const QByteArrayList all = matching(u"failed"_s);
    const qsizetype first = std::max<qsizetype>(0, from < 0 ? from + all.size() : from);
    const qsizetype last = std::min(all.size() - 1, to < 0 ? to + all.size() : qsizetype(to));
    QByteArrayList expected;
    for (qsizetype i = first; i <= last; ++i)
        expected.push_back(all[i]);
    const CliResult result = run({"list", "ams1", "--json", "--filter", "failed", "--from", QByteArray::number(from),
                                  "--to", QByteArray::number(to)});
    QCOMPARE(idsOf(result.out), expected);
    qsizetype rank = first;
    for (const QByteArray &shown : idsOf(result.out, R"("rank": )"))
        QCOMPARE(shown.toLongLong(), rank++);
}

void TestCliFilter::exports_data()
{
    lists_data();
}

void TestCliFilter::exports()
{
    QFETCH(QString, filter);
    const auto parsed = parseFilter(filter, QTimeZone::utc());
    std::vector<Report> reports;
    for (const std::string &text : m_texts) {
        const ReadReport read = readReport(text);
        if (read.report && isTrueOf(**parsed, read))
            reports.push_back(*read.report);
    }
    const CliResult result = run({"export", "-o", "-", "--exact", "--tz", "UTC", "--filter", filter.toUtf8()});
    if (reports.empty()) {
        QVERIFY(result.out.isEmpty());
        return;
    }
    // By the report's clock, as every export: odd reports have odd ones.
    QList<QByteArray> records;
    for (const Report &report : reports) {
        std::string record;
        appendCsvRecord(record, report, CsvMode::Exact);
        records.push_back(QByteArray::fromStdString(record));
    }
    std::string header;
    appendCsvHeader(header);
    QCOMPARE(result.out.size(),
             std::accumulate(records.begin(), records.end(), qsizetype(header.size()),
                             [](qsizetype size, const QByteArray &record) { return size + record.size(); }));
    for (const QByteArray &record : records)
        QVERIFY(result.out.contains(record));
}

void TestCliFilter::exportsNothing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"none.csv"_s);
    const CliResult result = run({"export", "-o", path.toUtf8(), "--filter", "asset_1 == \"none\""});
    QCOMPARE(result.status, 0);
    QVERIFY(result.err.contains("No trades"));
    QVERIFY(!QFile::exists(path));
}

void TestCliFilter::refusesWhatIsNoFilter()
{
    for (const char *command : {"list", "export"}) {
        QByteArrayList arguments{command, "--filter", "failed and clok > 3"};
        if (qstrcmp(command, "list") == 0)
            arguments.insert(1, "ams1");
        const CliResult result = run(arguments);
        QCOMPARE(result.status, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY2(result.err.contains("did you mean “clock”"), result.err.constData());
        QVERIFY(result.err.contains("\n  failed and clok > 3\n             ^^^^\n"));
    }
}

QTEST_GUILESS_MAIN(TestCliFilter)
#include "tst_cli_filter.moc"
