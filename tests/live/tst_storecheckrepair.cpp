// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys.h"
#include "core/store/storecheck.h"
#include "core/store/storecheckrepair.h"

#include "tests/support/checkedstore.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace arbscope;
using namespace arbscope::test::checked;
using namespace std::chrono_literals;

// What repairs do on the whole is in tst_storecheck; here, what they do not do.
class TestStoreCheckRepair : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_live.clear(); }
    void repairsOnlyWhatIsStillSo_data();
    void repairsOnlyWhatIsStillSo();
    void repairsAmongWriters();
    void removesNothing_data();
    void removesNothing();
    void refusesToRepairWhenReadOnly();

private:
    test::LiveStore m_live;
};

void TestStoreCheckRepair::repairsOnlyWhatIsStillSo_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<double>>("score");
    const auto row = [](const char *name, RepairStep::Kind kind, const QByteArray &text, std::optional<double> score) {
        QTest::newRow(name) << int(kind) << text << score;
    };
    const QByteArray text = json("id");
    row("add: indexed meanwhile", RepairStep::Kind::Add, text, clock0);
    row("add: indexed with another clock", RepairStep::Kind::Add, text, 3);
    row("add: report gone", RepairStep::Kind::Add, "", {});
    row("add: report of another clock", RepairStep::Kind::Add, json("id", 7), {});
    row("add: report unreadable", RepairStep::Kind::Add, "{", {});
    row("correct: corrected meanwhile", RepairStep::Kind::Correct, text, clock0);
    row("correct: another score", RepairStep::Kind::Correct, text, 4);
    row("correct: entry gone", RepairStep::Kind::Correct, text, {});
    row("correct: report gone", RepairStep::Kind::Correct, "", 5);
}

void TestStoreCheckRepair::repairsOnlyWhatIsStillSo()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, text);
    QFETCH(const std::optional<double>, score);
    RepairStep step{.kind = RepairStep::Kind(kind), .server = server, .orderId = "id", .before = 5, .after = clock0};
    if (step.kind == RepairStep::Kind::Add)
        step.before.reset();
    if (!text.isEmpty())
        m_live.put(server, "id", text);
    if (score)
        m_live.call({"ZADD", indexKey(server), scoreText(*score), "id"});
    const auto outcome = repair(m_live.connection(), step);
    QVERIFY2(outcome, test::why(outcome));
    QCOMPARE(*outcome, RepairOutcome::NotAsSaid);
    QCOMPARE(m_live.call({"HGET", hashKey(server), "id"}), text.isEmpty() ? RedisReply() : RedisReply{text});
    const RedisReply now = m_live.call({"ZSCORE", indexKey(server), "id"});
    QCOMPARE(now.bulk() ? scoreValue(*now.bulk()) : std::nullopt, score);
    // The session is as good as before: nothing is watched any more.
    test::redisCli(m_live.url(), {"ZADD", indexKey(server), "1", "x"});
    QVERIFY(m_live.store().create(test::sampleReport(QString::fromUtf8(server), QStringLiteral("new"), 1)));
}

