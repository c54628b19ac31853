// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/analysedserver.h"

#include "core/analysis/filterparser.h"
#include "tests/support/naivefilter.h"
#include "tests/support/why.h"

#include <QTest>

#include <algorithm>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestServerAnalysis final : public QObject, private AnalysedServer
{
    Q_OBJECT
private slots:
    void init();
    void readsAll();
    void filtersAndSorts();
    void filtersWhileReading();
    void searchesRawAnswers();
    void searchesWhileTradesCome();
    void tellsOfHitsAsTheyAreFound();
    void findsWhatIsNew();
    void findsWhatCameLate();
    void orphans();
    void goesOnAfterALostConnection();
    void emptyServer();

private:
    void readAll(ServerAnalysis &analysis) { QVERIFY(lastReading(analysis) != ServerAnalysis::Reading::More); }
};

void TestServerAnalysis::init()
{
    m_live->clear();
}

void TestServerAnalysis::readsAll()
{
    put(0, 1500);
    ServerAnalysis analysis("ams1", Plenty);
    readAll(analysis);
    QVERIFY(analysis.update());
    QCOMPARE(ids(analysis), idsFrom(0, 1500));
    QCOMPARE(analysis.total(), 1500);
}

void TestServerAnalysis::filtersAndSorts()
{
    put(0, 1400);
    ServerAnalysis analysis("ams1", Plenty);
    readAll(analysis);
    const auto filter = parseFilter(u"net > 0 or verdict == \"invalid\""_s, QTimeZone::utc());
    analysis.choose(*filter, {{.field = fieldId("net"), .descending = true}});
    QVERIFY(analysis.update());
    QByteArrayList expected;
    for (std::size_t i = 0; i < 1400; ++i) {
        if (isTrueOf(**filter, readReport(m_texts[i % m_texts.size()])))
            expected.push_back(idOf(i));
    }
    QByteArrayList got = ids(analysis);
    QVERIFY(got != expected);
    std::ranges::sort(got);
    QCOMPARE(got, expected);
    for (std::size_t i = 1; i < analysis.rows().size(); ++i) {
        const MemberValue before = analysis.table().value(fieldId("net"), analysis.rows()[i - 1]);
        const MemberValue after = analysis.table().value(fieldId("net"), analysis.rows()[i]);
        if (std::holds_alternative<Decimal>(after))
            QVERIFY(std::get<Decimal>(before) >= std::get<Decimal>(after));
    }
    analysis.choose({}, {});
    QVERIFY(analysis.update());
    QCOMPARE(ids(analysis), idsFrom(0, 1400));
}

void TestServerAnalysis::filtersWhileReading()
{
    put(0, 1400);
    ServerAnalysis analysis("ams1", Plenty);
    const auto filter = parseFilter(u"succeeded"_s, QTimeZone::utc());
    analysis.choose(*filter, {});
    std::size_t last = 0;
    int grew = 0;
    for (auto reading = analysis.readOn(m_live->connection(), 0ms); *reading == ServerAnalysis::Reading::More;
         reading = analysis.readOn(m_live->connection(), 0ms)) {
        QVERIFY(analysis.update());
        grew += analysis.rows().size() > last ? 1 : 0;
        last = analysis.rows().size();
    }
    QVERIFY(grew > 2);
    ServerAnalysis after("ams1", Plenty);
    readAll(after);
    after.choose(*filter, {});
    QVERIFY(after.update());
    QVERIFY(analysis.update());
    QCOMPARE(ids(analysis), ids(after));
}

void TestServerAnalysis::searchesRawAnswers()
{
    put(0, 1400);
    ServerAnalysis analysis("ams1", Plenty);
    for (int pages = 0; pages < 3; ++pages) // asked for in the middle of reading
        QVERIFY(analysis.readOn(m_live->connection(), 0ms));
    const auto filter
        = parseFilter(u"order_2_data contains \"nsufficient\" or order_1_data is null"_s, QTimeZone::utc());
    analysis.choose(*filter, {});
    const auto expected = [&](std::size_t size) {
        QByteArrayList ids;
        for (std::size_t i = 0; i < size; ++i) {
            if (isTrueOf(**filter, readReport(m_texts[i % m_texts.size()])))
                ids.push_back(idOf(i));
        }
        return ids;
    };
    std::size_t last = 0;
    int grew = 0;
    for (Result<ServerAnalysis::Reading> reading = ServerAnalysis::Reading::More;
         *reading == ServerAnalysis::Reading::More;) {
        reading = analysis.readOn(m_live->connection(), 0ms);
        QVERIFY2(reading, test::why(reading));
        QVERIFY(analysis.update());
        grew += analysis.rows().size() > last ? 1 : 0;
        last = analysis.rows().size();
    }
    QVERIFY(grew > 2);
    QVERIFY(!expected(1400).isEmpty());
    QCOMPARE(ids(analysis), expected(1400));
    put(1400, 1700);
    readAll(analysis);
    QVERIFY(analysis.update());
    QCOMPARE(ids(analysis), expected(1700));
    analysis.choose({}, {});
    QVERIFY(analysis.update());
    QCOMPARE(ids(analysis), idsFrom(0, 1700));
}

