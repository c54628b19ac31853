// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demooddities.h"
#include "core/store/demostore.h"
#include "core/store/demotrades.h"
#include "core/store/reportstore.h"
#include "core/store/walk.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTest>

#include <map>

using namespace arbscope;

namespace {

constexpr double LastClock = 1'700'000'000;
constexpr int Trades = 300;

DemoStore start(DemoOptions options)
{
    Result<DemoStore> demo = DemoStore::start(options);
    if (!demo) {
        qFatal("%s", qPrintable(demo.error().message()));
    }
    return std::move(*demo);
}

DemoOptions still()
{
    DemoOptions options;
    options.tradesPerServer = Trades;
    options.lastClock = LastClock;
    options.live = false;
    return options;
}

/// Every entry of a server by order id; one that the hash does not have is an empty text.
std::map<QByteArray, QByteArray> contents(const DemoStore &demo, const QByteArray &server)
{
    ReportStore store(demo.url());
    std::map<QByteArray, QByteArray> texts;
    const auto collect = [&texts](WalkPage &&page, qint64, qint64) {
        for (const WalkPage::Entry &entry : page.entries) {
            texts[entry.orderId] = QByteArray(entry.raw.data(), static_cast<qsizetype>(entry.raw.size()));
        }
        return true;
    };
    const auto walked = walkTrades(**store.connection(), server, {}, collect);
    if (!walked) {
        qFatal("%s", qPrintable(walked.error().message()));
    }
    return texts;
}

qint64 count(ReportStore &store, const QByteArray &server)
{
    return store.count(server).value_or(-1);
}

} // namespace

class TestDemoStore final : public QObject
{
    Q_OBJECT
private slots:
    void isTheSameForTheSameSeed();
    void hasWhatItPromises();
    void hasOddities();
    void endsAtLastClock();
    void isFilledUpToNow();
    void tradesOn();
    void stopsAtOnce();
    void holdsFewTrades_data();
    void holdsFewTrades();
};

void TestDemoStore::isTheSameForTheSameSeed()
{
    const DemoStore one = start(still());
    const DemoStore same = start(still());
    DemoOptions options = still();
    options.seed = 2;
    const DemoStore other = start(options);
    for (int i = 0; i < 3; ++i) {
        const QByteArray server = DemoTrades::serverName(i);
        QVERIFY(contents(one, server) == contents(same, server));
        QVERIFY(contents(one, server) != contents(other, server));
    }
}

void TestDemoStore::hasWhatItPromises()
{
    const DemoStore demo = start(still());
    ReportStore store(demo.url());
    std::vector<ServerSummary> servers;
    QVERIFY(store.servers(
        [&servers](std::vector<ServerSummary> found) { servers.insert(servers.end(), found.begin(), found.end()); }));
    QCOMPARE(servers.size(), std::size_t(3));
    for (const ServerSummary &server : servers) {
        QCOMPARE(server.reports, qint64(Trades));
        QCOMPARE(server.indexed, qint64(Trades));
    }
}

void TestDemoStore::hasOddities()
{
    const DemoStore demo = start(still());
    for (int i = 0; i < 3; ++i) {
        std::map<Verdict, int> verdicts;
        int missing = 0;
        for (const auto &[id, text] : contents(demo, DemoTrades::serverName(i))) {
            if (text.isEmpty()) {
                ++missing;
                continue;
            }
            ++verdicts[readReport({text.constData(), static_cast<std::size_t>(text.size())}).verdict];
        }
        std::map<Verdict, int> expected;
        for (const DemoOddity &oddity : demoOddities()) {
            ++expected[oddity.verdict];
        }
        QCOMPARE(missing, 1);
        QCOMPARE(verdicts[Verdict::Coerced], expected[Verdict::Coerced]);
        QCOMPARE(verdicts[Verdict::Invalid], expected[Verdict::Invalid]);
        QCOMPARE(verdicts[Verdict::Valid], Trades - static_cast<int>(demoOddities().size()));
        ReportStore store(demo.url());
        const auto walked = walkTrades(**store.connection(), DemoTrades::serverName(i), {},
                                       [](WalkPage &&, qint64, qint64) { return true; });
        QCOMPARE(walked->orphans, qint64(1));
        QCOMPARE(walked->missing, qint64(1));
    }
}

void TestDemoStore::endsAtLastClock()
{
    const DemoStore demo = start(still());
    ReportStore store(demo.url());
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(store.summary(DemoTrades::serverName(i))->lastClock.value_or(0), LastClock);
    }
}

void TestDemoStore::isFilledUpToNow()
{
    DemoOptions options = still();
    options.lastClock = 0;
    const auto before = static_cast<double>(QDateTime::currentSecsSinceEpoch());
    const DemoStore demo = start(options);
    ReportStore store(demo.url());
    const double last = store.summary(DemoTrades::serverName(0))->lastClock.value_or(0);
    QVERIFY(last <= static_cast<double>(QDateTime::currentSecsSinceEpoch()));
    QVERIFY(last > before - 60);
}

void TestDemoStore::tradesOn()
{
    DemoOptions options = still();
    options.live = true;
    options.liveInterval = std::chrono::milliseconds(5);
    const DemoStore demo = start(options);
    ReportStore store(demo.url());
    for (int i = 0; i < 3; ++i) {
        const QByteArray server = DemoTrades::serverName(i);
        QTRY_VERIFY_WITH_TIMEOUT(count(store, server) >= Trades + 3, 60'000);
        const auto last = store.last(server);
        QVERIFY(last && *last && (*last)->report());
        QCOMPARE((*last)->read.verdict, Verdict::Valid);
        // It is today's, though the sample ends years ago.
        QVERIFY((*last)->report()->clock > static_cast<double>(QDateTime::currentSecsSinceEpoch()) - 600);
    }
}

void TestDemoStore::stopsAtOnce()
{
    DemoOptions options = still();
    options.live = true;
    options.liveInterval = std::chrono::hours(10);
    auto demo = std::make_unique<DemoStore>(start(options));
    const QString socket = demo->url().socketPath;
    QVERIFY(QFileInfo::exists(socket));
    demo.reset(); // would hang until the next trade
    QVERIFY(!QFileInfo::exists(QFileInfo(socket).path()));
}

void TestDemoStore::holdsFewTrades_data()
{
    QTest::addColumn<int>("servers");
    QTest::addColumn<int>("trades");
    QTest::newRow("no servers") << 0 << 10;
    QTest::newRow("no trades") << 2 << 0;
    QTest::newRow("one trade") << 1 << 1;
    QTest::newRow("less than oddities") << 1 << 5;
    QTest::newRow("more servers than known") << 5 << 20;
}

void TestDemoStore::holdsFewTrades()
{
    QFETCH(const int, servers);
    QFETCH(const int, trades);
    DemoOptions options = still();
    options.servers = servers;
    options.tradesPerServer = trades;
    const DemoStore demo = start(options);
    ReportStore store(demo.url());
    for (int i = 0; i < servers; ++i) {
        QCOMPARE(count(store, DemoTrades::serverName(i)), qint64(trades));
    }
    QCOMPARE(count(store, DemoTrades::serverName(servers)), qint64(0));
}

QTEST_GUILESS_MAIN(TestDemoStore)
#include "tst_demostore.moc"
