// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an analyst tells the panels that attach a sink: always exactly the trades chosen.
#include "ui/analysis/tradeanalyst.h"

#include "core/analysis/filterparser.h"
#include "tests/support/faultproxy.h"
#include "tests/support/livestore.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"
#include "tests/support/statisticstext.h"
#include "ui/figures/netsink.h"
#include "ui/figures/statisticsfeed.h"
#include "ui/store/storesession.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <numeric>
#include <semaphore>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Delivers the order ids that it was told of, sorted.
class IdSink final : public AnalystSink
{
public:
    explicit IdSink(bool isWorthReading = true)
        : m_isWorthReading(isWorthReading)
    { }
    void clear() override { m_ids.clear(); }
    bool add(TradeTable &table, std::span<const Row> rows, const std::stop_token &) override
    {
        for (const Row row : rows)
            m_ids.emplace_back(table.orderId(row));
        return true;
    }
    std::function<void()> deliver() override
    {
        if (beforeDelivery)
            beforeDelivery();
        return [shown = shown, ids = m_ids]() mutable {
            std::ranges::sort(ids);
            *shown = std::move(ids);
        };
    }
    bool isWorthReading() const override { return m_isWorthReading; }

    const std::shared_ptr<std::vector<std::string>> shown = std::make_shared<std::vector<std::string>>();
    std::function<void()> beforeDelivery; ///< on the analyst's thread

private:
    const bool m_isWorthReading;
    std::vector<std::string> m_ids;
};

} // namespace

class TestTradeAnalyst final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void tellsOfAll();
    void tellsOfTheChosen();
    void choiceChanges();
    void serverChanges();
    void growsLive();
    void detachedHearsNoMore();
    void lateSinkHearsOfAll();
    void idleSinkReadsNothing();
    void tellsAgainWhatAFaultCutOff_data();
    void tellsAgainWhatAFaultCutOff();
    void choiceOutlivesALostStore();
    void statisticsAreThoseOfAll_data();
    void statisticsAreThoseOfAll();
    void netIsExact();

