// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clirun.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"

#include <QTest>

#include <csignal>

using namespace arbscope;
using namespace arbscope::test;

namespace {

const QByteArrayList Commands
    = {"servers", "list", "show", "first", "last", "export", "import", "validate", "check", "follow", "demo"};

} // namespace

class TestCliUsage final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void tellsVersion();
    void helps();
    void helpsWithCommand();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void takesOptionsAnywhere_data();
    void takesOptionsAnywhere();
    void takesUrlFromEnvironment();
    void takesPasswordFromEnvironment();
    void tellsOfUnusedTlsOptions();
    void readsTimes_data();
    void readsTimes();
    void tellsStoreFailures_data();
    void tellsStoreFailures();
    void givesUpInTime();
    void tellsFileFailures_data();
    void tellsFileFailures();

private:
    [[nodiscard]] QByteArray url() const { return m_live->url().display().toUtf8(); }

    std::unique_ptr<LiveStore> m_live;
};

void TestCliUsage::initTestCase()
{
    m_live = std::make_unique<LiveStore>();
    m_live->create(sampleReports(QStringLiteral("ams1"), 10, 1'614'600'000)); // 2021-03-01T12:00Z
}

void TestCliUsage::tellsVersion()
{
    const CliResult result = runCli({"--version"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.startsWith("arbscope-cli "));
    QCOMPARE(result.out.count('\n'), 1);
    QVERIFY(result.err.isEmpty());
}

void TestCliUsage::helps()
{
    const CliResult result = runCli({"--help"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.err.isEmpty());
    for (const QByteArray &command : Commands) {
        QVERIFY(result.out.contains(QByteArray("\n  " + command + ' ')));
    }
}

void TestCliUsage::helpsWithCommand()
{
    for (const QByteArray &command : Commands) {
        const CliResult after = runCli({command, "--help"});
        const CliResult before = runCli({"--help", command});
        QCOMPARE(after.status, 0);
        QVERIFY(after.out.startsWith(QByteArray("Usage: arbscope-cli " + command)));
        QVERIFY(after.out.contains("\nExamples:\n  "));
        QVERIFY(after.err.isEmpty());
        QCOMPARE(before.out, after.out);
    }
}

void TestCliUsage::refusesWrongUsage_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QByteArrayList &arguments, const QByteArray &says) {
        QTest::newRow(name) << arguments << says;
    };
    row("nothing", {}, "no command");
    row("unknown command", {"lsit"}, "unknown command lsit");
    row("dry run of nothing", {"check", "--dry-run"}, "--dry-run goes with --repair");
    row("not a follow format", {"follow", "ams1", "--format", "xml"}, "--format");
    row("unknown option", {"servers", "--colour"}, "unknown option --colour");
    row("map of nothing", {"servers", "--map", "here"}, "--map");
    row("map to nothing", {"servers", "--map", "here:1="}, "--map");
    row("map to a store", {"servers", "--map", "here:1=there:2/3"}, "--map");
    row("unknown letter", {"servers", "-x"}, "unknown option -x");
    row("option of another command", {"servers", "--desc"}, "servers has no option --desc");
    row("the same before the command", {"--desc", "servers"}, "servers has no option --desc");
    row("no value", {"servers", "--url"}, "--url needs a value");
    row("value for a switch", {"servers", "--json=yes"}, "--json takes no value");
    row("twice", {"list", "ams1", "--from", "1", "--from", "2"}, "--from is given twice");
    row("argument missing", {"list"}, "list needs SERVER");
    row("one of two missing", {"show", "ams1"}, "show needs SERVER ORDER_ID");
    row("argument too many", {"servers", "ams1"}, "unexpected argument ams1");
    row("not a rank", {"list", "ams1", "--from", "first"}, "--from");
    row("rank too large", {"list", "ams1", "--to", "99999999999999999999"}, "--to");
    row("not a time", {"list", "ams1", "--since", "yesterday"}, "--since");
    row("no such day", {"list", "ams1", "--since", "2021-02-30"}, "--since");
    row("not a number as time", {"export", "--until", "nan"}, "--until");
    row("not a format", {"list", "ams1", "--format", "xml"}, "--format");
    row("not an export format", {"export", "--format", "table"}, "--format");
    row("two formats", {"list", "ams1", "--format", "csv", "--json"}, "--json");
    row("raw and JSON", {"show", "ams1", "x", "--raw", "--json"}, "--raw");
    row("no such zone", {"servers", "--tz", "Mars/Olympus"}, "Mars/Olympus");
    row("a word as zone", {"servers", "--tz", "Berlin"}, "there is no time zone Berlin");
    row("no zone", {"servers", "--tz", ""}, "--tz");
    row("export to no file", {"export", "-o", ""}, "-o: the name of the file is empty");
    row("no file's name", {"validate", ""}, "the name of the file is empty");
    row("timeout of nothing", {"servers", "--timeout", "0"}, "--timeout");
    row("timeout of words", {"servers", "--timeout", "soon"}, "--timeout");
    row("not a URL", {"servers", "--url", "localhost"}, "address");
    row("not text", {"servers", "--tz", "\xff\xfe"}, "--tz: not UTF-8");
}

void TestCliUsage::refusesWrongUsage()
{
    QFETCH(const QByteArrayList, arguments);
    QFETCH(const QByteArray, says);
    const CliResult result = runCli(arguments);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(says), result.err.constData());
    QVERIFY(result.out.isEmpty());
}

void TestCliUsage::takesOptionsAnywhere_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::newRow("before") << QByteArrayList{"--url", url(), "--json", "--from", "-3", "list", "ams1"};
    QTest::newRow("after") << QByteArrayList{"list", "ams1", "--from", "-3", "--json", "--url", url()};
    QTest::newRow("between") << QByteArrayList{"--json", "list", "--url", url(), "ams1", "--from", "-3"};
    QTest::newRow("with =") << QByteArrayList{"--url=" + url(), "list", "--from=-3", "--json", "ams1"};
    QTest::newRow("ended") << QByteArrayList{"--url", url(), "list", "--from", "-3", "--json", "--", "ams1"};
}

