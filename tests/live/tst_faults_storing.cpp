// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/follow.h"
#include "core/store/storecheck.h"
#include "core/store/storecheckrepair.h"
#include "core/store/tradeexport.h"

#include "tests/support/faultproxy.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace arbscope;
using namespace arbscope::test;
using namespace std::chrono_literals;

using Kind = ProxyFault::Kind;

namespace {

bool isLoss(RedisErrorCode code)
{
    return code == RedisErrorCode::Closed || code == RedisErrorCode::Unreachable || code == RedisErrorCode::TimedOut;
}

/// Short deadlines where one is what ends it; elsewhere a busy machine must not meet one.
ConnectionOptions optionsFor(Kind kind)
{
    ConnectionOptions options = writableOptions();
    if (kind != Kind::Hold)
        return options;
    options.connectTimeout = 100ms;
    options.replyTimeout = 100ms;
    return options;
}

} // namespace

/// Faults while something is stored, exported to a file, repaired or followed: nothing is lost, doubled or half done.
class TestFaultsStoring : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void createEndedAtEveryByte_data();
    void createEndedAtEveryByte();
    void manyEndedSomewhere_data();
    void manyEndedSomewhere();
    void repairEndedAtEveryByte();
    void exportLeavesTheOldFile();
    void followEndedSomewhere_data();
    void followEndedSomewhere();

private:
    [[nodiscard]] QByteArray hashAndIndex(const QByteArray &server)
    {
        return QByteArray::number(*m_live.call({"HLEN", "execution_report:" + server}).integer()) + ' '
            + QByteArray::number(*m_live.call({"ZCARD", "execution_report_sorted:" + server}).integer());
    }

    LiveStore m_live;
    FaultProxy m_proxy{m_live.url()};
};

void TestFaultsStoring::init()
{
    m_live.clear();
    m_proxy.setFault({});
}

void TestFaultsStoring::createEndedAtEveryByte_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("answer cut") << Kind::Cut;
    QTest::newRow("answer reset") << Kind::Reset;
    QTest::newRow("request reset") << Kind::CutRequest;
    QTest::newRow("no answer any more") << Kind::Hold;
}

void TestFaultsStoring::createEndedAtEveryByte()
{
    QFETCH(const Kind, kind);
    {
        ReportStore unharmed(m_proxy.url(), writableOptions());
        QCOMPARE(unharmed.create(sampleReport(QStringLiteral("ams1"), QStringLiteral("id-first"), 1)).value(),
                 CreateOutcome::Stored);
    }
    const qint64 size = kind == Kind::CutRequest ? m_proxy.asked() : m_proxy.answered();
    QVERIFY(size > 50);
    ReportStore store(m_proxy.url(), optionsFor(kind));
    ReportStore patient(m_proxy.url(), writableOptions());
    int unsure = 0;
    const qint64 step = kind == Kind::Hold ? 1 + size / 20 : 1;
    qint64 reports = 1;
    for (qint64 at = 0; at < size; at += step, ++reports) {
        store.close();
        const Report report = sampleReport(QStringLiteral("ams1"), QStringLiteral("id-%1").arg(at, 5), 1);
        m_proxy.setFault({.kind = kind, .after = at});
        const auto ended = store.create(report);
        m_proxy.setFault({});
        if (ended)
            QCOMPARE(*ended, CreateOutcome::Unsure);
        else
            QVERIFY2(isLoss(ended.error().code), why(ended));
        // What a request that was cut on its way does, it does once the server has read it.
        QTRY_VERIFY(!m_live.call({"HGET", "execution_report:none", "x"}).error());
        const bool stands = m_live.store().trade("ams1", report.orderId.toUtf8()).value().has_value();
        QVERIFY2(ended || !stands, "it said that nothing was stored");
        unsure += ended ? 1 : 0;
        // Again, as a bot does: it is there exactly once then.
        const auto again = patient.create(report);
        QVERIFY2(again, why(again));
        if (stands)
            QCOMPARE(*again, CreateOutcome::AlreadyThere);
        const QByteArray both = QByteArray::number(reports + 1);
        QCOMPARE(hashAndIndex("ams1"), QByteArray(both + ' ' + both));
    }
    QVERIFY(unsure > 0); // else the fault was none
}

