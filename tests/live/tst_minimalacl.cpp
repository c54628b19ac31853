// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/follow.h"
#include "core/store/storecheck.h"
#include "core/store/storecheckrepair.h"
#include "core/store/tradeexport.h"

#include "tests/paths.h"
#include "tests/support/clirun.h"
#include "tests/support/clustersetup.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace arbscope;
using namespace arbscope::test;

namespace {

QByteArray readme()
{
    QFile file(QStringLiteral(ARBSCOPE_SOURCE_DIR "/README.md"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("README.md: %s", qPrintable(file.errorString()));
    return file.readAll();
}

/// The words of the README's "ACL SETUSER name …", its lines joined.
QByteArrayList published(const QByteArray &name)
{
    const QByteArray text = readme().replace("\\\n", " ");
    const qsizetype from = text.indexOf(QByteArray("ACL SETUSER " + name + " "));
    if (from < 0)
        qFatal("the README has no ACL SETUSER %s", name.constData());
    return text.mid(from, text.indexOf('\n', from) - from).simplified().split(' ');
}

/// What the README says that a cluster's servers need beside it: the words of its code that begin with this one.
QByteArrayList publishedBeside(const QByteArray &first)
{
    const QByteArray text = readme();
    const qsizetype from = text.indexOf(QByteArray('`' + first)) + 1;
    if (from == 0)
        qFatal("the README has no %s", first.constData());
    return text.mid(from, text.indexOf('`', from) - from).simplified().split(' ');
}

/// Commands that the server has carried out since they were reset, "zrange", "client|setname".
QByteArrayList used(const RedisUrl &url)
{
    QByteArrayList names;
    for (const QByteArray &line : redisCli(url, {"INFO", "commandstats"}).split('\n')) {
        if (line.startsWith("cmdstat_") && !line.contains(":calls=0,"))
            names << line.mid(8, line.indexOf(':') - 8);
    }
    return names;
}

} // namespace

/// What an account needs, as the README publishes it.
class TestMinimalAcl : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void reading_data();
    void reading();
    void readingOnTheCommandLine_data();
    void readingOnTheCommandLine();
    void storing();
    void storingOnTheCommandLine();
    void inACluster_data();
    void inACluster();
    void everyCommandIsNeeded();
    void readersCannotWrite();

private:
    /// Sets the account up and gives the store's address for it.
    RedisUrl as(const QByteArray &name, QByteArrayList rules) const
    {
        const QByteArrayList command = QByteArrayList{"ACL", "SETUSER", name, "reset"} + rules;
        if (const QByteArray answer = redisCli(m_live.url(), command); answer != "OK")
            qFatal("%s", answer.constData());
        RedisUrl url = m_live.url();
        url.user = QString::fromLatin1(name);
        url.password = QStringLiteral("SECRET");
        return url;
    }
    RedisUrl asPublished(const QByteArray &name) const { return as(name, published(name).mid(3)); }
    void readEverything(const RedisUrl &url, FollowMode mode);
    void storeEverything(const RedisUrl &url);

    LiveStore m_live;
};

void TestMinimalAcl::init()
{
    m_live.clear();
    m_live.create(sampleReports(QStringLiteral("ams1"), 900));
    m_live.create(sampleReports(QStringLiteral("fra1"), 3));
    m_live.put("fra1", "orphan", textOf(sampleReport(QStringLiteral("fra1"), QStringLiteral("orphan"), 7)));
}

void TestMinimalAcl::readEverything(const RedisUrl &url, FollowMode mode)
{
    ReportStore store(url);
    qint64 reports = 0;
    const auto listed = store.servers([&](const std::vector<ServerSummary> &found) {
        for (const ServerSummary &server : found)
            reports += server.reports;
    });
    QVERIFY2(listed, why(listed));
    QCOMPARE(reports, 904);
    const auto summary = store.summary("ams1");
    QVERIFY2(summary, why(summary));
    QCOMPARE(store.count("ams1").value(), 900);
    QCOMPARE(store.countByClock("ams1", 1'600'000'010, 1'600'000'019).value(), 10);
    for (const TradeOrder order : {TradeOrder::OldestFirst, TradeOrder::NewestFirst}) {
        QVERIFY(store.rank("ams1", "id-000003", order).value());
        QCOMPARE(store.pageByRank("ams1", 5, 9, order).value().trades.size(), std::size_t(5));
        QCOMPARE(store.pageByClock("ams1", 1'600'000'010, 1'600'000'019, 2, 3, order).value().trades.size(),
                 std::size_t(3));
    }
    QVERIFY(store.trade("ams1", "id-000007").value());
    QVERIFY(store.first("ams1").value() && store.last("ams1").value());

    const auto session = store.connection();
    QVERIFY2(session, why(session));
    QBuffer out;
    QVERIFY(out.open(QIODevice::WriteOnly));
    const auto exported = exportTradesTo(**session, {}, out);
    QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().message()));
    QCOMPARE(exported->trades, 904);
    const auto names = serversToCheck(**session);
    QVERIFY2(names, why(names));
    for (const QByteArray &server : *names) {
        const auto checked = checkServer(**session, server, {}, [](const Finding &) { });
        QVERIFY2(checked, why(checked));
        QCOMPARE(checked->count(FindingKind::NotIndexed), server == "fra1" ? 1 : 0);
    }

    Follower follower(url, {}, "ams1");
    QVERIFY(follower.start());
    QCOMPARE(follower.mode(), mode);
    m_live.create({sampleReport(QStringLiteral("ams1"), QStringLiteral("new"), 1'700'000'000)});
    const auto batch = follower.next();
    QVERIFY2(batch, why(batch));
    QCOMPARE(batch->trades.size(), std::size_t(1));
}

void TestMinimalAcl::storeEverything(const RedisUrl &url)
{
    ReportStore store(url, writableOptions());
    QCOMPARE(store.create(sampleReport(QStringLiteral("new"), QStringLiteral("a"), 1)).value(), CreateOutcome::Stored);
    QCOMPARE(store.create(sampleReport(QStringLiteral("new"), QStringLiteral("a"), 1)).value(),
             CreateOutcome::AlreadyThere);
    const auto many = store.createMany(sampleReports(QStringLiteral("new"), 700));
    QVERIFY2(many, why(many));
    QVERIFY2(!many->error, qPrintable(many->error ? many->error->message() : QString()));
    // What a check mends, and what needs no mending any more.
    m_live.call({"ZADD", "execution_report_sorted:fra1", "XX", "77", "id-000001"});
    const auto session = store.connection();
    QVERIFY2(session, why(session));
    std::vector<RepairStep> steps;
    const auto checked = checkServer(**session, "fra1", {}, [&](const Finding &finding) {
        steps.push_back(repairStep(finding).value());
        const auto mended = repair(**session, steps.back());
        QVERIFY2(mended, why(mended));
        QCOMPARE(*mended, RepairOutcome::Done);
    });
    QVERIFY2(checked, why(checked));
    QCOMPARE(steps.size(), std::size_t(2));
    QCOMPARE(repair(**session, steps.front()).value(), RepairOutcome::NotAsSaid);
}

void TestMinimalAcl::reading_data()
{
    QTest::addColumn<QByteArrayList>("rules");
    QTest::addColumn<FollowMode>("mode");
    const QByteArrayList keys{"on", ">SECRET", "~execution_report*"};
    QTest::newRow("published") << published("arbscope-reader").mid(3) << FollowMode::Tracking;
    QTest::newRow("by category") << keys + QByteArrayList{"+@read", "+@connection"} << FollowMode::Polling;
    QTest::newRow("by category, INFO, CLIENT and CONFIG refused")
        << keys + QByteArrayList{"+@read", "+@connection", "-info", "-client", "-config"} << FollowMode::Polling;
    QTest::newRow("no dangerous, no slow channels")
        << keys + QByteArrayList{"+@read", "+@connection", "-@dangerous", "resetchannels"} << FollowMode::Polling;
    QTest::newRow("may subscribe, CLIENT TRACKING refused")
        << keys + QByteArrayList{"+@read", "+@connection", "+subscribe", "allchannels", "-client|tracking"}
        << FollowMode::Polling;
    QTest::newRow("may subscribe, not to that channel")
        << keys + QByteArrayList{"+@read", "+@connection", "+subscribe", "resetchannels"} << FollowMode::Polling;
}

void TestMinimalAcl::reading()
{
    QFETCH(const QByteArrayList, rules);
    QFETCH(const FollowMode, mode);
    readEverything(as("arbscope-reader", rules), mode);
}

void TestMinimalAcl::readingOnTheCommandLine_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("servers") << QByteArrayList{"servers"} << 0;
    QTest::newRow("list") << QByteArrayList{"list", "ams1", "--desc", "--to", "19"} << 0;
    QTest::newRow("list by time") << QByteArrayList{"list", "ams1", "--since", "1600000010"} << 0;
    QTest::newRow("show") << QByteArrayList{"show", "ams1", "id-000001"} << 0;
    QTest::newRow("first") << QByteArrayList{"first", "ams1"} << 0;
    QTest::newRow("last") << QByteArrayList{"last", "ams1"} << 0;
    QTest::newRow("export") << QByteArrayList{"export", "-o", "-"} << 0;
    QTest::newRow("export of a period") << QByteArrayList{"export", "-o", "-", "--since", "1600000010"} << 0;
    QTest::newRow("check") << QByteArrayList{"check"} << 1;
    QTest::newRow("dry run") << QByteArrayList{"check", "--repair", "--dry-run"} << 1;
}

void TestMinimalAcl::readingOnTheCommandLine()
{
    QFETCH(const QByteArrayList, arguments);
    QFETCH(const int, status);
    const QByteArrayList url{"--url", asPublished("arbscope-reader").display().toUtf8()};
    const CliResult result = runCli(arguments + url, {}, {"ARBSCOPE_PASSWORD=SECRET"});
    QVERIFY2(result.status == status, result.err.constData());
}

void TestMinimalAcl::storing()
{
    const RedisUrl url = asPublished("arbscope-writer");
    storeEverything(url);
    init();
    readEverything(url, FollowMode::Tracking);
}

void TestMinimalAcl::storingOnTheCommandLine()
{
    const QByteArrayList url{"--url", asPublished("arbscope-writer").display().toUtf8()};
    const QByteArrayList environment{"ARBSCOPE_PASSWORD=SECRET"};
    const QByteArray line = textOf(sampleReport(QStringLiteral("new"), QStringLiteral("b"), 1)) + '\n';
    const CliResult imported = runCli(QByteArrayList{"import", "-"} + url, line, environment);
    QVERIFY2(imported.status == 0, imported.err.constData());
    QCOMPARE(runCli(QByteArrayList{"check", "--repair"} + url, {}, environment).status, 1);
    QCOMPARE(runCli(QByteArrayList{"check"} + url, {}, environment).status, 0);
}

void TestMinimalAcl::inACluster_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("reading") << QByteArray("arbscope-reader");
    QTest::newRow("storing") << QByteArray("arbscope-writer");
}

