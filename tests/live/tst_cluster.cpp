// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clirun.h"
#include "tests/support/clustersetup.h"
#include "tests/support/clusterstore.h"
#include "tests/support/livestore.h"
#include "tests/support/why.h"

#include "core/redis/clusterslots.h"
#include "core/store/keys.h"
#include "core/store/storecheck.h"
#include "core/store/storecheckrepair.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace arbscope;
using namespace arbscope::test;

class TestCluster : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void anyServerWillDo_data();
    void anyServerWillDo();
    void serversOfAllMasters();
    void tradesByTheirSlot();
    void storingTwice();
    void keysOfAnotherTypeRefuseTheirServersOnly();
    void exportOfAll();
    void transactionsAreRefused();
    void anIndexOfAnotherType();
    void checkAndRepair();
    void addressesBehindNat();
    void readingFromReplicas();
    void aServerThatIsNoCluster();
    void accountsOfTheReadme_data();
    void accountsOfTheReadme();
    void cli();

private:
    ReportStore open(const ConnectionOptions &options = writableOptions()) const
    {
        return ReportStore(m_cluster->url(), options);
    }

    std::unique_ptr<ClusterSetup> m_cluster;
};

void TestCluster::initTestCase()
{
    m_cluster = std::make_unique<ClusterSetup>();
}

void TestCluster::init()
{
    m_cluster->clear();
}

void TestCluster::anyServerWillDo_data()
{
    QTest::addColumn<std::vector<RedisEndpoint>>("seeds");
    const RedisEndpoint nobody{.host = QStringLiteral("127.0.0.1"), .port = 1};
    QTest::newRow("a master") << std::vector{m_cluster->node(1).address()};
    QTest::newRow("a replica") << std::vector{m_cluster->node(5).address()};
    QTest::newRow("behind dead ones") << std::vector{nobody, nobody, m_cluster->node(2).address()};
}

void TestCluster::anyServerWillDo()
{
    QFETCH(std::vector<RedisEndpoint>, seeds);
    RedisUrl url = m_cluster->url();
    url.endpoints = seeds;
    ReportStore store(url, writableOptions());
    const QStringList desks = deskNames(12);
    storeAll(store, deskReports(desks, 3));
    for (const QString &desk : desks) {
        const auto count = store.count(desk.toUtf8());
        QVERIFY2(count, why(count));
        QCOMPARE(*count, 3);
    }
}

