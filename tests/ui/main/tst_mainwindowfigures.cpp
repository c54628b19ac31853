// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics, balances and the status bar's net in the real window, by keys and mouse.
#include "tests/support/oddtexts.h"
#include "tests/support/sampletrades.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/figures/balancesmodel.h"
#include "ui/figures/figureroles.h"
#include "ui/list/tradelist.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestMainWindowFigures final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void fillsByKey();
    void followsTheFilter();
    void figuresFilter();
    void groups();
    void unreadableReportsAreNoGroup();
    void testsAreLeftOut();
    void copiesAndSaves();
    void comparesServers();
    void comparesFilters();
    void balancesLeadToTheirTrade();
    void keepsThePlace();
    void netOfWhatIsShown();
    void netOfManyIsNotReadFor();
    void emptyStates();

private:
    void put(const QByteArray &server, int from, int to, int failedEvery, bool unitTest = false)
    {
        for (int i = from; i < to; ++i) {
            Report report = i % failedEvery == 0 ? oneLeggedTrade() : completeTrade();
            report.serverName = QString::fromUtf8(server);
            report.orderId = QStringLiteral("order-%1").arg(i, 6, 10, QLatin1Char('0'));
            report.clock = 1'600'000'000 + i * 3600.0;
            report.unitTest = unitTest;
            report.exchange1Balance1 = Decimal(i);
            m_store->put(server, report.orderId.toUtf8(), textOf(report), report.clock);
        }
    }
    static void open(WindowFixture &fixture, const LiveStore &store)
    {
        fixture.open(store.url());
        fixture.window().showServer("s");
        QTRY_VERIFY(fixture.trades()->rowCount() > 0);
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
        for (const char *name : {"figuresTree", "groupsTable", "balancesTree"})
            new QAbstractItemModelTester(fixture.child<QAbstractItemView>(name)->model(),
                                         QAbstractItemModelTester::FailureReportingMode::QtTest, &fixture.window());
    }
    static void press(WindowFixture &fixture, Qt::Key key)
    {
        QTest::keyClick(fixture.child<QWidget>("tradeList"), key, Qt::AltModifier);
    }
    static void filter(WindowFixture &fixture, const QString &text)
    {
        auto *line = fixture.child<QLineEdit>("filterLine");
        line->setFocus();
        line->setText(text + u' ');
        QTest::keyClick(line, Qt::Key_Return);
    }
    static QAbstractItemModel &model(WindowFixture &fixture, const char *view)
    {
        return *fixture.child<QAbstractItemView>(view)->model();
    }
    /// The row of a tree whose first cell reads so.
    static QModelIndex row(const QAbstractItemModel &model, const QString &name)
    {
        const auto found
            = model.match(model.index(0, 0), Qt::DisplayRole, name, 2, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.back(); // the heading may be of the same name
    }
    static QString figure(WindowFixture &fixture, const QString &name, int column = 1)
    {
        return row(model(fixture, "figuresTree"), name).siblingAtColumn(column).data().toString();
    }

    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowFigures::init()
{
    m_store->clear();
    put("s", 0, 100, 10);
}

void TestMainWindowFigures::fillsByKey()
{
    WindowFixture fixture;
    open(fixture, *m_store);
    auto *dock = fixture.child<QDockWidget>("statisticsDock");
    press(fixture, Qt::Key_3);
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"100");
    QVERIFY(!dock->visibleRegion().isEmpty());
    QVERIFY(fixture.child<QTreeView>("figuresTree")->hasFocus());
    QCOMPARE(figure(fixture, u"Success rate"_s), u"90.00 %");
    QCOMPARE(figure(fixture, u"One-legged"_s), u"10");
    QCOMPARE(figure(fixture, u"Net"_s), u"3465.0000"); // 90 times 38.5
    QCOMPARE(figure(fixture, u"Net"_s, 2), u"90");
    put("s", 100, 150, 10);
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"150");
    press(fixture, Qt::Key_3);
    QVERIFY(!dock->isVisible());
    press(fixture, Qt::Key_2); // Detail stands in front: away with it
    press(fixture, Qt::Key_3);
    QTRY_VERIFY(!dock->visibleRegion().isEmpty());
}

