// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QTest>

#include <csignal>
#include <limits>

using namespace arbscope;

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

QByteArrayList idRange(int from, int to)
{
    QByteArrayList ids;
    for (int i = from; from <= to ? i <= to : i >= to; i += from <= to ? 1 : -1)
        ids.push_back("id-" + QByteArray::number(i).rightJustified(6, '0'));
    return ids;
}

} // namespace

class TestStorePages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void byRank_data();
    void byRank();
    void byClock_data();
    void byClock();
    void countByClock();
    void ranks();
    void firstAndLast();
    void emptyServer();
    void tiesByOrderId();
    void oneReport();
    void missingBodyIsARow();
    void unreadableBodyIsARow();
    void largeReport();
    void wrongTypesAreNamed_data();
    void wrongTypesAreNamed();
    void readsAreRetriedOnANewConnection();
    void frozenStoreTimesOut();
    void storeThatIsNotThere();

private:
    test::LiveStore m_live;
};

void TestStorePages::initTestCase()
{
    m_live.create(test::sampleReports(QStringLiteral("hundred"), 100));
}

void TestStorePages::cleanup()
{
    test::redisCli(m_live.url(), {"ZREM", "execution_report_sorted:hundred", "ghost"});
}

void TestStorePages::byRank_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<TradeOrder>("order");
    QTest::addColumn<QByteArrayList>("ids");
    QTest::addColumn<qint64>("firstRank");
    const auto oldest = TradeOrder::OldestFirst;
    const auto newest = TradeOrder::NewestFirst;
    QTest::newRow("first ten") << 0LL << 9LL << oldest << idRange(0, 9) << 0LL;
    QTest::newRow("newest ten") << 0LL << 9LL << newest << idRange(99, 90) << 0LL;
    QTest::newRow("middle") << 50LL << 52LL << oldest << idRange(50, 52) << 50LL;
    QTest::newRow("middle, newest first") << 50LL << 52LL << newest << idRange(49, 47) << 50LL;
    QTest::newRow("last three by negative ranks") << -3LL << -1LL << oldest << idRange(97, 99) << 97LL;
    QTest::newRow("oldest three, newest first") << -3LL << -1LL << newest << idRange(2, 0) << 97LL;
    QTest::newRow("all") << 0LL << -1LL << oldest << idRange(0, 99) << 0LL;
    QTest::newRow("past the end") << 98LL << 1000LL << oldest << idRange(98, 99) << 98LL;
    QTest::newRow("before the start") << -1000LL << -100LL << oldest << idRange(0, 0) << 0LL;
    QTest::newRow("one") << 7LL << 7LL << oldest << idRange(7, 7) << 7LL;
    QTest::newRow("nothing") << 9LL << 3LL << oldest << QByteArrayList() << 9LL;
    QTest::newRow("after the end") << 100LL << 110LL << newest << QByteArrayList() << 100LL;
}

void TestStorePages::byRank()
{
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(TradeOrder, order);
    QFETCH(QByteArrayList, ids);
    QFETCH(qint64, firstRank);
    const auto page = m_live.store().pageByRank("hundred", from, to, order);
    QVERIFY2(page, test::why(page));
    QCOMPARE(test::orderIds(*page), ids);
    QCOMPARE(page->firstRank, firstRank);
    QCOMPARE(page->total, 100);
    for (const StoredTrade &trade : page->trades) {
        QVERIFY(trade.present);
        QCOMPARE(trade.read.verdict, Verdict::Valid);
        QCOMPARE(trade.report()->orderId.toUtf8(), trade.orderId);
    }
}

void TestStorePages::byClock_data()
{
    QTest::addColumn<double>("since");
    QTest::addColumn<double>("until");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<TradeOrder>("order");
    QTest::addColumn<QByteArrayList>("ids");
    QTest::addColumn<qint64>("total");
    const double start = 1'600'000'000;
    const auto oldest = TradeOrder::OldestFirst;
    const auto newest = TradeOrder::NewestFirst;
    QTest::newRow("inclusive") << start + 10 << start + 12 << 0LL << 50LL << oldest << idRange(10, 12) << 3LL;
    QTest::newRow("newest first") << start + 10 << start + 12 << 0LL << 50LL << newest << idRange(12, 10) << 3LL;
    QTest::newRow("between two") << start + 10.5 << start + 10.75 << 0LL << 50LL << oldest << QByteArrayList() << 0LL;
    QTest::newRow("offset and limit") << start + 10 << start + 30 << 5LL << 3LL << oldest << idRange(15, 17) << 21LL;
    QTest::newRow("offset from the newest")
        << start + 10 << start + 30 << 5LL << 3LL << newest << idRange(25, 23) << 21LL;
    QTest::newRow("everything") << -Infinity << Infinity << 0LL << 200LL << oldest << idRange(0, 99) << 100LL;
    QTest::newRow("no limit left") << -Infinity << Infinity << 0LL << 0LL << oldest << QByteArrayList() << 100LL;
    QTest::newRow("turned around") << start + 12 << start + 10 << 0LL << 50LL << oldest << QByteArrayList() << 0LL;
}

