// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvrecord.h"
#include "tests/support/clirun.h"
#include "tests/support/livestore.h"

#include <QJsonArray>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Trades = 1203; // more than two pages
constexpr double FirstClock = 1'600'000'000;

QByteArray idOf(int trade)
{
    return QStringLiteral("id-%1").arg(trade, 6, 10, QLatin1Char('0')).toUtf8();
}

QByteArrayList idsOf(const QByteArray &out)
{
    QByteArrayList ids;
    for (const QJsonObject &line : jsonLines(out)) {
        ids.push_back(line["order_id"_L1].toString().toUtf8());
    }
    return ids;
}

} // namespace

class TestCliTrades final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void listsServers();
    void listsRanks_data();
    void listsRanks();
    void listsPeriodNewestFirst();
    void listsEmptyServer();
    void tellsOfEmptyIndex_data();
    void tellsOfEmptyIndex();
    void listsTable();
    void hugeNumbersWidenTheirRowOnly();
    void listsCanonicalText();
    void listsCsv();
    void listsWhatCannotBeRead();
    void showsReport();
    void showsStoredBytes();
    void showsBadReports();
    void showsEnds();
    void namesAreBytes_data();
    void namesAreBytes();
    void escapesControlCharacters();

private:
    [[nodiscard]] CliResult run(const QByteArrayList &arguments) const
    {
        return runCli(arguments, {}, {"ARBSCOPE_URL=" + m_live->url().display().toUtf8()});
    }

    std::unique_ptr<LiveStore> m_live;
    std::vector<Report> m_reports;
};

void TestCliTrades::initTestCase()
{
    m_live = std::make_unique<LiveStore>();
    m_reports = sampleReports(u"ams1"_s, Trades, FirstClock);
    m_reports.back().version = u"=1+1"_s;
    m_reports.back().order1Data = u"{\"status\":\"closed\"}"_s;
    m_live->create(m_reports);
    m_live->call({"ZADD", "execution_report_sorted:bad", "3", "3-missing"});
    std::string coerced = writeReport(sampleReport(u"bad"_s, u"coerced"_s, 1));
    coerced.replace(coerced.find("false"), 5, "0");
    m_live->put("bad", "1-coerced", QByteArray::fromStdString(coerced), 1);
    m_live->put("bad", "2-invalid", "not JSON\x1b[31m\xff", 2);
    m_live->call({"ZADD", "execution_report_sorted:bad", "4", "4-missing"});
}

void TestCliTrades::listsServers()
{
    const CliResult people = run({"servers"});
    QCOMPARE(people.status, 0);
    QVERIFY(people.err.isEmpty());
    const CliResult machines = run({"servers", "--json"});
    QCOMPARE(machines.status, 0);
    for (const QJsonObject &server : jsonLines(machines.out)) {
        if (server["server"_L1] == "ams1"_L1) {
            QCOMPARE(server["reports"_L1].toInt(), Trades);
            QCOMPARE(server["indexed"_L1].toInt(), Trades);
            QCOMPARE(server["first_clock"_L1].toDouble(), FirstClock);
            QCOMPARE(server["last_clock"_L1].toDouble(), FirstClock + Trades - 1);
            QVERIFY(people.out.contains("ams1"));
            return;
        }
    }
    QFAIL("ams1 is not listed");
}

void TestCliTrades::listsRanks_data()
{
    QTest::addColumn<QByteArrayList>("options");
    QTest::addColumn<int>("first"); // number of the trade printed first
    QTest::addColumn<int>("last");
    const auto row = [](const char *name, const QByteArrayList &options, int first, int last) {
        QTest::newRow(name) << options << first << last;
    };
    row("all", {}, 0, Trades - 1);
    row("all, newest first", {"--desc"}, Trades - 1, 0);
    row("one", {"--from", "7", "--to", "7"}, 7, 7);
    row("over a page", {"--from", "499", "--to", "1000"}, 499, 1000);
    row("newest ten", {"--desc", "--to", "9"}, Trades - 1, Trades - 10);
    row("last ten", {"--from", "-10"}, Trades - 10, Trades - 1);
    row("oldest ten, newest first", {"--desc", "--from", "-10"}, 9, 0);
    row("negative both", {"--from", "-5", "--to", "-3"}, Trades - 5, Trades - 3);
    row("beyond both ends", {"--from", "-99999", "--to", "99999"}, 0, Trades - 1);
    row("newest first over a page", {"--desc", "--from", "100", "--to", "700"}, Trades - 101, Trades - 701);
}

