// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"
#include "tests/support/livestore.h"
#include "tests/support/storeuse.h"
#include "tests/support/testcertificates.h"
#include "tests/support/tlsserver.h"
#include "tests/support/why.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

using Kind = ProxyFault::Kind;

namespace {

qsizetype descriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::System | QDir::Files | QDir::Dirs).size();
}

/// kB of memory that this process has in use.
qint64 memory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        qFatal("/proc/self/status: %s", qPrintable(status.errorString()));
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong();
}

constexpr int Warm = 200; ///< rounds after which memory has found its size
constexpr int Rounds = 1200;
#ifdef __SANITIZE_ADDRESS__ // it keeps what is freed for a while, and tells at the end what was lost
constexpr qint64 Growth = 1'000'000; ///< kB
#else
constexpr qint64 Growth = 3000; ///< kB; a single kB lost with each of the 1,000 reconnects would be seen in 3,000
#endif

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
    qint64 before = 0;
    qsizetype open = 0;
    for (int i = 0; i < Rounds; ++i) {
        store.close();
        proxy.setFault({.kind = kind, .after = kind == Kind::Replace ? 5 : size * i / Rounds, .bytes = "?\r\n"}, 1);
        const auto ended = use.run(store);
        QVERIFY(!ended);
        if (i % 100 == 0)
            QCOMPARE(use.run(store).value(), *expected);
        if (i == Warm) {
            store.close();
            QTRY_COMPARE(proxy.running(), 0);
            before = memory();
            open = descriptors();
        }
    }
    store.close();
    QTRY_COMPARE(proxy.running(), 0);
    QCOMPARE(descriptors(), open);
    const qint64 after = memory();
    QVERIFY2(after <= before + Growth, qPrintable(QStringLiteral("%1 kB, then %2 kB").arg(before).arg(after)));
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
    qint64 before = 0;
    qsizetype open = 0;
    for (int i = 0; i < Rounds; ++i) {
        store.close();
        proxy.setFault({.kind = i % 2 ? Kind::Cut : Kind::Reset, .after = size * i / Rounds}, 1);
        QVERIFY(!store.count("ams1"));
        if (i == Warm) {
            store.close();
            QTRY_COMPARE(proxy.running(), 0);
            before = memory();
            open = descriptors();
        }
    }
    store.close();
    QTRY_COMPARE(proxy.running(), 0);
    QCOMPARE(descriptors(), open);
    const qint64 after = memory();
    QVERIFY2(after <= before + Growth, qPrintable(QStringLiteral("%1 kB, then %2 kB").arg(before).arg(after)));
}

QTEST_GUILESS_MAIN(TestFaultsReconnects)
#include "tst_faults_reconnects.moc"
