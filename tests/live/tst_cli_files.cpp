// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/names.h"
#include "tests/support/clirun.h"
#include "tests/support/livestore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read: ") + path.toUtf8();
}

} // namespace

class TestCliFiles final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void validatesGoldenTexts();
    void validatesInContractForm();
    void validatesLineEnds_data();
    void validatesLineEnds();
    void validatesFiles();
    void validatesLargeLines();
    void exportsGolden();
    void exportsWithDefaultName();
    void exportsGuarded();
    void exportsNothing();
    void exportsWhatCanBeRead();
    void exportsWithoutAnIndex();
    void exportLeavesOldFile();
    void imports();
    void importsTwice();
    void importListsBadLines();
    void keysOfAnotherType();

private:
    [[nodiscard]] CliResult run(const QByteArrayList &arguments, const QByteArray &input = {}) const
    {
        return runCli(arguments, input, {"ARBSCOPE_URL=" + m_live->url().display().toUtf8(), "TZ=UTC"});
    }
    [[nodiscard]] QString path(const QString &name) const { return m_directory->filePath(name); }

    std::unique_ptr<LiveStore> m_live;
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestCliFiles::initTestCase()
{
    m_live = std::make_unique<LiveStore>();
}

void TestCliFiles::init()
{
    m_live->clear();
    m_directory = std::make_unique<QTemporaryDir>();
}

void TestCliFiles::validatesGoldenTexts()
{
    std::vector<QJsonObject> cases = jsonLines(golden(u"decode.jsonl"_s));
    QCOMPARE(cases.size(), std::size_t(899));
    QByteArray input;
    for (const QJsonObject &entry : cases) {
        // Some have line breaks between members: white space of JSON, as good as a space.
        input += entry["stored"_L1].toString().toUtf8().replace('\n', ' ') + '\n';
    }
    const CliResult result = runCli({"validate", "-"}, input);
    QCOMPARE(result.status, 1);
    const std::vector<QJsonObject> lines = jsonLines(result.out);
    QCOMPARE(lines.size(), cases.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QByteArray name = QByteArray::number(i + 1) + ": " + cases[i]["case"_L1].toString().toUtf8();
        QVERIFY2(lines[i]["line"_L1].toInt() == static_cast<int>(i) + 1, name);
        const QString verdict = lines[i]["verdict"_L1].toString();
        const bool isRefused = cases[i]["verdict"_L1] == "differs"_L1;
        QVERIFY2(verdict == (isRefused ? u"invalid"_s : cases[i]["verdict"_L1].toString()), name);
        const QJsonValue canonical = verdict == "invalid"_L1 ? QJsonValue() : cases[i]["canonical"_L1];
        QVERIFY2(lines[i]["canonical"_L1] == canonical, name);
        QVERIFY2(lines[i]["issues"_L1].toArray().isEmpty() == (verdict == "valid"_L1), name);
    }
}

void TestCliFiles::validatesInContractForm()
{
    const QByteArray canonical = textOf(sampleReport(u"s"_s, u"\u20ac\"\\"_s, 1));
    const CliResult result = runCli({"validate", "-", "--json"}, canonical + "\n[]\n{\"\xff\": 1}\n");
    const QByteArrayList lines = result.out.split('\n');
    QCOMPARE(lines.size(), 4);
    QByteArray escaped = canonical;
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    QCOMPARE(lines[0], "{\"line\": 1, \"verdict\": \"valid\", \"canonical\": \"" + escaped + "\", \"issues\": []}");
    QVERIFY(lines[1].startsWith(
        R"({"line": 2, "verdict": "invalid", "canonical": null, "issues": [{"member": "", "code": ")"));
    QVERIFY(lines[2].contains(R"("code": "encoding", "message": ")"));
    for (const QByteArray &line : lines.mid(0, 3)) {
        QVERIFY(QJsonDocument::fromJson(line).isObject());
        QVERIFY(std::ranges::all_of(line, [](char c) { return c >= 0x20 && c < 0x7f; }));
    }
}

void TestCliFiles::validatesLineEnds_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("verdicts"); // a letter each
    QTest::addColumn<int>("status");
    const QByteArray good = textOf(sampleReport(u"s"_s, u"o"_s, 1));
    QTest::newRow("nothing") << QByteArray() << QByteArray() << 0;
    QTest::newRow("one line") << good + '\n' << QByteArray("v") << 0;
    QTest::newRow("without end") << good << QByteArray("v") << 0;
    QTest::newRow("with carriage return") << good + "\r\n" + good + "\r\n" << QByteArray("vv") << 0;
    QTest::newRow("blank line") << QByteArray("\n") << QByteArray("i") << 1;
    QTest::newRow("blank lines") << "\n" + good + "\n\n" << QByteArray("ivi") << 1;
    QTest::newRow("spaces") << QByteArray("  \n\t") << QByteArray("ii") << 1;
    QTest::newRow("NUL") << QByteArray("\0\n", 2) + good << QByteArray("iv") << 1;
}

void TestCliFiles::validatesLineEnds()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, verdicts);
    QFETCH(const int, status);
    const CliResult result = runCli({"validate", "-"}, input);
    QCOMPARE(result.status, status);
    QByteArray found;
    if (!result.out.isEmpty()) {
        for (const QJsonObject &line : jsonLines(result.out)) {
            found += line["verdict"_L1].toString().front().toLatin1();
        }
    }
    QCOMPARE(found, verdicts);
}

