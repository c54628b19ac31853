// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/followindex.h"
#include "core/store/keys.h"

#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <random>
#include <thread>

using namespace arbscope;

namespace {

const QByteArray key = indexKey("bot: 1");
constexpr qsizetype plenty = 1'000'000;

} // namespace

class TestFollowIndex : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_live.clear(); }
    void findsWhatCame_data();
    void findsWhatCame();
    void seesOneAddedForOneRemovedAtTheEnd();
    void correctionsAndReturnsAreNotNew();
    void manyAtOnceComeInParts();
    void randomChanges_data();
    void randomChanges();
    void keepsUpWithWriters();
    void forgetsTheOldest();
    void countsWhatItNeverKnew();
    void oneMoreCostsLittle_data();
    void oneMoreCostsLittle();

private:
    void add(const QByteArray &id, double score) { m_added.emplace_back(scoreText(score), id); }
    void addMany(const QByteArray &prefix, int count, double first, double step)
    {
        for (int i = 0; i < count; ++i)
            add(prefix + QByteArray::number(i), first + i * step);
    }
    /// Sends what was added; returns the ids, sorted.
    QByteArrayList flush()
    {
        QByteArrayList ids;
        for (std::size_t from = 0; from < m_added.size(); from += 500) {
            CommandArgs command{"ZADD", key};
            for (std::size_t i = from; i < std::min(m_added.size(), from + 500); ++i) {
                command.insert(command.end(), {m_added[i].first, m_added[i].second});
                ids << m_added[i].second;
            }
            m_live.call(command);
        }
        m_added.clear();
        std::ranges::sort(ids);
        return ids;
    }
    void begin(FollowIndex &index)
    {
        const auto begun = index.begin(m_live.connection(), {}, {});
        if (!begun)
            qFatal("%s", test::why(begun).constData());
    }
    /// All that is new, sorted; `gap` sums up.
    QByteArrayList look(FollowIndex &index, qint64 *gap = nullptr)
    {
        QByteArrayList all;
        for (;;) {
            std::vector<QByteArray> found;
            std::optional<FollowGap> missed;
            const auto looked = index.look(m_live.connection(), found, missed, {});
            if (!looked)
                qFatal("%s", test::why(looked).constData());
            if (gap && missed)
                *gap += missed->trades;
            if (found.empty() && !missed)
                break;
            for (const QByteArray &id : found)
                all << id;
        }
        std::ranges::sort(all);
        return all;
    }

    test::LiveStore m_live;
    std::vector<std::pair<QByteArray, QByteArray>> m_added; ///< score, id
};

void TestFollowIndex::findsWhatCame_data()
{
    QTest::addColumn<int>("before"); // entries of scores 0, 1, 2, …
    QTest::addColumn<double>("first"); // scores of the new ones
    QTest::addColumn<double>("step");
    QTest::addColumn<int>("count");
    const double inf = std::numeric_limits<double>::infinity();
    for (const int before : {0, 1, 1000, 2001, 5500}) {
        const auto row = [before](const char *name, double first, double step, int count) {
            QTest::addRow("%d, then %s", before, name) << before << first << step << count;
        };
        row("one at the end", before, 1, 1);
        row("some at the end", before, 0.5, 7);
        row("more than a segment at the end", before, 0.001, 3500);
        row("one at the start", -1, 1, 1);
        row("many at the start", -5000, 1, 2500);
        row("one in the middle", before / 2.0 - 0.25, 1, 1);
        row("all over", -0.5, 1, before + 2);
        row("many of one clock in the middle", std::floor(before / 2.0), 0, 2600);
        row("one of the last one's clock", before - 1, 0, 1);
        row("the infinities", inf, 0, 2);
        row("minus infinity", -inf, 0, 2);
        row("none", 0, 0, 0);
    }
}

void TestFollowIndex::findsWhatCame()
{
    QFETCH(const int, before);
    QFETCH(const double, first);
    QFETCH(const double, step);
    QFETCH(const int, count);
    addMany("old", before, 0, 1);
    flush();
    FollowIndex index(key, plenty);
    begin(index);
    QCOMPARE(look(index), QByteArrayList());
    for (int i = 0; i < count; ++i)
        add("new" + QByteArray::number(i), step == 0 ? first : first + i * step);
    const QByteArrayList added = flush();
    QCOMPARE(look(index), added);
    QCOMPARE(look(index), QByteArrayList());
    add("one more", first);
    flush();
    QCOMPARE(look(index), QByteArrayList{"one more"});
}