void TestMainWindowFigures::followsTheFilter()
{
    WindowFixture fixture;
    open(fixture, *m_store);
    press(fixture, Qt::Key_3);
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"100");
    filter(fixture, u"failed"_s);
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"10");
    QCOMPARE(figure(fixture, u"Succeeded"_s), u"0");
    fixture.trigger("clearFilterAction");
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"100");
}

void TestMainWindowFigures::figuresFilter()
{
    WindowFixture fixture;
    open(fixture, *m_store);
    press(fixture, Qt::Key_3);
    QTRY_COMPARE(figure(fixture, u"Failed"_s), u"10");
    auto *tree = fixture.child<QTreeView>("figuresTree");
    const QModelIndex failed = row(*tree->model(), u"Failed"_s).siblingAtColumn(1);
    tree->scrollTo(failed);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(failed).center());
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(failed).center());
    QTRY_COMPARE(fixture.trades()->rowCount(), 10);
    QCOMPARE(fixture.child<QLineEdit>("filterLine")->text(), u"failed");
}

void TestMainWindowFigures::groups()
{
    WindowFixture fixture;
    open(fixture, *m_store);
    press(fixture, Qt::Key_3);
    fixture.child<QComboBox>("groupBy")->setCurrentText(u"By day"_s);
    auto *table = fixture.child<QTableView>("groupsTable");
    QTRY_COMPARE(table->model()->rowCount(), 5); // 100 hours
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"2020-09-13");
    QCOMPARE(table->model()->index(1, 1).data().toString(), u"24");
    table->sortByColumn(1, Qt::AscendingOrder); // by trades
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"12");
    const QModelIndex day
        = table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, u"2020-09-15"_s).front();
    table->setCurrentIndex(day);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(fixture.trades()->rowCount(), 24);
    QCOMPARE(fixture.child<QLineEdit>("filterLine")->text(), u"clock >= 2020-09-15 and clock < 2020-09-16");
    QTRY_COMPARE(table->model()->rowCount(), 1);
}

void TestMainWindowFigures::unreadableReportsAreNoGroup()
{
    m_store->put("s", "broken", "{}", 1'600'000'001.0);
    WindowFixture fixture;
    open(fixture, *m_store);
    press(fixture, Qt::Key_3);
    fixture.child<QComboBox>("groupBy")->setCurrentText(u"By pair"_s);
    QTRY_COMPARE(fixture.child<QLabel>("statisticsNote")->text(), u"1 unreadable report left out · 1 group");
    const QAbstractItemModel &groups = *fixture.child<QTableView>("groupsTable")->model();
    QCOMPARE(groups.rowCount(), 1);
    QCOMPARE(groups.index(0, 0).data().toString(), u"BTC/EUR");
    QCOMPARE(groups.index(0, 1).data().toString(), u"100");
}

void TestMainWindowFigures::testsAreLeftOut()
{
    put("s", 200, 220, 10, true);
    WindowFixture fixture;
    open(fixture, *m_store);
    press(fixture, Qt::Key_3);
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"100");
    QTRY_COMPARE(fixture.child<QLabel>("statisticsNote")->text(), u"20 test trades left out");
    fixture.child<QCheckBox>("unitTests")->click();
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"120");
}