void TestCliTrades::listsRanks()
{
    QFETCH(const QByteArrayList, options);
    QFETCH(const int, first);
    QFETCH(const int, last);
    const CliResult result = run(QByteArrayList{"list", "ams1", "--json"} + options);
    QCOMPARE(result.status, 0);
    QByteArrayList expected;
    const int step = first <= last ? 1 : -1;
    for (int trade = first; trade != last + step; trade += step) {
        expected.push_back(idOf(trade));
    }
    QCOMPARE(idsOf(result.out), expected);
    const std::vector<QJsonObject> lines = jsonLines(result.out);
    const int rank = step > 0 ? first : Trades - 1 - first;
    QCOMPARE(lines.front()["rank"_L1].toInt(), rank);
    QCOMPARE(lines.back()["rank"_L1].toInt(), rank + static_cast<int>(lines.size()) - 1);
}

void TestCliTrades::listsPeriodNewestFirst()
{
    const CliResult result = run({"list", "ams1", "--json", "--desc", "--since", "1600000100", "--until", "1600000900",
                                  "--from", "1", "--to", "2"});
    QCOMPARE(idsOf(result.out), (QByteArrayList{idOf(899), idOf(898)}));
}

void TestCliTrades::listsEmptyServer()
{
    for (const QByteArrayList &options :
         {QByteArrayList{}, {"--from", "5"}, {"--desc"}, {"--from", "3", "--to", "2"}}) {
        const CliResult result = run(QByteArrayList{"list", "nobody"} + options);
        QCOMPARE(result.status, 0);
        QVERIFY(result.out.isEmpty());
        QVERIFY(result.err.contains("No trades"));
    }
}

void TestCliTrades::tellsOfEmptyIndex_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::newRow("list") << QByteArrayList{"list", "unindexed"};
    QTest::newRow("list filtered") << QByteArrayList{"list", "unindexed", "--filter", "clock > 0", "--from", "-1"};
    QTest::newRow("list as CSV") << QByteArrayList{"list", "unindexed", "--format", "csv"};
    QTest::newRow("first") << QByteArrayList{"first", "unindexed"};
    QTest::newRow("last") << QByteArrayList{"last", "unindexed"};
}

void TestCliTrades::tellsOfEmptyIndex()
{
    QFETCH(const QByteArrayList, arguments);
    m_live->put("unindexed", "1", textOf(sampleReport(u"unindexed"_s, u"1"_s, 1)));
    const CliResult result = run(arguments);
    QCOMPARE(result.status, 1);
    QVERIFY2(result.err.contains("The index of the server unindexed is empty, its hash has 1 report"), result.err);
}

void TestCliTrades::listsTable()
{
    const CliResult result = run({"list", "ams1", "--to", "1", "--tz", "UTC"});
    QCOMPARE(result.status, 0);
    const QByteArrayList lines = result.out.split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].contains("clock (UTC)"));
    QVERIFY(lines[1].contains("2020-09-13 12:26:40.000") && lines[1].contains("BTC/EUR"));
    QVERIFY(lines[1].contains("Kraken \u2192 Bitstamp") && lines[1].contains("open"));
    QCOMPARE(lines[1].indexOf(idOf(0)), lines[2].indexOf(idOf(1)));
}

void TestCliTrades::hugeNumbersWidenTheirRowOnly()
{
    Report huge = sampleReport(u"huge"_s, u"huge"_s, 1);
    huge.quantity1 = *Decimal::fromText(std::string(5000, '9'));
    m_live->put("huge", "huge", textOf(huge), 1);
    m_live->put("huge", "usual", textOf(sampleReport(u"huge"_s, u"usual"_s, 2)), 2);
    m_live->put("huge", "unreadable", "{", 3);
    const CliResult result = run({"list", "huge"});
    QCOMPARE(result.status, 1);
    const QByteArrayList lines = result.out.split('\n');
    QVERIFY(lines[1].contains(QByteArray(5000, '9')));
    QVERIFY(lines[2].size() < 400);
    QCOMPARE(lines[3].indexOf("unreadable"), lines[2].indexOf("usual"));
}