void TestCliUsage::takesOptionsAnywhere()
{
    QFETCH(const QByteArrayList, arguments);
    const CliResult result = runCli(arguments);
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out.count('\n'), 3);
}

void TestCliUsage::takesUrlFromEnvironment()
{
    QCOMPARE(runCli({"servers"}, {}, {"ARBSCOPE_URL=" + url()}).out.count("ams1"), 1);
    // What is given wins.
    QCOMPARE(runCli({"servers", "--url", url()}, {}, {"ARBSCOPE_URL=unix:///nowhere"}).status, 0);
}

void TestCliUsage::takesPasswordFromEnvironment()
{
    LiveStore locked;
    locked.create(sampleReports(QStringLiteral("ams1"), 1));
    const QByteArray lockedUrl = locked.url().display().toUtf8();
    QCOMPARE(redisCli(locked.url(), {"CONFIG", "SET", "requirepass", "s3cret"}), QByteArray("OK"));
    const CliResult without = runCli({"servers", "--url", lockedUrl});
    QCOMPARE(without.status, 3);
    const CliResult wrong = runCli({"servers", "--url", lockedUrl}, {}, {"ARBSCOPE_PASSWORD=w0rse"});
    QCOMPARE(wrong.status, 3);
    QVERIFY(!wrong.err.contains("w0rse"));
    const CliResult with = runCli({"servers", "--url", lockedUrl}, {}, {"ARBSCOPE_PASSWORD=s3cret"});
    QCOMPARE(with.status, 0);
    QVERIFY(with.out.contains("ams1"));
}

