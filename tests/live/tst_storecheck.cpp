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
#include <cmath>
#include <limits>
#include <thread>

using namespace arbscope;
using namespace arbscope::test::checked;
using namespace std::chrono_literals;

namespace {

struct Planted
{
    QByteArray text; ///< none: not in the hash
    std::optional<double> score; ///< none: not in the index
    QByteArray findings; ///< names, comma between
    QByteArray repair; ///< what the finding that can be mended is mended with
};

QByteArray words(const RepairStep &step)
{
    switch (step.kind) {
    case RepairStep::Kind::Add:
        return "add " + scoreText(step.after);
    case RepairStep::Kind::Correct:
        return "correct " + scoreText(*step.before) + " " + scoreText(step.after);
    }
    return {};
}

} // namespace

Q_DECLARE_METATYPE(Planted)

class TestStoreCheck : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_live.clear(); }
    void aGoodStoreIsClean();
    void findsAndMends_data();
    void findsAndMends();
    void aSecondLookForgives_data();
    void aSecondLookForgives();
    void tradesStoredMeanwhileRaiseNoAlarm();
    void isCancelled();
    void manySuspectsAreCounted();
    void wrongTypesAreNamed();
    void findsServersOfWhichOnlyTheIndexIsThere();

private:
    std::vector<Finding> check(CheckResult *result = nullptr);
    RedisSession reader()
    {
        auto connection = RedisSession::open(m_live.url(), {});
        if (!connection)
            qFatal("%s", test::why(connection).constData());
        return std::move(*connection);
    }

    test::LiveStore m_live;
};

std::vector<Finding> TestStoreCheck::check(CheckResult *result)
{
    std::vector<Finding> findings;
    RedisSession connection = reader();
    const auto checked
        = checkServer(connection, server, atOnce(), [&](const Finding &finding) { findings.push_back(finding); });
    if (!checked)
        qFatal("%s", test::why(checked).constData());
    if (result)
        *result = *checked;
    return findings;
}

void TestStoreCheck::aGoodStoreIsClean()
{
    m_live.create(test::sampleReports(QString::fromUtf8(server), 1234));
    m_live.create(test::sampleReports(QStringLiteral("another"), 10));
    CheckResult result;
    QVERIFY(check(&result).empty());
    QVERIFY(result.isClean());
    QCOMPARE(result.entries, 1234);
    QCOMPARE(result.reports, 1234);

    m_live.clear();
    QVERIFY(check(&result).empty()); // nor is an empty one wrong
    QCOMPARE(result, CheckResult());
}

void TestStoreCheck::findsAndMends_data()
{
    QTest::addColumn<Planted>("planted");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    const QByteArray text = json("id");
    const QByteArray coerced = QByteArray(text).replace("\"unit_test\": false", "\"unit_test\": 0");
    QVERIFY(coerced != text);
    const auto row = [](const char *name, const Planted &planted) { QTest::newRow(name) << planted; };
    row("good", {text, clock0, "", ""});
    row("index without report", {"", 5, "no-report", ""});
    row("report without index", {text, {}, "not-indexed", "add 1.6e+09"});
    row("score apart", {text, clock0 + 0.5, "score-differs", "correct 1600000000.5 1.6e+09"});
    row("score apart, infinite", {text, inf, "score-differs", "correct inf 1.6e+09"});
    row("clock infinite", {json("id", -inf), clock0, "score-differs", "correct 1.6e+09 -inf"});
    row("clock infinite, as it should be", {json("id", inf), inf, "", ""});
    row("clock NaN", {json("id", nan), clock0, "score-differs", ""});
    row("clock NaN, not indexed", {json("id", nan), {}, "not-indexed", ""});
    row("minus zero", {json("id", -0.0), 0.0, "", ""});
    row("another order id", {json("other"), clock0, "order-id-differs", ""});
    row("another server", {json("id", clock0, "bot: 1"), clock0, "server-differs", ""});
    row("not JSON", {"{", clock0, "invalid", ""});
    row("empty", {QByteArray("\0", 1), clock0, "invalid", ""});
    row("not JSON, not indexed", {"{", {}, "invalid,not-indexed", ""});
    row("coerced", {coerced, clock0, "coerced", ""});
    row("everything",
        {QByteArray(json("other", clock0, "s")).replace("\"unit_test\": false", "\"unit_test\": 0"), 3,
         "order-id-differs,server-differs,coerced,score-differs", "correct 3 1.6e+09"});
}

