// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/statisticsrun.h"

#include "tests/support/oddtexts.h"
#include "tests/support/statisticstext.h"

#include <QTest>

#include <numeric>

using namespace arbscope;

namespace {

constexpr std::array Groups{std::pair{"nothing", GroupBy::Nothing}, std::pair{"server", GroupBy::Server},
                            std::pair{"pair", GroupBy::Pair},       std::pair{"version", GroupBy::Version},
                            std::pair{"session", GroupBy::Session}, std::pair{"kind", GroupBy::Kind},
                            std::pair{"day", GroupBy::Day}};

void fill(TradeTable &table, const std::vector<std::string> &texts, std::size_t from, std::size_t most)
{
    for (std::size_t i = from; i < std::min(texts.size(), from + most); ++i)
        table.append("id " + std::to_string(i), double(i), texts[i]);
}

void add(StatisticsRun &run, TradeTable &table, Row from)
{
    std::vector<Row> rows(table.rows() - from);
    std::iota(rows.begin(), rows.end(), from);
    QVERIFY(run.add(table, "ams1", rows));
}

} // namespace

/// Where the trades come from makes no difference; what the figures are is tst_statistics' matter.
class TestStatisticsRun final : public QObject
{
    Q_OBJECT
private slots:
    void tablesNeedNotLiveOn_data();
    void tablesNeedNotLiveOn();
    void resultsOnTheWay();
    void stops();

private:
    const std::vector<std::string> m_texts = test::oddTexts(1500, 8);
};

void TestStatisticsRun::tablesNeedNotLiveOn_data()
{
    QTest::addColumn<GroupBy>("by");
    for (const auto &[name, by] : Groups)
        QTest::addRow("%s", name) << by;
}

void TestStatisticsRun::tablesNeedNotLiveOn()
{
    QFETCH(GroupBy, by);
    const StatisticsOptions options{.groupBy = by, .unitTests = true, .zone = QTimeZone("Europe/Berlin")};
    StatisticsRun whole(options);
    TradeTable all;
    fill(all, m_texts, 0, m_texts.size());
    add(whole, all, 0);
    StatisticsRun parts(options);
    for (std::size_t from = 0; from < m_texts.size(); from += 97) {
        TradeTable part;
        fill(part, m_texts, from, 97);
        add(parts, part, 0);
    }
    const std::string expected = test::statisticsText(whole.result());
    QVERIFY(expected.size() > 1000);
    QCOMPARE(test::statisticsText(parts.result()), expected);
}

void TestStatisticsRun::resultsOnTheWay()
{
    StatisticsRun looked({});
    TradeTable table;
    for (std::size_t from = 0; from < m_texts.size(); from += 150) {
        const Row before = table.rows();
        fill(table, m_texts, from, 150);
        add(looked, table, before);
        StatisticsRun anew({});
        add(anew, table, 0);
        QCOMPARE(test::statisticsText(looked.result()), test::statisticsText(anew.result()));
    }
}

void TestStatisticsRun::stops()
{
    TradeTable table;
    fill(table, m_texts, 0, m_texts.size());
    std::stop_source stop;
    stop.request_stop();
    StatisticsRun run({});
    QVERIFY(!run.add(table, "ams1", std::vector<Row>{0, 1}, stop.get_token()));
}

QTEST_GUILESS_MAIN(TestStatisticsRun)
#include "tst_statisticsrun.moc"