void TestStorePages::byClock()
{
    QFETCH(double, since);
    QFETCH(double, until);
    QFETCH(qint64, offset);
    QFETCH(qint64, limit);
    QFETCH(TradeOrder, order);
    QFETCH(QByteArrayList, ids);
    QFETCH(qint64, total);
    const auto page = m_live.store().pageByClock("hundred", since, until, offset, limit, order);
    QVERIFY2(page, test::why(page));
    QCOMPARE(test::orderIds(*page), ids);
    QCOMPARE(page->firstRank, offset);
    QCOMPARE(page->total, total);
}

void TestStorePages::countByClock()
{
    QCOMPARE(m_live.store().countByClock("hundred", 1'600'000'010, 1'600'000'019.5).value(), 10);
    QCOMPARE(m_live.store().countByClock("hundred", -Infinity, Infinity).value(), 100);
    QCOMPARE(m_live.store().countByClock("nobody", -Infinity, Infinity).value(), 0);
    QCOMPARE(m_live.store().count("hundred").value(), 100);
}

void TestStorePages::ranks()
{
    using Rank = std::optional<qint64>;
    QCOMPARE(m_live.store().rank("hundred", "id-000007", TradeOrder::OldestFirst).value(), Rank(7));
    QCOMPARE(m_live.store().rank("hundred", "id-000007", TradeOrder::NewestFirst).value(), Rank(92));
    QCOMPARE(m_live.store().rank("hundred", "nothing", TradeOrder::OldestFirst).value(), Rank());
    QCOMPARE(m_live.store().rank("nobody", "id-000007", TradeOrder::NewestFirst).value(), Rank());
}

