// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clirun.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    }
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    }
}

} // namespace

/// --url FILE: a dump or a JSON-lines export in place of a store.
class TestCliBackups final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyCommandReads_data();
    void everyCommandReads();
    void writesNothing_data();
    void writesNothing();
    void severalDatabases();
    void linesThatAreNoReports();
    void refuses_data();
    void refuses();
    void leavesNothingBehind();

private:
    [[nodiscard]] QByteArray path(const char *name) const
    {
        return m_directory.filePath(QString::fromLatin1(name)).toUtf8();
    }

    QTemporaryDir m_directory;
};

void TestCliBackups::initTestCase()
{
    LiveStore live;
    live.create(sampleReports(u"ams1"_s, 30));
    live.create(sampleReports(u"fra1"_s, 3));
    const auto saveTo = [&](const char *name) {
        QCOMPARE(redisCli(live.url(), {"SAVE"}), QByteArray("OK"));
        const QDir directory(QString::fromUtf8(redisCli(live.url(), {"CONFIG", "GET", "dir"}).split('\n').value(1)));
        QVERIFY(QFile::copy(directory.filePath(u"dump.rdb"_s), QString::fromUtf8(path(name))));
    };
    saveTo("store.rdb");
    RedisUrl second = live.url();
    second.database = 3;
    ReportStore other(second, writableOptions());
    QVERIFY(other.createMany(sampleReports(u"third"_s, 4)));
    saveTo("several.rdb");
    const CliResult exported = runCli(
        {"export", "--format", "jsonl", "-o", path("a store of June.jsonl"), "--url", live.url().display().toUtf8()});
    QCOMPARE(exported.status, 0);
    live.clear();
    redisCli(live.url(), {"SET", "x", "y"});
    saveTo("none.rdb");
}

void TestCliBackups::everyCommandReads_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("dump") << path("store.rdb");
    QTest::newRow("lines") << path("a store of June.jsonl");
    QTest::newRow("file URL") << QUrl::fromLocalFile(QString::fromUtf8(path("a store of June.jsonl"))).toEncoded();
}

void TestCliBackups::everyCommandReads()
{
    QFETCH(const QByteArray, url);
    const QByteArrayList reports{"export", "--format", "jsonl", "-o", "-"};
    const QByteArray exported = bytesOf(QString::fromUtf8(path("a store of June.jsonl")));
    for (const bool fromEnvironment : {false, true}) {
        const auto run = [&](QByteArrayList arguments) {
            return fromEnvironment ? runCli(arguments, {}, {"ARBSCOPE_URL=" + url})
                                   : runCli(arguments << "--url" << url);
        };
        const CliResult servers = run({"servers", "--json"});
        QVERIFY2(servers.status == 0, servers.err.constData());
        QCOMPARE(jsonLines(servers.out).size(), std::size_t(2));
        QCOMPARE(run({"list", "ams1", "--json"}).out.count('\n'), 30);
        QVERIFY(run({"show", "fra1", "id-000002"}).out.contains("id-000002"));
        QVERIFY(run({"first", "ams1"}).out.contains("id-000000"));
        QVERIFY(run({"last", "ams1"}).out.contains("id-000029"));
        const CliResult again = run(reports);
        QCOMPARE(again.out, exported);
        const CliResult checked = run({"check"});
        QCOMPARE(checked.status, 0);
        QCOMPARE(checked.err, QByteArray("2 servers, 33 trades: nothing wrong.\n")); // and no progress
    }
}

void TestCliBackups::writesNothing_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::newRow("import") << QByteArrayList{"import", path("a store of June.jsonl")};
    QTest::newRow("repair") << QByteArrayList{"check", "--repair"};
}

void TestCliBackups::writesNothing()
{
    QFETCH(const QByteArrayList, arguments);
    const QString file = QString::fromUtf8(path("store.rdb"));
    const QByteArray before = bytesOf(file);
    const CliResult result = runCli(arguments + QByteArrayList{"--url", file.toUtf8()});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("for reading only"), result.err.constData());
    QCOMPARE(bytesOf(file), before);
    QCOMPARE(runCli({"check", "--repair", "--dry-run", "--url", file.toUtf8()}).status, 0);
}