void TestCliUsage::tellsOfUnusedTlsOptions()
{
    const CliResult result = runCli({"servers", "--url", url(), "--tls-ca", "/nowhere/ca.pem"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.err.startsWith("--tls-ca is not used"));
}

void TestCliUsage::readsTimes_data()
{
    QTest::addColumn<QByteArrayList>("period");
    QTest::addColumn<int>("trades"); // of ten, one a second from 2021-03-01T12:00:00Z
    const auto row
        = [](const char *name, const QByteArrayList &period, int trades) { QTest::newRow(name) << period << trades; };
    row("epoch seconds", {"--since", "1614600004"}, 6);
    row("fraction", {"--since", "1614600004.5"}, 5);
    row("inclusive", {"--since", "1614600004", "--until", "1614600004"}, 1);
    row("negative", {"--since", "-5"}, 10);
    row("day", {"--since", "2021-03-01", "--tz", "UTC"}, 10);
    row("next day", {"--since", "2021-03-02", "--tz", "UTC"}, 0);
    row("minutes, UTC", {"--until", "2021-03-01T12:00Z"}, 1);
    row("seconds, UTC", {"--until", "2021-03-01T12:00:03Z"}, 4);
    row("space", {"--until", "2021-03-01 12:00:03Z"}, 4);
    row("part of a second", {"--until", "2021-03-01T12:00:03.999Z"}, 4);
    row("offset", {"--until", "2021-03-01T14:30:03+02:30"}, 4);
    row("short offset", {"--until", "2021-03-01T11:00:03-01"}, 4);
    row("as clocks are printed", {"--since", "1.614600004e9"}, 6);
    row("offset without colon", {"--until", "2021-03-01T13:00:03+0100"}, 4);
    row("of the zone", {"--until", "2021-03-01T13:00:03", "--tz", "Europe/Berlin"}, 4);
    row("of the zone, UTC", {"--until", "2021-03-01T12:00:03", "--tz", "utc"}, 4);
    row("nothing in between", {"--since", "1614600004.2", "--until", "1614600004.8"}, 0);
    row("backwards", {"--since", "1614600008", "--until", "1614600002"}, 0);
    row("ranks in the period", {"--since", "1614600004", "--from", "1", "--to", "-2"}, 4);
}

void TestCliUsage::readsTimes()
{
    QFETCH(const QByteArrayList, period);
    QFETCH(const int, trades);
    const CliResult result = runCli(QByteArrayList{"list", "ams1", "--format", "jsonl", "--url", url()} + period);
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out.count('\n'), trades);
    const CliResult exported = runCli(
        QByteArrayList{"export", "--format", "jsonl", "-o", "-", "--url", url()}
        + (period.contains("--from") ? QByteArrayList{"--since", "1614600005", "--until", "1614600008"} : period));
    QCOMPARE(exported.status, 0);
    QCOMPARE(exported.out, result.out);
}

void TestCliUsage::tellsStoreFailures_data()
{
    QTest::addColumn<QByteArrayList>("command");
    QTest::newRow("servers") << QByteArrayList{"servers"};
    QTest::newRow("list") << QByteArrayList{"list", "ams1"};
    QTest::newRow("show") << QByteArrayList{"show", "ams1", "x"};
    QTest::newRow("first") << QByteArrayList{"first", "ams1"};
    QTest::newRow("last") << QByteArrayList{"last", "ams1"};
    QTest::newRow("export") << QByteArrayList{"export", "-o", "-"};
    QTest::newRow("import") << QByteArrayList{"import", "-"};
}

void TestCliUsage::tellsStoreFailures()
{
    QFETCH(const QByteArrayList, command);
    const CliResult result = runCli(command + QByteArrayList{"--url", "unix:///nowhere/redis.sock"});
    QCOMPARE(result.status, 3);
    QVERIFY(result.out.isEmpty());
    QVERIFY(result.err.startsWith("arbscope-cli: "));
    for (const char *url : {"redis-cluster://127.0.0.1:1,127.0.0.1:2", "redis-sentinel://127.0.0.1:1/desk"}) {
        const CliResult nobody = runCli(command + QByteArrayList{"--url", url});
        QCOMPARE(nobody.status, 3);
        QVERIFY(nobody.err.contains("refused"));
    }
}

void TestCliUsage::givesUpInTime()
{
    LiveStore frozen;
    frozen.create(sampleReports(QStringLiteral("ams1"), 1));
    const QByteArray address = frozen.url().display().toUtf8();
    QCOMPARE(::kill(static_cast<pid_t>(frozen.processId()), SIGSTOP), 0);
    const CliResult result = runCli({"servers", "--url", address, "--timeout", "0.3"});
    ::kill(static_cast<pid_t>(frozen.processId()), SIGCONT);
    QCOMPARE(result.status, 3);
    QVERIFY(result.err.contains("in time"));
}

void TestCliUsage::tellsFileFailures_data()
{
    QTest::addColumn<QByteArrayList>("command");
    QTest::newRow("import of nothing") << QByteArrayList{"import", "/nowhere/trades.jsonl"};
    QTest::newRow("validate of nothing") << QByteArrayList{"validate", "/nowhere/trades.jsonl"};
    QTest::newRow("validate of a folder") << QByteArrayList{"validate", "/tmp"};
    QTest::newRow("export to nowhere") << QByteArrayList{"export", "-o", "/nowhere/trades.csv"};
    QTest::newRow("export to a folder") << QByteArrayList{"export", "-o", "/tmp"};
}

void TestCliUsage::tellsFileFailures()
{
    QFETCH(const QByteArrayList, command);
    const CliResult result = runCli(command + QByteArrayList{"--url", url()});
    QCOMPARE(result.status, 4);
    QVERIFY(result.out.isEmpty());
    QVERIFY2(result.err.contains(command.back()), result.err.constData());
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cli_usage.moc"
