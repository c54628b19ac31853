// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clirun.h"
#include "tests/support/clustersetup.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/sentinelsetup.h"
#include "tests/support/sshserver.h"
#include "tests/support/tlsserver.h"
#include "tests/support/why.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <optional>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Process ids of ssh whose directory is below this one.
QList<pid_t> sshProcesses(const QString &below)
{
    QList<pid_t> found;
    for (const QString &process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile words(u"/proc/%1/cmdline"_s.arg(process));
        if (!words.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArrayList arguments = words.readAll().split('\0');
        const auto isBelow = [&](const QByteArray &word) { return word.startsWith(below.toUtf8()); };
        if (arguments.front().endsWith("/ssh") && std::ranges::any_of(arguments, isBelow)) {
            found << process.toInt();
        }
    }
    return found;
}

} // namespace

/// --ssh: every command through a real sshd.
class TestCliSsh final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyCommand_data();
    void everyCommand();
    void tlsInside();
    void cluster();
    void sentinel();
    void followsAcrossTunnels();
    void refuses_data();
    void refuses();

private:
    [[nodiscard]] QByteArrayList through(const QByteArray &destination, const RedisUrl &url) const
    {
        return {"--ssh", destination, "--ssh-config", m_ssh->configFile().toUtf8(), "--url", url.display().toUtf8()};
    }

    std::optional<SshServer> m_ssh;
    LiveStore m_live;
};

void TestCliSsh::initTestCase()
{
    m_ssh = SshServer::start();
    m_live.create(sampleReports(u"ams1"_s, 5));
}

void TestCliSsh::everyCommand_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArray>("destination");
    const QByteArray withPort = "store:" + QByteArray::number(m_ssh->port());
    QTest::newRow("servers") << QByteArrayList{"servers"} << QByteArray("store");
    QTest::newRow("list, host and port") << QByteArrayList{"list", "ams1"} << withPort;
    QTest::newRow("show, URL of ssh") << QByteArrayList{"show", "ams1", "id-000002"} << "ssh://" + withPort;
    QTest::newRow("first, jump host") << QByteArrayList{"first", "ams1"} << QByteArray("jumped");
    QTest::newRow("last") << QByteArrayList{"last", "ams1"} << QByteArray("store");
    QTest::newRow("export") << QByteArrayList{"export", "-o", "-"} << QByteArray("store");
    QTest::newRow("check") << QByteArrayList{"check"} << QByteArray("store");
    QTest::newRow("import") << QByteArrayList{"import", "-"} << QByteArray("store");
}

void TestCliSsh::everyCommand()
{
    QFETCH(const QByteArrayList, arguments);
    QFETCH(const QByteArray, destination);
    const QByteArray input = textOf(sampleReport(u"new"_s, u"one"_s, 5)) + '\n';
    const CliResult result = runCli(arguments + through(destination, m_live.url()), input);
    QVERIFY2(result.status == 0, result.err.constData());
    const bool tells = arguments.front() == "check" || arguments.front() == "import";
    QVERIFY(tells || result.out.contains("ams1") || result.out.contains("id-0000"));
}

void TestCliSsh::tlsInside()
{
    const TestCertificates certificates;
    const auto server = startTlsServer(certificates.sign(u"store"_s, u"DNS:localhost"_s));
    QVERIFY2(server, why(server));
    const QByteArray authority = certificates.authority().toUtf8();
    const CliResult good = runCli(QByteArrayList{"servers", "--tls-ca", authority} + through("store", server->tls));
    QVERIFY2(good.status == 0, good.err.constData());
    RedisUrl byAddress = server->tls;
    byAddress.endpoints.front().host = u"127.0.0.1"_s;
    const CliResult other = runCli(QByteArrayList{"servers", "--tls-ca", authority} + through("store", byAddress));
    QCOMPARE(other.status, 3);
    QVERIFY2(other.err.contains("TLS"), other.err.constData());
}

