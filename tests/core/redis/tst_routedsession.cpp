// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/clusterslots.h"
#include "core/redis/session.h"
#include "core/store/keyscan.h"

#include "tests/support/fakecluster.h"
#include "tests/support/why.h"

#include <QTest>

#include <mutex>
#include <semaphore>

using namespace arbscope;
using namespace arbscope::test;

namespace {

using namespace std::chrono_literals;

// Keys by the half that their slot is in.
const QByteArray low("b");  // 3300
const QByteArray high("a"); // 15495

std::optional<QByteArray> echo(const CommandArgs &command)
{
    const QByteArray &text = command.back();
    return '$' + QByteArray::number(text.size()) + "\r\n" + text + "\r\n";
}

QByteArray textOf(const Result<RedisReply> &reply)
{
    if (!reply)
        return reply.error().message().toUtf8();
    return reply->bulk() ? *reply->bulk() : QByteArray("no text");
}

/// The first answer is the first text, and so on; the last one stays. Then echoes.
FakeCluster::Answers inTurn(QByteArrayList texts)
{
    return [texts = std::move(texts)](const CommandArgs &command) mutable -> std::optional<QByteArray> {
        return texts.isEmpty() ? echo(command) : texts.takeFirst();
    };
}

} // namespace

class TestRoutedSession : public QObject
{
    Q_OBJECT

private slots:
    void answersInTheOrderOfTheQuestions();
    void allServersAtTheSameTime_data();
    void allServersAtTheSameTime();
    void movedOnceThenKnown();
    void askedThisOnce();
    void laterAgain_data();
    void laterAgain();
    void inCirclesUntilTheTimeIsUp();
    void readAgainAfterAnEnd();
    void writtenOnlyOnce();
    void writtenWhereItBelongs();
    void anEndInTheMiddleOfBulks();
    void aScanThatCannotGoOn();
    void stoppedWhileOneIsSilent();
    void refusedByTheAllowList();
};

void TestRoutedSession::answersInTheOrderOfTheQuestions()
{
    FakeCluster cluster(echo, echo);
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    QCOMPARE(slotOf(low) < 8192, true);
    QCOMPARE(slotOf(high) < 8192, false);
    for (int i = 0; i < 100; ++i) // now to one, now to the other
        QVERIFY(session->send({"HGET", i % 3 == 0 ? low : high, QByteArray::number(i)}));
    QCOMPARE(session->pending(), 100);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(textOf(session->receive()), QByteArray::number(i));
    QCOMPARE(session->pending(), 0);
    QCOMPARE(cluster.asked(0).size(), 34);
    const auto nothing = session->receive();
    QCOMPARE(nothing.error().code, RedisErrorCode::Usage);
    QVERIFY(session->isOpen());
}

void TestRoutedSession::allServersAtTheSameTime_data()
{
    QTest::addColumn<bool>("scanning");
    QTest::newRow("a pipeline") << false;
    QTest::newRow("a scan of all keys") << true;
}

void TestRoutedSession::allServersAtTheSameTime()
{
    QFETCH(bool, scanning);
    // The first server answers only when the second has been asked as well.
    std::counting_semaphore<> asked(0);
    const auto answerTo = [](const CommandArgs &command) {
        return command.front() == "SCAN" ? QByteArray("*2\r\n$1\r\n0\r\n*1\r\n$3\r\nkey\r\n")
                                         : QByteArray("-ERR no\r\n");
    };
    FakeCluster cluster(
        [&](const CommandArgs &command) {
            return asked.try_acquire_for(20s) ? std::optional(answerTo(command)) : QByteArray();
        },
        [&](const CommandArgs &command) {
            asked.release();
            return std::optional(answerTo(command));
        });
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    if (scanning) {
        qsizetype keys = 0;
        const auto scanned = scanKeys(*session, {.pattern = "*", .type = "hash"},
                                      [&keys](std::vector<QByteArray> &&some) -> Result<bool> {
                                          keys += qsizetype(some.size());
                                          return true;
                                      },
                                      {});
        QVERIFY2(scanned, why(scanned));
        QCOMPARE(keys, 2);
    } else {
        const auto replies = session->pipeline({{"HGET", low, "1"}, {"HGET", high, "2"}});
        QVERIFY2(replies, why(replies));
    }
    QCOMPARE(cluster.asked(0).size(), cluster.asked(1).size());
}

