// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What plots show, held to the plain way of computing it from the reports.
#include "core/analysis/plotdata.h"

#include "core/analysis/filterparser.h"
#include "core/analysis/plotbrush.h"
#include "core/analysis/tradefacts.h"
#include "core/report/reportjson.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

using namespace arbscope;
using namespace Qt::StringLiterals;

namespace {

/// A trade's values as its report has them.
struct Plain
{
    Report report;
    double clock = 0;
};

std::optional<double> number(const Plain &trade, const char *field)
{
    const MemberValue value = fieldValue(fieldId(field), Verdict::Valid, &trade.report);
    if (std::holds_alternative<std::monostate>(value))
        return std::nullopt;
    const double nearest
        = std::holds_alternative<double>(value) ? std::get<double>(value) : test::exact(value).toDouble();
    return std::isfinite(nearest) ? std::optional(nearest) : std::nullopt;
}

const PlotRange Everything{.lower = -1e12, .upper = 1e12};

} // namespace

class TestPlotData : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void valuesAndQuantiles_data();
    void valuesAndQuantiles();
    void csvAltersNoValue_data();
    void csvAltersNoValue();
    void scatter();
    void cumulativeNet();
    void balances();
    void failures();
    void reducedStepsKeepTheExtremes();
    void denseScatterCountsAll();
    void brushesChooseWhatIsSeen_data();
    void brushesChooseWhatIsSeen();
    void nothingAndStopped();

private:
    std::shared_ptr<PlotData> filled(PlotKind kind);
    std::vector<Plain> m_trades; ///< readable ones, without test trades
    std::int64_t m_unitTests = 0;
    TradeTable m_table;
};

void TestPlotData::initTestCase()
{
    const auto texts = test::oddTexts(1500, 23);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        m_table.append("id" + std::to_string(i), double(i), texts[i]);
        const ReadReport read = readReport(texts[i]);
        if (!read.report)
            continue;
        if (read.report->unitTest)
            ++m_unitTests;
        else
            m_trades.push_back({*read.report, read.report->clock});
    }
    QVERIFY(m_trades.size() > 1000 && m_unitTests > 0);
}

/// In pieces and out of order, as they may come.
std::shared_ptr<PlotData> TestPlotData::filled(PlotKind kind)
{
    auto data = PlotData::make(kind, QTimeZone("Europe/Berlin"));
    std::vector<Row> rows(m_table.rows());
    std::iota(rows.begin(), rows.end(), 0);
    const std::size_t third = rows.size() / 3;
    std::rotate(rows.begin(), rows.begin() + std::ptrdiff_t(third), rows.end());
    for (std::size_t from = 0; from < rows.size(); from += 700) {
        const auto piece = std::span(rows).subspan(from).first(std::min<std::size_t>(700, rows.size() - from));
        if (!data->add(m_table, piece, {}))
            return nullptr;
        data->settle();
    }
    return data;
}

void TestPlotData::valuesAndQuantiles_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("gap") << int(PlotKind::Gap);
    QTest::newRow("slippage") << int(PlotKind::Slippage);
    QTest::newRow("latency") << int(PlotKind::Latency);
}

void TestPlotData::valuesAndQuantiles()
{
    QFETCH(int, kind);
    std::map<std::pair<std::string, int>, std::vector<double>> expected;
    for (const Plain &trade : m_trades) {
        const auto add = [&](const std::string &name, int leg, const char *field) {
            if (const auto value = number(trade, field))
                expected[{name, leg}].push_back(*value);
        };
        if (PlotKind(kind) == PlotKind::Gap) {
            add({}, 0, "gap_bps");
        } else if (PlotKind(kind) == PlotKind::Slippage) {
            add({}, 1, "slippage_1_bps");
            add({}, 2, "slippage_2_bps");
        } else {
            add(trade.report.exchange1.toStdString(), 1, "order_1_latency");
            add(trade.report.exchange2.toStdString(), 2, "order_2_latency");
        }
    }
    const auto data = filled(PlotKind(kind));
    const PlotView view = data->view({.x = PlotRange{.lower = -20, .upper = 20}});
    QCOMPARE(view.trades, std::int64_t(m_trades.size()));
    QCOMPARE(view.unitTests, m_unitTests);
    QCOMPARE(view.series.size() + view.seriesLeftOut, expected.size());
    std::int64_t n = 0;
    for (auto &[key, values] : expected) {
        std::ranges::sort(values);
        n += std::int64_t(values.size());
    }
    QCOMPARE(view.n, n);
    for (const PlotSeries &series : view.series) {
        const std::vector<double> &values = expected.at({series.name, series.leg});
        QCOMPARE(series.n, std::int64_t(values.size()));
        for (const auto &[percent, value] : series.quantiles)
            QCOMPARE(value, values[std::size_t(std::ceil(percent / 100.0 * double(values.size()))) - 1]);
        for (const PlotPoint &point : series.points) {
            const auto upTo = std::ranges::count_if(values, [&](double value) { return value <= point.x; });
            const auto inBar = std::ranges::count_if(
                values, [&](double value) { return value >= point.x && value < point.x + view.binWidth; });
            if (PlotKind(kind) != PlotKind::Latency)
                QVERIFY(std::abs(point.y - double(inBar)) <= 1); // one on the very edge
            else
                QVERIFY(point.y * double(values.size()) <= double(upTo) + 1e-6);
        }
    }
    QCOMPARE(std::int64_t(QByteArray::fromStdString(data->csv()).count("\r\nid")), n);
}

