// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeredisserver.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include "core/store/keys.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <thread>

using namespace arbscope;

namespace {

Report report(const QString &id, double clock, const QString &version = QStringLiteral("1"))
{
    Report result = test::sampleReport(QStringLiteral("s"), id, clock);
    result.version = version;
    return result;
}

} // namespace

class TestStoreCreate : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void storesCanonicalTextAndScore_data();
    void storesCanonicalTextAndScore();
    void neverOverwrites();
    void refused_data();
    void refused();
    void manyWithRepeatedIds();
    void manyOfSeveralServers();
    void thousands();
    void oneRefusedStoresNone();
    void racingClients();
    void racingManyAgainstSingles();
    void wrongTypeOfTheIndexStoresNothing();
    void noPermissionStoresNothing();
    void fullStoreStoresNothing();
    void readOnlySessionStoresNothing();
    void idleConnectionThatEnded();
    void endBeforeTheAnswerIsUnsure();
    void endBeforeTheTransactionIsNotStored();

private:
    [[nodiscard]] QByteArray stored(const QByteArray &id, const QByteArray &server = "s");

    test::LiveStore m_live;
};

void TestStoreCreate::init()
{
    m_live.clear();
}

QByteArray TestStoreCreate::stored(const QByteArray &id, const QByteArray &server)
{
    const RedisReply reply = m_live.call({"HGET", hashKey(server), id});
    return reply.bulk() ? *reply.bulk() : QByteArray();
}

void TestStoreCreate::storesCanonicalTextAndScore_data()
{
    QTest::addColumn<double>("clock");
    QTest::newRow("fraction") << 1614556800.1234567;
    QTest::newRow("whole") << 1600000000.0;
    QTest::newRow("17 digits") << 0.1 + 0.2;
    QTest::newRow("negative") << -1.5e-7;
    QTest::newRow("huge") << 1.7976931348623157e308;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
    QTest::newRow("minus infinite") << -std::numeric_limits<double>::infinity();
}

void TestStoreCreate::storesCanonicalTextAndScore()
{
    QFETCH(double, clock);
    const Report created = report(QStringLiteral("a \"b\" é \xF0"), clock);
    const auto outcome = m_live.store().create(created);
    QVERIFY2(outcome, test::why(outcome));
    QCOMPARE(*outcome, CreateOutcome::Stored);
    const QByteArray id = created.orderId.toUtf8();
    QCOMPARE(stored(id).toStdString(), writeReport(created));
    const RedisReply score = m_live.call({"ZSCORE", "execution_report_sorted:s", id});
    QVERIFY(scoreValue(*score.bulk()) == clock);
}

void TestStoreCreate::neverOverwrites()
{
    QCOMPARE(m_live.store().create(report(QStringLiteral("a"), 1, QStringLiteral("old"))).value(),
             CreateOutcome::Stored);
    const QByteArray before = stored("a");
    QCOMPARE(m_live.store().create(report(QStringLiteral("a"), 2, QStringLiteral("new"))).value(),
             CreateOutcome::AlreadyThere);
    QCOMPARE(stored("a"), before);
    QCOMPARE(*m_live.call({"ZSCORE", "execution_report_sorted:s", "a"}).bulk(), QByteArray("1"));
    // Also one that the index lacks: nothing is changed.
    m_live.put("s", "orphan", "text");
    QCOMPARE(m_live.store().create(report(QStringLiteral("orphan"), 3)).value(), CreateOutcome::AlreadyThere);
    QCOMPARE(stored("orphan"), QByteArray("text"));
    QVERIFY(m_live.call({"ZSCORE", "execution_report_sorted:s", "orphan"}).isNil());
    // And an index entry without a report gets its report and the report's clock.
    m_live.call({"ZADD", "execution_report_sorted:s", "99", "ghost"});
    QCOMPARE(m_live.store().create(report(QStringLiteral("ghost"), 4)).value(), CreateOutcome::Stored);
    QCOMPARE(*m_live.call({"ZSCORE", "execution_report_sorted:s", "ghost"}).bulk(), QByteArray("4"));
}

void TestStoreCreate::refused_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("orderId");
    QTest::addColumn<double>("clock");
    QTest::addColumn<QString>("member");
    QTest::newRow("no server") << QString() << QStringLiteral("a") << 1.0 << QStringLiteral("server_name");
    QTest::newRow("no order id") << QStringLiteral("s") << QString() << 1.0 << QStringLiteral("order_id");
    QTest::newRow("NaN clock") << QStringLiteral("s") << QStringLiteral("a") << std::numeric_limits<double>::quiet_NaN()
                               << QStringLiteral("clock");
}