void TestFaultsStoring::manyEndedSomewhere_data()
{
    createEndedAtEveryByte_data();
}

void TestFaultsStoring::manyEndedSomewhere()
{
    QFETCH(const Kind, kind);
    const std::vector<Report> first = sampleReports(QStringLiteral("size"), 700);
    {
        ReportStore unharmed(m_proxy.url(), writableOptions());
        QVERIFY(unharmed.createMany(first));
    }
    const qint64 size = kind == Kind::CutRequest ? m_proxy.asked() : m_proxy.answered();
    for (int round = 0; round < 12; ++round) {
        const QString server = QStringLiteral("round %1").arg(round);
        const std::vector<Report> reports = sampleReports(server, 700);
        ReportStore store(m_proxy.url(), optionsFor(kind));
        m_proxy.setFault({.kind = kind, .after = 1 + size * round / 12});
        const auto ended = store.createMany(reports);
        m_proxy.setFault({});
        QVERIFY2(ended, why(ended));
        QVERIFY(ended->error);
        QVERIFY2(isLoss(ended->error->code), qPrintable(ended->error->message()));
        const QByteArrayList stored
            = redisCli(m_live.url(), {"HKEYS", "execution_report:" + server.toUtf8()}).split('\n');
        const QSet<QByteArray> standing(stored.begin(), stored.end());
        for (std::size_t i = 0; i < reports.size(); ++i) {
            const bool stands = standing.contains(reports[i].orderId.toUtf8());
            const CreateOutcome outcome = ended->outcomes[i];
            QVERIFY(outcome != CreateOutcome::Stored || stands);
            QVERIFY(outcome != CreateOutcome::NotStored || !stands);
            QVERIFY(outcome != CreateOutcome::AlreadyThere);
        }
        ReportStore patient(m_proxy.url(), writableOptions());
        const auto again = patient.createMany(reports);
        QVERIFY2(again && !again->error, why(again));
        QCOMPARE(hashAndIndex(server.toUtf8()), QByteArray("700 700"));
    }
}

void TestFaultsStoring::repairEndedAtEveryByte()
{
    // A report without its index entry, another one each time, of the same length.
    const auto orphan = [this](qint64 number) {
        const QString id = QStringLiteral("orphan-%1").arg(number, 5);
        m_live.put("ams1", id.toUtf8(), textOf(sampleReport(QStringLiteral("ams1"), id, 7)));
        return RepairStep{
            .kind = RepairStep::Kind::Add, .server = "ams1", .orderId = id.toUtf8(), .before = {}, .after = 7};
    };
    m_live.create(sampleReports(QStringLiteral("ams1"), 3));
    auto whole = RedisSession::open(m_proxy.url(), writableOptions());
    QVERIFY2(whole, why(whole));
    QCOMPARE(repair(*whole, orphan(0)).value(), RepairOutcome::Done);
    const qint64 size = m_proxy.answered();
    qint64 trades = 4;
    for (qint64 at = 5; at < size; ++at) {
        m_proxy.setFault({.kind = Kind::Reset, .after = at});
        auto session = RedisSession::open(m_proxy.url(), writableOptions());
        if (!session)
            continue;
        const RepairStep step = orphan(at);
        const QByteArray text = m_live.store().trade("ams1", step.orderId).value()->raw;
        const auto ended = repair(*session, step);
        QVERIFY(!ended);
        QVERIFY2(isLoss(ended.error().code), why(ended));
        m_proxy.setFault({});
        session = RedisSession::open(m_proxy.url(), writableOptions());
        QVERIFY2(session, why(session));
        const auto again = repair(*session, step);
        QVERIFY2(again, why(again));
        const QByteArray all = QByteArray::number(++trades);
        QCOMPARE(hashAndIndex("ams1"), QByteArray(all + ' ' + all));
        QCOMPARE(m_live.store().trade("ams1", step.orderId).value()->raw, text);
    }
    QVERIFY(trades > 500);
}

