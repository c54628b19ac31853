// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with trades: marks and notes, comparing, a window of their own, columns.
#include "tests/ui/gallery/scenes.h"
#include "tests/ui/gallery/studio.h"
#include "ui/detail/detailpane.h"
#include "ui/list/tradelist.h"

#include <QAction>
#include <QCheckBox>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTest>

namespace arbscope::test {

using namespace Qt::StringLiterals;

class TradeScenes final : public Studio
{
    Q_OBJECT

private slots:
    void marks();
    void comparing();
    void detail();
    void columns();
    void menus();
};

void TradeScenes::marks()
{
    WindowFixture fixture;
    openDemo(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    list->setFocus();
    for (const int row : {1, 4, 5}) {
        list->goToRow(row);
        fixture.trigger("markAction");
    }
    list->goToRow(3);
    fixture.trigger("noteAction");
    auto *note = fixture.child<QInputDialog>("noteDialog");
    QVERIFY(note);
    note->setTextValue(u"Asked the exchange on 3 March:\nthe second order was taken off by a trade halt."_s);
    shoot(u"note"_s, note);
    note->accept();
    shoot(u"marks"_s, &fixture.window());
    fixture.trigger("onlyMarkedAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 4);
    shoot(u"marks-only"_s, &fixture.window());
}

void TradeScenes::comparing()
{
    WindowFixture fixture;
    openDemo(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    fixture.trigger("compareAction");
    QTRY_VERIFY(fixture.child<QWidget>("compareWindow"));
    auto *window = fixture.child<QWidget>("compareWindow");
    shoot(u"compare"_s, window);
    window->findChild<QCheckBox *>(u"differencesOnly"_s)->toggle();
    shoot(u"compare-toggled"_s, window);
}

void TradeScenes::detail()
{
    WindowFixture fixture;
    openDemo(fixture);
    fixture.trigger("detailWindowAction");
    QTRY_VERIFY(fixture.child<QWidget>("detailWindow"));
    auto *window = fixture.child<QWidget>("detailWindow");
    shoot(u"detail-window"_s, window);
    if (auto *raw = window->findChild<QTabWidget *>(u"rawTabs"_s)) {
        raw->setCurrentIndex(raw->count() - 1);
        shoot(u"detail-window-raw"_s, window);
    }
}

void TradeScenes::columns()
{
    WindowFixture fixture;
    openDemo(fixture);
    shootDialog(fixture, "columnsAction", u"columns"_s);
}

void TradeScenes::menus()
{
    WindowFixture fixture;
    openDemo(fixture);
    for (QMenu *menu : fixture.window().menuBar()->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly)) {
        menu->popup(fixture.window().mapToGlobal(QPoint(10, 30)));
        shootPopup(u"menu-"_s + menu->title().remove(u'&').toLower(), &fixture.window(), menu);
        menu->close();
    }
}

std::unique_ptr<QObject> tradeScenes()
{
    return std::make_unique<TradeScenes>();
}

} // namespace arbscope::test

#include "tradescenes.moc"
