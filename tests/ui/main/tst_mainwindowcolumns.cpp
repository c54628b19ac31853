// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The list's columns: presets, freezing, exact figures, by keys and mouse, and what is remembered of them.
#include "tests/ui/main/windowfixture.h"
#include "ui/columns/columnchooser.h"
#include "ui/columns/columnpresets.h"
#include "ui/list/tradeheader.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradetablemodel.h"
#include "ui/settings/keys.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestMainWindowColumns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void presetsByTheMenuKeys();
    void ownPresets();
    void ownPresetsKeepTheirKeys();
    void eachStoreHasItsColumns();
    void frozenColumnsStayInSight();
    void frozenCellsTakeClicks();
    void frozenHeadersSortMoveAndResize();
    void theCurrentCellIsNotHiddenBehindFrozenOnes();
    void narrowWindowsFreezeLess();
    void figuresAreExactWhereItCounts();
    void chooserFreezesAndNamesUnits();
    void chooserIsSearchedByKeys();

private:
    static TradeList &list(const WindowFixture &fixture) { return *fixture.child<TradeList>("tradeList"); }
    static TradeHeader &header(const WindowFixture &fixture) { return *fixture.child<TradeHeader>("tradeHeader"); }
    static QAction *action(const WindowFixture &fixture, const char *name) { return fixture.child<QAction>(name); }
    void open(WindowFixture &fixture)
    {
        fixture.open(m_store->url());
        QTRY_COMPARE(fixture.trades()->rowCount(), 300);
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    }
    /// The time and the pair frozen, scrolled to the right.
    static void freezeTwo(WindowFixture &fixture)
    {
        fixture.trigger("profitColumnsAction");
        list(fixture).freezeUpTo(tradeColumnIndex(u"pair"));
        QScrollBar *bar = list(fixture).horizontalScrollBar();
        QTRY_VERIFY(bar->maximum() > 300);
        bar->setValue(300);
        QTRY_COMPARE(header(fixture).offset(), 300);
    }
    static void nameIt(const WindowFixture &fixture, const QString &name)
    {
        auto *dialog = fixture.child<QInputDialog>("presetDialog");
        QVERIFY(dialog);
        QVERIFY(dialog->width() > 300); // room for a name
        auto *field = dialog->findChild<QLineEdit *>();
        field->selectAll();
        QTest::keyClicks(field, name);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!fixture.child<QInputDialog>("presetDialog"));
    }
    static QPoint onHeader(const WindowFixture &fixture, const char *column, int within = 12)
    {
        const TradeHeader &columns = header(fixture);
        const int x = columns.positionOf(tradeColumnIndex(QString::fromLatin1(column)));
        return {x + within, columns.height() / 2};
    }

    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowColumns::init()
{
    m_store->clear();
    m_store->create(sampleReports(QStringLiteral("s"), 300));
}

void TestMainWindowColumns::presetsByTheMenuKeys()
{
    WindowFixture fixture;
    open(fixture);
    QVERIFY(action(fixture, "overviewColumnsAction")->isChecked());
    auto *menu = fixture.child<QMenu>("columnMenu");
    menu->popup({});
    QTest::keyClick(menu, Qt::Key_L);
    const auto &presets = shippedPresets();
    QVERIFY(showTheSame(list(fixture).columns(), presets[2].columns));
    QVERIFY(action(fixture, "latencyColumnsAction")->isChecked());
    QVERIFY(!action(fixture, "overviewColumnsAction")->isChecked());
    fixture.trigger("latencyColumnsAction"); // again: it stays
    QVERIFY(action(fixture, "latencyColumnsAction")->isChecked());
    list(fixture).setFrozen(2); // a choice of one's own
    QVERIFY(!action(fixture, "latencyColumnsAction")->isChecked());
    fixture.trigger("resetLayoutAction");
    QVERIFY(action(fixture, "overviewColumnsAction")->isChecked());
    QCOMPARE(fixture.doubledMnemonics(), QStringList());
}