private:
    struct Bench ///< an analyst of the store
    {
        explicit Bench(const LiveStore &store)
            : Bench(store.url())
        { }
        explicit Bench(const RedisUrl &url)
            : session(nullptr, 10ms) // a lost store is noticed at once
            , analyst(session)
        {
            session.open({url, {}});
        }
        StoreSession session;
        TradeAnalyst analyst;
    };
    static std::string idOf(std::size_t i) { return "id-" + std::to_string(100'000 + i); }
    void put(const QByteArray &server, std::size_t from, std::size_t to)
    {
        for (std::size_t i = from; i < to; ++i)
            m_store->put(server, QByteArray::fromStdString(idOf(i)),
                         QByteArray::fromStdString(m_texts[i % m_texts.size()]), 1'600'000'000 + double(i));
    }
    [[nodiscard]] std::vector<std::string> matching(const QString &text, std::size_t count) const
    {
        const FilterPart filter = filterOf(text);
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < count; ++i) {
            if (!filter || isTrueOf(*filter, readReport(m_texts[i % m_texts.size()])))
                ids.push_back(idOf(i));
        }
        return ids;
    }
    static FilterPart filterOf(const QString &text)
    {
        return text.isEmpty() ? FilterPart() : *parseFilter(text, QTimeZone::utc());
    }
    static TradeChoice choiceOf(const QString &text) { return {.filter = filterOf(text), .keys = {}}; }

    std::unique_ptr<LiveStore> m_store;
    std::vector<std::string> m_texts = oddTexts(500, 43);
};

void TestTradeAnalyst::init()
{
    m_store->clear();
    put("s", 0, 1200);
}

void TestTradeAnalyst::tellsOfAll()
{
    Bench bench(*m_store);
    const auto sink = std::make_shared<IdSink>();
    bench.analyst.show(QByteArray("s"));
    bench.analyst.attach(sink);
    QTRY_COMPARE(*sink->shown, matching({}, 1200));
    QTRY_VERIFY(bench.analyst.isSettled());
}

void TestTradeAnalyst::tellsOfTheChosen()
{
    Bench bench(*m_store);
    const auto sink = std::make_shared<IdSink>();
    bench.analyst.choose({.filter = filterOf(u"failed"_s), .keys = {{.field = fieldId("net"), .descending = true}}});
    bench.analyst.attach(sink);
    bench.analyst.show(QByteArray("s"));
    QTRY_COMPARE(*sink->shown, matching(u"failed"_s, 1200));
}

void TestTradeAnalyst::choiceChanges()
{
    Bench bench(*m_store);
    const auto sink = std::make_shared<IdSink>();
    bench.analyst.show(QByteArray("s"));
    bench.analyst.attach(sink);
    for (const QString &filter :
         {u"failed"_s, u"net < 0"_s, u"order_2_data contains \"nsufficient\""_s, u"clock < 0"_s, QString()}) {
        bench.analyst.choose(choiceOf(u"succeeded"_s)); // overtaken at once
        bench.analyst.choose(choiceOf(filter));
        QTRY_COMPARE(*sink->shown, matching(filter, 1200));
    }
}

void TestTradeAnalyst::serverChanges()
{
    put("t", 0, 300);
    Bench bench(*m_store);
    const auto sink = std::make_shared<IdSink>();
    bench.analyst.choose(choiceOf(u"failed"_s));
    bench.analyst.show(QByteArray("s"));
    bench.analyst.attach(sink);
    bench.analyst.show(QByteArray("t")); // while it reads the other one
    QTRY_COMPARE(*sink->shown, matching(u"failed"_s, 300));
    bench.analyst.show(QByteArray("s"));
    QTRY_COMPARE(*sink->shown, matching(u"failed"_s, 1200));
}

void TestTradeAnalyst::growsLive()
{
    Bench bench(*m_store);
    const auto sink = std::make_shared<IdSink>();
    bench.analyst.choose(choiceOf(u"failed"_s));
    bench.analyst.show(QByteArray("s"));
    bench.analyst.attach(sink);
    QTRY_COMPARE(*sink->shown, matching(u"failed"_s, 1200));
    put("s", 1200, 1300);
    QTRY_COMPARE(*sink->shown, matching(u"failed"_s, 1300));
}

void TestTradeAnalyst::detachedHearsNoMore()
{
    Bench bench(*m_store);
    const auto gone = std::make_shared<IdSink>();
    const auto stays = std::make_shared<IdSink>();
    bench.analyst.show(QByteArray("s"));
    bench.analyst.attach(gone);
    bench.analyst.attach(stays);
    QTRY_COMPARE(*gone->shown, matching({}, 1200));
    bench.analyst.detach(gone);
    put("s", 1200, 1250);
    QTRY_COMPARE(*stays->shown, matching({}, 1250));
    QCOMPARE(*gone->shown, matching({}, 1200));
    bench.analyst.detach(stays);
    QVERIFY(bench.analyst.isIdle());
    QVERIFY(!bench.analyst.isSettled());
}

void TestTradeAnalyst::lateSinkHearsOfAll()
{
    Bench bench(*m_store);
    const auto first = std::make_shared<IdSink>();
    bench.analyst.show(QByteArray("s"));
    bench.analyst.choose(choiceOf(u"succeeded"_s));
    bench.analyst.attach(first);
    QTRY_COMPARE(*first->shown, matching(u"succeeded"_s, 1200));
    const auto late = std::make_shared<IdSink>();
    bench.analyst.attach(late);
    QTRY_COMPARE(*late->shown, matching(u"succeeded"_s, 1200));
    bench.analyst.detach(first); // and again after a rest
    bench.analyst.attach(first);
    QTRY_COMPARE(*first->shown, matching(u"succeeded"_s, 1200));
}

void TestTradeAnalyst::idleSinkReadsNothing()
{
    Bench bench(*m_store);
    const auto idle = std::make_shared<IdSink>(false);
    bench.analyst.attach(idle);
    bench.analyst.show(QByteArray("s"));
    QTRY_COMPARE(bench.session.state(), StoreSession::State::Connected);
    QVERIFY(bench.analyst.isIdle());
    QCOMPARE(bench.analyst.read(), 0);
    bench.analyst.choose(choiceOf(u"failed"_s));
    QTRY_COMPARE(*idle->shown, matching(u"failed"_s, 1200));
    bench.analyst.choose({});
    QVERIFY(bench.analyst.isIdle());
    const auto other = std::make_shared<IdSink>();
    bench.analyst.attach(other);
    QTRY_COMPARE(*idle->shown, matching({}, 1200));
}

void TestTradeAnalyst::tellsAgainWhatAFaultCutOff_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("all") << QString();
    QTest::newRow("failed") << u"failed"_s;
}