void TestCliFiles::validatesFiles()
{
    const QString name = path(u"lines \u20ac.jsonl"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 5000; ++i) {
        file.write(textOf(sampleReport(u"s"_s, QString::number(i), i)) + '\n');
    }
    file.close();
    const CliResult result = runCli({"validate", name.toUtf8()});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out.count("\"verdict\": \"valid\""), 5000);
    QCOMPARE(result.out.count('\n'), 5000);
    QVERIFY(result.err.contains("5,000 lines: 5000 valid, 0 coerced, 0 invalid."));
}

void TestCliFiles::validatesLargeLines()
{
    Report large = sampleReport(u"s"_s, u"o"_s, 1);
    large.order1Data = QString(20'000'000, u'x');
    const QByteArray text = textOf(large);
    const CliResult result = runCli({"validate", "-"}, text + "\n" + text);
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out.count('\n'), 2);
}

void TestCliFiles::exportsGolden()
{
    const QByteArray lines = golden(u"export.jsonl"_s);
    const CliResult stored = run({"import", "-"}, lines);
    QVERIFY2(stored.status == 0, stored.err);
    const CliResult result = run({"export", "--exact", "-o", "-"});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, golden(u"export.csv"_s));
    QVERIFY2(result.err.contains("Export of 60 trades in 2020-09-13 - 2020-09-13"), result.err);
    const CliResult toFile = run({"export", "--exact", "-o", path(u"all.csv"_s).toUtf8(), "--json"});
    QCOMPARE(toFile.status, 0);
    QCOMPARE(contentsOf(path(u"all.csv"_s)), golden(u"export.csv"_s));
    const QJsonObject summary = jsonLines(toFile.out).front();
    QCOMPARE(summary["trades"_L1].toInt(), 60);
    QCOMPARE(summary["guarded"_L1].toInt(), 0);
    QCOMPARE(summary["file"_L1].toString(), path(u"all.csv"_s));
    QCOMPARE(summary["caption"_L1], "Export of 60 trades in 2020-09-13 - 2020-09-13"_L1);
}

void TestCliFiles::exportsWithDefaultName()
{
    m_live->create(sampleReports(u"ams1"_s, 3));
    const QDate before = QDateTime::currentDateTimeUtc().date();
    const QString home = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_directory->path()));
    const CliResult csv = run({"export"});
    const CliResult lines = run({"export", "--format", "jsonl"});
    QVERIFY(QDir::setCurrent(home));
    QCOMPARE(csv.status, 0);
    QCOMPARE(lines.status, 0);
    QVERIFY(csv.out.isEmpty());
    QStringList found = QDir(m_directory->path()).entryList(QDir::Files, QDir::Name);
    const QDate day = found.contains(exportFileName(before, u"csv"_s)) ? before : before.addDays(1);
    QCOMPARE(found, (QStringList{exportFileName(day, u"csv"_s), exportFileName(day, u"jsonl"_s)}));
    QCOMPARE(contentsOf(path(found[0])).count("\r\n"), 4);
    QCOMPARE(contentsOf(path(found[1])).count('\n'), 3);
}

