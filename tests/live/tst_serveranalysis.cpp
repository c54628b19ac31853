// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filterparser.h"
#include "core/analysis/serveranalysis.h"
#include "core/analysis/statisticsrun.h"
#include "tests/support/livestore.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"
#include "tests/support/statisticstext.h"
#include "tests/support/why.h"

#include <QTest>

#include <algorithm>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t Plenty = std::size_t{1} << 30;

QByteArray idOf(std::size_t i)
{
    return "id-" + QByteArray::number(qsizetype(i)).rightJustified(6, '0');
}

/// All figures of the trades that it was told of.
class StatisticsSink final : public TradeSink
{
public:
    void clear() override { m_run = StatisticsRun(Options); }
    [[nodiscard]] bool add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop) override
    {
        return m_run.add(table, "ams1", rows, stop);
    }
    [[nodiscard]] QString text() const { return QString::fromStdString(statisticsText(m_run.result())); }

private:
    static inline const StatisticsOptions Options{
        .groupBy = GroupBy::Session, .unitTests = true, .zone = QTimeZone::utc()};
    StatisticsRun m_run{Options};
};

} // namespace

class TestServerAnalysis final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void readsAll();
    void filtersAndSorts();
    void filtersWhileReading();
    void searchesRawAnswers();
    void findsWhatIsNew();
    void findsWhatCameLate();
    void orphans();
    void goesOnAfterALostConnection();
    void pastItsMemory_data();
    void pastItsMemory();
    void sortsPastItsMemory();
    void newSinksPastItsMemory();
    void emptyServer();

private:
    void put(std::size_t from, std::size_t to)
    {
        for (std::size_t i = from; i < to; ++i)
            m_live->put("ams1", idOf(i), QByteArray::fromStdString(m_texts[i % m_texts.size()]), double(i));
    }
    /// Reads until there is nothing more; More is an error, or never ends.
    ServerAnalysis::Reading lastReading(ServerAnalysis &analysis)
    {
        for (int slices = 0; slices < 100'000; ++slices) {
            const auto reading = analysis.readOn(m_live->connection(), 0ms);
            if (!reading || *reading != ServerAnalysis::Reading::More)
                return reading.value_or(ServerAnalysis::Reading::More);
        }
        return ServerAnalysis::Reading::More;
    }
    void readAll(ServerAnalysis &analysis) { QVERIFY(lastReading(analysis) != ServerAnalysis::Reading::More); }
    static QByteArrayList ids(ServerAnalysis &analysis)
    {
        QByteArrayList ids;
        for (const Row row : analysis.rows())
            ids.push_back(
                QByteArray(analysis.table().orderId(row).data(), qsizetype(analysis.table().orderId(row).size())));
        return ids;
    }
    static QByteArrayList idsFrom(std::size_t from, std::size_t to)
    {
        QByteArrayList ids;
        for (std::size_t i = from; i < to; ++i)
            ids.push_back(idOf(i));
        return ids;
    }

    std::unique_ptr<LiveStore> m_live = std::make_unique<LiveStore>();
    std::vector<std::string> m_texts = oddTexts(600, 31);
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

void TestServerAnalysis::pastItsMemory_data()
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
void TestServerAnalysis::pastItsMemory()
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

void TestServerAnalysis::sortsPastItsMemory()
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

void TestServerAnalysis::newSinksPastItsMemory()
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

void TestServerAnalysis::emptyServer()
{
    ServerAnalysis analysis("nobody", Plenty);
    readAll(analysis);
    QVERIFY(analysis.update());
    QVERIFY(analysis.rows().empty());
}

QTEST_GUILESS_MAIN(TestServerAnalysis)
#include "tst_serveranalysis.moc"
