// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include "core/store/keys.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace arbscope;

namespace {

std::map<QByteArray, ServerSummary> allServers(ReportStore &store)
{
    std::map<QByteArray, ServerSummary> servers;
    const auto scanned = store.servers([&](std::vector<ServerSummary> found) {
        for (ServerSummary &summary : found) {
            if (!servers.emplace(summary.name, summary).second)
                qFatal("a server twice: %s", summary.name.constData());
        }
    });
    if (!scanned)
        qFatal("%s", qPrintable(scanned.error().message()));
    return servers;
}

} // namespace

class TestStoreServers : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void none();
    void summaries();
    void oddNames();
    void otherKeysAreNoServers();
    void hashWithoutIndex();
    void indexOfAnotherType();
    void tenThousand();
    void stopEndsTheScan();
    void onAnOldConnection();

private:
    test::LiveStore m_live;
};

void TestStoreServers::init()
{
    m_live.clear();
}

void TestStoreServers::none()
{
    QVERIFY(allServers(m_live.store()).empty());
}

void TestStoreServers::summaries()
{
    m_live.create(test::sampleReports(QStringLiteral("ams1"), 25, 1'600'000'000.5));
    m_live.create(test::sampleReports(QStringLiteral("fra2"), 1, -17));
    const auto servers = allServers(m_live.store());
    QCOMPARE(servers.size(), std::size_t(2));
    QCOMPARE(servers.at("ams1"), (ServerSummary{"ams1", 25, 25, 1'600'000'000.5, 1'600'000'024.5}));
    QCOMPARE(servers.at("fra2"), (ServerSummary{"fra2", 1, 1, -17.0, -17.0}));
    QCOMPARE(m_live.store().summary("ams1").value(), servers.at("ams1"));
    QCOMPARE(m_live.store().summary("nobody").value(), (ServerSummary{"nobody", 0, 0, {}, {}}));
}

void TestStoreServers::oddNames()
{
    const QByteArrayList names{
        "",     "a:b:c", ":",  "with space", "'quotes\"", "new\nline\r",           "\xF0\x9F\x98\x80",
        "<b>&", "a*b?[", "\\", "\xff\xfe",   "\xc3(",     QByteArray("ze\0ro", 5), "%s%n"};
    for (const QByteArray &name : names)
        m_live.put(name, "id", "{}", 1);
    const auto servers = allServers(m_live.store());
    QCOMPARE(qsizetype(servers.size()), names.size());
    for (const QByteArray &name : names) {
        QVERIFY(servers.contains(name));
        QCOMPARE(m_live.store().pageByRank(name, 0, -1, TradeOrder::OldestFirst).value().trades.size(), std::size_t(1));
    }
}

void TestStoreServers::otherKeysAreNoServers()
{
    m_live.put("real", "id", "{}", 1);
    test::redisCli(m_live.url(), {"SET", "execution_report:a_string", "x"});
    test::redisCli(m_live.url(), {"LPUSH", "execution_report:a_list", "x"});
    m_live.call({"HSET", "execution_reports:x", "a", "b"});
    m_live.call({"HSET", "xexecution_report:x", "a", "b"});
    m_live.call({"ZADD", "execution_report_sorted:only_index", "1", "a"});
    const auto servers = allServers(m_live.store());
    QCOMPARE(servers.size(), std::size_t(1));
    QVERIFY(servers.contains("real"));
}

void TestStoreServers::hashWithoutIndex()
{
    m_live.put("s", "id", "{}");
    QCOMPARE(allServers(m_live.store()).at("s"), (ServerSummary{"s", 1, 0, {}, {}}));
}

void TestStoreServers::indexOfAnotherType()
{
    m_live.put("s", "id", "{}");
    test::redisCli(m_live.url(), {"SET", "execution_report_sorted:s", "x"});
    QCOMPARE(allServers(m_live.store()).at("s"), (ServerSummary{"s", 1, 0, {}, {}}));
    test::redisCli(m_live.url(), {"SET", "execution_report:t", "x"});
    const auto summary = m_live.store().summary("t");
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, RedisErrorCode::WrongType);
    QCOMPARE(summary.error().key, QByteArray("execution_report:t"));
}

void TestStoreServers::tenThousand()
{
    std::vector<CommandArgs> commands;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray name = "server-" + QByteArray::number(i);
        commands.push_back({"HSET", hashKey(name), "a", "{}", "b", "{}"});
        commands.push_back({"ZADD", indexKey(name), QByteArray::number(i), "a", QByteArray::number(i + 1), "b"});
    }
    QVERIFY(m_live.connection().pipeline(commands));
    const auto servers = allServers(m_live.store());
    QCOMPARE(servers.size(), std::size_t(10'000));
    QCOMPARE(servers.at("server-4711"), (ServerSummary{"server-4711", 2, 2, 4711.0, 4712.0}));
}

void TestStoreServers::stopEndsTheScan()
{
    for (int i = 0; i < 5000; ++i)
        m_live.put("s" + QByteArray::number(i), "id", "{}", 1);
    std::stop_source stop;
    int batches = 0;
    const auto scanned = m_live.store().servers(
        [&](const std::vector<ServerSummary> &) {
            ++batches;
            stop.request_stop();
        },
        stop.get_token());
    QVERIFY(!scanned);
    QCOMPARE(scanned.error().code, RedisErrorCode::Cancelled);
    QCOMPARE(batches, 1);
}

void TestStoreServers::onAnOldConnection()
{
    m_live.put("s", "id", "{}", 1);
    ReportStore store(m_live.url());
    QVERIFY(store.open());
    test::redisCli(m_live.url(), {"CLIENT", "KILL", "TYPE", "normal"});
    QCOMPARE(allServers(store).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestStoreServers)
#include "tst_storeservers.moc"
