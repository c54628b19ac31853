// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Stores of several servers look like one in the window, also when one of their masters is lost.
#include "tests/support/clustersetup.h"
#include "tests/support/clusterstore.h"
#include "tests/support/sentinelsetup.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/views/tradelist.h"

#include <QAction>
#include <QLabel>
#include <QTest>
#include <QTreeView>

using namespace arbscope;
using namespace arbscope::test;

namespace {

constexpr int Desks = 12; // on all masters
constexpr int Each = 60;

} // namespace

class TestMainWindowNodes : public QObject
{
    Q_OBJECT

private slots:
    void cluster();
    void sentinels();

private:
    /// Opens the store, follows a desk, loses the master by `fail`, and finds everything again at the same place.
    void looksLikeOne(const RedisUrl &url, const QString &desk, const std::function<void()> &fail);
};

void TestMainWindowNodes::looksLikeOne(const RedisUrl &url, const QString &desk, const std::function<void()> &fail)
{
    ReportStore bot(url, writableOptions());
    const auto createNewest = [&](const QString &id, double clock) {
        const auto stored = bot.create(sampleReport(desk, id, clock));
        QVERIFY(stored && (*stored == CreateOutcome::Stored || *stored == CreateOutcome::Unsure));
    };
    WindowFixture fixture;
    fixture.open(url);
    const auto *servers = fixture.child<QTreeView>("serverTree")->model();
    QTRY_COMPARE_WITH_TIMEOUT(servers->rowCount(servers->index(0, 0)), Desks, 60'000);
    fixture.window().showServer(desk.toUtf8());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), Each, 60'000);
    QTRY_VERIFY(!fixture.orderId(40).isEmpty());
    fixture.child<TradeList>("tradeList")->goToRow(40);
    const QByteArray current = fixture.orderId(40);
    fixture.trigger("followAction");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.child<QLabel>("followLabel")->text().startsWith(u"Following"), 60'000);
    createNewest(QStringLiteral("before"), 1'900'000'000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.orderId(0), "before", 60'000);

    fail();
    createNewest(QStringLiteral("after"), 1'900'000'001);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.orderId(0), "after", 120'000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().state(), StoreSession::State::Connected, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.banner("connectionBanner"), QString(), 60'000);
    QCOMPARE(fixture.trades()->rowCount(), Each + 2);
    QTRY_COMPARE(fixture.orderId(fixture.child<TradeList>("tradeList")->currentIndex().row()), current);
    fixture.trigger("exportAction");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.banner("noticeBanner").startsWith(u"Export of 62 trades"), 60'000);
}

void TestMainWindowNodes::cluster()
{
    ClusterSetup cluster;
    ReportStore store(cluster.url(), writableOptions());
    const QStringList desks = deskNames(Desks);
    storeAll(store, deskReports(desks, Each));
    int node = -1;
    for (int i = 0; i < ClusterSetup::Masters && node < 0; ++i) {
        if (cluster.node(i).cli({"EXISTS", "execution_report:" + desks[0].toUtf8()}) == "1")
            node = i;
    }
    QVERIFY(node >= 0);
    looksLikeOne(cluster.url(), desks[0], [&] {
        const int replica = node + ClusterSetup::Masters;
        waitUntil("a replica that has everything", [&] {
            return cluster.node(replica).info("slave_repl_offset") == cluster.node(node).info("master_repl_offset");
        });
        cluster.node(node).kill();
        waitUntil("a promoted replica", [&] { return cluster.node(replica).cli({"ROLE"}).startsWith("master"); });
    });
}

void TestMainWindowNodes::sentinels()
{
    SentinelSetup setup;
    ReportStore store(setup.url(), writableOptions());
    const QStringList desks = deskNames(Desks);
    storeAll(store, deskReports(desks, Each));
    looksLikeOne(setup.url(), desks[0], [&] {
        setup.waitForReplicas();
        setup.server(0).kill();
        setup.waitForMasterOtherThan(0);
    });
}

QTEST_MAIN(TestMainWindowNodes)
#include "tst_mainwindownodes.moc"