void TestStoreCheckRepair::repairsAmongWriters()
{
    constexpr int planted = 150;
    for (int i = 0; i < planted; ++i) {
        const QByteArray number = QByteArray::number(i);
        m_live.put(server, "lost" + number, json("lost" + number, clock0 + i));
        m_live.put(server, "moved" + number, json("moved" + number, clock0 + i), i);
        m_live.call({"ZADD", indexKey(server), "77", "ghost" + number});
    }
    std::atomic<bool> done = false;
    std::atomic<int> stored = 0;
    // A bot stores the ghosts at the same time, and others.
    std::thread bot([&, store = ReportStore(m_live.url(), test::writableOptions())]() mutable {
        for (int i = 0; !done || i < planted; ++i) {
            const QString id = i < planted ? QStringLiteral("ghost%1").arg(i) : QStringLiteral("new%1").arg(i);
            const auto created = store.create(test::sampleReport(QString::fromUtf8(server), id, clock0 + i));
            if (!created || *created != CreateOutcome::Stored)
                qFatal("create failed");
            ++stored;
        }
    });
    RedisSession connection = m_live.newConnection();
    QStringList problems;
    for (int round = 0; round < 3; ++round) {
        const auto checked = checkServer(connection, server, atOnce(), [&](const Finding &finding) {
            const auto step = repairStep(finding);
            if (!step && finding.kind == FindingKind::NoReport)
                return; // the bot brings it
            const auto outcome = step ? repair(connection, *step) : Result<RepairOutcome>(RepairOutcome::Contended);
            if (!outcome || *outcome == RepairOutcome::Contended)
                problems << finding.message();
        });
        if (!checked)
            problems << checked.error().message();
    }
    done = true;
    bot.join();
    QCOMPARE(problems, QStringList());
    const auto result = checkServer(connection, server, atOnce(), [](const Finding &) { });
    QVERIFY2(result, test::why(result));
    QVERIFY(result->isClean());
    QCOMPARE(result->reports, 2 * planted + stored);
    QCOMPARE(result->entries, result->reports);
    for (int i = 0; i < planted; ++i) {
        const QByteArray id = "lost" + QByteArray::number(i);
        QCOMPARE(m_live.call({"HGET", hashKey(server), id}), RedisReply{json(id, clock0 + i)});
    }
}

void TestStoreCheckRepair::removesNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("orderId");
    QTest::addColumn<QString>("byHand");
    QTest::newRow("plain") << QByteArray("arb-fra-1") << QByteArray("id-7")
                           << QStringLiteral("ZREM execution_report_sorted:arb-fra-1 id-7");
    QTest::newRow("spaces, quotes") << QByteArray("a b:\"c\\") << QByteArray("x'y $z")
                                    << QStringLiteral("ZREM \"execution_report_sorted:a b:\\\"c\\\\\" \"x'y $z\"");
    QTest::newRow("any bytes") << QByteArray("\xff\0ü", 4) << QByteArray("\r\n\t\x1b[1m")
                               << QStringLiteral("ZREM \"execution_report_sorted:\\xff\\x00\\xc3\\xbc\" "
                                                 "\"\\x0d\\x0a\\x09\\x1b[1m\"");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QStringLiteral("ZREM execution_report_sorted: \"\"");
}

void TestStoreCheckRepair::removesNothing()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, orderId);
    QFETCH(const QString, byHand);
    m_live.call({"ZADD", indexKey(name), "5", orderId});
    m_live.call({"ZADD", indexKey(name), "6", "another"});
    QStringList told;
    const auto check = [&] {
        told.clear();
        return checkServer(m_live.connection(), name, atOnce(), [&](const Finding &finding) {
            QCOMPARE(finding.kind, FindingKind::NoReport);
            QVERIFY(!repairStep(finding));
            told << finding.commandByHand();
        });
    };
    QVERIFY(check());
    QCOMPARE(told.size(), 2);
    QVERIFY2(told.contains(byHand), qPrintable(told.join(u'\n')));
    // And a person who types it gets what it says.
    QCOMPARE(test::redisCli(m_live.url(), {}, byHand.toLatin1() + '\n'), "1");
    QVERIFY(check());
    QCOMPARE(told.size(), 1);
    QCOMPARE(m_live.call({"ZRANGE", indexKey(name), "0", "-1"}).array()->size(), std::size_t(1));
}

void TestStoreCheckRepair::refusesToRepairWhenReadOnly()
{
    m_live.put(server, "id", json("id"));
    auto connection = RedisSession::open(m_live.url(), {});
    QVERIFY2(connection, test::why(connection));
    const auto outcome = repair(
        *connection, {.kind = RepairStep::Kind::Add, .server = server, .orderId = "id", .before = {}, .after = clock0});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, RedisErrorCode::ReadOnly);
}

QTEST_GUILESS_MAIN(TestStoreCheckRepair)
#include "tst_storecheckrepair.moc"
