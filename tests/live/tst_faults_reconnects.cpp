// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"
#include "tests/support/livestore.h"
#include "tests/support/processuse.h"
#include "tests/support/storeuse.h"
#include "tests/support/testcertificates.h"
#include "tests/support/tlsserver.h"
#include "tests/support/why.h"

#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

using Kind = ProxyFault::Kind;

namespace {

constexpr int Warm = 200; ///< rounds after which memory has found its size
constexpr int Rounds = 1200;
constexpr qint64 Growth = allowedGrowth(3000); ///< kB; a single one lost with each of 1,000 reconnects would be seen

struct Holdings
{
    qint64 memory = 0; ///< kB
    qsizetype descriptors = 0;
};

/// What the process holds when no session stands.
Holdings afterAll(ReportStore &store, const FaultProxy &proxy)
{
    store.close();
    const bool ended = QTest::qWaitFor([&proxy] { return proxy.running() == 0; }, 60'000);
    if (!ended)
        qFatal("a session did not end");
    return {.memory = residentKilobytes(), .descriptors = openDescriptors()};
}

} // namespace

/// A thousand sessions that end in each possible way leave nothing behind.
class TestFaultsReconnects : public QObject
{
    Q_OBJECT

private slots:
    void leaveNothingBehind_data();
    void leaveNothingBehind();
    void tlsLeavesNothingBehind();
};

void TestFaultsReconnects::leaveNothingBehind_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("cut") << Kind::Cut;
    QTest::newRow("reset") << Kind::Reset;
    QTest::newRow("request reset") << Kind::CutRequest;
    QTest::newRow("nonsense") << Kind::Replace;
}

void TestFaultsReconnects::leaveNothingBehind()
{
    QFETCH(const Kind, kind);
    LiveStore live;
    live.create(sampleReports(QStringLiteral("ams1"), 200));
    FaultProxy proxy(live.url());
    ReportStore store(proxy.url());
    const auto &use = storeUses().front();
    const auto expected = use.run(store);
    QVERIFY2(expected, why(expected));
    const qint64 size = kind == Kind::CutRequest ? proxy.asked() : proxy.answered();
    store.close();
    Holdings before;
    for (int i = 0; i < Rounds; ++i) {
        store.close();
        proxy.setFault({.kind = kind, .after = kind == Kind::Replace ? 5 : size * i / Rounds, .bytes = "?\r\n"}, 1);
        const auto ended = use.run(store);
        QVERIFY(!ended);
        if (i % 100 == 0)
            QCOMPARE(use.run(store).value(), *expected);
        if (i == Warm)
            before = afterAll(store, proxy);
    }
    const Holdings after = afterAll(store, proxy);
    QCOMPARE(after.descriptors, before.descriptors);
    QVERIFY2(after.memory <= before.memory + Growth,
             qPrintable(QStringLiteral("%1 kB, then %2 kB").arg(before.memory).arg(after.memory)));
}

void TestFaultsReconnects::tlsLeavesNothingBehind()
{
    const TestCertificates certificates;
    const auto server = startTlsServer(certificates.sign(QStringLiteral("store"), QStringLiteral("DNS:localhost")));
    QVERIFY2(server, why(server));
    FaultProxy proxy(server->tls);
    ConnectionOptions options;
    options.caFile = certificates.authority();
    ReportStore store(proxy.url(), options);
    QVERIFY(store.count("ams1"));
    const qint64 size = proxy.answered() - 20; // signatures are some bytes longer one time than another
    Holdings before;
    for (int i = 0; i < Rounds; ++i) {
        store.close();
        proxy.setFault({.kind = i % 2 ? Kind::Cut : Kind::Reset, .after = size * i / Rounds}, 1);
        QVERIFY(!store.count("ams1"));
        if (i == Warm)
            before = afterAll(store, proxy);
    }
    const Holdings after = afterAll(store, proxy);
    QCOMPARE(after.descriptors, before.descriptors);
    QVERIFY2(after.memory <= before.memory + Growth,
             qPrintable(QStringLiteral("%1 kB, then %2 kB").arg(before.memory).arg(after.memory)));
}

QTEST_GUILESS_MAIN(TestFaultsReconnects)
#include "tst_faults_reconnects.moc"
