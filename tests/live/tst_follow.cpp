// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/follow.h"
#include "core/store/keys.h"
#include "core/store/reportstore.h"

#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace arbscope;
using namespace std::chrono_literals;

namespace {

const QString server = QStringLiteral("bot: 1");

enum class Way { Tracking, PollingByChoice, PollingByPermission };

} // namespace

Q_DECLARE_METATYPE(Way)

class TestFollow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void tellsWhatComes_data() { ways(); }
    void tellsWhatComes();
    void clocksOutOfOrder_data() { ways(); }
    void clocksOutOfOrder();
    void othersAreNotTold_data() { ways(); }
    void othersAreNotTold();
    void manyWriters_data() { ways(); }
    void manyWriters();
    void acrossLostConnections_data() { ways(); }
    void acrossLostConnections();
    void aStoreThatIsNotThere();
    void cancellingLosesNothing_data() { ways(); }
    void cancellingLosesNothing();
    void entriesWithoutReport();
    void aStoreEmptiedAndFilledAgain_data() { ways(); }
    void aStoreEmptiedAndFilledAgain();
    void anotherTypeIsAnError();
    void pushedMessages();

private:
    static void ways()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("tracking") << Way::Tracking;
        QTest::newRow("polling") << Way::PollingByChoice;
        QTest::newRow("polling for want of permission") << Way::PollingByPermission;
    }
    RedisUrl url(Way way) const
    {
        RedisUrl url = m_live.url();
        if (way == Way::PollingByPermission) {
            url.user = QStringLiteral("watcher");
            url.password = QStringLiteral("pw");
        }
        return url;
    }
    Follower follower(Way way)
    {
        FollowOptions options;
        options.tracking = way != Way::PollingByChoice;
        options.pollInterval = 20ms;
        Follower follower(url(way), {}, server.toUtf8(), options);
        const auto started = follower.start();
        if (!started)
            qFatal("%s", test::why(started).constData());
        return follower;
    }
    /// The next so many trades, in the order told; errors of a lost connection are counted and passed over.
    static QByteArrayList take(Follower &follower, qsizetype count, int *lost = nullptr)
    {
        QByteArrayList ids;
        while (ids.size() < count) {
            const auto batch = follower.next();
            if (!batch && lost) {
                ++*lost;
                continue;
            }
            if (!batch)
                qFatal("%s", test::why(batch).constData());
            for (const StoredTrade &trade : batch->trades)
                ids << trade.orderId;
        }
        return ids;
    }
    void create(const QString &id, double clock, const QString &of = server)
    {
        m_live.create({test::sampleReport(of, id, clock)});
    }

    test::LiveStore m_live;
};

void TestFollow::initTestCase()
{
    // No CLIENT, no channels.
    QCOMPARE(test::redisCli(m_live.url(),
                            {"ACL", "SETUSER", "watcher", "on", ">pw", "resetchannels", "~execution_report*", "+@read",
                             "+@connection", "-client"}),
             QByteArray("OK"));
}

void TestFollow::init()
{
    m_live.clear();
    m_live.create(test::sampleReports(server, 1500, 1000)); // clocks 1000…2499
}

void TestFollow::tellsWhatComes()
{
    QFETCH(const Way, way);
    Follower follower = this->follower(way);
    QCOMPARE(follower.mode(), way == Way::Tracking ? FollowMode::Tracking : FollowMode::Polling);
    for (int i = 0; i < 20; ++i) {
        const QString id = QStringLiteral("new%1").arg(i);
        create(id, 5000 + i);
        const auto batch = follower.next();
        QVERIFY2(batch, test::why(batch));
        QCOMPARE(batch->trades.size(), std::size_t(1));
        QCOMPARE(batch->trades[0].orderId, id.toUtf8());
        QCOMPARE(batch->trades[0].read.verdict, Verdict::Valid);
        QCOMPARE(batch->trades[0].report()->clock, 5000.0 + i);
        QVERIFY(!batch->gap);
    }
    // Together: in order of their clocks, as pages of 200 at most.
    m_live.create(test::sampleReports(QStringLiteral("other"), 10));
    std::vector<Report> many;
    QByteArrayList expected;
    for (int i = 0; i < 1234; ++i) {
        many.push_back(test::sampleReport(server, QStringLiteral("many%1").arg(i), 6000 + i));
        expected << many.back().orderId.toUtf8();
    }
    m_live.create(many);
    QCOMPARE(take(follower, 1234), expected);
}