void TestCliFiles::exportsGuarded()
{
    Report report = sampleReport(u"ams1"_s, u"a"_s, 1);
    report.version = u"=cmd()"_s;
    m_live->create({report});
    const CliResult guarded = run({"export", "-o", "-"});
    QVERIFY(guarded.out.contains(",'=cmd(),"));
    QVERIFY(guarded.err.contains("1 cell guarded"));
    const CliResult exact = run({"export", "-o", "-", "--exact"});
    QVERIFY(exact.out.contains(",=cmd(),"));
    QVERIFY(!exact.err.contains("guarded"));
}

void TestCliFiles::exportsNothing()
{
    m_live->create(sampleReports(u"ams1"_s, 3));
    for (const QByteArrayList &options : {QByteArrayList{"--server", "nobody"}, {"--since", "2100-01-01"}}) {
        const CliResult result = run(QByteArrayList{"export", "-o", path(u"none.csv"_s).toUtf8()} + options);
        QCOMPARE(result.status, 0);
        QVERIFY(result.err.contains("No trades: nothing was written"));
        QVERIFY(!QFile::exists(path(u"none.csv"_s)));
        QVERIFY(run(QByteArrayList{"export", "-o", "-"} + options).out.isEmpty());
    }
}

void TestCliFiles::exportsWhatCanBeRead()
{
    m_live->create(sampleReports(u"ams1"_s, 3));
    m_live->put("ams1", "bad", "{}", 7);
    const CliResult result = run({"export", "-o", "-"});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.out.count("\r\n"), 4);
    QVERIFY(result.err.contains("ams1: bad: clock: "));
    QVERIFY(result.err.contains("1 report left out"));
    const CliResult machines = run({"export", "-o", "-", "--json"});
    QCOMPARE(machines.status, 1);
    const QJsonObject summary = jsonLines(machines.err).back();
    QCOMPARE(summary["unreadable"_L1].toInt(), 1);
    QCOMPARE(summary["problems"_L1][0]["order_id"_L1], QJsonValue(u"bad"_s));
}

void TestCliFiles::exportsWithoutAnIndex()
{
    m_live->create(sampleReports(u"ams1"_s, 3));
    m_live->put("ams2", "a", textOf(sampleReport(u"ams2"_s, u"a"_s, 7)));
    m_live->call({"HSET", "execution_report_sorted:ams2", "not", "an index"});
    const CliResult result = run({"export", "-o", "-"});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.out.count("\r\n"), 5);
    QVERIFY2(result.err.contains("ams2: execution_report_sorted:ams2 is no sorted set"), result.err);
    const CliResult machines = run({"export", "-o", "-", "--json"});
    QCOMPARE(machines.status, 1);
    const QJsonObject summary = jsonLines(machines.err).back();
    QCOMPARE(summary["trades"_L1].toInt(), 4);
    QCOMPARE(summary["unindexed"_L1][0]["server"_L1], QJsonValue(u"ams2"_s));
}

void TestCliFiles::exportLeavesOldFile()
{
    m_live->create(sampleReports(u"ams1"_s, 3));
    QFile old(path(u"old.csv"_s));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    const CliResult result = run({"export", "-o", old.fileName().toUtf8(), "--url", "unix:///nowhere"});
    QCOMPARE(result.status, 3);
    QCOMPARE(contentsOf(old.fileName()), QByteArray("old"));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files).size(), 1);
}

void TestCliFiles::imports()
{
    const std::vector<Report> reports = sampleReports(u"ams1"_s, 2500);
    QFile file(path(u"in.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const Report &report : reports) {
        file.write(textOf(report) + '\n');
    }
    file.close();
    const CliResult result = run({"import", file.fileName().toUtf8()});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.isEmpty());
    QVERIFY(result.err.contains("2,500 lines: 2500 stored"));
    QCOMPARE(run({"list", "ams1", "--format", "jsonl"}).out, contentsOf(file.fileName()));
}

void TestCliFiles::importsTwice()
{
    const QByteArray line = textOf(sampleReport(u"ams1"_s, u"once"_s, 1));
    QCOMPARE(run({"import", "-"}, line).status, 0);
    Report other = sampleReport(u"ams1"_s, u"once"_s, 2);
    const CliResult again = run({"import", "-"}, textOf(other));
    QCOMPARE(again.status, 1);
    QVERIFY(again.err.contains("line 1: already there: once of ams1"));
    QCOMPARE(run({"show", "ams1", "once", "--raw"}).out, line);
    const QJsonObject problem = jsonLines(run({"import", "-", "--json"}, line).out).front();
    QCOMPARE(problem["outcome"_L1], "already there"_L1);
    QCOMPARE(problem["line"_L1].toInt(), 1);
}