void TestStoreCheck::findsAndMends()
{
    QFETCH(const Planted, planted);
    m_live.create(test::sampleReports(QString::fromUtf8(server), 20));
    if (!planted.text.isEmpty())
        m_live.put(server, "id", planted.text);
    if (planted.score)
        m_live.call({"ZADD", indexKey(server), scoreText(*planted.score), "id"});

    CheckResult result;
    QByteArrayList names;
    std::optional<RepairStep> step;
    for (const Finding &finding : check(&result)) {
        QCOMPARE(finding.server, server);
        QCOMPARE(finding.orderId, QByteArray("id"));
        QVERIFY(!finding.message().isEmpty());
        names << QByteArray::fromStdString(std::string(findingName(finding.kind)));
        QCOMPARE(result.count(finding.kind), 1);
        if (const auto found = repairStep(finding))
            step = found;
    }
    QCOMPARE(names.join(','), planted.findings);
    QCOMPARE(result.isClean(), names.isEmpty());
    QCOMPARE(step ? words(*step) : QByteArray(), planted.repair);
    if (!step)
        return;
    QVERIFY(!step->message().isEmpty());

    const auto outcome = repair(m_live.connection(), *step);
    QVERIFY2(outcome, test::why(outcome));
    QCOMPARE(*outcome, RepairOutcome::Done);
    for (const Finding &finding : check())
        QVERIFY(!repairStep(finding));
    QCOMPARE(m_live.call({"HLEN", hashKey(server)}), RedisReply{qint64(planted.text.isEmpty() ? 20 : 21)});
    QCOMPARE(m_live.call({"ZCARD", indexKey(server)}), RedisReply{qint64(planted.text.isEmpty() ? 20 : 21)});
    if (!planted.text.isEmpty())
        QCOMPARE(m_live.call({"HGET", hashKey(server), "id"}), RedisReply{planted.text});
    const auto again = repair(m_live.connection(), *step);
    QVERIFY2(again, test::why(again));
    QCOMPARE(*again, RepairOutcome::NotAsSaid);
}

void TestStoreCheck::aSecondLookForgives_data()
{
    QTest::addColumn<QByteArrayList>("before");
    QTest::addColumn<QByteArrayList>("meanwhile");
    const QByteArray hash = hashKey(server);
    const QByteArray index = indexKey(server);
    const QByteArrayList inHash{"HSET", hash, "id", json("id")};
    const QByteArrayList inIndex{"ZADD", index, scoreText(clock0), "id"};
    QTest::newRow("indexed") << inHash << inIndex;
    QTest::newRow("stored") << inIndex << inHash;
    QTest::newRow("report removed") << inHash << QByteArrayList{"HDEL", hash, "id"};
    QTest::newRow("entry removed") << inIndex << QByteArrayList{"ZREM", index, "id"};
}

void TestStoreCheck::aSecondLookForgives()
{
    QFETCH(const QByteArrayList, before);
    QFETCH(const QByteArrayList, meanwhile);
    m_live.create(test::sampleReports(QString::fromUtf8(server), 20));
    test::redisCli(m_live.url(), before);
    QCOMPARE(check().size(), std::size_t(1));
    RedisSession connection = reader();
    qint64 seen = 0;
    const auto checked = checkServer(
        connection, server, atOnce(), [](const Finding &finding) { QFAIL(qPrintable(finding.message())); },
        [&](qint64 done, qint64 total) {
            QVERIFY(done <= total && done > seen);
            seen = done;
            if (done == 21)
                test::redisCli(m_live.url(), meanwhile);
        });
    QVERIFY2(checked, test::why(checked));
    QCOMPARE(seen, 21);
    QVERIFY(checked->isClean());
}