void TestRoutedSession::movedOnceThenKnown()
{
    FakeCluster *self = nullptr;
    FakeCluster cluster([&](const CommandArgs &) { return self->redirect("MOVED", low, 1); }, echo);
    self = &cluster;
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    for (int i = 0; i < 5; ++i)
        QVERIFY(session->send({"HGET", low, QByteArray::number(i)}));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(textOf(session->receive()), QByteArray::number(i));
    QCOMPARE(cluster.asked(1).size(), 5);
    QVERIFY(!cluster.asked(1).contains("ASKING"));
}

void TestRoutedSession::askedThisOnce()
{
    FakeCluster *self = nullptr;
    FakeCluster cluster([&](const CommandArgs &) { return self->redirect("ASK", low, 1); },
                        [](const CommandArgs &command) -> std::optional<QByteArray> {
                            return command.front() == "ASKING" ? QByteArray("+OK\r\n") : echo(command);
                        });
    self = &cluster;
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    QCOMPARE(textOf(session->call({"HGET", low, "1"})), QByteArray("1"));
    QCOMPARE(textOf(session->call({"HGET", low, "2"})), QByteArray("2"));
    QCOMPARE(cluster.asked(0), (QByteArrayList{"HGET b 1", "HGET b 2"}));
    QCOMPARE(cluster.asked(1), (QByteArrayList{"ASKING", "HGET b 1", "ASKING", "HGET b 2"}));
}

void TestRoutedSession::laterAgain_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"-TRYAGAIN Multiple keys", "-CLUSTERDOWN Hash slot not served",
                             "-LOADING Redis is loading", "-MASTERDOWN Link with MASTER is down"})
        QTest::newRow(text) << QByteArray(text) + "\r\n";
}

void TestRoutedSession::laterAgain()
{
    QFETCH(QByteArray, text);
    FakeCluster cluster(inTurn({text, text, text}), echo);
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    QVERIFY(session->send({"HGET", low, "1"}));
    QVERIFY(session->send({"HGET", high, "2"}));
    QCOMPARE(textOf(session->receive()), QByteArray("1"));
    QCOMPARE(textOf(session->receive()), QByteArray("2"));
    QCOMPARE(cluster.asked(0).size(), 4);
    QCOMPARE(cluster.asked(1).size(), 1);
}

void TestRoutedSession::inCirclesUntilTheTimeIsUp()
{
    FakeCluster *self = nullptr;
    FakeCluster cluster([&](const CommandArgs &) { return self->redirect("MOVED", low, 1); },
                        [&](const CommandArgs &) { return self->redirect("MOVED", low, 0); });
    self = &cluster;
    auto session = cluster.open(200ms);
    QVERIFY2(session, why(session));
    const auto reply = session->call({"HGET", low, "1"});
    QVERIFY(!reply);
    QVERIFY2(reply.error().message().contains(u"MOVED"), why(reply));
    QVERIFY(!session->isOpen());
    QVERIFY(cluster.asked(0).size() + cluster.asked(1).size() < 40); // with pauses
}

void TestRoutedSession::readAgainAfterAnEnd()
{
    FakeCluster cluster(inTurn({"$1\r\nx\r\n", ""}), echo);
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    for (const char *text : {"1", "2", "3"})
        QVERIFY(session->send({"HGET", low, text}));
    QVERIFY(session->send({"HGET", high, "4"}));
    QCOMPARE(textOf(session->receive()), QByteArray("x"));
    for (const char *text : {"2", "3", "4"})
        QCOMPARE(textOf(session->receive()), QByteArray(text));
    QCOMPARE(cluster.asked(1).size(), 1);
}

void TestRoutedSession::writtenOnlyOnce()
{
    FakeCluster cluster(inTurn({""}), echo);
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    QVERIFY(session->send({"HSETNX", low, "f", "1"}));
    QVERIFY(session->send({"HSETNX", high, "f", "2"}));
    QVERIFY(session->send({"HGET", low, "3"}));
    const auto lost = session->receive();
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, RedisErrorCode::Closed);
    QVERIFY(lost.error().unsure);
    QVERIFY(session->isOpen()); // the others are still to come
    QCOMPARE(textOf(session->receive()), QByteArray("2"));
    QCOMPARE(textOf(session->receive()), QByteArray("3"));
    QCOMPARE(cluster.asked(0).count("HSETNX b f 1"), 1);
}