void TestStoreCreate::refused()
{
    QFETCH(QString, server);
    QFETCH(QString, orderId);
    QFETCH(double, clock);
    QFETCH(QString, member);
    const auto outcome = m_live.store().create(test::sampleReport(server, orderId, clock));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, RedisErrorCode::Usage);
    QVERIFY2(outcome.error().message().contains(member), qPrintable(outcome.error().message()));
    QCOMPARE(test::redisCli(m_live.url(), {"DBSIZE"}), QByteArray("0"));
}

void TestStoreCreate::manyWithRepeatedIds()
{
    QCOMPARE(m_live.store().create(report(QStringLiteral("b"), 1)).value(), CreateOutcome::Stored);
    const std::vector<Report> reports{
        report(QStringLiteral("a"), 1, QStringLiteral("first")), report(QStringLiteral("b"), 2),
        report(QStringLiteral("a"), 3, QStringLiteral("second")), report(QStringLiteral("c"), 4),
        report(QStringLiteral("a"), 5, QStringLiteral("third"))};
    const auto result = m_live.store().createMany(reports);
    QVERIFY2(result, test::why(result));
    QVERIFY(!result->error);
    using enum CreateOutcome;
    QCOMPARE(result->outcomes, (std::vector{Stored, AlreadyThere, AlreadyThere, Stored, AlreadyThere}));
    QCOMPARE(stored("a").toStdString(), writeReport(reports[0]));
    QCOMPARE(m_live.store().count("s").value(), 3);
}

void TestStoreCreate::manyOfSeveralServers()
{
    std::vector<Report> reports;
    reports.reserve(900);
    for (int i = 0; i < 900; ++i)
        reports.push_back(test::sampleReport(QStringLiteral("server %1").arg(i % 300), QString::number(i), i));
    const auto result = m_live.store().createMany(reports);
    QVERIFY2(result, test::why(result));
    QCOMPARE(std::ranges::count(result->outcomes, CreateOutcome::Stored), 900);
    QCOMPARE(m_live.store().count("server 17").value(), 3);
    QCOMPARE(test::redisCli(m_live.url(), {"DBSIZE"}), QByteArray("600"));
}

void TestStoreCreate::thousands()
{
    const std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 5000);
    m_live.create(reports);
    QCOMPARE(m_live.store().summary("s").value(),
             (ServerSummary{"s", 5000, 5000, reports.front().clock, reports.back().clock}));
    const auto again = m_live.store().createMany(reports);
    QVERIFY2(again, test::why(again));
    QCOMPARE(std::ranges::count(again->outcomes, CreateOutcome::AlreadyThere), 5000);
    QVERIFY(m_live.store().createMany(std::span<const Report>()).value().outcomes.empty());
}

void TestStoreCreate::oneRefusedStoresNone()
{
    std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 10);
    reports[7].orderId.clear();
    const auto result = m_live.store().createMany(reports);
    QVERIFY(!result);
    QCOMPARE(result.error().code, RedisErrorCode::Usage);
    QCOMPARE(m_live.store().count("s").value(), 0);
}

/// Two clients store the same ids with different texts: each id is stored by exactly one of them, and stays.
void TestStoreCreate::racingClients()
{
    constexpr int Count = 3000;
    std::array<std::vector<CreateOutcome>, 2> outcomes;
    std::array<std::vector<Report>, 2> reports;
    for (std::size_t client = 0; client < 2; ++client) {
        reports[client] = test::sampleReports(QStringLiteral("s"), Count);
        for (Report &one : reports[client])
            one.version = QStringLiteral("client %1").arg(client);
    }
    std::ranges::reverse(reports[1]);
    {
        std::vector<std::jthread> threads;
        threads.reserve(2);
        for (std::size_t client = 0; client < 2; ++client) {
            threads.emplace_back([&, client]() {
                ReportStore store(m_live.url(), test::writableOptions());
                outcomes[client] = store.createMany(reports[client]).value().outcomes;
            });
        }
    }
    std::ranges::reverse(reports[1]);
    std::ranges::reverse(outcomes[1]);
    for (std::size_t i = 0; i < Count; ++i) {
        const bool first = outcomes[0][i] == CreateOutcome::Stored;
        QCOMPARE(outcomes[first ? 1 : 0][i], CreateOutcome::AlreadyThere);
        QCOMPARE(outcomes[first ? 0 : 1][i], CreateOutcome::Stored);
    }
    const auto page = m_live.store().pageByRank("s", 0, -1, TradeOrder::OldestFirst);
    QVERIFY2(page, test::why(page));
    QCOMPARE(page->trades.size(), std::size_t(Count));
    for (std::size_t i = 0; i < Count; ++i)
        QCOMPARE(page->trades[i].raw.toStdString(),
                 writeReport(reports[outcomes[0][i] == CreateOutcome::Stored ? 0 : 1][i]));
}