void TestMinimalAcl::inACluster()
{
    QFETCH(const QByteArray, name);
    ClusterSetup cluster(false);
    const bool writes = name == "arbscope-writer";
    const QByteArrayList rules = published(name).mid(3) + publishedBeside("+cluster|slots")
        + (writes ? publishedBeside("+hsetnx") : QByteArrayList());
    for (int i = 0; i < cluster.count(); ++i)
        QCOMPARE(cluster.node(i).cli(QByteArrayList{"ACL", "SETUSER", name, "reset"} + rules), QByteArray("OK"));
    RedisUrl url = cluster.url();
    url.user = QString::fromLatin1(name);
    url.password = QStringLiteral("SECRET");
    ReportStore owner(cluster.url(), writableOptions());
    ReportStore store(url, writableOptions());
    for (const QString &server : {QStringLiteral("ams1"), QStringLiteral("fra1"), QStringLiteral("lon1")}) {
        const auto stored = (writes ? store : owner).createMany(sampleReports(server, 300));
        QVERIFY2(stored, why(stored));
        QVERIFY2(!stored->error, qPrintable(stored->error ? stored->error->message() : QString()));
    }
    qint64 reports = 0;
    const auto listed = store.servers([&](const std::vector<ServerSummary> &found) {
        for (const ServerSummary &server : found)
            reports += server.reports;
    });
    QVERIFY2(listed, why(listed));
    QCOMPARE(reports, 900);
    QCOMPARE(store.pageByRank("fra1", 5, 9, TradeOrder::NewestFirst).value().trades.size(), std::size_t(5));
    const auto session = store.connection();
    QVERIFY2(session, why(session));
    QBuffer out;
    QVERIFY(out.open(QIODevice::WriteOnly));
    const auto exported = exportTradesTo(**session, {}, out);
    QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().message()));
    QCOMPARE(exported->trades, 900);
    const QByteArray orphan = textOf(sampleReport(QStringLiteral("lon1"), QStringLiteral("orphan"), 7));
    owner.connection().value()->call({"HSET", "execution_report:lon1", "orphan", orphan}).value();
    const auto checked = checkServer(**session, "lon1", {}, [&](const Finding &finding) {
        if (writes)
            QCOMPARE(repair(**session, repairStep(finding).value()).value(), RepairOutcome::Done);
    });
    QVERIFY2(checked, why(checked));
    QCOMPARE(checked->count(FindingKind::NotIndexed), 1);
    Follower follower(url, {}, "ams1");
    QVERIFY(follower.start());
    QCOMPARE(follower.mode(), FollowMode::Tracking);
    QVERIFY(owner.create(sampleReport(QStringLiteral("ams1"), QStringLiteral("new"), 1'700'000'000)));
    const auto batch = follower.next();
    QVERIFY2(batch, why(batch));
    QCOMPARE(batch->trades.size(), std::size_t(1));
}

void TestMinimalAcl::everyCommandIsNeeded()
{
    for (const bool writes : {false, true}) {
        const QByteArray name = writes ? "arbscope-writer" : "arbscope-reader";
        init();
        const RedisUrl url = asPublished(name);
        redisCli(m_live.url(), {"CONFIG", "RESETSTAT"});
        if (writes)
            storeEverything(url);
        init();
        readEverything(url, FollowMode::Tracking);
        auto database = RedisConnection::open(
            [&url] {
                RedisUrl other = url;
                other.database = 1;
                return other;
            }(),
            {});
        QVERIFY2(database, why(database));
        QVERIFY(database->call({"PING"})); // what the window does with a session that has been idle
        const QByteArrayList commands = used(m_live.url());
        for (const QByteArray &rule : published(name).mid(3)) {
            if (rule.startsWith('+'))
                QVERIFY2(commands.contains(rule.mid(1)), rule.constData());
        }
    }
}

void TestMinimalAcl::readersCannotWrite()
{
    ReportStore store(asPublished("arbscope-reader"), writableOptions());
    const auto refused = store.create(sampleReport(QStringLiteral("ams1"), QStringLiteral("x"), 1));
    QCOMPARE(refused.error().code, RedisErrorCode::Permission);
    for (const QByteArrayList &rules : {published("arbscope-reader"), published("arbscope-writer")}) {
        const RedisUrl url = as("other", rules.mid(3));
        RedisUrl unsafe = url;
        unsafe.password = QStringLiteral("SECRET");
        auto session = RedisConnection::open(unsafe, writableOptions());
        QVERIFY2(session, why(session));
        QCOMPARE(session->call({"HGET", "another", "key"}).error().code, RedisErrorCode::Permission);
    }
}

QTEST_GUILESS_MAIN(TestMinimalAcl)
#include "tst_minimalacl.moc"
