// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowprobe.h"

#include "tests/ui/main/windowfixture.h"
#include "ui/analysis/tradeanalyst.h"
#include "ui/columns/columns.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradefeed.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

class TestWindowProbe : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_store = std::make_unique<LiveStore>();
        m_store->create(sampleReports(QStringLiteral("s"), Trades));
    }
    void tellsOfOtherTrades();
    void tellsThatSortingBegan();
    void countsWhatPanelsShow();

private:
    static constexpr int Trades = 400;
    std::unique_ptr<LiveStore> m_store;
};

void TestWindowProbe::tellsOfOtherTrades()
{
    WindowFixture fixture;
    const auto probe = fixture.window().makeProbe();
    QSignalSpy painted(probe.get(), &WindowProbe::listPainted);
    fixture.open(m_store->url());
    QTRY_VERIFY(!painted.isEmpty() && probe->feed().total() == Trades);
    const int resets = probe->resets();
    fixture.child<QLineEdit>("filterLine")->setText(QStringLiteral("clock >= 0 "));
    painted.clear();
    QTest::keyClick(fixture.child<QLineEdit>("filterLine"), Qt::Key_Return);
    QTRY_VERIFY(!painted.isEmpty() && probe->feed().isChosen() && probe->resets() > resets);
    const auto tellsOfRepainting = [&] {
        painted.clear();
        fixture.child<QWidget>("tradeList")->repaint();
        QTest::qWait(0);
        return !painted.isEmpty();
    };
    QTRY_VERIFY(!tellsOfRepainting()); // as soon as all pages in sight have come
}

void TestWindowProbe::tellsThatSortingBegan()
{
    WindowFixture fixture;
    const auto probe = fixture.window().makeProbe();
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades);
    QSignalSpy sorting(probe.get(), &WindowProbe::sortingPainted);
    auto *list = fixture.child<TradeList>("tradeList");
    emit list->sortRequested(tradeColumnIndex(u"net"), true);
    QTRY_COMPARE(sorting.count(), 1);
    QTRY_VERIFY(probe->feed().isSorted());
    QCOMPARE(sorting.count(), 1);
}

void TestWindowProbe::countsWhatPanelsShow()
{
    WindowFixture fixture;
    const auto probe = fixture.window().makeProbe();
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades);
    QCOMPARE(probe->inStatistics(), 0);
    fixture.trigger("statisticsDockToggle");
    QTRY_COMPARE(probe->inStatistics(), Trades);
    fixture.trigger("plotsDockToggle");
    QTRY_COMPARE(probe->inPlot(), Trades);
    probe->restart();
    QCOMPARE(probe->plotFrames().count(), 0);
    auto *canvas = fixture.child<QWidget>("plotCanvas");
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(canvas, i % 2 == 0 ? Qt::Key_Plus : Qt::Key_Minus);
        QTest::qWait(1);
    }
    QTRY_VERIFY(probe->plotFrames().count() > 0);
}

QTEST_MAIN(TestWindowProbe)
#include "tst_windowprobe.moc"