void TestMainWindowFigures::copiesAndSaves()
{
    WindowFixture fixture;
    open(fixture, *m_store);
    press(fixture, Qt::Key_3);
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"100");
    auto *tree = fixture.child<QTreeView>("figuresTree");
    const QModelIndex net = row(*tree->model(), u"Net"_s);
    tree->setCurrentIndex(net);
    tree->selectionModel()->select({net, net.siblingAtColumn(2)}, QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"Net\t3465.0000\t90");
    fixture.files().path = fixture.folder() + u"/figures.csv";
    fixture.child<QToolButton>("saveStatistics")->click();
    QTRY_VERIFY(fixture.banner("noticeBanner").contains(u"figures.csv"_s));
    QFile file(fixture.files().path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith(",Figure,Value,n,least,p10,median,"));
    QVERIFY2(text.contains("\r\nMoney in EUR,Net,3465.0"), text.constData());
}

void TestMainWindowFigures::comparesServers()
{
    put("t", 0, 40, 4);
    WindowFixture fixture;
    open(fixture, *m_store);
    press(fixture, Qt::Key_3);
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"100");
    fixture.child<QToolButton>("compareStatistics")->click();
    auto *servers = fixture.child<QComboBox>("compareServer");
    QVERIFY(servers);
    QTRY_VERIFY(servers->findText(u"t"_s) >= 0);
    servers->setCurrentText(u"t"_s);
    QTest::mouseClick(fixture.child<QPushButton>("compareAccept"), Qt::LeftButton);
    QTRY_COMPARE(figure(fixture, u"Failed"_s, 3), u"10");
    QTRY_COMPARE(figure(fixture, u"Trades"_s, 3), u"40");
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"100");
    QCOMPARE(figure(fixture, u"Trades"_s, 5), u"▲ +60");
    QCOMPARE(figure(fixture, u"Failed"_s, 5), u"=");
    QCOMPARE(figure(fixture, u"Net"_s, 5), u"▲ +2310.0000"); // 60 times 38.5
    QCOMPARE(figure(fixture, u"Success rate"_s, 5), u"▲ +15.00 pp");
    QVERIFY(!fixture.child<QComboBox>("groupBy")->isEnabled());
    fixture.child<QToolButton>("compareStatistics")->click();
    QTRY_COMPARE(model(fixture, "figuresTree").columnCount(), 10);
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"100");
}

void TestMainWindowFigures::comparesFilters()
{
    WindowFixture fixture;
    open(fixture, *m_store);
    filter(fixture, u"failed"_s);
    QTRY_COMPARE(fixture.trades()->rowCount(), 10);
    press(fixture, Qt::Key_3);
    QTRY_COMPARE(figure(fixture, u"Trades"_s), u"10");
    fixture.child<QToolButton>("compareStatistics")->click();
    auto *line = fixture.child<QLineEdit>("compareFilter");
    QCOMPARE(line->text(), u"failed");
    auto *accept = fixture.child<QPushButton>("compareAccept");
    line->setText(u"suceeded > 4"_s);
    QVERIFY(!accept->isEnabled());
    QVERIFY(fixture.child<QLabel>("compareError")->isVisible());
    line->setText(u"succeeded"_s);
    QVERIFY(accept->isEnabled());
    accept->click();
    QTRY_COMPARE(figure(fixture, u"Trades"_s, 3), u"90");
    QTRY_COMPARE(figure(fixture, u"Trades"_s, 5), u"▼ −80");
}

void TestMainWindowFigures::balancesLeadToTheirTrade()
{
    WindowFixture fixture;
    open(fixture, *m_store);
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(50);
    press(fixture, Qt::Key_5);
    auto *tree = fixture.child<QTreeView>("balancesTree");
    QTRY_VERIFY(tree->model()->rowCount() > 0);
    QTRY_VERIFY(tree->isVisible());
    const QModelIndex asset = tree->model()->index(0, 0);
    const QModelIndex holding = tree->model()->index(0, 0, asset);
    QVERIFY(tree->isExpanded(asset));
    const QByteArray orderId = holding.data(BalancesModel::OrderIdRole).toByteArray();
    QVERIFY(orderId.startsWith("order-"));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(holding).center());
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(holding).center());
    QTRY_COMPARE(fixture.orderId(list->currentIndex().row()), orderId);
}

