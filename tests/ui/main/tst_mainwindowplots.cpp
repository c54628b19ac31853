// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plots of the real window, by mouse and keys.
#include "core/analysis/filterparser.h"
#include "core/analysis/plotdata.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradelist.h"
#include "ui/plots/plotcanvas.h"
#include "ui/plots/plottext.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QStatusBar>
#include <QSvgRenderer>
#include <QTest>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestMainWindowPlots : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void followsTheFilter();
    void brushFiltersAndIsUndone();
    void everyBrushIsAFilter_data();
    void everyBrushIsAFilter();
    void hoverTellsAndClickSelects();
    void wheelDragAndKeys();
    void savesAndCopies();
    void saysWhenThereIsNothing();
    void remembersThePlot();
    void groupsAreNeverMixed();
    void legendShowsWhatIsDrawn();
    void latenciesAreInMilliseconds();

private:
    void put(std::size_t from, std::size_t to)
    {
        for (std::size_t i = from; i < to; ++i)
            m_store->put("s", "id-" + QByteArray::number(qsizetype(i)).rightJustified(6, '0'),
                         QByteArray::fromStdString(m_texts[i % m_texts.size()]), 1'600'000'000 + double(i));
    }
    [[nodiscard]] int matching(const QString &text, std::size_t count) const
    {
        const auto filter = parseFilter(text, QTimeZone::utc());
        int n = 0;
        for (std::size_t i = 0; filter && i < count; ++i)
            n += isTrueOf(**filter, readReport(m_texts[i % m_texts.size()])) ? 1 : 0;
        return filter ? n : -1;
    }
    static PlotCanvas *canvas(WindowFixture &fixture) { return fixture.child<PlotCanvas>("plotCanvas"); }
    static void choose(WindowFixture &fixture, PlotKind kind)
    {
        const auto place = std::ranges::find(plotKinds(), kind) - plotKinds().begin();
        fixture.child<QComboBox>("plotKind")->setCurrentIndex(int(place));
        QTRY_VERIFY(canvas(fixture)->view().trades > 0);
    }
    /// The window with the plots in sight, and all trades in them.
    void open(WindowFixture &fixture, PlotKind kind) const
    {
        fixture.open(m_store->url());
        QTRY_COMPARE(fixture.trades()->rowCount(), 1200);
        auto *dock = fixture.child<QDockWidget>("plotsDock");
        dock->show();
        dock->raise();
        choose(fixture, kind);
        QTRY_COMPARE(canvas(fixture)->view().trades + canvas(fixture)->view().unitTests, m_readable);
    }
    static QPoint pixelOf(const PlotCanvas &canvas, const PlotPoint &point)
    {
        return {int(canvas.xAxis->coordToPixel(point.x)), int(canvas.yAxis->coordToPixel(point.y))};
    }
    static void drag(PlotCanvas &canvas, const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(&canvas, (from + to) / 2);
        QTest::mouseMove(&canvas, to);
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, to);
    }

    std::unique_ptr<LiveStore> m_store;
    std::vector<std::string> m_texts = oddTexts(500, 41);
    std::int64_t m_readable = 0;
};

void TestMainWindowPlots::init()
{
    m_store->clear();
    put(0, 1200);
    m_readable = matching(u"verdict == \"valid\" or verdict == \"coerced\""_s, 1200);
}

void TestMainWindowPlots::followsTheFilter()
{
    WindowFixture fixture;
    open(fixture, PlotKind::Gap);
    const PlotCanvas &plot = *canvas(fixture);
    QCOMPARE(plot.view().n, matching(u"gap_bps is not null and unit_test == false"_s, 1200));
    QVERIFY(fixture.child<QLabel>("plotNote")->text().contains(u"test trades left out"));
    fixture.child<QLineEdit>("filterLine")->setText(u"failed"_s);
    QTest::keyClick(fixture.child<QLineEdit>("filterLine"), Qt::Key_Return);
    QTRY_COMPARE(plot.view().n, matching(u"failed and gap_bps is not null and unit_test == false"_s, 1200));
    fixture.child<QDockWidget>("plotsDock")->hide();
    QCOMPARE(plot.view().trades, 0);
}