void TestMainWindowColumns::ownPresets()
{
    WindowFixture fixture;
    open(fixture);
    QVERIFY(!action(fixture, "deletePresetAction")->isEnabled());
    fixture.trigger("latencyColumnsAction");
    list(fixture).setFrozen(3);
    fixture.trigger("savePresetAction");
    nameIt(fixture, u"Slow & late"_s);
    QAction *own = action(fixture, "ownColumns_1");
    QVERIFY(own);
    QCOMPARE(own->text(), u"Slow && late");
    QVERIFY(own->isChecked());
    fixture.trigger("overviewColumnsAction");
    QVERIFY(!action(fixture, "renamePresetAction")->isEnabled());

    fixture.reopen();
    open(fixture);
    fixture.trigger("ownColumns_1");
    QCOMPARE(list(fixture).frozenCount(), 3);
    fixture.trigger("renamePresetAction");
    nameIt(fixture, u"Late"_s);
    QCOMPARE(action(fixture, "ownColumns_1")->text(), u"Late");
    fixture.trigger("deletePresetAction");
    QVERIFY(!action(fixture, "ownColumns_1"));
    QCOMPARE(list(fixture).frozenCount(), 3); // the list stays as it is
    QCOMPARE(fixture.settings().value(keys::ColumnPresets), QStringList());
}