/// The store is lost while the thread hands over the last that there is to tell: nothing new comes after it.
void TestTradeAnalyst::tellsAgainWhatAFaultCutOff()
{
    QFETCH(QString, filter);
    FaultProxy proxy(m_store->url());
    Bench bench(proxy.url());
    const auto sink = std::make_shared<IdSink>();
    std::shared_ptr<const OrderIdList> list;
    connect(&bench.analyst, &TradeAnalyst::chosen, this, [&list](const auto &trades) { list = trades; });
    bench.analyst.choose(choiceOf(filter));
    bench.analyst.show(QByteArray("s"));
    bench.analyst.attach(sink);
    QTRY_VERIFY(bench.analyst.isSettled());
    QCOMPARE(*sink->shown, matching(filter, 1200));

    std::binary_semaphore isLost(0);
    std::atomic<bool> isOnce = false;
    sink->beforeDelivery = [&] {
        if (isOnce.exchange(true))
            return;
        proxy.setFault({.kind = ProxyFault::Kind::Reset});
        proxy.resetAll();
        (void)isLost.try_acquire_for(20s);
    };
    put("s", 1200, 1300);
    QTRY_COMPARE(bench.session.state(), StoreSession::State::Lost);
    proxy.setFault({});
    isLost.release();
    bench.session.retry();
    const std::vector<std::string> expected = matching(filter, 1300);
    QTRY_COMPARE(*sink->shown, expected);
    QTRY_VERIFY(bench.analyst.isSettled());
    QCOMPARE(bool(list), !filter.isEmpty());
    QVERIFY(!list || list->size() == qint64(sink->shown->size()));
}

void TestTradeAnalyst::choiceOutlivesALostStore()
{
    Bench bench(*m_store);
    const auto sink = std::make_shared<IdSink>();
    bench.analyst.show(QByteArray("s"));
    bench.analyst.attach(sink);
    for (const QString &filter : {u"failed"_s, u"succeeded"_s, QString()}) {
        QTRY_VERIFY(bench.analyst.isSettled());
        bench.analyst.choose(choiceOf(filter));
        bench.session.giveUp(); // the thread has hardly heard of it
        bench.session.retry();
        const std::vector<std::string> expected = matching(filter, 1200);
        QTRY_COMPARE(*sink->shown, expected);
    }
}

void TestTradeAnalyst::statisticsAreThoseOfAll_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<GroupBy>("by");
    QTest::newRow("all") << QString() << GroupBy::Nothing;
    QTest::newRow("failed by day") << u"failed"_s << GroupBy::Day;
    QTest::newRow("by server") << QString() << GroupBy::Server;
    QTest::newRow("none by pair") << u"clock < 0"_s << GroupBy::Pair;
}

void TestTradeAnalyst::statisticsAreThoseOfAll()
{
    QFETCH(QString, filter);
    QFETCH(GroupBy, by);
    const StatisticsOptions options{.groupBy = by, .unitTests = false, .zone = QTimeZone::utc()};
    TradeTable table;
    std::vector<Row> rows;
    for (const std::string &id : matching(filter, 1200)) {
        const std::size_t i = std::stoul(id.substr(3)) - 100'000;
        rows.push_back(table.rows());
        table.append(id, 1'600'000'000 + double(i), m_texts[i % m_texts.size()]);
    }
    StatisticsRun run(options);
    QVERIFY(run.add(table, "s", rows));

    Bench bench(*m_store);
    StatisticsFeed feed(bench.analyst);
    bench.analyst.choose(choiceOf(filter));
    bench.analyst.show(QByteArray("s"));
    feed.setServer(QByteArray("s"));
    feed.setOptions(options);
    QVERIFY(!feed.groups());
    feed.setWanted(true);
    QTRY_VERIFY(bench.analyst.isSettled() && feed.groups());
    FigureGroups expected = run.result();
    if (expected.empty() && by == GroupBy::Nothing)
        expected.try_emplace({});
    QTRY_COMPARE(statisticsText(*feed.groups()), statisticsText(expected));
    feed.setWanted(false);
    QCOMPARE(bench.analyst.isIdle(), filter.isEmpty());
    QVERIFY(feed.groups()); // they stay
    feed.setServer(QByteArray("t"));
    QVERIFY(!feed.groups());
}

void TestTradeAnalyst::netIsExact()
{
    Bench bench(*m_store);
    std::optional<Nets> shown;
    bench.analyst.choose(choiceOf(u"succeeded"_s));
    bench.analyst.show(QByteArray("s"));
    bench.analyst.attach(std::make_shared<NetSink>(false, [&shown](const Nets &nets) { shown = nets; }));
    StatisticsFeed feed(bench.analyst);
    feed.setServer(QByteArray("s"));
    feed.setOptions({});
    feed.setWanted(true);
    QTRY_VERIFY(bench.analyst.isSettled() && feed.groups() && shown);
    const Statistics &figures = feed.groups()->begin()->second;
    QCOMPARE(shown->unitTests, figures.unitTests);
    std::size_t known = 0;
    for (const auto &[quote, totals] : figures.quotes) {
        if (totals.net.n == 0)
            continue;
        ++known;
        const auto found = shown->byQuote.find(quote);
        QVERIFY(found != shown->byQuote.end());
        QCOMPARE(found->second.n, totals.net.n);
        QCOMPARE(found->second.sum.text(), totals.net.sum.text());
    }
    QVERIFY(known > 0);
    QCOMPARE(shown->byQuote.size(), known);
}

QTEST_MAIN(TestTradeAnalyst)
#include "tst_tradeanalyst.moc"
