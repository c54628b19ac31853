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

#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

#include <algorithm>

using namespace arbscope;
using namespace arbscope::test;

namespace {

/// A desk whose reports lie at that master, and whose index lies elsewhere.
QString deskAt(const ClusterSetup &cluster, int master)
{
    for (const QString &name : deskNames(200)) {
        const int hash = cluster.ownerOf(slotOf(hashKey(name.toUtf8())));
        if (hash == master && cluster.ownerOf(slotOf(indexKey(name.toUtf8()))) != master)
            return name;
    }
    qFatal("no desk lies so");
}

void waitForReplicas(ClusterSetup &cluster)
{
    for (int i = 0; i < ClusterSetup::Masters; ++i)
        waitUntil("a replica that has all", [&] {
            return cluster.node(i).info("master_repl_offset")
                == cluster.node(i + ClusterSetup::Masters).info("slave_repl_offset");
        });
}

} // namespace

// Each test has its own cluster: a lost master leaves none as it was.
class TestClusterFaults : public QObject
{
    Q_OBJECT

private slots:
    void masterLostInAnExport();
    void masterLostWhileListing();
    void masterLostWhileStoring();
    void masterLostForGood();
    void readersNeverSeeAnEntryWithoutItsReport();
};

void TestClusterFaults::masterLostInAnExport()
{
    ClusterSetup cluster;
    const std::vector<Report> reports = deskReports(deskNames(12), 400);
    ReportStore store(cluster.url(), writableOptions());
    storeAll(store, reports);
    waitForReplicas(cluster);
    QCOMPARE(exportedIds(store, [&] { cluster.node(1).kill(); }), idsOf(reports));
    waitUntil("a promoted replica", [&] { return cluster.node(4).cli({"ROLE"}).startsWith("master"); });
    QCOMPARE(exportedIds(store), idsOf(reports));
    ReportStore fresh(cluster.url());
    QCOMPARE(exportedIds(fresh), idsOf(reports));
}

void TestClusterFaults::masterLostWhileListing()
{
    ClusterSetup cluster;
    ReportStore store(cluster.url(), writableOptions());
    storeAll(store, deskReports(deskNames(4000), 1));
    waitForReplicas(cluster);
    QByteArrayList names;
    const auto listed = store.servers([&](const std::vector<ServerSummary> &servers) {
        if (names.isEmpty())
            cluster.node(0).kill();
        for (const ServerSummary &server : servers)
            names += server.name;
    });
    QVERIFY2(listed, why(listed));
    QCOMPARE(names.size(), 4000);
    std::ranges::sort(names);
    QVERIFY(std::ranges::unique(names).empty());
}

void TestClusterFaults::masterLostWhileStoring()
{
    ClusterSetup cluster;
    ReportStore store(cluster.url(), writableOptions());
    const QString desk = deskAt(cluster, 2);
    const QByteArray server = desk.toUtf8();
    const std::vector<Report> reports = sampleReports(desk, 300);
    QByteArrayList acknowledged;
    int unsure = 0;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (i == 150) {
            waitForReplicas(cluster);
            cluster.node(2).kill();
        }
        const auto created = store.create(reports[i]);
        QVERIFY2(created, why(created));
        if (*created == CreateOutcome::Stored)
            acknowledged += reports[i].orderId.toUtf8();
        else
            ++unsure;
    }
    QVERIFY(unsure <= 1);
    const auto session = store.connection();
    QVERIFY2(session, why(session));
    const auto mend = [&](const Finding &finding) {
        if (const auto step = repairStep(finding))
            QVERIFY(repair(**session, *step));
    };
    const CheckOptions atOnce{.settle = std::chrono::milliseconds(0)};
    QVERIFY(checkServer(**session, server, atOnce, mend));
    const auto clean = checkServer(**session, server, atOnce, mend);
    QVERIFY2(clean, why(clean));
    QVERIFY(clean->isClean());
    const auto page = store.pageByRank(server, 0, -1, TradeOrder::OldestFirst);
    QVERIFY2(page, why(page));
    const QByteArrayList there = orderIds(*page);
    QVERIFY(there.size() >= acknowledged.size() && there.size() <= acknowledged.size() + unsure);
    for (const QByteArray &id : acknowledged)
        QVERIFY2(there.contains(id), id.constData());
}

void TestClusterFaults::masterLostForGood()
{
    ClusterSetup cluster(false);
    ConnectionOptions options = writableOptions();
    options.failoverTimeout = std::chrono::milliseconds(300);
    ReportStore store(cluster.url(), options);
    const QString lost = deskAt(cluster, 0);
    const QString index = deskAt(cluster, 1);
    storeAll(store, deskReports({lost, index}, 3));
    cluster.node(0).kill();
    const auto trade = store.trade(lost.toUtf8(), "id-000001");
    QVERIFY(!trade);
    QVERIFY(trade.error().code == RedisErrorCode::Refused || trade.error().code == RedisErrorCode::Unreachable);
    const auto listed = store.servers([](const std::vector<ServerSummary> &) { });
    QVERIFY(!listed); // not silently a part of them
    const auto created = store.create(sampleReport(lost, QStringLiteral("new"), 1));
    QVERIFY(!created);
    QVERIFY(!created.error().unsure);
}

void TestClusterFaults::readersNeverSeeAnEntryWithoutItsReport()
{
    ClusterSetup cluster(false);
    const QString desk = deskAt(cluster, 0);
    QTemporaryFile lines;
    QVERIFY(lines.open());
    for (const Report &report : sampleReports(desk, 6000))
        lines.write(textOf(report) + '\n');
    lines.close();
    const auto writer = startCli({"--url", cluster.url().display().toUtf8(), "import", lines.fileName().toUtf8()});
    ReportStore store(cluster.url());
    qint64 pages = 0;
    qint64 seen = 0;
    while (writer->state() != QProcess::NotRunning) {
        const auto page = store.pageByRank(desk.toUtf8(), 0, 199, TradeOrder::NewestFirst);
        QVERIFY2(page, why(page));
        QVERIFY(std::ranges::all_of(page->trades, &StoredTrade::present));
        ++pages;
        seen = std::max(seen, page->total);
        QTest::qWait(0);
    }
    QCOMPARE(writer->exitCode(), 0);
    QVERIFY(pages > 5);
    QCOMPARE(store.count(desk.toUtf8()).value_or(-1), 6000);
}

QTEST_GUILESS_MAIN(TestClusterFaults)
#include "tst_cluster_faults.moc"