void TestMainWindowColumns::ownPresetsKeepTheirKeys()
{
    WindowFixture fixture;
    fixture.settings().write("keys/ownColumns_1", u"Ctrl+Alt+Y"_s);
    fixture.settings().write("keys/inventoryColumnsAction", u"Ctrl+Alt+I"_s);
    fixture.settings().setValue(keys::ColumnPresets, {u"1"_s, u"Mine"_s, u"net,1,0;pair,1,0"_s});
    fixture.reopen();
    open(fixture);
    QTest::keyClick(&list(fixture), Qt::Key_Y, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(list(fixture).shownColumns(), (std::vector<int>{tradeColumnIndex(u"net"), tradeColumnIndex(u"pair")}));
    QTest::keyClick(&list(fixture), Qt::Key_I, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(action(fixture, "inventoryColumnsAction")->isChecked());
    fixture.trigger("ownColumns_1");
    fixture.trigger("deletePresetAction");
    QVERIFY(!fixture.settings().read("keys/ownColumns_1").isValid());
    fixture.trigger("savePresetAction"); // a new one, without that key
    nameIt(fixture, u"Another"_s);
    QVERIFY(action(fixture, "ownColumns_1")->shortcuts().isEmpty());
}

void TestMainWindowColumns::eachStoreHasItsColumns()
{
    LiveStore other;
    other.create(sampleReports(QStringLiteral("s"), 300));
    WindowFixture fixture;
    open(fixture);
    fixture.trigger("inventoryColumnsAction");
    list(fixture).setColumnWidth(tradeColumnIndex(u"exposure"), 222);
    fixture.open(other.url());
    QTRY_COMPARE(fixture.session().target()->url.display(), other.url().display());
    QTRY_VERIFY(action(fixture, "latencyColumnsAction")->isEnabled());
    fixture.trigger("latencyColumnsAction");
    fixture.open(m_store->url());
    QTRY_VERIFY(action(fixture, "inventoryColumnsAction")->isChecked());
    QCOMPARE(list(fixture).columnWidth(tradeColumnIndex(u"exposure")), 222);
    QCOMPARE(list(fixture).frozenCount(), 1);
    fixture.reopen();
    fixture.open(other.url());
    QTRY_VERIFY(action(fixture, "latencyColumnsAction")->isChecked());
}

void TestMainWindowColumns::frozenColumnsStayInSight()
{
    WindowFixture fixture;
    open(fixture);
    list(fixture).setCurrentIndex(fixture.trades()->index(0, tradeColumnIndex(u"clock")));
    fixture.trigger("freezeColumnsAction");
    QCOMPARE(list(fixture).frozenCount(), 1);
    freezeTwo(fixture);
    const QWidget &viewport = *list(fixture).viewport();
    const int width = header(fixture).frozenWidth();
    QCOMPARE(width,
             list(fixture).columnWidth(tradeColumnIndex(u"clock"))
                 + list(fixture).columnWidth(tradeColumnIndex(u"pair")));
    QCOMPARE(list(fixture).visualRect(fixture.trades()->index(0, tradeColumnIndex(u"clock"))).left(), 0);
    // What is painted there is the same at any place of the others.
    const QRect strip(0, 0, width - 1, viewport.height());
    list(fixture).clearSelection();
    const auto picture = [&] { return list(fixture).viewport()->grab(strip).toImage(); };
    const auto titles = [&] { return header(fixture).viewport()->grab({0, 0, width - 1, 20}).toImage(); };
    const QImage scrolled = picture();
    const QImage scrolledTitles = titles();
    list(fixture).horizontalScrollBar()->setValue(0);
    QCOMPARE(picture(), scrolled);
    QCOMPARE(titles(), scrolledTitles);
    fixture.trigger("unfreezeColumnsAction");
    list(fixture).horizontalScrollBar()->setValue(300);
    QVERIFY(picture() != scrolled);
    QVERIFY(!action(fixture, "unfreezeColumnsAction")->isEnabled());
}

void TestMainWindowColumns::frozenCellsTakeClicks()
{
    WindowFixture fixture;
    open(fixture);
    freezeTwo(fixture);
    QWidget *viewport = list(fixture).viewport();
    const QModelIndex pair = fixture.trades()->index(4, tradeColumnIndex(u"pair"));
    QTest::mouseClick(viewport, Qt::LeftButton, {}, list(fixture).visualRect(pair).center());
    QCOMPARE(list(fixture).currentIndex(), pair);
    QCOMPARE(list(fixture).horizontalScrollBar()->value(), 300); // it stays where it is
    // Shift in another column goes on from there.
    const QModelIndex net = fixture.trades()->index(7, tradeColumnIndex(u"realised"));
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::ShiftModifier, list(fixture).visualRect(net).center());
    QCOMPARE(list(fixture).selectedCount(), 4);
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::ControlModifier,
                      list(fixture).visualRect(fixture.trades()->index(9, tradeColumnIndex(u"clock"))).center());
    QCOMPARE(list(fixture).selectedCount(), 5);

    const QPoint where = list(fixture).visualRect(pair).center();
    QTest::mouseClick(viewport, Qt::LeftButton, {}, where);
    QContextMenuEvent event(QContextMenuEvent::Mouse, where, viewport->mapToGlobal(where));
    QCoreApplication::sendEvent(viewport, &event);
    QVERIFY(fixture.child<QMenu>("cellMenu"));
    const auto *filter = fixture.child<QMenu>("applyAsFilter");
    QVERIFY2(filter->actions().front()->text().contains(u"BTC"), qPrintable(filter->actions().front()->text()));
}

