// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clusterstore.h"
#include "tests/support/faultproxy.h"
#include "tests/support/livestore.h"
#include "tests/support/sentinelsetup.h"
#include "tests/support/why.h"

#include "core/store/follow.h"
#include "core/store/keys.h"
#include "core/store/walk.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <thread>

using namespace arbscope;
using namespace arbscope::test;

// Each test has its own set of servers: a fail-over leaves none as it was.
class TestSentinel : public QObject
{
    Q_OBJECT

private slots:
    void deadSentinels();
    void unknownMaster();
    void onlyTheServersWantAPassword();
    void addressesBehindNat();
    void readingFromReplicas();
    void failOverInAWalk();
    void failOverInAPage();
    void failOverWhileStoring();
    void failOverUnderAFollower();
    void nobodyTakesOver();
};

void TestSentinel::deadSentinels()
{
    SentinelSetup setup;
    setup.sentinel(0).kill();
    setup.sentinel(1).freeze(); // accepts connections, says nothing
    ReportStore store(setup.url(), writableOptions());
    storeAll(store, deskReports(deskNames(3), 2));
    const auto count = store.count("desk-001");
    QVERIFY2(count, why(count));
    QCOMPARE(*count, 2);
    setup.sentinel(1).thaw();
    setup.sentinel(1).kill();
    setup.sentinel(2).kill();
    const auto nobody = ReportStore(setup.url()).open();
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, RedisErrorCode::Refused);
    // The session that stands needs no sentinel.
    QVERIFY(store.count("desk-001"));
}

void TestSentinel::unknownMaster()
{
    SentinelSetup setup;
    RedisUrl url = setup.url();
    url.masterName = QStringLiteral("nobody");
    const auto opened = ReportStore(url).open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, RedisErrorCode::Usage);
    QVERIFY2(opened.error().message().contains(u"no master named nobody"), why(opened));
}

void TestSentinel::onlyTheServersWantAPassword()
{
    SentinelSetup setup("secret");
    ReportStore store(setup.url(), writableOptions());
    storeAll(store, deskReports(deskNames(1), 1));
    RedisUrl url = setup.url();
    url.password = QStringLiteral("wrong");
    const auto opened = ReportStore(url).open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, RedisErrorCode::Authentication);
    // A sentinel that wants one gets it too.
    QCOMPARE(setup.sentinel(0).cli({"ACL", "SETUSER", "default", "resetpass", ">secret"}), QByteArray("OK"));
    RedisUrl first = setup.url();
    first.endpoints = {setup.sentinel(0).address()};
    const auto second = ReportStore(first).open();
    QVERIFY2(second, why(second));
}

void TestSentinel::addressesBehindNat()
{
    SentinelSetup setup;
    ConnectionOptions options;
    options.addressMap = {{.from = setup.server(0).address(),
                           .to = {.host = QStringLiteral("localhost"), .port = setup.server(0).address().port}}};
    ReportStore store(setup.url(), options);
    const auto session = store.connection();
    QVERIFY2(session, why(session));
    const auto masters = (*session)->masters();
    QVERIFY2(masters, why(masters));
    QCOMPARE(masters->size(), 1U);
    QCOMPARE(masters->front().url.endpoints.front(), options.addressMap.front().to);
}

void TestSentinel::readingFromReplicas()
{
    SentinelSetup setup;
    const std::vector<Report> reports = deskReports(deskNames(3), 40);
    ReportStore writer(setup.url(), writableOptions());
    storeAll(writer, reports);
    setup.waitForReplicas();
    setup.server(0).cli({"CONFIG", "RESETSTAT"});
    ConnectionOptions options;
    options.readFromReplicas = true;
    ReportStore store(setup.url(), options);
    QCOMPARE(exportedIds(store), idsOf(reports));
    QVERIFY(!setup.server(0).cli({"INFO", "commandstats"}).contains("cmdstat_hmget"));
    const int used = setup.server(1).cli({"INFO", "commandstats"}).contains("cmdstat_hmget") ? 1 : 2;
    // Without its replica the session reads on.
    setup.server(used).kill();
    QCOMPARE(exportedIds(store), idsOf(reports));
    // Who stores, reads from the master.
    options.writable = true;
    ReportStore storing(setup.url(), options);
    storeAll(storing, {sampleReport(QStringLiteral("new"), QStringLiteral("one"), 1)});
    const auto found = storing.trade("new", "one");
    QVERIFY2(found, why(found));
    QVERIFY(found->has_value());
    QVERIFY(setup.server(0).cli({"INFO", "commandstats"}).contains("cmdstat_hget:"));
}

void TestSentinel::failOverInAWalk()
{
    SentinelSetup setup;
    const std::vector<Report> reports = deskReports(deskNames(4), 1500);
    ReportStore store(setup.url(), writableOptions());
    storeAll(store, reports);
    setup.waitForReplicas();
    const QByteArrayList ids = exportedIds(store, [&] { setup.server(0).kill(); });
    QCOMPARE(ids, idsOf(reports));
    setup.waitForMasterOtherThan(0);
    QCOMPARE(exportedIds(store), idsOf(reports));
}