void TestPlotData::csvAltersNoValue_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("leg"); // as it stands before the value
    QTest::newRow("gap") << int(PlotKind::Gap) << QByteArray("gap_bps") << QByteArray();
    QTest::newRow("slippage 1") << int(PlotKind::Slippage) << QByteArray("slippage_1_bps") << QByteArray("1");
    QTest::newRow("slippage 2") << int(PlotKind::Slippage) << QByteArray("slippage_2_bps") << QByteArray("2");
}

void TestPlotData::csvAltersNoValue()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, leg);
    std::vector<std::string> expected;
    int manyDigits = 0;
    for (const Plain &trade : m_trades) {
        if (!number(trade, field.constData()))
            continue;
        const MemberValue value = fieldValue(fieldId(field.toStdString()), Verdict::Valid, &trade.report);
        expected.push_back(std::get<Decimal>(value).text());
        manyDigits += expected.back().size() > 20 ? 1 : 0;
    }
    QVERIFY(manyDigits > 100); // that no double has
    std::vector<std::string> found;
    QByteArray record;
    for (const QByteArray &line : QByteArray::fromStdString(filled(PlotKind(kind))->csv()).split('\n').mid(1)) {
        record += line;
        if (record.count('"') % 2 == 1)
            continue; // a line end within a pair
        const QByteArrayList cells = record.trimmed().split(',');
        if (cells.size() > 3 && (leg.isEmpty() || cells[cells.size() - 2] == leg))
            found.push_back(cells.back().toStdString());
        record.clear();
    }
    std::ranges::sort(expected);
    std::ranges::sort(found);
    QCOMPARE(found, expected);
}

void TestPlotData::scatter()
{
    std::map<std::string, std::vector<std::pair<double, double>>> expected;
    for (const Plain &trade : m_trades) {
        const auto x = number(trade, "expected_profitability");
        const auto y = number(trade, "realised_profitability");
        if (x && y && std::abs(*x) < 2e300 && std::abs(*y) < 2e300)
            expected[outcomeName(outcome(trade.report)).toStdString()].emplace_back(*x, *y);
    }
    const auto data = filled(PlotKind::Profitability);
    const PlotView view = data->view(
        {.x = PlotRange{.lower = -1e300, .upper = 1e300}, .y = PlotRange{.lower = -1e300, .upper = 1e300}});
    QCOMPARE(view.series.size(), expected.size());
    QVERIFY(view.density.counts.empty());
    for (const PlotSeries &series : view.series) {
        std::vector<std::pair<double, double>> points;
        points.reserve(series.points.size());
        for (const PlotPoint &point : series.points)
            points.emplace_back(point.x, point.y);
        std::ranges::sort(points);
        std::ranges::sort(expected[series.name]);
        QCOMPARE(points, expected[series.name]);
    }
}

void TestPlotData::cumulativeNet()
{
    std::map<std::string, std::pair<Decimal, int>> sums;
    for (const Plain &trade : m_trades) {
        const MemberValue net = fieldValue(fieldId("net"), Verdict::Valid, &trade.report);
        if (const auto *amount = std::get_if<Decimal>(&net);
            amount && std::isfinite(trade.clock) && std::isfinite(amount->toDouble())) {
            auto &[sum, n] = sums[trade.report.asset2.toStdString()];
            sum = sum + *amount;
            ++n;
        }
    }
    const auto data = filled(PlotKind::CumulativeNet);
    const QByteArrayList lines = QByteArray::fromStdString(data->csv()).split('\n');
    QVERIFY(sums.size() > 1);
    int compared = 0;
    for (const auto &[asset, total] : sums) {
        const PlotView view = data->view({.x = Everything, .group = asset});
        QCOMPARE(view.group, asset);
        QCOMPARE(view.n, std::int64_t(total.second));
        QCOMPARE(view.series.front().points.back().y, total.first.toDouble());
        QVERIFY(std::ranges::is_sorted(view.series.front().points, {}, &PlotPoint::x));
        // The last record of an asset has the whole sum, to the last digit.
        QByteArray last;
        for (const QByteArray &line : lines) {
            const QByteArrayList cells = line.trimmed().split(',');
            if (cells.size() >= 6 && cells[cells.size() - 3] == QByteArray::fromStdString(asset))
                last = cells.back();
        }
        if (last.isEmpty()) // an asset whose name is not a plain cell
            continue;
        QCOMPARE(QString::fromStdString(Decimal::fromText(last.toStdString())->text()),
                 QString::fromStdString(total.first.text()));
        ++compared;
    }
    QVERIFY(compared > 1);
}

