// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clustersetup.h"
#include "tests/support/clusterstore.h"
#include "tests/support/livestore.h"
#include "tests/support/why.h"

#include "core/redis/clusterslots.h"
#include "core/store/follow.h"
#include "core/store/keys.h"
#include "core/store/keyscan.h"
#include "core/store/walk.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace arbscope;
using namespace arbscope::test;

namespace {

/// Servers whose keys all lie in one slot, by their tag.
QStringList taggedNames(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names += QStringLiteral("{tag}%1").arg(i, 3, 10, QLatin1Char('0'));
    return names;
}

QByteArrayList serversOf(ReportStore &store)
{
    QByteArrayList names;
    const auto listed = store.servers([&names](const std::vector<ServerSummary> &servers) {
        for (const ServerSummary &server : servers)
            names += server.name;
    });
    if (!listed)
        qFatal("%s", qPrintable(listed.error().message()));
    std::ranges::sort(names);
    return names;
}

QByteArrayList bytesOf(const QStringList &names)
{
    QByteArrayList result;
    for (const QString &name : names)
        result += name.toUtf8();
    return result;
}

} // namespace

/// Slots and keys that go to another master while they are read.
class TestClusterMoves : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aSlotThatHasMoved();
    void aSlotOnItsWay();
    void scanWhileKeysMove_data();
    void scanWhileKeysMove();
    void reshardingInAnExport();
    void orphansOfAHashThatMoves();
    void followingAnIndexThatMoves();

private:
    [[nodiscard]] int otherThan(int slot) const { return (m_cluster->ownerOf(slot) + 1) % ClusterSetup::Masters; }
    void moveAway(const QByteArray &key) { m_cluster->moveSlot(slotOf(key), otherThan(slotOf(key))); }

    std::unique_ptr<ClusterSetup> m_cluster;
};

void TestClusterMoves::initTestCase()
{
    m_cluster = std::make_unique<ClusterSetup>(false);
}

void TestClusterMoves::init()
{
    m_cluster->clear();
}

void TestClusterMoves::aSlotThatHasMoved()
{
    ReportStore store(m_cluster->url(), writableOptions());
    storeAll(store, deskReports(deskNames(1), 20));
    moveAway(hashKey("desk-000"));
    moveAway(indexKey("desk-000"));
    const auto page = store.pageByRank("desk-000", 0, -1, TradeOrder::OldestFirst);
    QVERIFY2(page, why(page));
    QCOMPARE(page->trades.size(), 20U);
    QVERIFY(std::ranges::all_of(page->trades, &StoredTrade::present));
    moveAway(hashKey("desk-000"));
    const auto created = store.create(sampleReport(QStringLiteral("desk-000"), QStringLiteral("new"), 5));
    QVERIFY2(created, why(created));
    QVERIFY(*created == CreateOutcome::Stored);
    const auto trade = store.trade("desk-000", "new");
    QVERIFY2(trade, why(trade));
    QVERIFY(trade->has_value());
}

void TestClusterMoves::aSlotOnItsWay()
{
    const QStringList names = taggedNames(8);
    ReportStore store(m_cluster->url(), writableOptions());
    storeAll(store, deskReports(names, 10));
    const int slot = slotOf(hashKey("{tag}000"));
    const int to = otherThan(slot);
    m_cluster->beginMove(slot, to);
    QCOMPARE(m_cluster->moveKeys(slot, to, 7), 7); // of 16: both servers have some now
    const auto all = [&](qint64 each) {
        for (const QString &name : names) {
            const auto page = store.pageByRank(name.toUtf8(), 0, -1, TradeOrder::OldestFirst);
            QVERIFY2(page, why(page));
            QCOMPARE(page->total, each);
            QVERIFY(std::ranges::all_of(page->trades, &StoredTrade::present));
        }
    };
    all(10);
    QCOMPARE(serversOf(store), bytesOf(names));
    QCOMPARE(exportedIds(store).size(), 80);
    // Storing goes on too: in servers that are there, and in a new one.
    std::vector<Report> more;
    for (const QString &name : names)
        more.push_back(sampleReport(name, QStringLiteral("more"), 3));
    more.push_back(sampleReport(QStringLiteral("{tag}new"), QStringLiteral("one"), 3));
    storeAll(store, more);
    all(11);
    QCOMPARE(store.count("{tag}new").value_or(-1), 1);
    while (m_cluster->moveKeys(slot, to, 100) > 0) { }
    m_cluster->endMove(slot, to);
    all(11);
    QCOMPARE(exportedIds(store).size(), 89);
}

void TestClusterMoves::scanWhileKeysMove_data()
{
    QTest::addColumn<bool>("toTheEnd");
    QTest::newRow("all of a slot") << true;
    QTest::newRow("a slot still on its way") << false;
}