void TestMainWindowColumns::frozenHeadersSortMoveAndResize()
{
    WindowFixture fixture;
    open(fixture);
    freezeTwo(fixture);
    TradeHeader &columns = header(fixture);
    QWidget *viewport = columns.viewport();
    QTest::mouseClick(viewport, Qt::LeftButton, {}, onHeader(fixture, "pair"));
    QTRY_COMPARE(list(fixture).sortMarks().size(), 1U);
    QCOMPARE(list(fixture).sortMarks().front().column, tradeColumnIndex(u"pair"));

    const int pair = tradeColumnIndex(u"pair");
    const auto drag = [viewport](const QPoint &from, const QPoint &to) {
        const auto send = [viewport](QEvent::Type type, const QPoint &at, Qt::MouseButton button) {
            QMouseEvent event(type, at, viewport->mapToGlobal(at), button,
                              type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(viewport, &event);
        };
        send(QEvent::MouseButtonPress, from, Qt::LeftButton);
        for (int step = 1; step <= 8; ++step)
            send(QEvent::MouseMove, from + (to - from) * step / 8, Qt::NoButton);
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton);
    };
    const int before = columns.sectionSize(pair);
    const QPoint edge(columns.positionOf(pair) + before - 1, columns.height() / 2);
    drag(edge, edge + QPoint(40, 0));
    QCOMPARE(columns.sectionSize(pair), before + 40);

    // The pair before the time: both stay frozen.
    drag(onHeader(fixture, "pair", 20), onHeader(fixture, "clock", 5));
    QCOMPARE(list(fixture).shownColumns().front(), pair);
    QCOMPARE(list(fixture).frozenCount(), 2);
    // One of the others among them is frozen, too.
    drag(onHeader(fixture, "realised", 20), onHeader(fixture, "clock", 5));
    QCOMPARE(list(fixture).shownColumns()[1], tradeColumnIndex(u"realised"));
    QCOMPARE(list(fixture).frozenCount(), 3);
    // Pulled out again it is not.
    drag(onHeader(fixture, "realised", 20), onHeader(fixture, "gap_bps", 50));
    QCOMPARE(list(fixture).frozenCount(), 2);
    QVERIFY(!columns.isFrozen(tradeColumnIndex(u"realised")));
    // The menu is the one of the column that is seen there.
    emit columns.customContextMenuRequested(onHeader(fixture, "clock"));
    auto *menu = fixture.child<QMenu>("headerMenu");
    QVERIFY(menu->findChild<QAction *>(u"freezeHere"_s)->text().contains(u"Time"));
}

void TestMainWindowColumns::theCurrentCellIsNotHiddenBehindFrozenOnes()
{
    WindowFixture fixture;
    open(fixture);
    freezeTwo(fixture);
    TradeList &rows = list(fixture);
    rows.setCurrentIndex(fixture.trades()->index(3, tradeColumnIndex(u"exposure_worth")));
    for (int step = 0; step < 20; ++step) {
        QTest::keyClick(&rows, Qt::Key_Left);
        const QRect cell = rows.visualRect(rows.currentIndex());
        const bool frozen = header(fixture).isFrozen(rows.currentIndex().column());
        QVERIFY(frozen || cell.left() >= header(fixture).frozenWidth());
        QVERIFY(cell.left() >= 0 && cell.left() < rows.viewport()->width());
        QCOMPARE(rows.indexAt(cell.center()), rows.currentIndex());
    }
    QCOMPARE(rows.currentIndex().column(), tradeColumnIndex(u"clock"));
    for (int step = 0; step < 20; ++step)
        QTest::keyClick(&rows, Qt::Key_Right);
    QCOMPARE(rows.currentIndex().column(), tradeColumnIndex(u"exposure_worth"));
    QVERIFY(rows.visualRect(rows.currentIndex()).left() >= header(fixture).frozenWidth());
}

void TestMainWindowColumns::narrowWindowsFreezeLess()
{
    WindowFixture fixture;
    open(fixture);
    fixture.trigger("profitColumnsAction");
    list(fixture).setFrozen(50); // more than there are
    QVERIFY(header(fixture).frozenWidth() <= list(fixture).viewport()->width() * 2 / 3);
    const auto many = header(fixture).frozenColumns().size();
    QVERIFY(many > 1);
    list(fixture).setColumnWidth(tradeColumnIndex(u"clock"), 400);
    QVERIFY(header(fixture).frozenColumns().size() < many);
    list(fixture).setColumnWidth(tradeColumnIndex(u"clock"), 5000);
    QVERIFY(header(fixture).frozenColumns().empty());
    QCOMPARE(header(fixture).frozenWidth(), 0);
}