void TestSentinel::failOverInAPage()
{
    SentinelSetup setup;
    ConnectionOptions options = writableOptions();
    options.replyTimeout = std::chrono::milliseconds(500);
    options.connectTimeout = std::chrono::milliseconds(500);
    ReportStore store(setup.url(), options);
    storeAll(store, deskReports(deskNames(1), 100));
    setup.waitForReplicas();
    const auto before = store.pageByRank("desk-000", 0, 9, TradeOrder::NewestFirst);
    QVERIFY2(before, why(before));
    setup.server(0).freeze(); // it does not hang up: the page waits for its answer, then for another master
    const auto page = store.pageByRank("desk-000", 0, 9, TradeOrder::NewestFirst);
    QVERIFY2(page, why(page));
    QCOMPARE(orderIds(*page), orderIds(*before));
    setup.server(0).thaw();
    const auto after = store.pageByRank("desk-000", 0, 9, TradeOrder::NewestFirst);
    QVERIFY2(after, why(after));
    QCOMPARE(orderIds(*after), orderIds(*before));
}

void TestSentinel::failOverWhileStoring()
{
    SentinelSetup setup;
    ReportStore store(setup.url(), writableOptions());
    const std::vector<Report> reports = deskReports(deskNames(1), 400);
    QByteArrayList acknowledged;
    QByteArrayList unsure;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (i == 200)
            setup.server(0).kill();
        const auto created = store.create(reports[i]);
        QVERIFY2(created, why(created)); // it waits for the new master
        const QByteArray id = reports[i].orderId.toUtf8();
        if (*created == CreateOutcome::Stored)
            acknowledged += id;
        else if (*created == CreateOutcome::Unsure)
            unsure += id;
        else
            QFAIL("an outcome that cannot be");
        if (i == 199)
            setup.waitForReplicas();
    }
    QVERIFY(unsure.size() <= 1);
    ReportStore reader(setup.url());
    const auto page = reader.pageByRank("desk-000", 0, -1, TradeOrder::OldestFirst);
    QVERIFY2(page, why(page));
    QByteArrayList there = orderIds(*page);
    for (const QByteArray &id : unsure)
        there.removeAll(id);
    QCOMPARE(there, acknowledged);
}

void TestSentinel::failOverUnderAFollower()
{
    SentinelSetup setup;
    ReportStore store(setup.url(), writableOptions());
    const std::vector<Report> reports = deskReports(deskNames(1), 40);
    storeAll(store, {reports.begin(), reports.begin() + 10});
    Follower follower(setup.url(), {}, "desk-000");
    const auto started = follower.start();
    QVERIFY2(started, why(started));
    QByteArrayList told;
    const auto tellUntil = [&](qsizetype count) {
        std::stop_source stop;
        QDeadlineTimer deadline(60'000);
        while (told.size() < count && !deadline.hasExpired()) {
            const auto batch = follower.next();
            if (!batch)
                continue; // it connects anew
            for (const StoredTrade &trade : batch->trades)
                told += trade.orderId;
        }
    };
    storeAll(store, {reports.begin() + 10, reports.begin() + 20});
    tellUntil(10);
    QCOMPARE(told.size(), 10);
    setup.waitForReplicas();
    setup.server(0).kill();
    storeAll(store, {reports.begin() + 20, reports.begin() + 30});
    tellUntil(20);
    storeAll(store, {reports.begin() + 30, reports.end()});
    tellUntil(30);
    QByteArrayList expected;
    for (std::size_t i = 10; i < reports.size(); ++i)
        expected += reports[i].orderId.toUtf8();
    QCOMPARE(told, expected);
}

void TestSentinel::nobodyTakesOver()
{
    SentinelSetup setup;
    ConnectionOptions options;
    options.failoverTimeout = std::chrono::milliseconds(300);
    ReportStore store(setup.url(), options);
    QVERIFY(store.open());
    setup.server(1).kill();
    setup.server(2).kill();
    setup.server(0).kill();
    const auto refused = store.count("desk-000");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RedisErrorCode::Refused);
    // And the wait for it can be given up.
    options.failoverTimeout = std::chrono::hours(1);
    SentinelSetup other;
    RedisUrl url = other.url();
    RedisUrl sentinel;
    sentinel.endpoints = {url.endpoints.front()};
    const FaultProxy proxy(sentinel); // tells when it is asked
    url.endpoints = proxy.url().endpoints;
    ReportStore patient(url, options);
    QVERIFY(patient.open());
    for (int i = 0; i < 3; ++i)
        other.server(i).kill();
    std::optional<Result<qint64>> count;
    const int asked = proxy.connections();
    std::jthread waiting([&](const std::stop_token &stop) { count = patient.count("desk-000", stop); });
    QTRY_VERIFY_WITH_TIMEOUT(proxy.connections() > asked + 2, 60'000); // again and again
    waiting.request_stop();
    waiting.join();
    QVERIFY(count && !*count);
    QCOMPARE(count->error().code, RedisErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestSentinel)
#include "tst_sentinel.moc"