void TestCliBackups::severalDatabases()
{
    const CliResult first = runCli({"servers", "--json", "--url", path("several.rdb")});
    QCOMPARE(first.status, 0);
    QCOMPARE(jsonLines(first.out).size(), std::size_t(2));
    QVERIFY2(first.err.contains("in the databases 0, 3; this is 0"), first.err.constData());
    const QByteArray url = QUrl::fromLocalFile(QString::fromUtf8(path("several.rdb"))).toEncoded();
    const CliResult third = runCli({"servers", "--json", "--url", url + "?db=3"});
    QCOMPARE(jsonLines(third.out).front()["server"_L1].toString(), u"third"_s);
    QCOMPARE(third.err, QByteArray());
    const CliResult none = runCli({"servers", "--url", url + "?db=2"});
    QCOMPARE(none.status, 2);
    QVERIFY2(none.err.contains("in database 0, 3, not in 2"), none.err.constData());
}

void TestCliBackups::linesThatAreNoReports()
{
    const QByteArray report = textOf(sampleReport(u"ams1"_s, u"one"_s, 1'600'000'000));
    write(QString::fromUtf8(path("mixed.jsonl")), report + "\n{\"asset_1\": 5}\n" + report + "\n");
    const CliResult result = runCli({"list", "ams1", "--json", "--url", path("mixed.jsonl")});
    QCOMPARE(result.status, 1);
    QCOMPARE(jsonLines(result.out).size(), std::size_t(1));
    QVERIFY2(result.err.contains("2 lines of 3 left out"), result.err.constData());
    QVERIFY2(result.err.contains("the first is 2"), result.err.constData());
}

void TestCliBackups::refuses_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const QByteArray dump = bytesOf(QString::fromUtf8(path("store.rdb")));
    const auto file = [this](const char *name, const QByteArray &content) {
        write(QString::fromUtf8(path(name)), content);
        return path(name);
    };
    QByteArray newer = dump;
    newer.replace(5, 4, "0099");
    QByteArray damaged = dump;
    damaged[damaged.size() / 2] = char(damaged[damaged.size() / 2] ^ 0x55);
    QTest::newRow("newer format") << file("newer.rdb", newer) << 4 << QByteArray("comes from a newer Redis");
    QTest::newRow("cut off") << file("cut.rdb", dump.left(dump.size() / 2)) << 4
                             << QByteArray("cut.rdb cannot be opened");
    QTest::newRow("damaged") << file("damaged.rdb", damaged) << 4 << QByteArray("damaged.rdb cannot be opened");
    QTest::newRow("without reports") << path("none.rdb") << 4 << QByteArray("without execution reports");
    QTest::newRow("empty") << file("empty.rdb", {}) << 4 << QByteArray("it is empty");
    QTest::newRow("CSV") << file("trades.csv", "asset_1,asset_2\r\n") << 4 << QByteArray("CSV export");
    QTest::newRow("folder") << path(".") << 4 << QByteArray("folder");
    QTest::newRow("no such file") << QByteArray("store.rbd") << 2 << QByteArray("no file of that name");
    QTest::newRow("no such file URL") << QByteArray("file:///nonexistent/store.rdb") << 4 << QByteArray("No such file");
    QTest::newRow("another machine's") << QByteArray("file://elsewhere/store.rdb") << 2
                                       << QByteArray("address of a file");
    QTest::newRow("no database") << QByteArray("file:///store.rdb?db=x") << 2 << QByteArray("address of a file");
}

void TestCliBackups::refuses()
{
    QFETCH(const QByteArray, url);
    QFETCH(const int, status);
    QFETCH(const QByteArray, says);
    const CliResult result = runCli({"servers", "--url", url});
    QVERIFY2(result.err.contains(says), result.err.constData());
    QCOMPARE(result.status, status);
    QCOMPARE(result.out, QByteArray());
}

void TestCliBackups::leavesNothingBehind()
{
    QTemporaryDir temporary;
    const QByteArray directory = "TMPDIR=" + temporary.path().toUtf8();
    QCOMPARE(runCli({"servers", "--url", path("store.rdb")}, {}, {directory}).status, 0);
    QVERIFY(QDir(temporary.path()).isEmpty());
    // Following a file: nothing will come, and the server ends with the program.
    const auto follow = startCli({"follow", "ams1", "--url", path("store.rdb")}, {directory});
    QByteArray err;
    QVERIFY(QTest::qWaitFor(
        [&] {
            err += follow->readAllStandardError();
            return err.contains("Following ams1");
        },
        60'000));
    QVERIFY(!QDir(temporary.path()).isEmpty());
    ::kill(static_cast<pid_t>(follow->processId()), SIGINT);
    QCOMPARE(finishCli(*follow), 130);
    QTRY_VERIFY(QDir(temporary.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestCliBackups)
#include "tst_cli_backups.moc"
