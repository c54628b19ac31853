// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/indexcursor.h"

#include "core/store/keys.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

using namespace arbscope;

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

/// A sorted set that answers the cursor's commands.
class FakeIndex
{
public:
    using Entry = std::pair<double, QByteArray>;

    void add(double score, const QByteArray &id)
    {
        const Entry entry(score, id);
        m_entries.insert(std::ranges::upper_bound(m_entries, entry), entry);
    }
    void removeAt(qsizetype rank) { m_entries.erase(m_entries.begin() + rank); }
    const std::vector<Entry> &entries() const { return m_entries; }

    RedisReply answer(const CommandArgs &command) const
    {
        if (command[0] == "ZRANGE")
            return range(command[2].toLongLong(), command[3].toLongLong(), command.size() == 5);
        if (command[0] == "ZRANK") {
            const auto found = std::ranges::find(m_entries, command[2], &Entry::second);
            return found == m_entries.end() ? RedisReply{RedisNil()} : RedisReply{qint64(found - m_entries.begin())};
        }
        if (command[0] == "ZCOUNT" && command[2] == "-inf" && command[3].startsWith('(')) {
            const double below = *scoreValue(command[3].mid(1));
            return RedisReply{
                qint64(std::ranges::count_if(m_entries, [&](const Entry &e) { return e.first < below; }))};
        }
        return RedisReply{RedisErrorReply{"ERR unknown command"}};
    }

private:
    RedisReply range(qint64 from, qint64 to, bool scores) const
    {
        RedisArray items;
        for (qint64 i = from; i <= to && i < qint64(m_entries.size()); ++i) {
            items.push_back({m_entries[std::size_t(i)].second});
            if (scores)
                items.push_back({scoreText(m_entries[std::size_t(i)].first)});
        }
        return {std::move(items)};
    }

    std::vector<Entry> m_entries;
};

IndexCursorOptions options(int pageSize, int pagesAhead, double since = -Infinity, double until = Infinity)
{
    return {.pageSize = pageSize,
            .pagesAhead = pagesAhead,
            .scores = since > -Infinity || until < Infinity,
            .since = since,
            .until = until};
}

/// Reads all of it. Requests are answered when they are sent, and `between` happens before each.
template <class Between> Result<QByteArrayList> readAll(IndexCursor &cursor, FakeIndex &index, const Between &between)
{
    QByteArrayList ids;
    std::deque<RedisReply> replies;
    while (!cursor.isAtEnd()) {
        while (const auto command = cursor.request()) {
            between(ids);
            replies.push_back(index.answer(*command));
        }
        if (!replies.empty()) {
            RedisReply reply = std::move(replies.front());
            replies.pop_front();
            if (const auto taken = cursor.take(std::move(reply)); !taken)
                return std::unexpected(taken.error());
        }
        while (cursor.isReady() && ids.size() % 7 != 6)
            ids.push_back(cursor.pop().orderId);
        if (cursor.isReady())
            ids.push_back(cursor.pop().orderId);
    }
    return ids;
}

QByteArray idOf(int number)
{
    return "id" + QByteArray::number(number).rightJustified(6, '0');
}

FakeIndex filled(int count)
{
    FakeIndex index;
    for (int i = 0; i < count; ++i)
        index.add(i, idOf(i));
    return index;
}

} // namespace

class TestIndexCursor : public QObject
{
    Q_OBJECT

private slots:
    void readsAll_data();
    void readsAll();
    void period_data();
    void period();
    void insertionsNeitherHideNorDouble_data();
    void insertionsNeitherHideNorDouble();
    void removalsAreSurvived();
    void removalOfAllIsAnError();
    void errorReplies();
};

void TestIndexCursor::readsAll_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("pageSize");
    for (const int count : {0, 1, 2, 3, 4, 5, 9, 10, 11, 100})
        for (const int pageSize : {1, 2, 5, 10, 200})
            QTest::addRow("%d by %d", count, pageSize) << count << pageSize;
}