void TestCliTrades::listsCanonicalText()
{
    const CliResult result = run({"list", "ams1", "--format", "jsonl"});
    QByteArray expected;
    for (const Report &report : m_reports) {
        expected += textOf(report) + '\n';
    }
    QCOMPARE(result.out, expected);
    QCOMPARE(result.status, 0);
}

void TestCliTrades::listsCsv()
{
    const CliResult result = run({"list", "ams1", "--format", "csv", "--from", "-2"});
    std::string expected;
    appendCsvHeader(expected);
    for (const Report &report : std::span(m_reports).last(2)) {
        appendCsvRecord(expected, report, CsvMode::Guarded);
    }
    QCOMPARE(result.out, QByteArray::fromStdString(expected));
    QVERIFY(result.err.contains("1 cell guarded"));
}

void TestCliTrades::listsWhatCannotBeRead()
{
    const CliResult table = run({"list", "bad"});
    QCOMPARE(table.status, 1);
    QVERIFY(table.out.contains("1-coerced") && table.out.contains("coerced\n"));
    QVERIFY(table.out.contains("2-invalid") && table.out.contains("invalid: "));
    QVERIFY(table.out.contains("4-missing") && table.out.contains("missing: "));
    QVERIFY(table.err.contains("cannot be read"));
    const CliResult machines = run({"list", "bad", "--json"});
    QCOMPARE(machines.status, 1);
    QStringList verdicts;
    for (const QJsonObject &line : jsonLines(machines.out)) {
        verdicts.push_back(line["verdict"_L1].toString());
        QCOMPARE(line["report"_L1].isObject(), verdicts.back() == "coerced"_L1);
        QCOMPARE(line["issues"_L1].toArray().isEmpty(), verdicts.back() == "missing"_L1);
    }
    QCOMPARE(verdicts, (QStringList{u"coerced"_s, u"invalid"_s, u"missing"_s, u"missing"_s}));
    const CliResult lines = run({"list", "bad", "--format", "jsonl"});
    QCOMPARE(lines.status, 1);
    QCOMPARE(lines.out.count('\n'), 1);
    QVERIFY(lines.err.contains("3 reports cannot be read: left out"));
}

void TestCliTrades::showsReport()
{
    const CliResult people = run({"show", "ams1", idOf(Trades - 1), "--tz", "UTC"});
    QCOMPARE(people.status, 0);
    for (const QByteArray &part : {QByteArray("Identity"), QByteArray("Timeline"), QByteArray("Market"),
                                   QByteArray("Legs"), QByteArray("Result"), QByteArray("Dust"), QByteArray("Balances"),
                                   QByteArray("Derived"), QByteArray("0.0125 BTC"), QByteArray("512.40 EUR"),
                                   QByteArray("\"status\": \"closed\""), QByteArray("2020-09-13 12:46:42.000")}) {
        QVERIFY2(people.out.contains(part), part.constData());
    }
    const CliResult machines = run({"--json", "show", "ams1", idOf(3)});
    const QJsonObject line = jsonLines(machines.out).front();
    QCOMPARE(line["verdict"_L1], "valid"_L1);
    QCOMPARE(line["report"_L1].toObject()["clock"_L1].toDouble(), FirstClock + 3);
    QCOMPARE(line["report"_L1].toObject().size(), 48);
}

void TestCliTrades::showsStoredBytes()
{
    const QByteArray stored = " {\"a\":\n1}\r\n\x01\xff ";
    m_live->put("raw", "x", stored, 1);
    const CliResult result = run({"show", "raw", "x", "--raw"});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, stored);
}

void TestCliTrades::showsBadReports()
{
    const CliResult invalid = run({"show", "bad", "2-invalid"});
    QCOMPARE(invalid.status, 1);
    QVERIFY(invalid.out.contains("invalid") && invalid.out.contains("not JSON\\x1b[31m\\xff"));
    const QJsonObject line = jsonLines(run({"show", "bad", "2-invalid", "--json"}).out).front();
    QVERIFY(line["report"_L1].isNull());
    QCOMPARE(line["raw_hex"_L1].toString(), QString::fromLatin1(QByteArray("not JSON\x1b[31m\xff").toHex()));
    const CliResult coerced = run({"show", "bad", "1-coerced"});
    QCOMPARE(coerced.status, 0);
    QVERIFY(coerced.out.contains("unit_test: "));
    for (const QByteArray &id : {QByteArray("4-missing"), QByteArray("nothing"), QByteArray()}) {
        const CliResult missing = run({"show", "bad", id});
        QCOMPARE(missing.status, 1);
        QVERIFY(missing.out.isEmpty());
        QVERIFY(missing.err.contains(id));
    }
}

