// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The list's header and its sideways scrolling, by keys; how small the window can be.
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradeheader.h"
#include "ui/list/tradelist.h"

#include <QMenu>
#include <QScrollBar>
#include <QSet>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestMainWindowHeader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_store = std::make_unique<LiveStore>();
        m_store->create(sampleReports(QStringLiteral("s"), 30));
    }
    void menuGoesByKeys();
    void windowCanBeSmall();
    void homeScrollsBack_data();
    void homeScrollsBack();

private:
    static TradeList &list(const WindowFixture &fixture) { return *fixture.child<TradeList>("tradeList"); }
    void open(WindowFixture &fixture)
    {
        fixture.open(m_store->url());
        QTRY_COMPARE(fixture.trades()->rowCount(), 30);
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    }

    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowHeader::menuGoesByKeys()
{
    WindowFixture fixture;
    open(fixture);
    auto *header = fixture.child<TradeHeader>("tradeHeader");
    const auto popUp = [&] {
        const int column = tradeColumnIndex(u"quantity_1");
        emit header->customContextMenuRequested({header->positionOf(column) + 5, 5});
        return fixture.child<QMenu>("headerMenu");
    };
    QMenu *menu = popUp();
    QVERIFY(menu);
    QSet<QChar> keys;
    for (const QAction *entry : menu->actions()) {
        const QString text = entry->text();
        const qsizetype sign = text.indexOf(u'&');
        QVERIFY2(entry->isSeparator() || sign >= 0, qPrintable(text));
        if (sign >= 0) {
            QVERIFY2(!keys.contains(text[sign + 1].toLower()), qPrintable(text));
            keys << text[sign + 1].toLower();
        }
    }
    QVERIFY(keys.size() >= 9); // with the units, too
    QTest::keyClick(menu, Qt::Key_D);
    QTRY_COMPARE(list(fixture).sortMarks().size(), 1U);
    QCOMPARE(list(fixture).sortMarks().front().column, tradeColumnIndex(u"quantity_1"));
    QVERIFY(list(fixture).sortMarks().front().descending);
}

void TestMainWindowHeader::windowCanBeSmall()
{
    WindowFixture fixture;
    open(fixture);
    // The page that it starts with is taller, and not in sight.
    QVERIFY(fixture.window().centralWidget()->minimumSizeHint().height() < 150);
    fixture.window().resize(700, 440);
    QTRY_COMPARE(fixture.window().size(), QSize(700, 440));
}

void TestMainWindowHeader::homeScrollsBack_data()
{
    QTest::addColumn<int>("frozen");
    QTest::newRow("nothing frozen") << 0;
    QTest::newRow("two frozen") << 2;
}

void TestMainWindowHeader::homeScrollsBack()
{
    QFETCH(const int, frozen);
    WindowFixture fixture;
    open(fixture);
    fixture.trigger("profitColumnsAction");
    TradeList &rows = list(fixture);
    rows.setFrozen(frozen);
    rows.setCurrentIndex(fixture.trades()->index(3, rows.shownColumns().front()));
    QTest::keyClick(&rows, Qt::Key_End);
    QCOMPARE(rows.currentIndex().column(), rows.shownColumns().back());
    QTRY_VERIFY(rows.horizontalScrollBar()->value() > 100);
    QTest::keyClick(&rows, Qt::Key_Home);
    QCOMPARE(rows.currentIndex(), fixture.trades()->index(3, rows.shownColumns().front()));
    QCOMPARE(rows.horizontalScrollBar()->value(), 0);
}

QTEST_MAIN(TestMainWindowHeader)
#include "tst_mainwindowheader.moc"