void TestFollow::clocksOutOfOrder()
{
    QFETCH(const Way, way);
    Follower follower = this->follower(way);
    int i = 0;
    for (const double clock : {5000.0, 4999.0, 1.0, 1000.0, 2499.0, 1700.5, -5.0, 5000.0, 2e9}) {
        const QString id = QStringLiteral("new%1").arg(i++);
        create(id, clock);
        QCOMPARE(take(follower, 1), QByteArrayList{id.toUtf8()});
    }
}

void TestFollow::othersAreNotTold()
{
    QFETCH(const Way, way);
    Follower follower = this->follower(way);
    create(QStringLiteral("a"), 9000, server + QStringLiteral("2")); // its key begins as ours does
    create(QStringLiteral("b"), 9000, QStringLiteral("bot"));
    create(QStringLiteral("c"), 9000);
    QCOMPARE(take(follower, 1), QByteArrayList{"c"});
}

void TestFollow::manyWriters()
{
    QFETCH(const Way, way);
    Follower follower = this->follower(way);
    constexpr int each = 1500;
    std::vector<std::thread> writers;
    writers.reserve(3);
    for (int writer = 0; writer < 3; ++writer) {
        writers.emplace_back([this, writer] {
            ReportStore store(m_live.url(), test::writableOptions());
            for (int i = 0; i < each; i += 50) {
                std::vector<Report> reports;
                for (int k = i; k < i + 50; ++k) {
                    const double clock = writer == 0 ? 3000 + k : 1000 + (k * 7919) % 2000 + writer / 10.0;
                    reports.push_back(test::sampleReport(server, QStringLiteral("%1-%2").arg(writer).arg(k), clock));
                }
                const auto created = store.createMany(reports);
                if (!created || created->error)
                    qFatal("storing failed");
            }
        });
    }
    const QByteArrayList ids = take(follower, 3 * each);
    for (std::thread &writer : writers)
        writer.join();
    QCOMPARE(ids.size(), 3 * each);
    QCOMPARE(QSet<QByteArray>(ids.begin(), ids.end()).size(), 3 * each);
    create(QStringLiteral("last"), 1);
    QCOMPARE(take(follower, 1), QByteArrayList{"last"}); // and nothing was left
}

void TestFollow::acrossLostConnections()
{
    QFETCH(const Way, way);
    Follower follower = this->follower(way);
    int lost = 0;
    QByteArrayList told;
    QByteArrayList stored;
    for (int i = 0; i < 6; ++i) {
        for (int k = 0; k < 3; ++k) {
            stored << "new" + QByteArray::number(i) + "-" + QByteArray::number(k);
            create(QString::fromUtf8(stored.back()), k == 1 ? 1500 : 5000 + i);
            if (k == 0)
                told += take(follower, 1, &lost);
            if (k == 1) {
                test::redisCli(m_live.url(), {"CLIENT", "KILL", "TYPE", i % 2 == 0 ? "normal" : "pubsub"});
                m_live.store().close();
            }
        }
        told += take(follower, 2, &lost);
    }
    std::ranges::sort(told);
    std::ranges::sort(stored);
    QCOMPARE(told, stored);
    QVERIFY2(lost >= 3, QByteArray::number(lost)); // polling has no subscriber to lose
    QCOMPARE(follower.mode(), way == Way::Tracking ? FollowMode::Tracking : FollowMode::Polling);
}

void TestFollow::aStoreThatIsNotThere()
{
    test::LiveStore other;
    Follower follower(other.url(), {}, server.toUtf8());
    const auto started = follower.start();
    QVERIFY2(started, test::why(started));
    other.stop();
    for (int i = 0; i < 3; ++i) {
        const auto batch = follower.next();
        QVERIFY(!batch);
        QVERIFY2(batch.error().code == RedisErrorCode::Closed || batch.error().code == RedisErrorCode::Unreachable,
                 test::why(batch));
    }
    Follower nobody(other.url(), {}, server.toUtf8());
    const auto none = nobody.start();
    QVERIFY(!none);
    QCOMPARE(none.error().code, RedisErrorCode::Unreachable);
}