void TestCliTrades::showsEnds()
{
    const auto idOfLine
        = [](const CliResult &result) { return jsonLines(result.out).front()["order_id"_L1].toString(); };
    QCOMPARE(idOfLine(run({"first", "ams1", "--json"})).toUtf8(), idOf(0));
    QCOMPARE(idOfLine(run({"last", "ams1", "--json"})).toUtf8(), idOf(Trades - 1));
    QVERIFY(run({"last", "ams1"}).out.contains("=1+1"));
    QCOMPARE(run({"last", "bad"}).status, 1); // the hash does not have it
    for (const QByteArray &command : {QByteArray("first"), QByteArray("last")}) {
        const CliResult none = run({command, "nobody"});
        QCOMPARE(none.status, 0);
        QVERIFY(none.out.isEmpty());
        QVERIFY(none.err.contains("No trades"));
    }
}

void TestCliTrades::namesAreBytes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("space") << QByteArray("two words");
    QTest::newRow("colons") << QByteArray("a:b::c");
    QTest::newRow("line break") << QByteArray("one\ntwo\n");
    QTest::newRow("quotes") << QByteArray("it's \"quoted\" \\n");
    QTest::newRow("pattern") << QByteArray("*[a]?");
    QTest::newRow("emoji") << QByteArray("\xf0\x9f\x9a\x80");
    QTest::newRow("HTML") << QByteArray("<b>&amp;</b>");
    QTest::newRow("like an option") << QByteArray("--json");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xc3(\x80");
    QTest::newRow("nothing") << QByteArray("");
}

void TestCliTrades::namesAreBytes()
{
    QFETCH(const QByteArray, name);
    const QByteArray text = textOf(sampleReport(u"s"_s, u"o"_s, 1));
    m_live->put(name, name, text, 1);
    QCOMPARE(run({"show", "--raw", "--", name, name}).out, text);
    QCOMPARE(run({"list", "--format", "jsonl", "--", name}).out, text + '\n');
    const QJsonObject line = jsonLines(run({"last", "--json", "--", name}).out).front();
    QCOMPARE(line["order_id"_L1].toString(), QString::fromUtf8(name));
    QCOMPARE(line.contains("server_hex"_L1), !name.isValidUtf8());
    const CliResult exported = runCli({"export", "--format", "jsonl", "-o", "-", "--server", name}, {},
                                      {"ARBSCOPE_URL=" + m_live->url().display().toUtf8()});
    QCOMPARE(exported.out, text + '\n');
}

void TestCliTrades::escapesControlCharacters()
{
    Report report = sampleReport(u"evil"_s, u"x"_s, 1);
    report.version = u"\x1b]0;owned\x07\u202e\x9b"_s;
    m_live->create({report});
    m_live->put("\x1b[2Jname", "\x1b[31m", "{}", 1);
    for (const QByteArrayList &arguments : {QByteArrayList{"show", "evil", "x"},
                                            {"list", "\x1b[2Jname"},
                                            {"servers"},
                                            {"last", "\x1b[2Jname"},
                                            {"show", "\x1b[2Jname", "\x1b[31mno"},
                                            {"export", "-o", "-", "--server", "\x1b[2Jname"}}) {
        const CliResult result = run(arguments);
        for (const QByteArray &bad : {QByteArray("\x1b"), QByteArray("\x07"),
                                      QByteArray::fromHex("e280ae") /* U+202E */, QByteArray("\u009b")}) {
            QVERIFY(!result.out.contains(bad));
            QVERIFY(!result.err.contains(bad));
        }
    }
    QVERIFY(run({"show", "evil", "x"}).out.contains("\\x1b]0;owned\\x07\\u202e\\x9b"));
}

QTEST_GUILESS_MAIN(TestCliTrades)
#include "tst_cli_trades.moc"
