// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"
#include "tests/support/walked.h"
#include "tests/support/why.h"

#include "core/store/keys.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <random>

using namespace arbscope;
using test::fillStore;
using test::idOf;
using test::walked;
using test::Walked;

/// Walks while other clients store.
class TestWalkMeanwhile : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_live.clear(); }
    void anotherClientStores_data();
    void anotherClientStores();
    void severalServersWhileOthersStore();

private:
    test::LiveStore m_live;
};

void TestWalkMeanwhile::anotherClientStores_data()
{
    QTest::addColumn<int>("where"); // from the position: -1 before, 0 anywhere, 1 just there
    QTest::newRow("before") << -1;
    QTest::newRow("anywhere") << 0;
    QTest::newRow("at the position") << 1;
}

/// Thousands of trades are stored while the walk is under way: what stood at the start comes once, in order.
void TestWalkMeanwhile::anotherClientStores()
{
    QFETCH(int, where);
    constexpr int Count = 3000;
    fillStore(m_live, "s", Count);
    RedisSession other = m_live.newConnection();
    std::mt19937 random(3);
    int added = 0;
    WalkOptions options;
    options.pageSize = 50;
    const auto seen = walked(m_live.connection(), {"s"}, options, [&](const Walked &soFar) {
        if (soFar.ids.isEmpty() || added >= 6000) // else a walk that is always overtaken would not end
            return;
        std::vector<CommandArgs> commands;
        for (int i = 0; i < 100; ++i) {
            const double here = double(soFar.ids.size());
            const double score = where == 0 ? double(random() % Count)
                : where < 0                 ? double(random() % std::max(1U, unsigned(here) / 2))
                                            : here + double(random() % 300);
            const QByteArray id = "new-" + QByteArray::number(++added);
            commands.push_back({"HSET", "execution_report:s", id, "new"});
            commands.push_back({"ZADD", "execution_report_sorted:s", scoreText(score + 0.5), id});
        }
        QVERIFY(other.pipeline(commands));
    });
    QVERIFY2(seen, test::why(seen));
    QVERIFY(added >= 3000);
    QCOMPARE(QSet<QByteArray>(seen->ids.begin(), seen->ids.end()).size(), seen->ids.size());
    QByteArrayList old;
    std::ranges::copy_if(seen->ids, std::back_inserter(old), [](const QByteArray &id) { return id.startsWith("id-"); });
    QCOMPARE(old.size(), Count);
    for (int i = 0; i < Count; ++i)
        QCOMPARE(old[i], idOf(i));
    QVERIFY(seen->orphans.isEmpty());
}

void TestWalkMeanwhile::severalServersWhileOthersStore()
{
    for (const char *server : {"a", "b", "c"})
        fillStore(m_live, server, 800);
    RedisSession other = m_live.newConnection();
    std::mt19937 random(5);
    int added = 0;
    WalkOptions options;
    options.pageSize = 20;
    const auto seen = walked(m_live.connection(), {"a", "b", "c"}, options, [&](const Walked &) {
        if (added >= 3000)
            return;
        std::vector<CommandArgs> commands;
        for (int i = 0; i < 60; ++i) {
            const QByteArray server(1, "abc"[random() % 3]);
            const QByteArray id = "new-" + QByteArray::number(++added);
            commands.push_back({"HSET", hashKey(server), id, "new"});
            commands.push_back({"ZADD", indexKey(server), scoreText(double(random() % 800) + 0.5), id});
        }
        QVERIFY(other.pipeline(commands));
    });
    QVERIFY2(seen, test::why(seen));
    QCOMPARE(QSet<QByteArray>(seen->ids.begin(), seen->ids.end()).size(), seen->ids.size());
    QByteArrayList old;
    std::ranges::copy_if(seen->ids, std::back_inserter(old), [](const QByteArray &id) { return id.contains("/id-"); });
    QCOMPARE(old.size(), 2400);
    for (int i = 0; i < 2400; ++i)
        QCOMPARE(old[i], QByteArray(QByteArray(1, "abc"[i % 3]) + '/' + idOf(i / 3)));
}

QTEST_GUILESS_MAIN(TestWalkMeanwhile)
#include "tst_walkmeanwhile.moc"