void TestMainWindowColumns::figuresAreExactWhereItCounts()
{
    Report report = sampleReports(u"s"_s, 1).front();
    report.orderId = u"exact"_s;
    report.clock += 100000;
    report.exchange1FeesPaid = Decimal::fromText("0.123456789012345678901");
    report.exchange2FeesPaid = Decimal::fromText("0.1");
    m_store->create({report});
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.orderId(0), "exact");
    const QModelIndex fees = fixture.trades()->index(0, tradeColumnIndex(u"fees"));
    const QString exact = u"0.223456789012345678901"_s;
    QCOMPARE(fees.data().toString(), u"0.2235");
    QVERIFY2(fees.data(Qt::ToolTipRole).toString().contains(exact + u" EUR"),
             qPrintable(fees.data(Qt::ToolTipRole).toString()));
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&list(fixture));
    QAccessibleInterface *cell = table->tableInterface()->cellAt(0, tradeColumnIndex(u"fees"));
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), exact + u" EUR");
    list(fixture).setCurrentIndex(fees);
    fixture.trigger("copyCellAction");
    QCOMPARE(QGuiApplication::clipboard()->text(), exact);
    fixture.trigger("copyAction");
    QVERIFY(QGuiApplication::clipboard()->text().split(u'\t').contains(exact));
    list(fixture).selectAll(); // more than is copied at once
    fixture.trigger("copyAction");
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 300);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u'\t' + exact + u'\t'));
}

void TestMainWindowColumns::chooserIsSearchedByKeys()
{
    WindowFixture fixture;
    open(fixture);
    fixture.trigger("columnsAction");
    const auto *chooser = fixture.window().findChild<ColumnChooser *>();
    QTRY_VERIFY(chooser->findChild<QLineEdit *>(u"columnSearch"_s)->hasFocus());
    const auto shown = [&fixture](const char *column) {
        const std::vector<ColumnState> columns = list(fixture).columns();
        const auto state = std::ranges::find(columns, QString::fromLatin1(column), &ColumnState::id);
        return state != columns.end() && state->visible;
    };
    QTest::keyClicks(QApplication::focusWidget(), u"accepted"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"columns");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // what was found, not what the search hides
    QVERIFY(shown("slippage_over_accepted"));
    QVERIFY(shown("clock"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(shown("exchange_2_accepted_slippage"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!fixture.window().findChild<ColumnChooser *>());
}

void TestMainWindowColumns::chooserFreezesAndNamesUnits()
{
    WindowFixture fixture;
    open(fixture);
    fixture.trigger("columnsAction");
    auto *chooser = fixture.window().findChild<ColumnChooser *>();
    auto *preset = chooser->findChild<QComboBox *>(u"preset"_s);
    QCOMPARE(preset->currentText(), u"Overview");
    auto *frozen = chooser->findChild<QSpinBox *>(u"frozen"_s);
    QTest::keyClick(frozen, Qt::Key_Up);
    QTest::keyClick(frozen, Qt::Key_Up);
    QCOMPARE(list(fixture).frozenCount(), 2);
    QCOMPARE(preset->currentIndex(), -1);
    QTest::keyClick(preset, Qt::Key_Down);
    QTest::keyClick(preset, Qt::Key_Down);
    QVERIFY(action(fixture, "profitColumnsAction")->isChecked());
    QCOMPARE(frozen->value(), 1);
    QTest::keyClick(chooser, Qt::Key_Escape);
    QTRY_VERIFY(!fixture.window().findChild<ColumnChooser *>());

    const int quantity = tradeColumnIndex(u"quantity_1");
    const QModelIndex cell = fixture.trades()->index(0, quantity);
    list(fixture).scrollTo(cell);
    const auto picture = [&] { return list(fixture).viewport()->grab(list(fixture).visualRect(cell)).toImage(); };
    const QImage before = picture();
    emit header(fixture).customContextMenuRequested(onHeader(fixture, "quantity_1"));
    auto *units = fixture.child<QMenu>("headerMenu")->findChild<QAction *>(u"unitsHere"_s);
    QVERIFY(units->isChecked());
    units->trigger();
    QVERIFY(picture() != before);
    QVERIFY(!action(fixture, "profitColumnsAction")->isChecked());
}

QTEST_MAIN(TestMainWindowColumns)
#include "tst_mainwindowcolumns.moc"