void TestCluster::serversOfAllMasters()
{
    const QStringList desks = deskNames(60);
    ReportStore store = open();
    storeAll(store, deskReports(desks, 2));
    for (int i = 0; i < ClusterSetup::Masters; ++i)
        QVERIFY(m_cluster->node(i).cli({"DBSIZE"}).toInt() > 20); // they do lie on all of them
    std::map<QByteArray, ServerSummary> found;
    const auto listed = store.servers([&](const std::vector<ServerSummary> &servers) {
        for (const ServerSummary &server : servers)
            QVERIFY(found.emplace(server.name, server).second);
    });
    QVERIFY2(listed, why(listed));
    QCOMPARE(found.size(), 60U);
    for (const QString &desk : desks) {
        const ServerSummary &server = found.at(desk.toUtf8());
        QCOMPARE(server.reports, 2);
        QCOMPARE(server.indexed, 2);
        QCOMPARE(server.firstClock, std::optional(1'600'000'000.0));
        QCOMPARE(server.lastClock, std::optional(1'600'000'001.0));
    }
}

void TestCluster::tradesByTheirSlot()
{
    const QStringList desks = deskNames(10);
    ReportStore store = open();
    storeAll(store, deskReports(desks, 30));
    for (const QString &desk : desks) {
        const QByteArray server = desk.toUtf8();
        const auto page = store.pageByRank(server, 10, 14, TradeOrder::NewestFirst);
        QVERIFY2(page, why(page));
        QCOMPARE(page->total, 30);
        QCOMPARE(orderIds(*page), (QByteArrayList{"id-000019", "id-000018", "id-000017", "id-000016", "id-000015"}));
        QVERIFY(std::ranges::all_of(page->trades, [](const StoredTrade &trade) { return trade.report() != nullptr; }));
        const auto last = store.last(server);
        QVERIFY2(last, why(last));
        QVERIFY(*last && (*last)->orderId == "id-000029");
    }
}

void TestCluster::storingTwice()
{
    const std::vector<Report> reports = deskReports(deskNames(20), 5);
    ReportStore store = open();
    storeAll(store, reports);
    std::vector<Report> more = reports;
    for (Report &report : more)
        report.version = QStringLiteral("another");
    const auto again = store.createMany(more);
    QVERIFY2(again && !again->error, why(again));
    QVERIFY(std::ranges::all_of(again->outcomes, [](CreateOutcome o) { return o == CreateOutcome::AlreadyThere; }));
    const auto first = store.trade("desk-003", "id-000002");
    QVERIFY2(first, why(first));
    QVERIFY(*first && (*first)->read.report);
    QCOMPARE((*first)->read.report->version, reports.front().version);

    std::vector<Report> twins(2, sampleReport(QStringLiteral("twins"), QStringLiteral("one"), 1));
    twins[1].version = QStringLiteral("another");
    const auto stored = store.createMany(twins);
    QVERIFY2(stored && !stored->error, why(stored));
    QCOMPARE(stored->outcomes, (std::vector{CreateOutcome::Stored, CreateOutcome::AlreadyThere}));
}

void TestCluster::keysOfAnotherTypeRefuseTheirServersOnly()
{
    ReportStore store = open();
    const QByteArray index = indexKey("no index");
    const QByteArray hash = hashKey("no hash");
    m_cluster->node(m_cluster->ownerOf(slotOf(index))).cli({"SET", index, "a text"});
    m_cluster->node(m_cluster->ownerOf(slotOf(hash))).cli({"SADD", hash, "a set"});
    std::vector<Report> reports;
    for (const char *server : {"no index", "well", "no hash", "no hash"})
        reports.push_back(sampleReport(QString::fromLatin1(server), QString::number(reports.size()), 1));
    const auto stored = store.createMany(reports);
    QVERIFY2(stored && !stored->error, why(stored));
    using enum CreateOutcome;
    QCOMPARE(stored->outcomes, (std::vector{Refused, Stored, Refused, Refused}));
    QCOMPARE(stored->refusals.at("no index").key, index);
    QCOMPARE(stored->refusals.at("no hash").key, hash);
    QCOMPARE(store.summary("well").value().indexed, 1);
    const auto absent = store.trade("no index", "0");
    QVERIFY2(absent, why(absent));
    QVERIFY(!*absent);
}

void TestCluster::exportOfAll()
{
    const std::vector<Report> reports = deskReports(deskNames(15), 100);
    ReportStore store = open();
    storeAll(store, reports);
    QCOMPARE(exportedIds(store), idsOf(reports));
}

void TestCluster::transactionsAreRefused()
{
    ReportStore store = open();
    const auto session = store.connection();
    QVERIFY2(session, why(session));
    QVERIFY((*session)->isCluster());
    for (const CommandArgs &command : std::vector<CommandArgs>{{"WATCH", "a"}, {"MULTI"}, {"SCAN", "0"}}) {
        const auto reply = (*session)->call(command);
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, RedisErrorCode::Usage);
    }
    QVERIFY((*session)->isOpen());
    QCOMPARE((*session)->pending(), 0);
}

void TestCluster::anIndexOfAnotherType()
{
    ReportStore store = open();
    const QByteArray index = indexKey("odd");
    m_cluster->node(m_cluster->ownerOf(slotOf(index))).cli({"SET", index, "x"});
    const auto created = store.create(sampleReport(QStringLiteral("odd"), QStringLiteral("one"), 1));
    QVERIFY(!created);
    QCOMPARE(created.error().code, RedisErrorCode::WrongType);
    const auto stored = store.trade("odd", "one");
    QVERIFY2(stored, why(stored));
    QVERIFY(!*stored);
}

void TestCluster::checkAndRepair()
{
    ReportStore store = open();
    const auto session = store.connection();
    QVERIFY2(session, why(session));
    const Report report = sampleReport(QStringLiteral("s"), QStringLiteral("lost"), 7);
    const Report shifted = sampleReport(QStringLiteral("s"), QStringLiteral("shifted"), 8);
    storeAll(store, {sampleReport(QStringLiteral("s"), QStringLiteral("good"), 6), shifted});
    QVERIFY((*session)->call({"HSET", hashKey("s"), "lost", textOf(report)}));
    QVERIFY((*session)->call({"ZADD", indexKey("s"), "9", "shifted"}));
    QVERIFY((*session)->call({"ZADD", indexKey("s"), "10", "ghost"}));
    QVERIFY((*session)->call({"ZADD", indexKey("only index"), "10", "ghost"}));
    const auto servers = serversToCheck(**session);
    QVERIFY2(servers, why(servers));
    QCOMPARE(*servers, (std::vector<QByteArray>{"only index", "s"}));
    int repaired = 0;
    int leftAlone = 0;
    const auto mend = [&](const Finding &finding) {
        const auto step = repairStep(finding);
        QCOMPARE(step.has_value(), finding.kind != FindingKind::NoReport);
        if (!step) {
            ++leftAlone;
            return;
        }
        const auto outcome = repair(**session, *step);
        QVERIFY2(outcome, why(outcome));
        QVERIFY(*outcome == RepairOutcome::Done);
        ++repaired;
    };
    for (const QByteArray &server : *servers) {
        const auto checked = checkServer(**session, server, {.settle = std::chrono::milliseconds(0)}, mend);
        QVERIFY2(checked, why(checked));
    }
    QCOMPARE(repaired, 2);
    QCOMPARE(leftAlone, 2);
    const auto again = checkServer(**session, "s", {.settle = std::chrono::milliseconds(0)}, mend);
    QVERIFY2(again, why(again));
    QCOMPARE(repaired, 2);
    QCOMPARE(again->count(FindingKind::NoReport), 1);
    QCOMPARE(again->entries, 4);
    QCOMPARE(again->reports, 3);

    // What is not as the step says stays as it is.
    const auto stale = repair(
        **session, {.kind = RepairStep::Kind::Correct, .server = "s", .orderId = "good", .before = 5, .after = 6});
    QVERIFY2(stale, why(stale));
    QVERIFY(*stale == RepairOutcome::NotAsSaid);
}

void TestCluster::addressesBehindNat()
{
    // From here the servers have another name than the one that they tell: it stands for another address.
    ConnectionOptions options = writableOptions();
    RedisUrl url = m_cluster->url();
    for (RedisEndpoint &address : url.endpoints) {
        const RedisEndpoint seen{.host = QStringLiteral("localhost"), .port = address.port};
        options.addressMap.push_back({.from = address, .to = seen});
        address = seen;
    }
    ReportStore store(url, options);
    storeAll(store, deskReports(deskNames(9), 4));
    const auto session = store.connection();
    QVERIFY2(session, why(session));
    const auto masters = (*session)->masters();
    QVERIFY2(masters, why(masters));
    QCOMPARE(masters->size(), 3U);
    for (const RedisNode &node : *masters)
        QCOMPARE(node.url.endpoints.front().host, QStringLiteral("localhost"));
    QCOMPARE(exportedIds(store).size(), 36);

    // Mapped to where nobody is, they cannot be reached.
    for (AddressMapping &mapping : options.addressMap)
        mapping.to.port = 1;
    options.failoverTimeout = std::chrono::milliseconds(200);
    ReportStore wrong(url, options);
    const auto count = wrong.count("desk-000");
    QVERIFY(!count);
    QCOMPARE(count.error().code, RedisErrorCode::Refused);
}

void TestCluster::readingFromReplicas()
{
    const std::vector<Report> reports = deskReports(deskNames(12), 20);
    ReportStore writer = open();
    storeAll(writer, reports);
    for (int i = 0; i < ClusterSetup::Masters; ++i)
        waitUntil("a replica that has all", [&] {
            return m_cluster->node(i).cli({"DBSIZE"}) == m_cluster->node(i + ClusterSetup::Masters).cli({"DBSIZE"})
                && m_cluster->node(i).info("master_repl_offset")
                == m_cluster->node(i + ClusterSetup::Masters).info("slave_repl_offset");
        });
    for (int i = 0; i < m_cluster->count(); ++i)
        m_cluster->node(i).cli({"CONFIG", "RESETSTAT"});
    ConnectionOptions options;
    options.readFromReplicas = true;
    ReportStore reader = open(options);
    QCOMPARE(exportedIds(reader), idsOf(reports));
    for (int i = 0; i < ClusterSetup::Masters; ++i) {
        QVERIFY(m_cluster->node(i).info("cmdstat_hmget").isEmpty());
        const QByteArray calls = m_cluster->node(i + ClusterSetup::Masters).cli({"INFO", "commandstats"});
        QVERIFY2(calls.contains("cmdstat_hmget"), calls.constData());
    }
}

void TestCluster::aServerThatIsNoCluster()
{
    const auto server = RedisNodeProcess::start({});
    RedisUrl url = server.url();
    url.topology = RedisTopology::Cluster;
    const auto opened = ReportStore(url).open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, RedisErrorCode::Usage);
    QVERIFY2(opened.error().message().contains(u"is no cluster"), why(opened));
    // And the reverse: a part of a cluster that is taken for a store.
    ReportStore part(m_cluster->node(0).url());
    int moved = 0;
    for (const QString &desk : deskNames(6)) {
        if (const auto count = part.count(desk.toUtf8()); !count) {
            ++moved;
            QCOMPARE(count.error().code, RedisErrorCode::Unsupported);
            QVERIFY2(count.error().message().contains(u"redis-cluster://"), why(count));
        }
    }
    QVERIFY(moved > 0);
}

void TestCluster::accountsOfTheReadme_data()
{
    QTest::addColumn<bool>("writable");
    QTest::newRow("reading") << false;
    QTest::newRow("storing") << true;
}

void TestCluster::accountsOfTheReadme()
{
    QFETCH(bool, writable);
    const std::vector<Report> reports = deskReports(deskNames(6), 10);
    ReportStore all = open();
    storeAll(all, reports);
    QByteArrayList account{
        "ACL", "SETUSER", "desk", "reset", "on", ">secret", "~execution_report*", "&__redis__:invalidate"};
    account += QByteArray("+select +ping +scan +hget +hmget +hlen +hexists +hscan +zrange +zrevrange +zrangebyscore "
                          "+zrevrangebyscore +zcard +zcount +zscore +zrank +zrevrank +client|setname +client|id "
                          "+client|tracking +subscribe +cluster|slots +cluster|nodes +readonly +asking")
                   .split(' ');
    if (writable)
        account += {"+hsetnx", "+zadd"};
    for (int i = 0; i < m_cluster->count(); ++i)
        QCOMPARE(m_cluster->node(i).cli(account), QByteArray("OK"));
    RedisUrl url = m_cluster->url();
    url.user = QStringLiteral("desk");
    url.password = QStringLiteral("secret");
    for (const bool replicas : {false, true}) {
        ReportStore store(url, {.writable = writable, .readFromReplicas = replicas});
        qint64 servers = 0;
        const auto listed
            = store.servers([&servers](const std::vector<ServerSummary> &found) { servers += qint64(found.size()); });
        QVERIFY2(listed, why(listed));
        QVERIFY(servers == 6 || (replicas && servers < 6)); // they may lag
        if (!replicas)
            QCOMPARE(exportedIds(store), idsOf(reports));
        const auto page = store.pageByClock("desk-001", 0, 2e9, 0, 5, TradeOrder::NewestFirst);
        QVERIFY2(page, why(page));
    }
    if (!writable)
        return;
    ReportStore store(url, writableOptions());
    storeAll(store, {sampleReport(QStringLiteral("new"), QStringLiteral("one"), 1)});
    const auto session = store.connection();
    QVERIFY2(session, why(session));
    QVERIFY((*session)->call({"ZADD", indexKey("new"), "2", "one"}));
    const auto mended = repair(
        **session, {.kind = RepairStep::Kind::Correct, .server = "new", .orderId = "one", .before = 2, .after = 1});
    QVERIFY2(mended, why(mended));
    QVERIFY(*mended == RepairOutcome::Done);
}

void TestCluster::cli()
{
    const QStringList desks = deskNames(8);
    ReportStore store = open();
    storeAll(store, deskReports(desks, 6));
    const QByteArray url = m_cluster->url().display().toUtf8();
    const CliResult servers = runCli({"--url", url, "servers", "--json"});
    QCOMPARE(servers.status, 0);
    QCOMPARE(jsonLines(servers.out).size(), 8U);
    const CliResult list = runCli({"--url", url, "list", desks[3].toUtf8(), "--format", "jsonl"});
    QCOMPARE(list.status, 0);
    QCOMPARE(list.out.count('\n'), 6);
    const CliResult all = runCli({"--url", url, "export", "-o", "-", "--format", "jsonl"});
    QCOMPARE(all.status, 0);
    QCOMPARE(all.out.count('\n'), 48);

    for (const bool right : {true, false}) {
        QByteArrayList mapped{"--url", url, "--timeout", "1", "list", desks[3].toUtf8(), "--replicas"};
        for (const RedisEndpoint &address : m_cluster->url().endpoints) {
            const QByteArray port = QByteArray::number(address.port);
            mapped += {"--map", QByteArray("127.0.0.1:" + port + "=localhost:" + (right ? port : QByteArray("1")))};
        }
        QCOMPARE(runCli(mapped).status, right ? 0 : 3);
    }
}

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
