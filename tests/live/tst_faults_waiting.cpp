// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"
#include "tests/support/livestore.h"
#include "tests/support/storeuse.h"
#include "tests/support/why.h"

#include <QFile>
#include <QTest>

#include <thread>

using namespace arbscope;
using namespace arbscope::test;
using namespace std::chrono_literals;

using Kind = ProxyFault::Kind;

Q_DECLARE_METATYPE(const StoreUse *)

namespace {

constexpr qint64 handshake = 5; // "+OK\r\n" to CLIENT SETNAME

ConnectionOptions hasty()
{
    ConnectionOptions options;
    options.connectTimeout = 100ms;
    options.replyTimeout = 100ms;
    return options;
}

} // namespace

/// What takes its time between ArbScope and the store: what is slow comes whole, what is too slow ends by its deadline,
/// and a connection that died in silence is noticed before anything depends on it.
class TestFaultsWaiting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void silentFromSomeByteOn_data();
    void silentFromSomeByteOn();
    void slowButWhole_data();
    void slowButWhole();
    void tooSlow_data();
    void tooSlow();
    void silentDeathWhileIdle_data();
    void silentDeathWhileIdle();
    void keepsAlive();

private:
    void eachUse() const
    {
        QTest::addColumn<const StoreUse *>("use");
        for (const StoreUse &use : storeUses())
            QTest::newRow(use.name) << &use;
    }

    LiveStore m_live;
    std::unique_ptr<FaultProxy> m_proxy;
};

void TestFaultsWaiting::initTestCase()
{
    fillForUses(m_live);
    m_proxy = std::make_unique<FaultProxy>(m_live.url());
}

void TestFaultsWaiting::cleanup()
{
    m_proxy->setFault({});
}

void TestFaultsWaiting::silentFromSomeByteOn_data()
{
    eachUse();
}

void TestFaultsWaiting::silentFromSomeByteOn()
{
    QFETCH(const StoreUse *, use);
    ReportStore unharmed(m_proxy->url());
    const auto expected = use->run(unharmed);
    QVERIFY2(expected, why(expected));
    const qint64 size = m_proxy->answered();
    ReportStore store(m_proxy->url(), hasty());
    for (qint64 at = 0; at < size; at += 1 + size / 12) { // 0: a black hole that takes connections
        store.close();
        m_proxy->setFault({.kind = Kind::Hold, .after = at});
        const auto ended = use->run(store);
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, RedisErrorCode::TimedOut);
    }
    m_proxy->setFault({});
    ReportStore patient(m_proxy->url());
    QCOMPARE(use->run(patient).value(), *expected);
}

void TestFaultsWaiting::slowButWhole_data()
{
    QTest::addColumn<const StoreUse *>("use");
    QTest::addColumn<Kind>("kind");
    for (const StoreUse &use : storeUses()) {
        QTest::addRow("%s, one byte at a time", use.name) << &use << Kind::ByteByByte;
        QTest::addRow("%s, latency", use.name) << &use << Kind::Delay;
        QTest::addRow("%s, stalls", use.name) << &use << Kind::Stall;
    }
}

void TestFaultsWaiting::slowButWhole()
{
    QFETCH(const StoreUse *, use);
    QFETCH(const Kind, kind);
    ReportStore unharmed(m_proxy->url());
    const auto expected = use->run(unharmed);
    QVERIFY2(expected, why(expected));
    m_proxy->setFault({.kind = kind, .pause = 60ms});
    ReportStore store(m_proxy->url());
    const auto slow = use->run(store);
    QVERIFY2(slow, why(slow));
    QCOMPARE(*slow, *expected);
}

void TestFaultsWaiting::tooSlow_data()
{
    QTest::addColumn<const StoreUse *>("use");
    QTest::addColumn<Kind>("kind");
    for (const StoreUse &use : storeUses()) {
        QTest::addRow("%s, latency", use.name) << &use << Kind::Delay;
        QTest::addRow("%s, stalls", use.name) << &use << Kind::Stall;
    }
}

void TestFaultsWaiting::tooSlow()
{
    QFETCH(const StoreUse *, use);
    QFETCH(const Kind, kind);
    ReportStore unharmed(m_proxy->url());
    const auto expected = use->run(unharmed);
    // Ten seconds of latency against a deadline of less.
    m_proxy->setFault({.kind = kind, .pause = 10s});
    ReportStore store(m_proxy->url(), hasty());
    const auto slow = use->run(store);
    if (slow) { // all of it came in one piece
        QCOMPARE(*slow, *expected);
    } else {
        QCOMPARE(slow.error().code, RedisErrorCode::TimedOut);
    }
    m_proxy->setFault({});
    ReportStore patient(m_proxy->url());
    QCOMPARE(use->run(patient).value(), *expected);
}

void TestFaultsWaiting::silentDeathWhileIdle_data()
{
    eachUse();
}

void TestFaultsWaiting::silentDeathWhileIdle()
{
    QFETCH(const StoreUse *, use);
    ReportStore unharmed(m_proxy->url());
    const auto expected = use->run(unharmed);
    QVERIFY2(expected, why(expected));
    ConnectionOptions options = writableOptions();
    options.replyTimeout = 1h; // would be waited for, but for the question in between
    options.idleProbe = 300ms;
    options.probeTimeout = 500ms;
    ReportStore store(m_proxy->url(), options);
    const auto openAndSleep = [&] {
        store.close();
        m_proxy->setFault({.kind = Kind::Hold, .after = handshake}, 1);
        QVERIFY(store.open());
        std::this_thread::sleep_for(2 * options.idleProbe); // it is time itself that has to go by
    };
    openAndSleep();
    const int before = m_proxy->connections();
    const auto again = use->run(store);
    QVERIFY2(again, why(again));
    QCOMPARE(*again, *expected);
    QCOMPARE(m_proxy->connections(), before + 1);
    // Nor is a trade in doubt that is stored then.
    openAndSleep();
    const auto stored = store.create(sampleReport(QStringLiteral("idle"), QString::fromLatin1(use->name), 1));
    QVERIFY2(stored, why(stored));
    QCOMPARE(*stored, CreateOutcome::Stored);
    m_live.clear();
    initTestCase();
}

void TestFaultsWaiting::keepsAlive()
{
    const auto session = RedisConnection::open(m_proxy->url(), {});
    QVERIFY2(session, why(session));
    // /proc/net/tcp: remote address (3rd), and the timer that runs (6th): 02 is keep-alive.
    const QByteArray port
        = QByteArray::number(m_proxy->url().endpoints.front().port, 16).toUpper().rightJustified(4, '0');
    QFile table(QStringLiteral("/proc/net/tcp"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    int found = 0;
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QByteArrayList fields = line.simplified().split(' ');
        const bool isOurs = fields.size() > 5 && fields[2].endsWith(QByteArray(':' + port)) && fields[3] == "01";
        found += isOurs && fields[5].startsWith("02:") ? 1 : 0;
    }
    QCOMPARE(found, 1);
}

QTEST_GUILESS_MAIN(TestFaultsWaiting)
#include "tst_faults_waiting.moc"