void TestStorePages::firstAndLast()
{
    QCOMPARE(m_live.store().first("hundred").value()->orderId, QByteArray("id-000000"));
    QCOMPARE(m_live.store().last("hundred").value()->orderId, QByteArray("id-000099"));
    QCOMPARE(m_live.store().last("hundred").value()->report()->clock, 1'600'000'099.0);
}

void TestStorePages::emptyServer()
{
    QVERIFY(!m_live.store().first("nobody").value());
    QVERIFY(!m_live.store().last("nobody").value());
    QVERIFY(!m_live.store().trade("nobody", "id-000000").value());
    QCOMPARE(m_live.store().count("nobody").value(), 0);
    const auto page = m_live.store().pageByRank("nobody", 0, 199, TradeOrder::NewestFirst);
    QVERIFY2(page, test::why(page));
    QVERIFY(page->trades.empty());
    QCOMPARE(page->total, 0);
}

void TestStorePages::tiesByOrderId()
{
    for (const char *id : {"b", "a\xff", "a", "c"})
        m_live.put("ties", id, "{}", 5);
    const auto up = m_live.store().pageByRank("ties", 0, -1, TradeOrder::OldestFirst);
    const auto down = m_live.store().pageByRank("ties", 0, -1, TradeOrder::NewestFirst);
    QVERIFY(up && down);
    QCOMPARE(test::orderIds(*up), QByteArrayList({"a", "a\xff", "b", "c"}));
    QCOMPARE(test::orderIds(*down), QByteArrayList({"c", "b", "a\xff", "a"}));
}

void TestStorePages::oneReport()
{
    const auto trade = m_live.store().trade("hundred", "id-000042");
    QVERIFY2(trade, test::why(trade));
    QVERIFY(*trade);
    QVERIFY((*trade)->present);
    QCOMPARE((*trade)->raw.toStdString(),
             writeReport(test::sampleReport(QStringLiteral("hundred"), QStringLiteral("id-000042"), 1'600'000'042)));
    QVERIFY(!m_live.store().trade("hundred", "id-000100").value());
}

void TestStorePages::missingBodyIsARow()
{
    m_live.call({"ZADD", "execution_report_sorted:hundred", "1700000000", "ghost"});
    const auto page = m_live.store().pageByRank("hundred", -2, -1, TradeOrder::OldestFirst);
    QVERIFY2(page, test::why(page));
    QCOMPARE(test::orderIds(*page), QByteArrayList({"id-000099", "ghost"}));
    QVERIFY(page->trades.front().present);
    QVERIFY(!page->trades.back().present);
    QVERIFY(!page->trades.back().report());
    QVERIFY(!m_live.store().last("hundred").value()->present);
}

void TestStorePages::unreadableBodyIsARow()
{
    m_live.put("odd", "good", test::textOf(test::sampleReport(QStringLiteral("odd"), QStringLiteral("good"), 1)), 1);
    m_live.put("odd", "text", "this is no JSON", 2);
    m_live.put("odd", "bytes", QByteArray("\xff\xfe\0<b>", 6), 3);
    m_live.put("odd", "empty", "", 4);
    const auto page = m_live.store().pageByRank("odd", 0, -1, TradeOrder::OldestFirst);
    QVERIFY2(page, test::why(page));
    QCOMPARE(test::orderIds(*page), QByteArrayList({"good", "text", "bytes", "empty"}));
    QCOMPARE(page->trades[0].read.verdict, Verdict::Valid);
    for (std::size_t i = 1; i < 4; ++i) {
        QVERIFY(page->trades[i].present);
        QCOMPARE(page->trades[i].read.verdict, Verdict::Invalid);
        QVERIFY(!page->trades[i].read.issues.empty());
    }
    QCOMPARE(page->trades[2].raw, QByteArray("\xff\xfe\0<b>", 6));
}

void TestStorePages::largeReport()
{
    Report report = test::sampleReport(QStringLiteral("large"), QStringLiteral("big"), 7);
    report.order1Data = QString(20'000'000, QLatin1Char('x'));
    QCOMPARE(m_live.store().create(report).value(), CreateOutcome::Stored);
    const auto page = m_live.store().pageByRank("large", 0, 0, TradeOrder::OldestFirst);
    QVERIFY2(page, test::why(page));
    QVERIFY(page->trades.front().raw.size() > 20'000'000);
    QVERIFY(page->trades.front().report()->order1Data == report.order1Data);
}

void TestStorePages::wrongTypesAreNamed_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("hash") << QByteArray("execution_report:twisted");
    QTest::newRow("index") << QByteArray("execution_report_sorted:twisted");
}

void TestStorePages::wrongTypesAreNamed()
{
    QFETCH(QByteArray, key);
    const bool hash = key == "execution_report:twisted";
    if (hash) {
        m_live.call({"ZADD", key, "1", "a"});
        m_live.call({"ZADD", "execution_report_sorted:twisted", "1", "a"});
    } else {
        m_live.call({"HSET", key, "a", "{}"});
    }
    const auto page = m_live.store().pageByRank("twisted", 0, -1, TradeOrder::OldestFirst);
    QVERIFY(!page);
    QCOMPARE(page.error().code, RedisErrorCode::WrongType);
    QCOMPARE(page.error().key, key);
    QVERIFY(page.error().message().contains(QString::fromUtf8(key)));
    test::redisCli(m_live.url(), {"DEL", "execution_report:twisted", "execution_report_sorted:twisted"});
}

void TestStorePages::readsAreRetriedOnANewConnection()
{
    ReportStore store(m_live.url());
    QVERIFY(store.open());
    test::redisCli(m_live.url(), {"CLIENT", "KILL", "TYPE", "normal"});
    const auto page = store.pageByRank("hundred", 0, 0, TradeOrder::OldestFirst);
    QVERIFY2(page, test::why(page));
    QCOMPARE(page->trades.size(), std::size_t(1));
}

void TestStorePages::frozenStoreTimesOut()
{
    ConnectionOptions options;
    options.replyTimeout = std::chrono::milliseconds(200);
    ReportStore store(m_live.url(), options);
    QVERIFY(store.open());
    QCOMPARE(::kill(pid_t(m_live.processId()), SIGSTOP), 0);
    const auto count = store.count("hundred");
    ::kill(pid_t(m_live.processId()), SIGCONT);
    QVERIFY(!count);
    QCOMPARE(count.error().code, RedisErrorCode::TimedOut);
    QCOMPARE(store.count("hundred").value(), 100); // and not the answer that came too late
}

void TestStorePages::storeThatIsNotThere()
{
    RedisUrl url = m_live.url();
    url.socketPath += QStringLiteral(".not");
    ReportStore store(url);
    const auto count = store.count("hundred");
    QVERIFY(!count);
    QCOMPARE(count.error().code, RedisErrorCode::Unreachable);
}

QTEST_GUILESS_MAIN(TestStorePages)
#include "tst_storepages.moc"