void TestMainWindowPlots::brushFiltersAndIsUndone()
{
    WindowFixture fixture;
    open(fixture, PlotKind::Gap);
    PlotCanvas &plot = *canvas(fixture);
    const auto &quantiles = plot.view().series.front().quantiles;
    const int middle = plot.axisRect()->rect().center().y();
    drag(plot, {pixelOf(plot, {quantiles.front().second, 0}).x() - 15, middle},
         {pixelOf(plot, {quantiles.back().second, 0}).x() + 15, middle});
    const QString text = fixture.child<QLineEdit>("filterLine")->text();
    QVERIFY2(text.startsWith(u"gap_bps >= "), qPrintable(text));
    QTRY_COMPARE(fixture.trades()->rowCount(), matching(text, 1200));
    QVERIFY(matching(text, 1200) > 0);
    QVERIFY(plot.hasFocus());
    QTRY_COMPARE(plot.view().n, matching(text + u" and unit_test == false"_s, 1200));
    QTest::keyClick(&plot, Qt::Key_Return); // by what is in sight, joined to it
    const QString both = fixture.child<QLineEdit>("filterLine")->text();
    QVERIFY(both.startsWith(text + u" and gap_bps >= "));
    QTRY_COMPARE(fixture.trades()->rowCount(), matching(both, 1200));
    QTest::keyClick(&plot, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.child<QLineEdit>("filterLine")->text(), text);
    fixture.trigger("undoFilterAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 1200);
    fixture.trigger("redoFilterAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), matching(text, 1200));
}

void TestMainWindowPlots::everyBrushIsAFilter_data()
{
    QTest::addColumn<int>("kind");
    for (const PlotKind kind : plotKinds())
        QTest::addRow("%s", qPrintable(plotName(kind))) << int(kind);
}

void TestMainWindowPlots::everyBrushIsAFilter()
{
    QFETCH(int, kind);
    WindowFixture fixture;
    open(fixture, PlotKind(kind));
    PlotCanvas &plot = *canvas(fixture);
    QTRY_VERIFY(plot.view().n > 0);
    const QRect axes = plot.axisRect()->rect();
    drag(plot, axes.center() - QPoint(axes.width() / 3, axes.height() / 3),
         axes.center() + QPoint(axes.width() / 3, axes.height() / 3));
    const QString text = fixture.child<QLineEdit>("filterLine")->text();
    const bool isOfTime = PlotKind(kind) == PlotKind::FailuresByHour || PlotKind(kind) == PlotKind::FailuresByWeekday;
    QCOMPARE(text.isEmpty(), isOfTime);
    QTRY_COMPARE(fixture.trades()->rowCount(), isOfTime ? 1200 : matching(text, 1200));
}

void TestMainWindowPlots::hoverTellsAndClickSelects()
{
    WindowFixture fixture;
    open(fixture, PlotKind::Profitability);
    PlotCanvas &plot = *canvas(fixture);
    const PlotPoint point = plot.view().series.front().points.front();
    const double half = std::max(1e-4, std::abs(point.x) * 0.05);
    plot.xAxis->setRange(point.x - half, point.x + half);
    const QPoint pixel = pixelOf(plot, point);
    if (!plot.axisRect()->rect().contains(pixel))
        plot.yAxis->setRange(point.y - half, point.y + half);
    QTest::mouseMove(&plot, pixelOf(plot, point) + QPoint(3, 0));
    QTest::mouseMove(&plot, pixelOf(plot, point));
    QTRY_VERIFY(QToolTip::text().contains(u"expected"));
    const QByteArray tip = QToolTip::text().toUtf8();
    QVERIFY(tip.contains("id-"));
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::NoModifier, pixelOf(plot, point));
    auto *list = fixture.child<TradeList>("tradeList");
    QTRY_VERIFY(list->currentIndex().isValid() && !fixture.orderId(list->currentIndex().row()).isEmpty()
                && tip.contains(fixture.orderId(list->currentIndex().row())));
}

void TestMainWindowPlots::wheelDragAndKeys()
{
    WindowFixture fixture;
    open(fixture, PlotKind::CumulativeNet);
    PlotCanvas &plot = *canvas(fixture);
    const PlotRange whole = plot.shownX();
    QWheelEvent wheel(plot.axisRect()->rect().center(), plot.mapToGlobal(plot.axisRect()->rect().center()), {},
                      {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&plot, &wheel);
    QVERIFY(plot.shownX().span() < whole.span() * 0.8);
    QTRY_COMPARE(plot.view().x, plot.shownX());
    const PlotRange near = plot.shownX();
    fixture.trigger("plotPan");
    drag(plot, plot.axisRect()->rect().center(), plot.axisRect()->rect().center() + QPoint(60, 0));
    QVERIFY(plot.shownX().lower < near.lower);
    QVERIFY(std::abs(plot.shownX().span() / near.span() - 1) < 1e-6);
    QVERIFY(fixture.child<QLineEdit>("filterLine")->text().isEmpty());
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::keyClick(&plot, Qt::Key_Plus);
    QVERIFY(plot.shownX().span() < near.span());
    QTest::keyClick(&plot, Qt::Key_Home);
    QTRY_COMPARE(plot.shownX(), whole);
    QTest::keyClick(&plot, Qt::Key_Minus);
    QVERIFY(plot.shownX().span() > whole.span());
    QTest::mouseDClick(&plot, Qt::LeftButton, Qt::NoModifier, plot.axisRect()->rect().center());
    QTRY_COMPARE(plot.shownX(), whole);
}

void TestMainWindowPlots::savesAndCopies()
{
    WindowFixture fixture;
    open(fixture, PlotKind::Slippage);
    PlotCanvas &plot = *canvas(fixture);
    const auto contents = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    fixture.files().path = fixture.folder() + u"/plot.png"_s;
    fixture.trigger("plotSavePng");
    QCOMPARE(QImage(fixture.files().path).size(), plot.size() * 2);
    fixture.files().path = fixture.folder() + u"/plot.svg"_s;
    fixture.trigger("plotSaveSvg");
    QSvgRenderer svg(fixture.files().path);
    QVERIFY(svg.isValid());
    QCOMPARE(svg.viewBox().size(), plot.size());
    QVERIFY(contents(fixture.files().path).contains("slippage (bp)"));
    fixture.files().path = fixture.folder() + u"/plot.csv"_s;
    fixture.trigger("plotSaveCsv");
    QTRY_VERIFY(contents(fixture.files().path).startsWith("order_id,clock,pair,leg,slippage_bps\r\n"));
    const QByteArray csv = contents(fixture.files().path);
    QCOMPARE(std::int64_t(csv.count("\r\n")), plot.view().n + 1);
    fixture.trigger("plotCopyCsv");
    QTRY_COMPARE(QGuiApplication::clipboard()->text().toUtf8(), csv);
    fixture.files().path = fixture.folder() + u"/no/such/folder/plot.png"_s;
    fixture.trigger("plotSavePng");
    QTRY_VERIFY(fixture.window().findChild<QStatusBar *>()->currentMessage().contains(u"could not be saved"));
}

void TestMainWindowPlots::saysWhenThereIsNothing()
{
    WindowFixture fixture;
    open(fixture, PlotKind::Latency);
    auto *message = fixture.child<QLabel>("plotMessage");
    QVERIFY(!message->isVisible());
    fixture.child<QLineEdit>("filterLine")->setText(u"clock < 0 and clock > 0"_s);
    QTest::keyClick(fixture.child<QLineEdit>("filterLine"), Qt::Key_Return);
    QTRY_VERIFY(message->isVisible());
    QTRY_COMPARE(message->text(), u"No trades to plot: the list is empty."_s);
    fixture.child<QLineEdit>("filterLine")
        ->setText(u"order_1_latency is null and order_2_latency is null and verdict == \"valid\""_s);
    QTest::keyClick(fixture.child<QLineEdit>("filterLine"), Qt::Key_Return);
    QTRY_VERIFY(message->text().contains(u"has these values"));
}

void TestMainWindowPlots::remembersThePlot()
{
    WindowFixture fixture;
    open(fixture, PlotKind::Latency);
    fixture.reopen();
    QCOMPARE(fixture.child<QComboBox>("plotKind")->currentText(), plotTitle(PlotKind::Latency));
}

void TestMainWindowPlots::groupsAreNeverMixed()
{
    WindowFixture fixture;
    open(fixture, PlotKind::CumulativeNet);
    auto *groups = fixture.child<QComboBox>("plotGroup");
    QVERIFY(groups->isVisible() && groups->count() > 1);
    const PlotCanvas &plot = *canvas(fixture);
    for (int i = 0; i < std::min(3, groups->count()); ++i) {
        groups->setCurrentIndex(i);
        emit groups->activated(i);
        QTRY_COMPARE(QByteArray::fromStdString(plot.view().group), groups->itemData(i).toByteArray());
        QCOMPARE(plot.view().series.size(), 1U);
    }
}

/// Many points are cells of one colour, not circles in that of their outcome.
void TestMainWindowPlots::legendShowsWhatIsDrawn()
{
    WindowFixture fixture;
    open(fixture, PlotKind::Profitability);
    PlotCanvas &plot = *canvas(fixture);
    PlotView view;
    view.series.emplace_back().name = "succeeded";
    plot.setView(view);
    QCOMPARE(plot.graph(0)->scatterStyle().shape(), QCPScatterStyle::ssCircle);
    view.density.columns = 1;
    view.density.rows = 1;
    view.density.counts = {1};
    plot.setView(view);
    QCOMPARE(plot.graph(0)->scatterStyle().shape(), QCPScatterStyle::ssSquare);
    QVERIFY(plot.graph(0)->scatterStyle().isPenDefined()); // else its edge has a color that nothing else has
}

void TestMainWindowPlots::latenciesAreInMilliseconds()
{
    WindowFixture fixture;
    open(fixture, PlotKind::Latency);
    PlotCanvas &plot = *canvas(fixture);
    QCOMPARE(plot.xAxis->label(), u"latency (ms)");
    PlotView view;
    PlotSeries &series = view.series.emplace_back();
    series.n = 7;
    series.quantiles = {{50, 0.25}, {99, 1.5}};
    QVERIFY2(seriesText(PlotKind::Latency, series).endsWith(u"p50 250.0  p99 1,500"),
             qPrintable(seriesText(PlotKind::Latency, series)));
    series.quantiles = {{50, 0.25}};
    QVERIFY(seriesText(PlotKind::Gap, series).endsWith(u"p50 0.2500"));
    PlotHit hit;
    hit.point = {0.3419, 0.5};
    QVERIFY(hitText(PlotKind::Latency, hit, {}, {}).contains(u"341.9 ms"));
    plot.xAxis->setRange(0, 1);
    plot.replot();
    QVERIFY2(plot.xAxis->tickVectorLabels().contains(u"400"_s), qPrintable(plot.xAxis->tickVectorLabels().join(u' ')));
}

QTEST_MAIN(TestMainWindowPlots)
#include "tst_mainwindowplots.moc"