void TestFollow::cancellingLosesNothing()
{
    QFETCH(const Way, way);
    Follower follower = this->follower(way);
    QByteArrayList told;
    QByteArrayList stored;
    for (int i = 0; i < 30; ++i) {
        std::stop_source source;
        std::thread canceller([&source] { source.request_stop(); }); // in the midst of whatever it is doing
        stored << "new" + QByteArray::number(i);
        create(QString::fromUtf8(stored.back()), 5000 + i);
        const auto batch = follower.next(source.get_token());
        canceller.join();
        if (batch) {
            for (const StoredTrade &trade : batch->trades)
                told << trade.orderId;
        } else {
            QCOMPARE(batch.error().code, RedisErrorCode::Cancelled);
        }
    }
    told += take(follower, stored.size() - told.size());
    QCOMPARE(told, stored);

    std::stop_source source;
    source.request_stop();
    const auto ended = follower.next(source.get_token());
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, RedisErrorCode::Cancelled);
}

void TestFollow::entriesWithoutReport()
{
    Follower follower = this->follower(Way::Tracking);
    m_live.call({"ZADD", indexKey(server.toUtf8()), "7", "ghost"});
    const auto batch = follower.next();
    QVERIFY2(batch, test::why(batch));
    QCOMPARE(batch->trades.size(), std::size_t(1));
    QCOMPARE(batch->trades[0].orderId, QByteArray("ghost"));
    QVERIFY(!batch->trades[0].present);

    m_live.put(server.toUtf8(), "bad", "{", 8);
    const auto bad = follower.next();
    QVERIFY2(bad, test::why(bad));
    QVERIFY(bad->trades.at(0).present);
    QCOMPARE(bad->trades.at(0).read.verdict, Verdict::Invalid);
}

void TestFollow::aStoreEmptiedAndFilledAgain()
{
    QFETCH(const Way, way);
    Follower follower = this->follower(way);
    m_live.clear();
    create(QStringLiteral("id-000007"), 1007); // one that was there
    create(QStringLiteral("new"), 1);
    QCOMPARE(take(follower, 1), QByteArrayList{"new"});
}

void TestFollow::anotherTypeIsAnError()
{
    Follower follower = this->follower(Way::Tracking);
    test::redisCli(m_live.url(), {"SET", indexKey(server.toUtf8()), "text"});
    const auto batch = follower.next();
    QVERIFY(!batch);
    QCOMPARE(batch.error().code, RedisErrorCode::WrongType);
    test::redisCli(m_live.url(), {"DEL", indexKey(server.toUtf8())});
    create(QStringLiteral("new"), 1);
    int lost = 0;
    QCOMPARE(take(follower, 1, &lost), QByteArrayList{"new"});
}

// RedisConnection::receivePushed()
void TestFollow::pushedMessages()
{
    auto connection = RedisConnection::open(m_live.url(), {});
    QVERIFY2(connection, test::why(connection));
    QVERIFY(connection->call({"SUBSCRIBE", "news"}));
    const auto none = connection->receivePushed(0ms);
    QVERIFY2(none, test::why(none));
    QVERIFY(!*none);
    for (const QByteArray &text : {QByteArray("one"), QByteArray(3'000'000, 'x'), QByteArray()}) {
        QCOMPARE(test::redisCli(m_live.url(), {"-x", "PUBLISH", "news"}, text), QByteArray("1"));
        const auto message = connection->receivePushed(60s);
        QVERIFY2(message, test::why(message));
        QVERIFY(message->has_value());
        QCOMPARE(**message, (RedisReply{RedisArray{{QByteArray("message")}, {QByteArray("news")}, {text}}}));
    }
    std::stop_source source;
    source.request_stop();
    const auto cancelled = connection->receivePushed(60s, source.get_token());
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, RedisErrorCode::Cancelled);
    QVERIFY(connection->isOpen());
    test::redisCli(m_live.url(), {"CLIENT", "KILL", "TYPE", "pubsub"});
    const auto ended = connection->receivePushed(60s);
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, RedisErrorCode::Closed);
    QVERIFY(!connection->isOpen());
}

QTEST_GUILESS_MAIN(TestFollow)
#include "tst_follow.moc"