void TestFollowIndex::seesOneAddedForOneRemovedAtTheEnd()
{
    addMany("old", 3000, 0, 1);
    flush();
    FollowIndex index(key, plenty);
    begin(index);
    test::redisCli(m_live.url(), {"ZREM", key, "old5"});
    add("new1", 3000);
    flush();
    QCOMPARE(look(index), QByteArrayList{"new1"});
    test::redisCli(m_live.url(), {"ZREM", key, "old6"});
    add("new2", 3001);
    add("new3", 3002);
    const QByteArrayList added = flush();
    QCOMPARE(look(index), added);
    QCOMPARE(look(index), QByteArrayList());
}

void TestFollowIndex::correctionsAndReturnsAreNotNew()
{
    addMany("old", 3000, 0, 1);
    flush();
    FollowIndex index(key, plenty);
    begin(index);
    for (const double score : {2999.5, 4000.0, -1.0, 1500.0}) {
        m_live.call({"ZADD", key, scoreText(score), "old7"}); // as a repair corrects it
        add("new" + scoreText(score), score + 0.25);
        flush();
        QCOMPARE(look(index), QByteArrayList{"new" + scoreText(score)});
    }
    test::redisCli(m_live.url(), {"ZREM", key, "old8"});
    QCOMPARE(look(index), QByteArrayList());
    m_live.call({"ZADD", key, "8", "old8"});
    QCOMPARE(look(index), QByteArrayList());
    test::redisCli(m_live.url(), {"ZREM", key, "new-1"});
    QCOMPARE(look(index), QByteArrayList());
    m_live.call({"ZADD", key, "5000", "new-1"});
    QCOMPARE(look(index), QByteArrayList());

    test::redisCli(m_live.url(), {"FLUSHALL"});
    QCOMPARE(look(index), QByteArrayList());
    addMany("old", 3000, 0, 1); // the same store brought back
    add("new", 5000);
    flush();
    QCOMPARE(look(index), QByteArrayList{"new"});
}

void TestFollowIndex::manyAtOnceComeInParts()
{
    FollowIndex index(key, plenty);
    begin(index);
    addMany("new", 25000, 0, 1);
    const QByteArrayList added = flush();
    std::vector<QByteArray> found;
    std::optional<FollowGap> gap;
    QVERIFY(index.look(m_live.connection(), found, gap, {}));
    QVERIFY2(found.size() >= 1000 && found.size() <= 3000, QByteArray::number(qsizetype(found.size())));
    QByteArrayList all(found.begin(), found.end());
    all += look(index);
    std::ranges::sort(all);
    QCOMPARE(all, added);
}

void TestFollowIndex::randomChanges_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestFollowIndex::randomChanges()
{
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    const auto upTo = [&random](int most) { return std::uniform_int_distribution(0, most)(random); };
    QByteArrayList all;
    int next = 0;
    const auto addSome = [&](int count) {
        const int spread = upTo(3); // few clocks: many of the same
        const double around = upTo(10000);
        for (int i = 0; i < count; ++i) {
            all << "id" + QByteArray::number(next++);
            add(all.back(),
                spread == 0       ? around
                    : spread == 1 ? upTo(20)
                    : spread == 2 ? upTo(1'000'000) / 100.0
                                  : 10000 + next);
        }
    };
    addSome(upTo(6000));
    flush();
    FollowIndex index(key, plenty);
    begin(index);
    for (int round = 0; round < 40; ++round) {
        addSome(upTo(9) == 0 ? upTo(4000) : upTo(30));
        const QByteArrayList added = flush();
        QCOMPARE(look(index), added);
        for (int i = upTo(3); i > 0 && !all.isEmpty(); --i) {
            const QByteArray &id = all[upTo(int(all.size()) - 1)];
            if (upTo(1) == 0)
                test::redisCli(m_live.url(), {"ZREM", key, id});
            else
                m_live.call({"ZADD", key, "XX", scoreText(upTo(10000)), id});
        }
        QCOMPARE(look(index), QByteArrayList());
    }
}

