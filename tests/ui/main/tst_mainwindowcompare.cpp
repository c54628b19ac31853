// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing two trades, and copying whole ones, in the real window.
#include "tests/support/sampletrades.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/compare/comparemodel.h"
#include "ui/compare/comparewindow.h"
#include "ui/copying/pythontext.h"
#include "ui/copying/tradetext.h"
#include "ui/list/tradelist.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QProcess>
#include <QStatusBar>
#include <QTest>
#include <QTreeView>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindowCompare : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void marksWhatDiffers();
    void unreadableTradesDiffer();
    void comparesTwoSelected();
    void comparesWithAMarkedOne();
    void pythonReadsTheDict();
    void copiesWholeTrades();
    void copiesTradesThatWereNotRead();
    void copiesFromTheDetail();

private:
    static QString copied() { return QGuiApplication::clipboard()->text(); }
    static QString message(const WindowFixture &fixture)
    {
        return fixture.child<QStatusBar>("statusLine")->currentMessage();
    }
    /// Each line of the model: name, both values, difference.
    static QStringList lines(const QAbstractItemModel &model, bool differing)
    {
        QStringList all;
        for (int group = 0; group < model.rowCount(); ++group) {
            const QModelIndex parent = model.index(group, 0);
            for (int row = 0; row < model.rowCount(parent); ++row) {
                QStringList cells;
                for (int column = 0; column < CompareModel::ColumnCount; ++column)
                    cells << model.index(row, column, parent).data().toString();
                const bool differs = model.index(row, 0, parent).data(CompareModel::DiffersRole).toBool();
                if (differs || !differing)
                    all << cells.join(u'|');
            }
        }
        return all;
    }
    void openWindow(WindowFixture &fixture, int rows) const
    {
        fixture.open(m_store->url());
        QTRY_COMPARE(fixture.trades()->rowCount(), rows);
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    }

    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowCompare::init()
{
    m_store->clear();
    m_store->create(sampleReports(QStringLiteral("s"), 800));
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
}

void TestMainWindowCompare::marksWhatDiffers()
{
    Report a = completeTrade();
    Report b = a;
    a.executedPrice1 = *Decimal::fromText("20000");
    b.executedPrice1 = *Decimal::fromText("20000.000000000000000000001");
    b.quantity1 = *Decimal::fromText("0.50"); // the same amount, written otherwise
    a.quantity1 = *Decimal::fromText("0.5");
    a.order1Latency = 0.1;
    b.order1Latency = 0.3;
    b.exchange1 = QStringLiteral("Binance");
    b.exchange2FokAttempts = std::nullopt;
    a.exchange2FokAttempts = 2;
    const CompareModel model({sampleTrade(a), sampleTrade(b)}, {QStringLiteral("A"), QStringLiteral("B")},
                             TimeFormat());
    const QAbstractItemModelTester tester(const_cast<CompareModel *>(&model));
    const QStringList differing = lines(model, true);
    QCOMPARE(qsizetype(model.differences()), differing.size());
    QCOMPARE(qsizetype(model.values()), lines(model, false).size());
    const auto has = [&differing](const QString &end) {
        return std::ranges::any_of(differing, [&end](const QString &line) { return line.endsWith(end); });
    };
    QVERIFY2(has(QStringLiteral("|≠ +1E-21")), qPrintable(differing.join(u'\n')));
    QVERIFY(has(QStringLiteral("|0.1|0.3|≠ +0.2")));
    QVERIFY(has(QStringLiteral("Kraken|Binance|≠ ")));
    QVERIFY(has(QStringLiteral("|2|–|≠ ")));
    QVERIFY(!has(QStringLiteral("|0.5|0.50|")));
    const CompareModel same({sampleTrade(a), sampleTrade(a)}, {}, TimeFormat());
    QCOMPARE(same.differences(), 0);
}

void TestMainWindowCompare::unreadableTradesDiffer()
{
    const CompareModel model({sampleTrade(completeTrade()), sampleTrade("no report")}, {}, TimeFormat());
    QVERIFY(model.differences() > 40);
}

