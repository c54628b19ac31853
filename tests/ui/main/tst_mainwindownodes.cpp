// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Stores of several servers look like one in the window, also when one of their masters is lost.
#include "tests/support/clustersetup.h"
#include "tests/support/clusterstore.h"
#include "tests/support/sentinelsetup.h"
#include "tests/support/why.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/exporting/exportdialog.h"
#include "ui/list/tradelist.h"
#include "ui/tasks/taskstrip.h"

#include "core/redis/clusterslots.h"
#include "core/store/keys.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

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
    void resharding();

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

/// Slots move while the window lists, browses, follows and exports: it shows and writes each trade once, and never
/// speaks of it.
void TestMainWindowNodes::resharding()
{
    constexpr int Many = 900; // each desk has pages that were never looked at
    ClusterSetup cluster(false);
    ReportStore bot(cluster.url(), writableOptions());
    const QStringList desks = deskNames(Desks);
    const std::vector<Report> reports = deskReports(desks, Many);
    storeAll(bot, reports);
    const QByteArray desk = desks[0].toUtf8();
    const auto next = [&cluster](int slot) { return (cluster.ownerOf(slot) + 1) % ClusterSetup::Masters; };
    const auto moveAway = [&](const QByteArray &key) { cluster.moveSlot(slotOf(key), next(slotOf(key))); };
    WindowFixture fixture;
    fixture.open(cluster.url());
    QSignalSpy states(&fixture.session(), &StoreSession::stateChanged);
    const auto *servers = fixture.child<QTreeView>("serverTree")->model();
    QTRY_COMPARE_WITH_TIMEOUT(servers->rowCount(servers->index(0, 0)), Desks, 60'000);
    fixture.window().showServer(desk);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), Many, 60'000);
    fixture.trigger("followAction");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.child<QLabel>("followLabel")->text().startsWith(u"Following"), 60'000);
    states.clear();

    // Pages of a desk whose hash and index were somewhere else when the window last looked.
    auto &list = *fixture.child<TradeList>("tradeList");
    const auto shows = [&](int row) {
        list.goToRow(row);
        const int place = fixture.trades()->rowCount() - 1 - row; // newest first
        const QByteArray expected = reports[std::size_t(place)].orderId.toUtf8();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.orderId(row), expected, 60'000);
        QCOMPARE(list.currentIndex().row(), row);
    };
    shows(450);
    moveAway(hashKey(desk));
    shows(850);
    moveAway(indexKey(desk));
    fixture.trigger("refreshAction");
    shows(650);
    // And one that is on its way: one master has the hash, another one is asked for it.
    const int slot = slotOf(hashKey(desk));
    const int to = next(slot);
    cluster.beginMove(slot, to);
    QCOMPARE(cluster.moveKeys(slot, to, 1), 1);
    shows(250);
    const auto stored = bot.create(sampleReport(desks[0], QStringLiteral("followed"), 1'900'000'000));
    QVERIFY2(stored, why(stored));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.orderId(0), "followed", 60'000);

    // An export of all begins while that slot is on its way, and all others move meanwhile.
    fixture.trigger("exportAsAction");
    auto *dialog = fixture.window().findChild<ExportDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(QStringLiteral("tickAll"))->click();
    dialog->findChild<QRadioButton *>(QStringLiteral("json"))->click();
    const QString path = dialog->findChild<QLineEdit *>(QStringLiteral("file"))->text();
    dialog->accept();
    const auto *tasks = fixture.child<TaskStrip>("taskStrip");
    QCOMPARE(tasks->count(), 1);
    for (int i = 0; i < 2 * Desks; ++i) { // each hash and each index once
        const QByteArray moving = desks[i / 2].toUtf8();
        if (moving != desk)
            moveAway(i % 2 == 0 ? hashKey(moving) : indexKey(moving));
    }
    QTRY_COMPARE_WITH_TIMEOUT(tasks->count(), 0, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.banner("noticeBanner").section(u' ', 0, 3), u"Export of 10801 trades", 60'000);
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QByteArrayList expected = idsOf(reports);
    expected += desk + "/followed";
    std::ranges::sort(expected);
    QCOMPARE(idsOfLines(file.readAll()), expected);
    while (cluster.moveKeys(slot, to, 100) > 0) { }
    cluster.endMove(slot, to);
    fixture.trigger("refreshAction");
    shows(750);
    QCOMPARE(fixture.banner("connectionBanner"), QString());
    QCOMPARE(states.count(), 0); // connected all the time
}

QTEST_MAIN(TestMainWindowNodes)
#include "tst_mainwindownodes.moc"
