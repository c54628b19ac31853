// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of all kinds of trades in their models, each against the statistics that it comes from.
#include "core/analysis/filterparser.h"
#include "core/analysis/filterrun.h"
#include "tests/support/oddtexts.h"
#include "ui/figures/balancesmodel.h"
#include "ui/figures/figureroles.h"
#include "ui/figures/figuresmodel.h"
#include "ui/figures/figuretext.h"
#include "ui/figures/groupsmodel.h"
#include "ui/figures/tabletext.h"
#include "ui/text/timedisplay.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <numeric>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestFigures final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (std::size_t i = 0; i < m_texts.size(); ++i)
            m_table.append("id " + std::to_string(i), double(i), m_texts[i]);
    }
    void everyFigureHasText();
    void filtersChooseWhatIsCounted();
    void groupFiltersChooseTheGroup_data();
    void groupFiltersChooseTheGroup();
    void figuresModel();
    void comparing();
    void groupsModelSorts();
    void balancesAddUp();
    void amounts_data();
    void amounts();
    void csv();

private:
    [[nodiscard]] std::shared_ptr<const FigureGroups> groupsBy(GroupBy by, std::size_t from = 0) const
    {
        TradeTable table;
        for (std::size_t i = from; i < m_texts.size(); ++i)
            table.append("id " + std::to_string(i), double(i), m_texts[i]);
        std::vector<Row> rows(table.rows());
        std::iota(rows.begin(), rows.end(), Row(0));
        StatisticsRun run({.groupBy = by, .unitTests = true, .zone = QTimeZone::utc()});
        return run.add(table, "s", rows) ? std::make_shared<const FigureGroups>(run.result()) : nullptr;
    }
    [[nodiscard]] std::shared_ptr<const Statistics> all(std::size_t from = 0) const
    {
        const auto groups = groupsBy(GroupBy::Nothing, from);
        return {groups, &groups->begin()->second};
    }
    [[nodiscard]] std::int64_t countOf(const QString &filter)
    {
        const auto parsed = parseFilter(filter, QTimeZone::utc());
        if (!parsed)
            return -1;
        std::vector<Row> chosen;
        FilterRun run(m_table, *parsed);
        return run.run(0, m_table.rows(), chosen, {}) ? std::int64_t(chosen.size()) : -1;
    }

    std::vector<std::string> m_texts = oddTexts(200, 47);
    TradeTable m_table; ///< of all
    const TimeDisplay m_times{TimeFormat::make(TimeZoneKind::Utc)};
};

void TestFigures::everyFigureHasText()
{
    const auto figures = all();
    FigureNames names;
    names.add(*figures);
    for (const FigureSection &section : figureSections(names)) {
        QVERIFY(!sectionTitle(section).isEmpty());
        for (const FigureKey &key : section.figures) {
            QVERIFY(!figureTitle(key).isEmpty());
            for (int quantile = 0; isDistribution(key.kind) && quantile < int(Quantiles::Percents.size()); ++quantile) {
                const Figure figure = figureOf(*figures, key.at(quantile));
                QCOMPARE(figureText(key.at(quantile), figure, m_times.format()) == u"–", figure.n == 0);
            }
        }
    }
    for (const FigureKey &key : groupFigures(names)) {
        QVERIFY(!figureColumn(key).isEmpty());
        QVERIFY(!figureText(key, figureOf(*figures, key), m_times.format()).isEmpty());
        QCOMPARE(figureText(key, figureOf(Statistics(), key), m_times.format()).isEmpty(), false);
    }
}

/// Where a figure is a number of trades, its filter is true of so many.
void TestFigures::filtersChooseWhatIsCounted()
{
    const auto figures = all();
    FigureNames names;
    names.add(*figures);
    int compared = 0;
    for (const FigureSection &section : figureSections(names)) {
        for (const FigureKey &key : section.figures) {
            const Figure figure = figureOf(*figures, key);
            const QString filter = figureFilter(key, figure);
            const auto *count = std::get_if<std::int64_t>(&figure.value);
            if (filter.isEmpty())
                continue;
            QVERIFY2(countOf(filter) >= 0, qPrintable(filter));
            if (count && key.kind != FigureKind::UnitTests) {
                QCOMPARE(std::pair(filter, countOf(filter)), std::pair(filter, *count));
                ++compared;
            }
        }
    }
    QVERIFY(compared > 8);
}

void TestFigures::groupFiltersChooseTheGroup_data()
{
    QTest::addColumn<GroupBy>("by");
    QTest::newRow("pair") << GroupBy::Pair;
    QTest::newRow("version") << GroupBy::Version;
    QTest::newRow("session") << GroupBy::Session;
    QTest::newRow("kind") << GroupBy::Kind;
    QTest::newRow("day") << GroupBy::Day;
}

void TestFigures::groupFiltersChooseTheGroup()
{
    QFETCH(GroupBy, by);
    const auto groups = groupsBy(by);
    QVERIFY(groups->size() > 1);
    for (const auto &[name, figures] : *groups) {
        if (name.empty()) // times that are none of a day's, reports that cannot be read
            continue;
        const QString filter = groupFilter(by, name);
        QCOMPARE(std::pair(filter, countOf(filter)), std::pair(filter, figures.trades + figures.unreadable));
    }
}