void TestStoreCheck::tradesStoredMeanwhileRaiseNoAlarm()
{
    m_live.create(test::sampleReports(QString::fromUtf8(server), 3000));
    std::atomic<bool> done = false;
    // One stores as ArbScope does; one first the hash, then the index, with what it takes to ask twice in between.
    std::thread atomically([&, store = ReportStore(m_live.url(), test::writableOptions())]() mutable {
        for (int i = 0; !done; ++i) {
            const double clock = clock0 + double(qint64{i} * 7919 % 3000) + 0.5;
            if (!store.create(test::sampleReport(QString::fromUtf8(server), QStringLiteral("a%1").arg(i), clock)))
                qFatal("create failed");
        }
    });
    std::thread inTwoSteps([&, connection = m_live.newConnection()]() mutable {
        for (int i = 0; !done; ++i) {
            const QByteArray id = "b" + QByteArray::number(i);
            const double clock = clock0 + double(qint64{i} * 104729 % 3000) + 0.25;
            for (const CommandArgs &command :
                 {CommandArgs{"HSETNX", hashKey(server), id, json(id, clock)}, CommandArgs{"PING"}, CommandArgs{"PING"},
                  CommandArgs{"ZADD", indexKey(server), scoreText(clock), id}}) {
                if (!connection.call(command))
                    qFatal("storing failed");
            }
        }
    });
    RedisSession connection = reader();
    QStringList alarms;
    for (int i = 0; i < 10; ++i) {
        const auto checked = checkServer(connection, server, CheckOptions(), [&alarms](const Finding &finding) {
            alarms << QString(QString::fromUtf8(finding.orderId) + u' ' + finding.message());
        });
        if (!checked)
            alarms << checked.error().message();
    }
    done = true;
    atomically.join();
    inTwoSteps.join();
    QCOMPARE(alarms, QStringList());
}

void TestStoreCheck::isCancelled()
{
    m_live.create(test::sampleReports(QString::fromUtf8(server), 3000));
    m_live.put(server, "id", json("id"));
    std::stop_source source;
    RedisSession connection = reader();
    const auto cancelled = checkServer(
        connection, server, CheckOptions(), [](const Finding &) { QFAIL("it goes on"); },
        [&source](qint64, qint64) { source.request_stop(); }, source.get_token());
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, RedisErrorCode::Cancelled);

    // In the pause before the second look, too: an hour of it would be noticed.
    std::stop_source later;
    CheckOptions slow;
    slow.settle = 1h;
    RedisSession another = reader();
    const auto ended = checkServer(
        another, server, slow, [](const Finding &) { QFAIL("it goes on"); },
        [&later](qint64 done, qint64) {
            if (done == 3001)
                later.request_stop();
        },
        later.get_token());
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, RedisErrorCode::Cancelled);
}

void TestStoreCheck::manySuspectsAreCounted()
{
    for (int i = 0; i < 700; ++i)
        m_live.call({"ZADD", indexKey(server), "1", QByteArray::number(i)});
    CheckOptions options = atOnce();
    options.maxSuspects = 600;
    RedisSession connection = reader();
    int told = 0;
    const auto checked = checkServer(connection, server, options, [&told](const Finding &) { ++told; });
    QVERIFY2(checked, test::why(checked));
    QCOMPARE(told, 600);
    QCOMPARE(checked->count(FindingKind::NoReport), 600);
    QCOMPARE(checked->unconfirmed, 100);
    QVERIFY(!checked->isClean());
}

void TestStoreCheck::wrongTypesAreNamed()
{
    test::redisCli(m_live.url(), {"SET", indexKey(server), "text"});
    RedisSession connection = reader();
    const auto checked = checkServer(connection, server, atOnce(), [](const Finding &) { });
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, RedisErrorCode::WrongType);
    QCOMPARE(checked.error().key, indexKey(server));
}

void TestStoreCheck::findsServersOfWhichOnlyTheIndexIsThere()
{
    m_live.put("both", "1", "{}", 1);
    m_live.put("hash: only", "1", "{}");
    m_live.call({"ZADD", indexKey("index: only"), "1", "1"});
    m_live.call({"ZADD", indexKey(""), "1", "1"});
    test::redisCli(m_live.url(), {"SET", "execution_report:text", "1"});
    test::redisCli(m_live.url(), {"SET", "execution_report_sorted:text", "1"});
    RedisSession connection = reader();
    const auto servers = serversToCheck(connection);
    QVERIFY2(servers, test::why(servers));
    QCOMPARE(*servers, (std::vector<QByteArray>{"", "both", "hash: only", "index: only"}));
}

QTEST_GUILESS_MAIN(TestStoreCheck)
#include "tst_storecheck.moc"