void TestMainWindowFigures::keepsThePlace()
{
    put("s", 100, 1200, 10); // 50 days
    WindowFixture fixture;
    open(fixture, *m_store);
    press(fixture, Qt::Key_3);
    fixture.child<QComboBox>("groupBy")->setCurrentText(u"By day"_s);
    auto *table = fixture.child<QTableView>("groupsTable");
    QTRY_VERIFY(table->model()->rowCount() > 48);
    table->sortByColumn(0, Qt::DescendingOrder); // what is new comes above
    const QModelIndex chosen = table->model()->index(30, 2);
    table->setCurrentIndex(chosen);
    table->scrollTo(chosen, QAbstractItemView::PositionAtCenter);
    const QString day = chosen.siblingAtColumn(0).data().toString();
    const int y = table->visualRect(chosen).top();
    const int rows = table->model()->rowCount();
    put("s", 1200, 1300, 10);
    QTRY_VERIFY(table->model()->rowCount() > rows + 2);
    QTRY_COMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), day);
    QCOMPARE(table->currentIndex().column(), 2);
    QVERIFY(table->selectionModel()->isSelected(table->currentIndex()));
    QTRY_COMPARE(table->visualRect(table->currentIndex()).top(), y);
}

void TestMainWindowFigures::netOfWhatIsShown()
{
    WindowFixture fixture;
    open(fixture, *m_store);
    const auto *net = fixture.child<QLabel>("netLabel");
    QTRY_COMPARE(net->text(), u"net +3465.0000 EUR"); // few enough to be read for this
    filter(fixture, u"succeeded"_s);
    QTRY_COMPARE(net->text(), u"net +3465.0000 EUR");
    put("s", 101, 103, 10);
    QTRY_COMPARE(net->text(), u"net +3542.0000 EUR");
    filter(fixture, u"failed"_s);
    QTRY_COMPARE(net->text(), u"net –"); // of none of them it is known
    fixture.trigger("clearFilterAction");
    QTRY_COMPARE(net->text(), u"net +3542.0000 EUR");
    fixture.window().storeFlow().close();
    QTRY_VERIFY(net->text().isEmpty());
}

void TestMainWindowFigures::netOfManyIsNotReadFor()
{
    m_store->clear();
    put("s", 0, 10'001, 10);
    put("few", 0, 10, 10);
    WindowFixture fixture;
    open(fixture, *m_store);
    const auto *net = fixture.child<QLabel>("netLabel");
    fixture.window().showServer("few");
    QTRY_COMPARE(net->text(), u"net +346.5000 EUR");
    fixture.window().showServer("s");
    QTRY_COMPARE(fixture.trades()->rowCount(), 10'001);
    QTRY_VERIFY(net->toolTip().contains(u"filtered, sorted, or shown in Statistics"_s)); // nothing reads them all
    QCOMPARE(net->text(), u"net –");
    press(fixture, Qt::Key_3);
    QTRY_COMPARE(net->text(), u"net +346500.0000 EUR");
}

void TestMainWindowFigures::emptyStates()
{
    WindowFixture fixture;
    open(fixture, *m_store);
    press(fixture, Qt::Key_3);
    filter(fixture, u"clock < 0"_s);
    auto *dock = fixture.child<QDockWidget>("statisticsDock");
    const auto texts = [dock] {
        QStringList all;
        for (const QLabel *label : dock->findChildren<QLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all;
    };
    QTRY_VERIFY(texts().contains(u"The filter hides them all."_s));
    QVERIFY(!fixture.child<QToolButton>("saveStatistics")->isEnabled());
    fixture.trigger("clearFilterAction");
    QTRY_VERIFY(fixture.child<QTreeView>("figuresTree")->isVisible());
}

QTEST_MAIN(TestMainWindowFigures)
#include "tst_mainwindowfigures.moc"