void TestClusterMoves::scanWhileKeysMove()
{
    QFETCH(bool, toTheEnd);
    // One master has many keys, so that its scan takes several rounds; the others' scans have ended after the first.
    const QStringList names = taggedNames(1500);
    ReportStore store(m_cluster->url(), writableOptions());
    storeAll(store, deskReports(names, 1));
    const auto session = store.connection();
    QVERIFY2(session, why(session));
    const int slot = slotOf(hashKey("{tag}000"));
    const int to = otherThan(slot);
    std::set<QByteArray> found;
    bool moved = false;
    std::size_t before = 0;
    const auto scanned = scanKeys(**session, {.pattern = hashKeyPattern(), .type = "hash"},
                                  [&](std::vector<QByteArray> &&keys) -> Result<bool> {
                                      found.insert(keys.begin(), keys.end());
                                      if (!std::exchange(moved, true)) {
                                          before = found.size();
                                          m_cluster->beginMove(slot, to);
                                          while (m_cluster->moveKeys(slot, to, 500) > 0) { }
                                          if (toTheEnd)
                                              m_cluster->endMove(slot, to);
                                      }
                                      return true;
                                  },
                                  {});
    QVERIFY2(scanned, why(scanned));
    QVERIFY(before < 1500);
    QCOMPARE(found.size(), 1500U);
    if (!toTheEnd)
        m_cluster->endMove(slot, to);
}

void TestClusterMoves::reshardingInAnExport()
{
    const QStringList desks = deskNames(12);
    const std::vector<Report> reports = deskReports(desks, 400);
    ReportStore store(m_cluster->url(), writableOptions());
    storeAll(store, reports);
    const QByteArrayList ids = exportedIds(store, [&] {
        for (const QString &desk : desks) {
            moveAway(hashKey(desk.toUtf8()));
            moveAway(indexKey(desk.toUtf8()));
        }
    });
    QCOMPARE(ids, idsOf(reports));
}

void TestClusterMoves::orphansOfAHashThatMoves()
{
    ReportStore store(m_cluster->url(), writableOptions());
    const auto session = store.connection();
    QVERIFY2(session, why(session));
    constexpr int Orphans = 3000;
    const QByteArray text = textOf(sampleReport(QStringLiteral("s"), QStringLiteral("x"), 1));
    std::vector<CommandArgs> commands;
    commands.reserve(Orphans);
    for (int i = 0; i < Orphans; ++i)
        commands.push_back({"HSET", hashKey("s"), "id-" + QByteArray::number(i), text});
    QVERIFY((*session)->pipeline(commands));
    TradeWalk walk(**session, {"s"});
    std::multiset<QByteArray> found;
    for (bool moved = false;;) {
        const auto page = walk.next();
        QVERIFY2(page, why(page));
        if (!*page)
            break;
        QVERIFY((*page)->orphans);
        for (const WalkPage::Entry &entry : (*page)->entries)
            found.insert(entry.orderId);
        if (!std::exchange(moved, true)) {
            QVERIFY(found.size() < std::size_t(Orphans));
            moveAway(hashKey("s"));
        }
    }
    QCOMPARE(found.size(), std::size_t(Orphans));
    QCOMPARE(std::set<QByteArray>(found.begin(), found.end()).size(), std::size_t(Orphans));
}

void TestClusterMoves::followingAnIndexThatMoves()
{
    ReportStore store(m_cluster->url(), writableOptions());
    const std::vector<Report> reports = deskReports(deskNames(1), 30);
    storeAll(store, {reports.begin(), reports.begin() + 10});
    Follower follower(m_cluster->url(), {}, "desk-000");
    const auto started = follower.start();
    QVERIFY2(started, why(started));
    QVERIFY(follower.mode() == FollowMode::Tracking);
    QByteArrayList told;
    for (std::size_t i = 10; i < reports.size(); i += 5) {
        moveAway(i % 2 == 0 ? indexKey("desk-000") : hashKey("desk-000"));
        storeAll(store, {reports.begin() + std::ptrdiff_t(i), reports.begin() + std::ptrdiff_t(i) + 5});
        while (told.size() < qsizetype(i) - 5) {
            const auto batch = follower.next();
            QVERIFY2(batch, why(batch));
            for (const StoredTrade &trade : batch->trades) {
                QVERIFY(trade.present);
                told += trade.orderId;
            }
        }
    }
    QByteArrayList expected;
    for (std::size_t i = 10; i < reports.size(); ++i)
        expected += reports[i].orderId.toUtf8();
    QCOMPARE(told, expected);
    QVERIFY(follower.mode() == FollowMode::Tracking);
}

QTEST_GUILESS_MAIN(TestClusterMoves)
#include "tst_cluster_moves.moc"
