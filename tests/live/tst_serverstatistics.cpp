// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/serverstatistics.h"

#include "core/analysis/filterparser.h"
#include "tests/support/livestore.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"
#include "tests/support/rediscli.h"
#include "tests/support/statisticstext.h"
#include "tests/support/why.h"

#include <QTest>

#include <numeric>

using namespace arbscope;
using namespace arbscope::test;

/// Whole servers of a real store; what the figures are is tst_statistics' matter.
class TestServerStatistics final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void addsUp_data();
    void addsUp();
    void reportsBesideTheIndex();
    void brokenIndex();
    void stops();

private:
    static constexpr int EachServer = 700;
    struct Text
    {
        QByteArray server;
        std::string text;
    };
    [[nodiscard]] Result<WalkResult> add(ServerStatistics &trades, StatisticsRun &run, const QByteArray &server,
                                         const std::stop_token &stop = {})
    {
        return trades.add(run, m_live->connection(), server, [this](qint64 done, qint64) { m_done = done; }, stop);
    }

    const StatisticsOptions m_options{.groupBy = GroupBy::Server, .unitTests = false, .zone = QTimeZone::utc()};
    std::unique_ptr<LiveStore> m_live;
    std::vector<Text> m_texts;
    qint64 m_done = 0;
};

void TestServerStatistics::initTestCase()
{
    m_live = std::make_unique<LiveStore>();
    unsigned seed = 20;
    for (const char *server : {"ams1", "lon1", "fra1"}) {
        auto texts = oddTexts(EachServer, seed++);
        texts.resize(EachServer);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            m_live->put(server, "id-" + QByteArray::number(qsizetype(i)), QByteArray::fromStdString(texts[i]),
                        double(i));
            m_texts.push_back({server, texts[i]});
        }
    }
}

void TestServerStatistics::addsUp_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addRow("all") << QByteArray();
    QTest::addRow("outcome") << QByteArray("failed");
    QTest::addRow("number") << QByteArray("realised_arbitration > 0 and order_1_latency < 0.5");
    QTest::addRow("none") << QByteArray("version == \"no such version\"");
}

void TestServerStatistics::addsUp()
{
    QFETCH(QByteArray, filter);
    const auto parsed = filter.isEmpty() ? std::expected<FilterPart, FilterError>(nullptr)
                                         : parseFilter(QString::fromUtf8(filter), QTimeZone::utc());
    QVERIFY(parsed);
    // By hand: each text judged on its own.
    StatisticsRun naive(m_options);
    std::map<QByteArray, TradeTable> tables;
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        if (!*parsed || isTrueOf(**parsed, readReport(m_texts[i].text)))
            tables[m_texts[i].server].append("id-" + std::to_string(i % EachServer), double(i % EachServer),
                                             m_texts[i].text);
    }
    for (auto &[server, table] : tables) {
        std::vector<Row> rows(table.rows());
        std::iota(rows.begin(), rows.end(), Row(0));
        QVERIFY(naive.add(table, server.toStdString(), rows));
    }
    ServerStatistics trades({.filter = *parsed});
    StatisticsRun run(m_options);
    for (const char *server : {"ams1", "lon1", "fra1"}) {
        const auto added = add(trades, run, server);
        QVERIFY2(added, why(added));
        QCOMPARE(added->trades, EachServer);
        QCOMPARE(m_done, EachServer);
    }
    QCOMPARE(statisticsText(run.result()), statisticsText(naive.result()));
    QCOMPARE(run.result().empty(), filter.startsWith("version"));
}

/// They have no score, so that a period looks at their clock.
void TestServerStatistics::reportsBesideTheIndex()
{
    for (const double clock : {100.0, 200.0, 300.0})
        m_live->put("beside", QByteArray::number(clock),
                    textOf(sampleReport(QStringLiteral("beside"), QString::number(clock), clock)),
                    clock == 100 ? std::optional(clock) : std::nullopt);
    for (const auto &[since, trades] : {std::pair(0.0, 3), std::pair(150.0, 2), std::pair(300.0, 1)}) {
        ServerStatistics period({.filter = nullptr, .since = since});
        StatisticsRun run(m_options);
        const auto added = add(period, run, "beside");
        QVERIFY2(added, why(added));
        QCOMPARE(run.result().at("beside").trades, trades);
    }
}

void TestServerStatistics::brokenIndex()
{
    m_live->put("broken", "id", textOf(sampleReport(QStringLiteral("broken"), QStringLiteral("id"), 100)));
    redisCli(m_live->url(), {"SET", "execution_report_sorted:broken", "no index"});
    StatisticsRun run(m_options);
    ServerStatistics strict({});
    const auto refused = add(strict, run, "broken");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RedisErrorCode::WrongType);
    ServerStatistics lenient({.filter = nullptr, .hashAlone = true});
    const auto added = add(lenient, run, "broken");
    QVERIFY2(added, why(added));
    QCOMPARE(added->unindexed.size(), std::size_t(1));
    QCOMPARE(run.result().at("broken").trades, 1);
    // The session is as good as before.
    const auto after = add(strict, run, "ams1");
    QVERIFY2(after, why(after));
}

void TestServerStatistics::stops()
{
    std::stop_source stop;
    ServerStatistics trades({});
    StatisticsRun run(m_options);
    const auto stopped = trades.add(
        run, m_live->connection(), "ams1", [&stop](qint64, qint64) { stop.request_stop(); }, stop.get_token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, RedisErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestServerStatistics)
#include "tst_serverstatistics.moc"