void TestStoreCreate::racingManyAgainstSingles()
{
    const std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 2000);
    std::atomic<int> stored = 0;
    {
        const std::jthread singles([&]() {
            ReportStore store(m_live.url(), test::writableOptions());
            for (std::size_t i = 0; i < reports.size(); i += 5)
                stored += store.create(reports[i]).value() == CreateOutcome::Stored ? 1 : 0;
        });
        ReportStore store(m_live.url(), test::writableOptions());
        stored += int(std::ranges::count(store.createMany(reports).value().outcomes, CreateOutcome::Stored));
    }
    QCOMPARE(stored.load(), 2000);
    QCOMPARE(m_live.store().summary("s").value().reports, 2000);
    QCOMPARE(m_live.store().summary("s").value().indexed, 2000);
}

void TestStoreCreate::wrongTypeOfTheIndexStoresNothing()
{
    test::redisCli(m_live.url(), {"SET", "execution_report_sorted:s", "x"});
    const auto outcome = m_live.store().create(report(QStringLiteral("a"), 1));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, RedisErrorCode::WrongType);
    QCOMPARE(outcome.error().key, QByteArray("execution_report_sorted:s"));
    QVERIFY(stored("a").isEmpty());
    test::redisCli(m_live.url(), {"DEL", "execution_report_sorted:s"});
    QCOMPARE(m_live.store().create(report(QStringLiteral("a"), 1)).value(), CreateOutcome::Stored); // same connection
}

void TestStoreCreate::noPermissionStoresNothing()
{
    test::redisCli(m_live.url(), {"ACL", "SETUSER", "half", "on", ">pw", "~*", "+@all", "-zadd"});
    RedisUrl url = m_live.url();
    url.user = QStringLiteral("half");
    url.password = QStringLiteral("pw");
    ReportStore store(url, test::writableOptions());
    const auto outcome = store.create(report(QStringLiteral("a"), 1));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, RedisErrorCode::Permission);
    QCOMPARE(outcome.error().command.toUpper(), QByteArray("ZADD"));
    QVERIFY(stored("a").isEmpty());
}

void TestStoreCreate::fullStoreStoresNothing()
{
    test::redisCli(m_live.url(), {"CONFIG", "SET", "maxmemory", "1"});
    const auto outcome = m_live.store().create(report(QStringLiteral("a"), 1));
    test::redisCli(m_live.url(), {"CONFIG", "SET", "maxmemory", "0"});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, RedisErrorCode::OutOfMemory);
    QVERIFY(stored("a").isEmpty());
}

void TestStoreCreate::readOnlySessionStoresNothing()
{
    ReportStore store(m_live.url());
    const auto outcome = store.create(report(QStringLiteral("a"), 1));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, RedisErrorCode::ReadOnly);
    QVERIFY(stored("a").isEmpty());
    QCOMPARE(store.count("s").value(), 0); // the session goes on
}

void TestStoreCreate::idleConnectionThatEnded()
{
    QCOMPARE(m_live.store().create(report(QStringLiteral("a"), 1)).value(), CreateOutcome::Stored);
    test::redisCli(m_live.url(), {"CLIENT", "KILL", "TYPE", "normal"});
    const auto outcome = m_live.store().create(report(QStringLiteral("b"), 1));
    QVERIFY2(outcome, test::why(outcome));
    QCOMPARE(*outcome, CreateOutcome::Stored);
}

void TestStoreCreate::endBeforeTheAnswerIsUnsure()
{
    const test::FakeRedisServer server([](test::FakeClient &client) {
        for (auto command = client.nextCommand(); command; command = client.nextCommand()) {
            if (command->front() == "EXEC")
                return; // hangs up
            client.send(command->front() == "ZCARD" || command->front() == "HEXISTS" ? ":0\r\n" : "+QUEUED\r\n");
        }
    });
    ReportStore store(server.url(), test::writableOptions());
    QCOMPARE(store.create(report(QStringLiteral("a"), 1)).value(), CreateOutcome::Unsure);
    const auto many = store.createMany(test::sampleReports(QStringLiteral("s"), 1000));
    QVERIFY2(many, test::why(many));
    QVERIFY(many->error);
    QCOMPARE(many->error->code, RedisErrorCode::Closed);
    QCOMPARE(many->outcomes.front(), CreateOutcome::Unsure);
    QCOMPARE(many->outcomes.back(), CreateOutcome::NotStored); // never sent
    QCOMPARE(server.clients(), 2); // a write is not tried again
}

void TestStoreCreate::endBeforeTheTransactionIsNotStored()
{
    const test::FakeRedisServer server([](test::FakeClient &client) { client.nextCommand(); });
    ReportStore store(server.url(), test::writableOptions());
    const auto outcome = store.create(report(QStringLiteral("a"), 1));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, RedisErrorCode::Closed);
}

QTEST_GUILESS_MAIN(TestStoreCreate)
#include "tst_storecreate.moc"