void TestFigures::figuresModel()
{
    FiguresModel model(m_times);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const auto figures = all();
    model.show(figures);
    QCOMPARE(model.index(0, 0).data().toString(), u"Trades");
    const QModelIndex trades = model.index(0, 0, model.index(0, 0));
    QCOMPARE(trades.siblingAtColumn(FiguresModel::ValueColumn).data(ExactRole).toString(),
             QString::number(figures->trades));
    int quantiles = 0;
    for (int section = 0; section < model.rowCount(); ++section) {
        for (int row = 0; row < model.rowCount(model.index(section, 0)); ++row) {
            const QModelIndex median = model.index(row, FiguresModel::QuantileColumns + 2, model.index(section, 0));
            quantiles += median.data().toString().isEmpty() ? 0 : 1;
        }
    }
    QVERIFY(quantiles >= 6); // two gaps, two slippages, latencies
    model.show(all(300)); // fewer names, perhaps
    QVERIFY(trades.siblingAtColumn(1).data().isNull() || model.rowCount() > 0);
    model.show(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestFigures::comparing()
{
    FiguresModel model(m_times);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto figures = all();
    const auto other = all(250);
    model.compare(figures, nullptr, u"t"_s);
    model.compare(figures, other, u"t"_s);
    QCOMPARE(model.columnCount(), int(FiguresModel::ComparingColumnCount));
    QCOMPARE(model.headerData(FiguresModel::OtherColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"t");
    int differences = 0;
    for (int section = 0; section < model.rowCount(); ++section) {
        const QModelIndex heading = model.index(section, 0);
        for (int row = 0; row < model.rowCount(heading); ++row) {
            const auto exact = [&](int column) {
                const QString text = model.index(row, column, heading).data(ExactRole).toString();
                return Decimal::fromText(text.toStdString());
            };
            const auto difference = exact(FiguresModel::DifferenceColumn);
            if (!difference)
                continue;
            QCOMPARE((*exact(FiguresModel::ValueColumn) - *exact(FiguresModel::OtherColumn)) == *difference, true);
            const QString shown = model.index(row, FiguresModel::DifferenceColumn, heading).data().toString();
            QCOMPARE(shown.front(), difference->isZero() ? u'=' : difference->isNegative() ? QChar(u'▼') : QChar(u'▲'));
            ++differences;
        }
    }
    QVERIFY(differences > 20);
    model.show(figures);
    QCOMPARE(model.columnCount(), int(FiguresModel::ColumnCount));
}

void TestFigures::groupsModelSorts()
{
    GroupsModel model(m_times);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto groups = groupsBy(GroupBy::Kind);
    model.show(groups, GroupBy::Kind);
    QCOMPARE(model.rowCount(), int(groups->size()));
    QVERIFY(model.rowCount() > 2);
    for (int column = 0; column < 20; ++column) {
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const QPersistentModelIndex kept = model.index(model.rowCount() / 2, column);
            const QString name = kept.data(IdentityRole).toString();
            model.sort(column, order);
            QCOMPARE(kept.data(IdentityRole).toString(), name);
            std::optional<Decimal> before;
            bool unknown = false;
            for (int row = 0; column > 0 && row < model.rowCount(); ++row) {
                const auto value = Decimal::fromText(model.index(row, column).data(ExactRole).toString().toStdString());
                if (!value || !value->isFinite()) {
                    unknown = true;
                    continue;
                }
                QVERIFY(!unknown); // these come last
                QVERIFY(!before || (order == Qt::AscendingOrder ? *before <= *value : *value <= *before));
                before = value;
            }
        }
    }
    model.show(nullptr, GroupBy::Kind);
    QCOMPARE(model.rowCount(), 0);
}

void TestFigures::balancesAddUp()
{
    BalancesModel model(m_times);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto figures = all();
    model.show(figures);
    QVERIFY(model.rowCount() > 0);
    int holdings = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex asset = model.index(row, 0);
        Decimal sum;
        for (int each = 0; each < model.rowCount(asset); ++each, ++holdings) {
            const QString amount = model.index(each, BalancesModel::AmountColumn, asset).data(ExactRole).toString();
            sum = sum + *Decimal::fromText(amount.toStdString());
            QVERIFY(!model.index(each, 0, asset).data(BalancesModel::OrderIdRole).toByteArray().isEmpty());
        }
        QCOMPARE(asset.siblingAtColumn(BalancesModel::AmountColumn).data(ExactRole).toString(),
                 QString::fromStdString(sum.text()));
    }
    QCOMPARE(std::size_t(holdings), figures->balances.size());
    model.show(all(300));
    model.show(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestFigures::amounts_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &[amount, text] :
         {std::pair("12.345678", "12.3457"), std::pair("-0.00123", "-0.00123000"), std::pair("0.00", "0.0000"),
          std::pair("1E-12", "1E-12"), std::pair("3", "3.0000"), std::pair("1E+40", "1E+40")})
        QTest::newRow(amount) << QString::fromLatin1(text);
}

void TestFigures::amounts()
{
    QFETCH(QString, text);
    QCOMPARE(amountText(*Decimal::fromText(QTest::currentDataTag())), text);
}

void TestFigures::csv()
{
    auto groups = std::make_shared<FigureGroups>();
    Statistics &figures = (*groups)["=a,\"b\""];
    figures.trades = 1234;
    figures.quotes["EUR"].net = {.n = 2, .sum = *Decimal::fromText("-1.23456789012345678")};
    GroupsModel model(m_times);
    model.show(groups, GroupBy::Version);
    const QList<QByteArray> lines = csvText(model).split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith("Version,Trades,Success rate,"));
    QVERIFY2(lines[1].startsWith("\"'=a,\"\"b\"\"\",1234,0,0,0,0,-1.23456789012345678,,,"), lines[1].constData());
    QVERIFY(lines[1].endsWith("\r"));
}

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