void TestPlotData::balances()
{
    std::map<std::pair<std::string, std::string>, std::map<double, std::vector<double>>> expected;
    for (const Plain &trade : m_trades) {
        const Report &report = trade.report;
        const auto add = [&](const QString &exchange, const QString &asset, const std::optional<Decimal> &amount) {
            if (amount && std::isfinite(amount->toDouble()) && std::isfinite(trade.clock))
                expected[{asset.toStdString(), exchange.toStdString()}][trade.clock].push_back(amount->toDouble());
        };
        add(report.exchange1, report.asset1, report.exchange1Balance1);
        add(report.exchange1, report.asset2, report.exchange1Balance2);
        add(report.exchange2, report.asset1, report.exchange2Balance1);
        add(report.exchange2, report.asset2, report.exchange2Balance2);
    }
    const auto data = filled(PlotKind::Balances);
    std::size_t seen = 0;
    for (const std::string &group : data->view({}).groups) {
        const PlotView view
            = data->view({.x = PlotRange{.lower = -1e15, .upper = 1e15}, .width = 5000, .group = group});
        for (const PlotSeries &series : view.series) {
            const auto &times = expected.at({group, series.name});
            std::size_t points = 0;
            for (const auto &[clock, amounts] : times)
                points += amounts.size();
            QCOMPARE(std::size_t(series.n), points);
            for (const PlotPoint &point : series.points)
                QVERIFY(std::ranges::find(times.at(point.x), point.y) != times.at(point.x).end());
            ++seen;
        }
        seen += view.seriesLeftOut;
    }
    QCOMPARE(seen, expected.size());
}

void TestPlotData::failures()
{
    std::map<int, std::pair<int, int>> hours;
    std::map<int, std::pair<int, int>> days;
    std::map<qint64, int> rounds;
    for (const Plain &trade : m_trades) {
        if (trade.report.exchange2FokAttempts)
            ++rounds[*trade.report.exchange2FokAttempts];
        if (!(std::abs(trade.clock) < 1e15))
            continue;
        const auto time = QDateTime::fromSecsSinceEpoch(qint64(std::floor(trade.clock)), QTimeZone("Europe/Berlin"));
        const Outcome ended = outcome(trade.report);
        const int failed = ended == Outcome::Failed || ended == Outcome::Contradictory ? 1 : 0;
        auto &hour = hours[time.time().hour()];
        hour = {hour.first + failed, hour.second + 1};
        auto &day = days[time.date().dayOfWeek()];
        day = {day.first + failed, day.second + 1};
    }
    const auto text = [](const auto &counts, const QString &header) {
        QString lines = header + u"\r\n";
        for (const auto &[place, count] : counts)
            lines += u"%1,%2,%3\r\n"_s.arg(place).arg(count.first).arg(count.second);
        return lines;
    };
    QCOMPARE(QString::fromStdString(filled(PlotKind::FailuresByHour)->csv()), text(hours, u"hour,failed,trades"_s));
    QCOMPARE(QString::fromStdString(filled(PlotKind::FailuresByWeekday)->csv()),
             text(days, u"weekday,failed,trades"_s));
    QString lines = u"fok_rounds,trades\r\n"_s;
    for (const auto &[place, count] : rounds)
        lines += u"%1,%2\r\n"_s.arg(place).arg(count);
    QCOMPARE(QString::fromStdString(filled(PlotKind::FokRounds)->csv()), lines);
}