void TestIndexCursor::readsAll()
{
    QFETCH(int, count);
    QFETCH(int, pageSize);
    FakeIndex index = filled(count);
    IndexCursor cursor("k", options(pageSize, 3));
    const auto ids = readAll(cursor, index, [](const QByteArrayList &) { });
    QVERIFY(ids);
    QCOMPARE(ids->size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(ids->at(i), idOf(i));
}

void TestIndexCursor::period_data()
{
    QTest::addColumn<double>("since");
    QTest::addColumn<double>("until");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::newRow("middle") << 10.0 << 19.5 << 10 << 10;
    QTest::newRow("inclusive") << 10.0 << 20.0 << 10 << 11;
    QTest::newRow("since only") << 95.5 << Infinity << 96 << 4;
    QTest::newRow("until only") << -Infinity << 3.0 << 0 << 4;
    QTest::newRow("after the end") << 1000.0 << 2000.0 << 0 << 0;
    QTest::newRow("before the start") << -20.0 << -10.0 << 0 << 0;
    QTest::newRow("turned around") << 20.0 << 10.0 << 0 << 0;
}

void TestIndexCursor::period()
{
    QFETCH(double, since);
    QFETCH(double, until);
    QFETCH(int, first);
    QFETCH(int, count);
    for (const int pageSize : {1, 4, 50}) {
        FakeIndex index = filled(100);
        IndexCursor cursor("k", options(pageSize, 3, since, until));
        const auto ids = readAll(cursor, index, [](const QByteArrayList &) { });
        QVERIFY(ids);
        QCOMPARE(ids->size(), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(ids->at(i), idOf(first + i));
    }
}

void TestIndexCursor::insertionsNeitherHideNorDouble_data()
{
    QTest::addColumn<int>("where"); // -1 before the position, 0 anywhere, 1 at the position
    QTest::addColumn<double>("since");
    QTest::newRow("before") << -1 << -Infinity;
    QTest::newRow("anywhere") << 0 << -Infinity;
    QTest::newRow("at the position") << 1 << -Infinity;
    QTest::newRow("before, in a period") << -1 << 20.0;
    QTest::newRow("anywhere, in a period") << 0 << 20.0;
}

void TestIndexCursor::insertionsNeitherHideNorDouble()
{
    QFETCH(int, where);
    QFETCH(double, since);
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        FakeIndex index = filled(int(random() % 300));
        const auto atStart = index.entries();
        IndexCursor cursor("k", options(1 + int(random() % 20), 1 + int(random() % 4), since));
        int added = 0;
        const auto ids = readAll(cursor, index, [&](const QByteArrayList &soFar) {
            if (added >= 500) // else a walk that is always overtaken would not end
                return;
            for (auto i = random() % 3; i > 0; --i) {
                const double place = where == 0 ? double(random() % 300)
                                                : std::max<double>(0, double(soFar.size()) + (where < 0 ? -5 : 0));
                index.add(place + 0.5, "new" + QByteArray::number(++added));
            }
        });
        QVERIFY(ids);
        QByteArrayList unique = *ids;
        std::ranges::sort(unique);
        QCOMPARE(std::ranges::adjacent_find(unique), unique.end());
        QByteArrayList old;
        std::ranges::copy_if(*ids, std::back_inserter(old), [](const QByteArray &id) { return id.startsWith("id"); });
        QByteArrayList expected;
        for (const auto &[score, id] : atStart) {
            if (score >= since)
                expected.push_back(id);
        }
        QCOMPARE(old, expected);
    }
}

void TestIndexCursor::removalsAreSurvived()
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        FakeIndex index = filled(300);
        IndexCursor cursor("k", options(10 + int(random() % 20), 3));
        const auto ids = readAll(cursor, index, [&](const QByteArrayList &soFar) {
            // The newest that was read goes, and something stored before it moves the ranks.
            if (random() % 4 != 0 || soFar.isEmpty())
                return;
            for (qsizetype i = 0; i < qsizetype(index.entries().size()); ++i) {
                if (index.entries()[std::size_t(i)].second == soFar.back()) {
                    index.removeAt(i);
                    break;
                }
            }
            index.add(0.5, "new" + QByteArray::number(soFar.size()) + '-' + QByteArray::number(random()));
        });
        QVERIFY(ids);
        QByteArrayList unique = *ids;
        std::ranges::sort(unique);
        QCOMPARE(std::ranges::adjacent_find(unique), unique.end());
        QCOMPARE(ids->count(idOf(299)), 1);
    }
}

void TestIndexCursor::removalOfAllIsAnError()
{
    FakeIndex index = filled(100);
    IndexCursor cursor("execution_report_sorted:ams1", options(10, 2));
    const auto ids = readAll(cursor, index, [&](const QByteArrayList &soFar) {
        if (soFar.size() > 20) {
            while (!index.entries().empty())
                index.removeAt(0);
        }
    });
    QVERIFY(!ids);
    QCOMPARE(ids.error().code, RedisErrorCode::Server);
    QCOMPARE(ids.error().key, QByteArray("execution_report_sorted:ams1"));
}

void TestIndexCursor::errorReplies()
{
    IndexCursor cursor("execution_report_sorted:ams1", options(10, 2));
    QVERIFY(cursor.request());
    const auto wrong
        = cursor.take({RedisErrorReply{"WRONGTYPE Operation against a key holding the wrong kind of value"}});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, RedisErrorCode::WrongType);
    QCOMPARE(wrong.error().key, QByteArray("execution_report_sorted:ams1"));
    QVERIFY(cursor.request());
    const auto shape = cursor.take({qint64(5)});
    QVERIFY(!shape);
    QCOMPARE(shape.error().code, RedisErrorCode::Protocol);
}

QTEST_GUILESS_MAIN(TestIndexCursor)
#include "tst_indexcursor.moc"