void TestFaultsStoring::exportLeavesTheOldFile()
{
    m_live.create(sampleReports(QStringLiteral("ams1"), 900));
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("trades.csv"));
    const auto content = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    };
    auto session = RedisSession::open(m_proxy.url(), {});
    QVERIFY2(session, why(session));
    QVERIFY(exportTrades(*session, {}, path));
    const QByteArray whole = content();
    QCOMPARE(whole.count('\n'), 901);
    const qint64 size = m_proxy.answered();
    for (const bool isThere : {false, true}) {
        for (int i = 0; i < 40; ++i) {
            QFile::remove(path);
            QFile old(path);
            if (isThere)
                QVERIFY(old.open(QIODevice::WriteOnly) && old.write("the old one") > 0);
            old.close();
            m_proxy.setFault({.kind = i % 2 ? Kind::Cut : Kind::Reset, .after = 5 + (size - 6) * i / 40});
            session = RedisSession::open(m_proxy.url(), {});
            if (!session)
                continue;
            const auto ended = exportTrades(*session, {}, path);
            QVERIFY(!ended);
            QVERIFY(ended.error().store);
            QVERIFY(isLoss(ended.error().store->code));
            QCOMPARE(content(), isThere ? QByteArray("the old one") : QByteArray("none"));
            QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), isThere ? 1 : 0); // and no part of a new one
        }
    }
    m_proxy.setFault({});
    session = RedisSession::open(m_proxy.url(), {});
    QVERIFY2(session, why(session));
    QVERIFY(exportTrades(*session, {}, path));
    QCOMPARE(content(), whole);
}

void TestFaultsStoring::followEndedSomewhere_data()
{
    QTest::addColumn<bool>("tracking");
    QTest::newRow("the store tells") << true;
    QTest::newRow("asking") << false;
}

void TestFaultsStoring::followEndedSomewhere()
{
    QFETCH(const bool, tracking);
    m_live.create(sampleReports(QStringLiteral("ams1"), 20));
    FollowOptions options;
    options.tracking = tracking;
    options.pollInterval = 10ms;
    Follower follower(m_proxy.url(), {}, "ams1", options);
    QVERIFY(follower.start());
    QByteArrayList told;
    QByteArrayList expected;
    for (int round = 0; round < 40; ++round) {
        // Each new connection ends a few bytes later than the one before.
        m_proxy.setFault({.kind = round % 2 ? Kind::Cut : Kind::Reset, .after = 5 + 31 * (round / 2)},
                         tracking ? 2 : 1);
        m_proxy.resetAll();
        std::vector<Report> reports;
        for (int i = 0; i < 3; ++i) {
            reports.push_back(sampleReport(QStringLiteral("ams1"), QStringLiteral("new-%1-%2").arg(round).arg(i),
                                           1'600'000'000 + (round * 7 + i) % 25));
            expected << reports.back().orderId.toUtf8();
        }
        m_live.create(reports);
        while (told.size() < expected.size()) {
            const auto batch = follower.next();
            if (!batch) {
                QVERIFY2(isLoss(batch.error().code), why(batch));
                continue;
            }
            for (const StoredTrade &trade : batch->trades) {
                QVERIFY(trade.report());
                told << trade.orderId;
            }
        }
    }
    std::ranges::sort(told);
    std::ranges::sort(expected);
    QCOMPARE(told, expected);
}

QTEST_GUILESS_MAIN(TestFaultsStoring)
#include "tst_faults_storing.moc"