void TestPlotData::reducedStepsKeepTheExtremes()
{
    const auto data = filled(PlotKind::CumulativeNet);
    const PlotView all = data->view({.width = 100'000});
    const PlotView few = data->view({.x = all.x, .width = 2, .group = all.group});
    const auto &points = all.series.front().points;
    const auto &reduced = few.series.front().points;
    QVERIFY(reduced.size() < points.size());
    const auto [low, high] = std::ranges::minmax(points, {}, &PlotPoint::y);
    const auto [lowOfFew, highOfFew] = std::ranges::minmax(reduced, {}, &PlotPoint::y);
    QCOMPARE(lowOfFew.y, low.y);
    QCOMPARE(highOfFew.y, high.y);
    QCOMPARE(reduced.front(), points.front());
    QCOMPARE(reduced.back(), points.back());
}

void TestPlotData::denseScatterCountsAll()
{
    auto data = PlotData::make(PlotKind::Profitability, QTimeZone::utc());
    std::vector<Row> rows(m_table.rows());
    std::iota(rows.begin(), rows.end(), 0);
    for (int i = 0; i < 6; ++i) // the same ones again and again
        QVERIFY(data->add(m_table, rows, {}));
    const PlotView view = data->view({});
    QVERIFY(!view.density.counts.empty());
    const auto counted = std::accumulate(view.density.counts.begin(), view.density.counts.end(), std::uint64_t{0});
    QVERIFY(counted >= std::uint64_t(view.n - view.outside) && counted <= std::uint64_t(view.n));
    for (const PlotSeries &series : view.series)
        QVERIFY(series.points.empty());
}

void TestPlotData::brushesChooseWhatIsSeen_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<PlotRange>("x");
    QTest::addColumn<double>("step");
    QTest::addColumn<PlotRange>("y");
    QTest::addColumn<QString>("condition");
    QTest::newRow("gap") << int(PlotKind::Gap) << PlotRange{-5.2345, 3.01} << 0.02 << PlotRange{}
                         << u"gap_bps >= -5.23 and gap_bps <= 3.01"_s;
    QTest::newRow("scatter") << int(PlotKind::Profitability) << PlotRange{0.0010, 0.01} << 0.00001
                             << PlotRange{-0.002, 0.5}
                             << u"expected_profitability >= 0.001 and expected_profitability <= 0.01 and "
                                "realised_profitability >= -0.002 and realised_profitability <= 0.5"_s;
    QTest::newRow("latency") << int(PlotKind::Latency) << PlotRange{0.5, 1.25} << 0.01 << PlotRange{}
                             << u"(order_1_latency >= 0.5 and order_1_latency <= 1.25 or order_2_latency >= 0.5 and "
                                "order_2_latency <= 1.25)"_s;
    QTest::newRow("time") << int(PlotKind::CumulativeNet) << PlotRange{1'614'556'801.2, 1'614'643'200} << 30.0
                          << PlotRange{} << u"clock >= 2021-03-01T00:00:01Z and clock < 2021-03-02T00:00:00Z"_s;
    QTest::newRow("milliseconds") << int(PlotKind::Balances) << PlotRange{1'614'556'800.25, 1'614'556'801} << 0.01
                                  << PlotRange{}
                                  << u"clock >= 2021-03-01T00:00:00.250Z and clock < 2021-03-01T00:00:01.000Z"_s;
    QTest::newRow("a bar") << int(PlotKind::FokRounds) << PlotRange{2.6, 3.3} << 0.01 << PlotRange{}
                           << u"exchange_2_fok_attempts == 3"_s;
    QTest::newRow("bars") << int(PlotKind::FokRounds) << PlotRange{0.9, 3.2} << 0.01 << PlotRange{}
                          << u"exchange_2_fok_attempts >= 1 and exchange_2_fok_attempts <= 3"_s;
}

void TestPlotData::brushesChooseWhatIsSeen()
{
    QFETCH(int, kind);
    QFETCH(PlotRange, x);
    QFETCH(PlotRange, y);
    QFETCH(double, step);
    QFETCH(QString, condition);
    QVERIFY(canBrush(PlotKind(kind)));
    QCOMPARE(brushCondition(PlotKind(kind), x, step, y, 0.001), condition);
    QVERIFY(parseFilter(condition, QTimeZone::utc()));
}

void TestPlotData::nothingAndStopped()
{
    for (int i = 0; i <= int(PlotKind::FokRounds); ++i) {
        const auto data = PlotData::make(PlotKind(i), QTimeZone::utc());
        const PlotView view = data->view({});
        QVERIFY(view.n == 0 && view.trades == 0 && view.x.span() > 0 && view.y.span() > 0);
        QVERIFY(!data->nearest({}));
        std::stop_source stop;
        stop.request_stop();
        const std::vector<Row> rows{0, 1, 2};
        QVERIFY(!data->add(m_table, rows, stop.get_token()));
        data->clear();
        QCOMPARE(data->view({}).trades, 0);
    }
    QVERIFY(!canBrush(PlotKind::FailuresByHour) && !canBrush(PlotKind::FailuresByWeekday));
}

QTEST_GUILESS_MAIN(TestPlotData)
#include "tst_plotdata.moc"