void TestCliSsh::cluster()
{
    ClusterSetup nodes(false);
    ReportStore store(nodes.url(), writableOptions());
    for (const QString &server : {u"ams1"_s, u"fra1"_s, u"lon1"_s}) {
        QVERIFY(store.createMany(sampleReports(server, 20)));
    }
    // Each of its servers gets a tunnel of its own.
    const CliResult servers = runCli(QByteArrayList{"servers", "--json"} + through("store", nodes.url()));
    QVERIFY2(servers.status == 0, servers.err.constData());
    QCOMPARE(jsonLines(servers.out).size(), std::size_t(3));
    const CliResult exported = runCli(QByteArrayList{"export", "-o", "-"} + through("store", nodes.url()));
    QCOMPARE(exported.out.count('\n'), 61);
    const QByteArray input = textOf(sampleReport(u"new"_s, u"one"_s, 5)) + '\n';
    QCOMPARE(runCli(QByteArrayList{"import", "-"} + through("store", nodes.url()), input).status, 0);
}

void TestCliSsh::sentinel()
{
    SentinelSetup setup;
    ReportStore store(setup.url(), writableOptions());
    QVERIFY(store.createMany(sampleReports(u"ams1"_s, 20)));
    const CliResult listed = runCli(QByteArrayList{"list", "ams1", "--json"} + through("store", setup.url()));
    QVERIFY2(listed.status == 0, listed.err.constData());
    QCOMPARE(listed.out.count('\n'), 20);
}

void TestCliSsh::followsAcrossTunnels()
{
    const QTemporaryDir directory;
    const auto process = startCli(QByteArrayList{"follow", "ams1", "--json"} + through("store", m_live.url()),
                                  {"TMPDIR=" + directory.path().toUtf8()});
    QByteArray out;
    QByteArray err;
    const auto until = [&](auto &&holds) {
        return QTest::qWaitFor(
            [&] {
                out += process->readAllStandardOutput();
                err += process->readAllStandardError();
                return holds();
            },
            60'000);
    };
    QVERIFY2(until([&] { return err.contains("Following ams1 as the store tells"); }), err.constData());
    m_live.create({sampleReport(u"ams1"_s, u"before"_s, 1'700'000'000)});
    QVERIFY2(until([&] { return out.contains("before"); }), err.constData());
    const QList<pid_t> tunnels = sshProcesses(directory.path());
    QCOMPARE(tunnels.size(), 1);
    ::kill(tunnels.front(), SIGKILL);
    m_live.create({sampleReport(u"ams1"_s, u"meanwhile"_s, 1'700'000'001)});
    QVERIFY2(until([&] { return out.contains("meanwhile"); }), err.constData());
    QVERIFY2(until([&] { return err.contains("is back; nothing was missed"); }), err.constData());
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    QCOMPARE(finishCli(*process), 130);
    QCOMPARE(out.count('\n'), 2);
    QTRY_VERIFY(sshProcesses(directory.path()).isEmpty());
    QTRY_VERIFY(QDir(directory.path()).isEmpty());
}

void TestCliSsh::refuses_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QByteArrayList &arguments, int status, const QByteArray &says) {
        QTest::newRow(name) << arguments << status << says;
    };
    row("key not authorized", through("nobody", m_live.url()), 3, "Permission denied (publickey");
    row("host not known", through("stranger", m_live.url()), 3, "Host key verification failed");
    row("no sshd there", through("closed", m_live.url()), 3, "Connection refused");
    row("no store there", through("store", RedisUrl::parse(u"unix:///nonexistent/redis.sock"_s).value()), 3,
        "open failed");
    row("an option in place of a host", through("-oProxyCommand=touch /tmp/owned", m_live.url()), 2,
        "no SSH destination");
    row("no host", through("", m_live.url()), 2, "--ssh needs a host");
    row("configuration of nothing", {"--ssh-config", "/dev/null"}, 2, "--ssh-config goes with --ssh");
    row("file", {"--ssh", "store", "--url", "/dev/null"}, 2, "not to a file");
}

void TestCliSsh::refuses()
{
    QFETCH(const QByteArrayList, arguments);
    QFETCH(const int, status);
    QFETCH(const QByteArray, says);
    const CliResult result = runCli(QByteArrayList{"servers"} + arguments);
    QVERIFY2(result.err.contains(says), result.err.constData());
    QCOMPARE(result.status, status);
}

QTEST_GUILESS_MAIN(TestCliSsh)
#include "tst_cli_ssh.moc"
