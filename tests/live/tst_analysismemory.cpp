// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/analysedserver.h"

#include "core/analysis/filterparser.h"
#include "tests/support/why.h"

#include <QTest>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// What the table does not hold is read anew, with the same answers.
class TestAnalysisMemory final : public QObject, private AnalysedServer
{
    Q_OBJECT
private slots:
    void init();
    void pastItsMemory_data();
    void pastItsMemory();
    void pastItsMemoryInLongSlices();
    void sortsPastItsMemory();
    void newSinksPastItsMemory();

private:
    void readAll(ServerAnalysis &analysis) { QVERIFY(lastReading(analysis) != ServerAnalysis::Reading::More); }
};

void TestAnalysisMemory::init()
{
    m_live->clear();
}

void TestAnalysisMemory::pastItsMemory_data()
{
    QTest::addColumn<qulonglong>("memory");
    QTest::addColumn<QString>("filter");
    for (const auto &[name, filter] :
         {std::pair{"all", u""_s}, std::pair{"few", u"failed"_s}, std::pair{"many", u"not succeeded or net > -5"_s},
          std::pair{"raw answers", u"order_2_data contains \"insufficient\""_s}}) {
        for (const qulonglong memory : {1ULL, 700'000ULL})
            QTest::addRow("%s, %llu bytes", name, memory) << memory << filter;
    }
}

/// The same answers as with all in memory, and the same again when trades came, one of them late.
void TestAnalysisMemory::pastItsMemory()
{
    QFETCH(qulonglong, memory);
    QFETCH(QString, filter);
    const FilterPart part = filter.isEmpty() ? FilterPart() : *parseFilter(filter, QTimeZone::utc());
    put(0, 3000);
    ServerAnalysis ample("ams1", Plenty);
    ServerAnalysis scarce("ams1", memory);
    const auto expected = std::make_shared<StatisticsSink>();
    const auto sink = std::make_shared<StatisticsSink>();
    ample.setSinks({expected});
    scarce.setSinks({sink});
    ample.choose(part, {});
    scarce.choose(part, {});
    const auto compare = [&] {
        readAll(ample);
        readAll(scarce);
        QVERIFY(ample.update());
        QVERIFY(scarce.update());
        QCOMPARE(ids(scarce), ids(ample));
        QVERIFY(!ids(scarce).isEmpty());
        QVERIFY(ample.feed(1h));
        QVERIFY(scarce.feed(1h));
        QCOMPARE(sink->text(), expected->text());
        QCOMPARE(scarce.total(), ample.total());
        QCOMPARE(scarce.read(), ample.read());
    };
    compare();
    QVERIFY(scarce.table().rows() < 3000 || filter.isEmpty() || memory == 1);
    put(3000, 3300);
    m_live->put("ams1", "late", QByteArray::fromStdString(m_texts.front()), 10.5);
    compare();
    ample.choose({}, {});
    scarce.choose({}, {});
    compare();
}

/// Whatever a slice takes: memory ends in the middle of it, with pages under way.
void TestAnalysisMemory::pastItsMemoryInLongSlices()
{
    put(0, 3000);
    auto session = RedisSession::open(m_live->url(), {});
    ServerAnalysis analysis("ams1", 700'000);
    const auto sink = std::make_shared<StatisticsSink>();
    analysis.setSinks({sink});
    Result<ServerAnalysis::Reading> reading = ServerAnalysis::Reading::More;
    int slices = 0;
    for (; *reading == ServerAnalysis::Reading::More; ++slices) {
        if (!session->isOpen())
            session = RedisSession::open(m_live->url(), {});
        QVERIFY2(session, test::why(session));
        reading = analysis.readOn(*session, 1h);
        QVERIFY2(reading, test::why(reading));
    }
    QCOMPARE(slices, 2);
    QVERIFY(analysis.update());
    QVERIFY(analysis.feed(1h));
    QCOMPARE(ids(analysis), idsFrom(0, 3000));
    QVERIFY(sink->text().contains(u"trades"));
}

void TestAnalysisMemory::sortsPastItsMemory()
{
    put(0, 3000);
    const std::vector<SortKey> keys{{.field = fieldId("net"), .descending = true}};
    ServerAnalysis ample("ams1", Plenty);
    ServerAnalysis scarce("ams1", 700'000);
    const auto few = parseFilter(u"failed"_s, QTimeZone::utc());
    ample.choose(*few, keys);
    scarce.choose(*few, keys);
    readAll(ample);
    QCOMPARE(lastReading(scarce), ServerAnalysis::Reading::UpToDate);
    QVERIFY(ample.update());
    QVERIFY(scarce.update());
    QCOMPARE(ids(scarce), ids(ample));
    scarce.choose({}, keys); // all of them: only their order ids are kept
    QCOMPARE(lastReading(scarce), ServerAnalysis::Reading::Full);
    QVERIFY(scarce.update());
    QCOMPARE(ids(scarce), idsFrom(0, 3000));
}

void TestAnalysisMemory::newSinksPastItsMemory()
{
    put(0, 1500);
    ServerAnalysis analysis("ams1", 1);
    readAll(analysis);
    const auto first = std::make_shared<StatisticsSink>();
    const auto second = std::make_shared<StatisticsSink>();
    for (const auto &sinks : {std::vector<std::shared_ptr<TradeSink>>{first}, {first, second}, {second}}) {
        analysis.setSinks(sinks);
        readAll(analysis);
        QVERIFY(analysis.update());
        QVERIFY(analysis.feed(1h));
    }
    QVERIFY(first->text().contains(u"trades"));
    QCOMPARE(first->text(), second->text());
    QCOMPARE(ids(analysis), idsFrom(0, 1500));
}

QTEST_GUILESS_MAIN(TestAnalysisMemory)
#include "tst_analysismemory.moc"