void TestFollowIndex::keepsUpWithWriters()
{
    addMany("old", 5000, 0, 1);
    flush();
    FollowIndex index(key, plenty);
    begin(index);
    constexpr int each = 1500;
    std::atomic<int> running = 3;
    std::vector<std::thread> writers;
    writers.reserve(3);
    for (int writer = 0; writer < 3; ++writer) {
        writers.emplace_back([&running, writer, connection = m_live.newConnection()]() mutable {
            std::mt19937 random(unsigned(writer) + 1);
            for (int i = 0; i < each; ++i) {
                const double score = writer == 0 ? 5000 + i : std::uniform_real_distribution(0.0, 5000.0 + i)(random);
                const QByteArray id = "new" + QByteArray::number(writer) + "-" + QByteArray::number(i);
                if (!connection.call({"ZADD", key, scoreText(score), id}))
                    qFatal("ZADD failed");
            }
            --running;
        });
    }
    QByteArrayList all;
    while (running > 0)
        all += look(index);
    for (std::thread &writer : writers)
        writer.join();
    all += look(index);
    QCOMPARE(all.size(), 3 * each);
    QCOMPARE(QSet<QByteArray>(all.begin(), all.end()).size(), 3 * each);
}

void TestFollowIndex::forgetsTheOldest()
{
    FollowIndex index(key, 5000);
    begin(index);
    qint64 gap = 0;
    for (int round = 0; round < 30; ++round) {
        addMany("round" + QByteArray::number(round) + "-", 1000, round * 1000, 1);
        const QByteArrayList added = flush();
        QCOMPARE(look(index, &gap), added);
        QVERIFY2(index.known() <= 5000 + 250 + 2 * 1000, QByteArray::number(index.known()));
    }
    QCOMPARE(gap, 0);
    addMany("late", 10, 100, 0.01);
    flush();
    QCOMPARE(look(index, &gap), QByteArrayList());
    QCOMPARE(gap, 10);
    add("recent", 28000.5); // among those that are still known
    flush();
    QCOMPARE(look(index, &gap), QByteArrayList{"recent"});
    QCOMPARE(gap, 10);
}

void TestFollowIndex::countsWhatItNeverKnew()
{
    addMany("old", 8000, 0, 1);
    flush();
    FollowIndex index(key, 2500);
    std::vector<qint64> told;
    const auto begun = index.begin(m_live.connection(),
                                   [&told](qint64 done, qint64 total) {
                                       QCOMPARE(total, 8000);
                                       told.push_back(done);
                                   },
                                   {});
    QVERIFY2(begun, test::why(begun));
    QVERIFY(!told.empty());
    QVERIFY(std::ranges::is_sorted(told));
    QCOMPARE(index.known(), 2500);
    add("new", 6000.5);
    flush();
    QCOMPARE(look(index), QByteArrayList{"new"});
    addMany("late", 3, 5000, 0.1);
    flush();
    std::vector<QByteArray> found;
    std::optional<FollowGap> gap;
    QVERIFY(index.look(m_live.connection(), found, gap, {}));
    QVERIFY(found.empty());
    QCOMPARE(gap, (FollowGap{.until = 5500, .trades = 3}));
    test::redisCli(m_live.url(), {"ZREM", key, "old1"});
    gap.reset();
    QVERIFY(index.look(m_live.connection(), found, gap, {}));
    QVERIFY(found.empty() && !gap);
}

void TestFollowIndex::oneMoreCostsLittle_data()
{
    QTest::addColumn<double>("score");
    QTest::addColumn<int>("commands");
    QTest::newRow("at the end") << 1e9 << 4; // twice ZCARD and the newest
    QTest::newRow("in the middle") << 12345.5 << 4 + 30 + 3; // and each segment's number, one segment's entries
}

void TestFollowIndex::oneMoreCostsLittle()
{
    QFETCH(const double, score);
    QFETCH(const int, commands);
    addMany("old", 30000, 0, 1);
    flush();
    FollowIndex index(key, plenty);
    begin(index);
    add("new", score);
    flush();
    auto own = RedisSession::open(m_live.url(), {});
    QVERIFY2(own, test::why(own));
    const auto processed = [&own] {
        const QByteArray info = *own->call({"INFO", "stats"})->bulk();
        const qsizetype at = info.indexOf("total_commands_processed:") + 25;
        return info.mid(at, info.indexOf('\r', at) - at).toInt();
    };
    std::vector<QByteArray> found;
    std::optional<FollowGap> gap;
    const int before = processed();
    QVERIFY(index.look(*own, found, gap, {}));
    QCOMPARE(found.size(), std::size_t(1));
    found.clear();
    QVERIFY(index.look(*own, found, gap, {}));
    QVERIFY(found.empty());
    QVERIFY2(processed() - before - 1 <= commands, QByteArray::number(processed() - before));
}

QTEST_GUILESS_MAIN(TestFollowIndex)
#include "tst_followindex.moc"