void TestMainWindowCompare::comparesTwoSelected()
{
    WindowFixture fixture;
    openWindow(fixture, 800);
    auto *list = fixture.child<TradeList>("tradeList");
    QTest::keyClick(list, Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(message(fixture), u"Select two trades to compare, or one and mark another.");
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(fixture.child<CompareWindow>("compareWindow"));
    auto *window = fixture.child<CompareWindow>("compareWindow");
    auto *tree = window->findChild<QTreeView *>(QStringLiteral("compareTree"));
    QCOMPARE(tree->model()->headerData(1, Qt::Horizontal).toString(), u"id-000799");
    QCOMPARE(tree->model()->headerData(2, Qt::Horizontal).toString(), u"id-000798");
    const QStringList all = lines(*tree->model(), false);
    const QStringList differing = lines(*tree->model(), true);
    QVERIFY(differing.contains(u"Order id|id-000799|id-000798|≠ "));
    QVERIFY(all.size() > differing.size());
    QVERIFY(window->findChild<QLabel *>(QStringLiteral("compareSummary"))
                ->text()
                .startsWith(QStringLiteral("%1 of %2 values differ").arg(differing.size()).arg(all.size())));
    QTest::mouseClick(window->findChild<QCheckBox *>(QStringLiteral("differencesOnly")), Qt::LeftButton, {}, {8, 8});
    QCOMPARE(lines(*tree->model(), false), differing);
    tree->setCurrentIndex(tree->model()->index(0, 1, tree->model()->index(0, 0)));
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(copied().contains(u"\t≠"), qPrintable(copied()));
    QTest::keyClick(tree, Qt::Key_Escape);
    QTRY_VERIFY(!fixture.child<CompareWindow>("compareWindow"));
}

void TestMainWindowCompare::comparesWithAMarkedOne()
{
    m_store->create(sampleReports(QStringLiteral("t"), 3, 1'500'000'000));
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    fixture.window().showServer("t");
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(0);
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
    fixture.window().showServer("s");
    QTRY_COMPARE(fixture.trades()->rowCount(), 800);
    QTRY_COMPARE(fixture.orderId(0), "id-000799");
    list->goToRow(0);
    QTest::keyClick(list, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(fixture.child<CompareWindow>("compareWindow"));
    auto *window = fixture.child<CompareWindow>("compareWindow");
    const auto *model = window->findChild<QTreeView *>(QStringLiteral("compareTree"))->model();
    QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), u"id-000002 on t");
    QCOMPARE(model->headerData(2, Qt::Horizontal).toString(), u"id-000799 on s");
    window->close();
    QTRY_VERIFY(!fixture.child<CompareWindow>("compareWindow"));
    // More than one: which?
    fixture.window().activateWindow();
    QTRY_VERIFY(fixture.window().isActiveWindow());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_K, Qt::ControlModifier);
    auto *dialog = fixture.child<QInputDialog>("compareWithDialog");
    QVERIFY(dialog);
    QCOMPARE(dialog->comboBoxItems(), QStringList({QStringLiteral("id-000798 · s"), QStringLiteral("id-000002 · t")}));
    dialog->setTextValue(QStringLiteral("id-000798 · s"));
    dialog->accept();
    QTRY_VERIFY(fixture.child<CompareWindow>("compareWindow"));
}

void TestMainWindowCompare::pythonReadsTheDict()
{
    Report report = completeTrade();
    report.sessionName = QStringLiteral("it's \\ \"quoted\"\n\t\r é € 😀 \u0001");
    report.expectedProfitability = std::numeric_limits<double>::infinity();
    report.order1Data = std::nullopt;
    report.order2Data = QString();
    report.unitTest = true;
    report.quantity1 = *Decimal::fromText("NaN");
    QProcess python;
    const QString code
        = QStringLiteral("from decimal import Decimal\nimport json\nd = ") + pythonDict(report)
        + QStringLiteral(
              "\nprint(json.dumps({k: str(v) if isinstance(v, Decimal) else v for k, v in d.items()}), end='')");
    python.start(QStringLiteral("python3"), {QStringLiteral("-c"), code});
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.readAllStandardError(), QByteArray());
    QCOMPARE(python.readAllStandardOutput(), QByteArray::fromStdString(writeReport(report)));
}

void TestMainWindowCompare::copiesWholeTrades()
{
    m_store->put("s", "broken", "no report", 1'700'000'000);
    WindowFixture fixture;
    openWindow(fixture, 801);
    auto *list = fixture.child<TradeList>("tradeList");
    fixture.trigger("copyCellAction");
    QCOMPARE(copied(), fixture.cell(0, "clock"));
    fixture.trigger("copyAsCsvAction");
    QCOMPARE(message(fixture), u"Nothing was copied: the trade cannot be read");
    fixture.trigger("copyAsJsonAction");
    QCOMPARE(copied(), u"no report");
    fixture.trigger("copyAsTextAction");
    QCOMPARE(copied(), u"Trade broken\ncannot be read; stored is:\nno report");
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    fixture.trigger("copyAsCsvAction");
    QCOMPARE(message(fixture), u"Copied 2 trades; 1 cannot be read and were left out");
    QVERIFY(copied().startsWith(u"asset_1,asset_2,"));
    QCOMPARE(copied().count(u"\r\n"), 3);
    fixture.trigger("copyAsJsonAction");
    const QByteArray stored = *m_store->call({"HGET", "execution_report:s", "id-000799"}).bulk();
    QCOMPARE(copied().split(u'\n').at(1), QString::fromUtf8(stored));
    fixture.trigger("copyAsPythonAction");
    QVERIFY(copied().startsWith(u"[{'asset_1': '"));
    fixture.trigger("copyAsTextAction");
    QVERIFY(copied().contains(u"\n\nTrade id-000799\n\nIdentity\n"));
}

void TestMainWindowCompare::copiesTradesThatWereNotRead()
{
    const QByteArray text = *m_store->call({"HGET", "execution_report:s", "id-000000"}).bulk();
    m_store->put("s", "beside", text);
    WindowFixture fixture;
    openWindow(fixture, 801);
    auto *list = fixture.child<TradeList>("tradeList");
    list->selectAll();
    fixture.trigger("copyAsJsonAction");
    QTRY_COMPARE(copied().count(u'\n'), 800);
    const QStringList texts = copied().split(u'\n');
    QVERIFY(texts.first().contains(u"id-000799"));
    QVERIFY(texts.at(799).contains(u"id-000000"));
    QCOMPARE(texts.at(800), QString::fromUtf8(text));
}

void TestMainWindowCompare::copiesFromTheDetail()
{
    WindowFixture fixture;
    openWindow(fixture, 800);
    QTRY_VERIFY(fixture.child<QLabel>("detailHeading")->isVisible());
    const QMenu *menu = fixture.child<QMenu>("copyTradeAs");
    QCOMPARE(menu->actions().size(), 4);
    menu->actions().at(2)->trigger();
    const QByteArray stored = *m_store->call({"HGET", "execution_report:s", "id-000799"}).bulk();
    QCOMPARE(copied(), QString::fromUtf8(stored));
    menu->actions().at(3)->trigger();
    QVERIFY(copied().startsWith(u"{'asset_1': '"));
}

QTEST_MAIN(TestMainWindowCompare)
#include "tst_mainwindowcompare.moc"