void TestRoutedSession::writtenWhereItBelongs()
{
    FakeCluster *self = nullptr;
    FakeCluster cluster([&](const CommandArgs &) { return self->redirect("MOVED", low, 1); }, echo);
    self = &cluster;
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    QCOMPARE(textOf(session->call({"HSETNX", low, "f", "1"})), QByteArray("1"));
    QCOMPARE(cluster.asked(1), QByteArrayList{"HSETNX b f 1"});
}

void TestRoutedSession::anEndInTheMiddleOfBulks()
{
    const QByteArray whole("*3\r\n$2\r\nab\r\n$-1\r\n$3\r\ncde\r\n");
    for (qsizetype cut = 1; cut < whole.size(); ++cut) {
        int times = 0;
        std::mutex mutex;
        FakeRedisServer *server = nullptr;
        FakeRedisServer fake([&](FakeClient &client) {
            while (const auto command = client.nextCommand()) {
                if (command->front() == "CLUSTER") {
                    client.send("*1\r\n*3\r\n:0\r\n:16383\r\n*2\r\n$9\r\n127.0.0.1\r\n:"
                                + QByteArray::number(server->url().endpoints.front().port) + "\r\n");
                    continue;
                }
                const std::lock_guard lock(mutex);
                if (times++ == 0)
                    return client.send(whole.first(cut));
                client.send(whole);
            }
        });
        server = &fake;
        RedisUrl url = fake.url();
        url.topology = RedisTopology::Cluster;
        auto session = RedisSession::open(url, {});
        QVERIFY2(session, why(session));
        QVERIFY(session->send({"HMGET", low, "x", "y", "z"}));
        BulkBlock block;
        block.append("before");
        const auto reply = session->receiveBulks(block);
        QVERIFY2(reply, why(reply));
        QCOMPARE(block.items.size(), 4U);
        QCOMPARE(block.bytes.size(), 11U);
        QVERIFY(block.text(block.items[1]) == "ab" && !block.items[2].present && block.text(block.items[3]) == "cde");
    }
}

void TestRoutedSession::aScanThatCannotGoOn()
{
    const QByteArray batch("*2\r\n$1\r\n7\r\n*0\r\n");
    FakeCluster cluster(inTurn({batch, "", batch, batch, batch}), inTurn({batch}));
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    QVERIFY(session->call({"HSCAN", low, "0"}));
    const auto ended = session->call({"HSCAN", low, "7"});
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, RedisErrorCode::ScanLost);
    QCOMPARE(ended.error().key, low);
    QVERIFY(session->isOpen());
    // Over a new connection the cursor means nothing, a new scan does.
    const auto stale = session->call({"HSCAN", low, "7"});
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, RedisErrorCode::ScanLost);
    QVERIFY(session->call({"HSCAN", low, "0"}));
    QVERIFY(session->call({"HSCAN", low, "7"}));

    const auto masters = session->masters();
    QVERIFY2(masters, why(masters));
    QCOMPARE(masters->size(), 2U);
    for (const RedisNode &node : *masters)
        QVERIFY(session->sendTo(node, {"SCAN", "0"}));
    QVERIFY(session->receive());
    QVERIFY(session->receive());
    QCOMPARE(cluster.asked(1), QByteArrayList{"SCAN 0"});
}

void TestRoutedSession::stoppedWhileOneIsSilent()
{
    FakeCluster cluster([](const CommandArgs &) { return std::optional<QByteArray>(); }, echo);
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    QVERIFY(session->send({"HGET", low, "1"}));
    QVERIFY(session->send({"HGET", high, "2"}));
    std::stop_source stop;
    stop.request_stop();
    const auto reply = session->receive(stop.get_token());
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, RedisErrorCode::Cancelled);
    QVERIFY(!session->isOpen()); // a late answer must not be taken for another's
    QCOMPARE(session->pending(), 0);
}

void TestRoutedSession::refusedByTheAllowList()
{
    FakeCluster cluster(echo, echo);
    auto session = cluster.open();
    QVERIFY2(session, why(session));
    QCOMPARE(session->call({"FLUSHALL"}).error().code, RedisErrorCode::Usage);
    QCOMPARE(session->send({"HGETALL", low}).error().code, RedisErrorCode::Usage);
    QCOMPARE(session->pipeline({{"HGET", low, "1"}, {"KEYS", "*"}}).error().code, RedisErrorCode::Usage);
    QVERIFY(session->isOpen());
    QCOMPARE(session->pending(), 0);
    QVERIFY(cluster.asked(0).isEmpty());
}

QTEST_GUILESS_MAIN(TestRoutedSession)
#include "tst_routedsession.moc"