void TestCliFiles::importListsBadLines()
{
    const QByteArray good = textOf(sampleReport(u"ams1"_s, u"good"_s, 1));
    const QByteArray coerced = textOf(sampleReport(u"ams1"_s, u"coerced"_s, 1)).replace("\"0.0125\"", "0.0125");
    const QByteArray unnamed = textOf(sampleReport(u""_s, u"unnamed"_s, 1));
    const QByteArray input = "\n" + coerced + "\nnot JSON\n" + good + "\n{}\n" + unnamed;
    const CliResult machines = run({"import", "-", "--json"}, input);
    QCOMPARE(machines.status, 1);
    const std::vector<QJsonObject> lines = jsonLines(machines.out);
    QCOMPARE(lines.size(), std::size_t(6));
    const std::array numbers = {1, 2, 3, 5, 6};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        QCOMPARE(lines[i]["line"_L1].toInt(), numbers[i]);
        QCOMPARE(lines[i]["outcome"_L1], "refused"_L1);
        QVERIFY(!lines[i]["issues"_L1].toArray().isEmpty());
    }
    QCOMPARE(lines[1]["verdict"_L1], "coerced"_L1);
    QCOMPARE(lines[1]["order_id"_L1], "coerced"_L1);
    QCOMPARE(lines[5]["stored"_L1].toInt(), 1);
    QCOMPARE(lines[5]["refused"_L1].toInt(), 5);
    const CliResult people = run({"import", "-"}, input);
    QCOMPARE(people.status, 1);
    QVERIFY(people.out.isEmpty());
    for (const QByteArray &part :
         {QByteArray("line 1: "), QByteArray("line 2: quantity_1: "), QByteArray("line 3: not JSON"),
          QByteArray("line 4: already there"), QByteArray("line 5: clock: "), QByteArray("line 6: server_name: ")}) {
        QVERIFY2(people.err.contains(part), part.constData());
    }
}

void TestCliFiles::keysOfAnotherType()
{
    m_live->create(sampleReports(u"ams1"_s, 3));
    m_live->put("ams2", "a", textOf(sampleReport(u"ams2"_s, u"a"_s, 7)));
    m_live->call({"HSET", "execution_report_sorted:ams2", "not", "an index"});
    const QByteArray input = textOf(sampleReport(u"ams2"_s, u"b"_s, 8)) + '\n'
        + textOf(sampleReport(u"ams1"_s, u"b"_s, 9)) + '\n' + textOf(sampleReport(u"ams3"_s, u"b"_s, 9));
    const CliResult imported = run({"import", "-"}, input);
    QCOMPARE(imported.status, 1);
    QVERIFY2(imported.err.contains("line 1: server_name: the key execution_report_sorted:ams2 holds another type"),
             imported.err);
    QVERIFY2(imported.err.contains("3 lines: 2 stored, 0 already there, 1 refused"), imported.err);
    const QJsonObject problem = jsonLines(run({"import", "-", "--json"}, input).out).front();
    QCOMPARE(problem["outcome"_L1], "refused"_L1);
    QCOMPARE(problem["server"_L1], "ams2"_L1);
    QCOMPARE(problem["verdict"_L1], "valid"_L1);

    const CliResult counted = run({"stats", "ams2", "ams1", "--json", "--by", "server"});
    QCOMPARE(counted.status, 1);
    QVERIFY2(counted.err.contains("ams2: execution_report_sorted:ams2 is no sorted set"), counted.err);
    const std::vector<QJsonObject> groups = jsonLines(counted.out);
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[0]["trades"_L1].toInt(), 4);
    QCOMPARE(groups[1]["trades"_L1].toInt(), 1); // of the hash alone
    QCOMPARE(jsonLines(run({"stats", "ams2", "--since", "8", "--json"}).out).front()["trades"_L1].toInt(), 0);
    QCOMPARE(run({"stats", "ams1"}).status, 0);
}

QTEST_GUILESS_MAIN(TestCliFiles)
#include "tst_cli_files.moc"