/// With all in the table, it is only judged once more; what is stored meanwhile comes, too.
void TestServerAnalysis::searchesWhileTradesCome()
{
    put(0, 1400);
    m_live->put("ams1", "orphan", QByteArray::fromStdString(m_texts[5]));
    ServerAnalysis analysis("ams1", Plenty);
    readAll(analysis);
    const auto filter = parseFilter(u"order_1_data contains \"e\" or verdict == \"invalid\""_s, QTimeZone::utc());
    analysis.choose(*filter, {});
    auto session = RedisSession::open(m_live->url(), {});
    std::size_t size = 1400;
    for (auto reading = ServerAnalysis::Reading::More; reading == ServerAnalysis::Reading::More;) {
        reading = analysis.readOn(*session, 0ms).value();
        if (size < 1700)
            put(size, size + 100);
        size = std::min<std::size_t>(1700, size + 100);
    }
    QVERIFY(analysis.update());
    QCOMPARE(analysis.table().rows(), 1701U);
    QByteArrayList expected;
    for (std::size_t i = 0; i < 1700; ++i) {
        if (isTrueOf(**filter, readReport(m_texts[i % m_texts.size()])))
            expected.push_back(idOf(i));
    }
    if (isTrueOf(**filter, readReport(m_texts[5])))
        expected.push_back("orphan");
    QCOMPARE(ids(analysis), expected);
}

/// What was told once is not taken back while the search goes on.
void TestServerAnalysis::tellsOfHitsAsTheyAreFound()
{
    put(0, 1400);
    ServerAnalysis analysis("ams1", Plenty);
    readAll(analysis);
    const auto sink = std::make_shared<CountingSink>();
    analysis.setSinks({sink});
    analysis.choose(*parseFilter(u"order_1_data contains \"e\""_s, QTimeZone::utc()), {});
    QVERIFY(analysis.update());
    QVERIFY(analysis.rows().empty());
    const int clears = sink->clears();
    int told = 0;
    for (auto reading = ServerAnalysis::Reading::More; reading == ServerAnalysis::Reading::More;) {
        reading = analysis.readOn(m_live->connection(), 0ms).value();
        QVERIFY(analysis.update());
        QVERIFY(std::ranges::is_sorted(analysis.rows()));
        QVERIFY(analysis.feed(1h));
        told += sink->trades() > 0 && reading == ServerAnalysis::Reading::More ? 1 : 0;
        QCOMPARE(sink->trades(), analysis.rows().size());
    }
    QVERIFY(told > 3);
    put(1400, 1500);
    readAll(analysis);
    QVERIFY(analysis.update());
    QVERIFY(analysis.feed(1h));
    QCOMPARE(sink->trades(), analysis.rows().size());
    QCOMPARE(sink->clears(), clears);
}

void TestServerAnalysis::findsWhatIsNew()
{
    put(0, 300);
    ServerAnalysis analysis("ams1", Plenty);
    readAll(analysis);
    for (std::size_t size = 300; size < 900; size += 150) {
        put(size, size + 150);
        readAll(analysis);
        QVERIFY(analysis.update());
        QCOMPARE(ids(analysis), idsFrom(0, size + 150));
    }
}

void TestServerAnalysis::findsWhatCameLate()
{
    put(0, 1);
    put(100, 4000);
    ServerAnalysis analysis("ams1", Plenty);
    readAll(analysis);
    put(50, 100); // before all that is looked at first
    readAll(analysis);
    put(1, 50);
    put(4000, 4010); // both at once
    readAll(analysis);
    QVERIFY(analysis.update());
    QCOMPARE(ids(analysis), idsFrom(0, 4010));
}

void TestServerAnalysis::orphans()
{
    put(0, 200);
    m_live->put("ams1", "orphan", QByteArray::fromStdString(m_texts.front()));
    ServerAnalysis analysis("ams1", Plenty);
    readAll(analysis);
    QVERIFY(analysis.update());
    QCOMPARE(ids(analysis), idsFrom(0, 200) + QByteArrayList{"orphan"});
    m_live->call({"ZADD", "execution_report_sorted:ams1", "500", "orphan"}); // mended
    put(200, 210);
    readAll(analysis);
    QVERIFY(analysis.update());
    QByteArrayList got = ids(analysis);
    QCOMPARE(got.count("orphan"), 1);
    got.removeAll("orphan");
    QCOMPARE(got, idsFrom(0, 210));
}

void TestServerAnalysis::goesOnAfterALostConnection()
{
    put(0, 3000);
    ServerAnalysis analysis("ams1", Plenty);
    int lost = 0;
    for (int i = 0; i < 10'000; ++i) {
        auto session = RedisSession::open(m_live->url(), {});
        QVERIFY2(session, test::why(session));
        Result<ServerAnalysis::Reading> reading = ServerAnalysis::Reading::More;
        for (int pages = 0; reading && *reading == ServerAnalysis::Reading::More; ++pages) {
            if (pages == 5)
                session->close();
            reading = analysis.readOn(*session, 0ms);
        }
        if (reading)
            break;
        ++lost;
    }
    QVERIFY(lost > 2);
    QVERIFY(analysis.update());
    QCOMPARE(ids(analysis), idsFrom(0, 3000));
}

void TestServerAnalysis::emptyServer()
{
    ServerAnalysis analysis("nobody", Plenty);
    readAll(analysis);
    QVERIFY(analysis.update());
    QVERIFY(analysis.rows().empty());
}

QTEST_GUILESS_MAIN(TestServerAnalysis)
#include "tst_serveranalysis.moc"
