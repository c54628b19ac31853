// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Filters from cells and detail rows, values to complete, bookmarks: in the real window.
#include "tests/support/oddtexts.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/columns/columns.h"
#include "ui/detail/detailtree.h"
#include "ui/list/tradelist.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestMainWindowCellFilter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cell_data();
    void cell();
    void joins();
    void detailRow();
    void byKeyboard();
    void completesValues();
    void completesFromAllTrades();
    void enterAppliesWhileCompletionsAreOffered();
    void bookmarks();

private:
    static QLineEdit *line(const WindowFixture &fixture) { return fixture.child<QLineEdit>("filterLine"); }
    void open(WindowFixture &fixture) const
    {
        fixture.open(m_store->url());
        QTRY_COMPARE(fixture.trades()->rowCount(), 300);
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    }
    /// The open menu's action of that name, after the click that a person makes for it.
    static QAction *menuAction(const WindowFixture &fixture, int row, const char *column, const char *name)
    {
        auto *list = fixture.child<TradeList>("tradeList");
        const int index = tradeColumnIndex(QString::fromLatin1(column));
        list->setColumnHidden(index, false);
        list->scrollTo(list->model()->index(row, index));
        const QPoint place = list->visualRect(list->model()->index(row, index)).center();
        QTest::mouseClick(list->viewport(), Qt::RightButton, {}, place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, list->viewport()->mapToGlobal(place));
        QApplication::sendEvent(list->viewport(), &event);
        auto *menu = list->findChild<QMenu *>(u"applyAsFilter"_s);
        return menu ? menu->findChild<QAction *>(QLatin1StringView(name)) : nullptr;
    }

    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowCellFilter::initTestCase()
{
    m_store = std::make_unique<LiveStore>();
    const std::vector<std::string> texts = oddTexts(600, 47);
    int stored = 0;
    for (std::size_t i = 0; stored < 300; ++i) { // readable ones only
        if (!readReport(texts[i]).report)
            continue;
        m_store->put("s", "id-" + QByteArray::number(stored), QByteArray::fromStdString(texts[i]),
                     1'600'000'000 + stored);
        ++stored;
    }
}

void TestMainWindowCellFilter::cell_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QString>("begins");
    QTest::newRow("text") << QByteArray("exchange_1") << QByteArray("filterIs") << u"exchange_1 == \""_s;
    QTest::newRow("not") << QByteArray("pair") << QByteArray("filterIsNot") << u"pair != \""_s;
    QTest::newRow("derived") << QByteArray("net") << QByteArray("filterIs") << u"net "_s;
    QTest::newRow("as another unit") << QByteArray("latency_1") << QByteArray("filterGreaterOrEqual")
                                     << u"order_1_latency >= "_s;
    QTest::newRow("two fields") << QByteArray("route") << QByteArray("filterIsNot") << u"not (buy_exchange == \""_s;
    QTest::newRow("time") << QByteArray("clock") << QByteArray("filterLess") << u"clock < "_s;
}

void TestMainWindowCellFilter::cell()
{
    QFETCH(QByteArray, column);
    QFETCH(QByteArray, action);
    QFETCH(QString, begins);
    WindowFixture fixture;
    open(fixture);
    int row = 0;
    while (fixture.cell(row, column.constData()) == u"–" || fixture.cell(row, column.constData()) == u"nan")
        ++row;
    const QByteArray id = fixture.orderId(row);
    QAction *chosen = menuAction(fixture, row, column.constData(), action.constData());
    QVERIFY(chosen);
    chosen->trigger();
    QVERIFY2(line(fixture)->text().startsWith(begins), qPrintable(line(fixture)->text()));
    QTRY_VERIFY(fixture.trades()->rowCount() < 300 || !fixture.message().isEmpty());
    // The trade itself is shown where its own value is wanted, and only there.
    const bool wanted = action == "filterIs" || action == "filterGreaterOrEqual";
    const auto isShown = [&] {
        for (int i = 0; i < fixture.trades()->rowCount(); ++i) {
            if (fixture.orderId(i) == id)
                return true;
        }
        return false;
    };
    QTRY_COMPARE(isShown(), wanted);
}

void TestMainWindowCellFilter::joins()
{
    WindowFixture fixture;
    open(fixture);
    const auto close = [&] { fixture.child<QMenu>("cellMenu")->close(); };
    QVERIFY(!menuAction(fixture, 0, "pair", "filterAnd")->isEnabled()); // nothing to join with yet
    menuAction(fixture, 0, "pair", "filterIs")->trigger();
    close();
    const QString pair = line(fixture)->text();
    QTRY_VERIFY(fixture.trades()->rowCount() < 300 && !fixture.orderId(0).isEmpty());
    QTRY_VERIFY(!fixture.child<QMenu>("cellMenu"));
    menuAction(fixture, 0, "exchange_1", "filterOr")->trigger();
    close();
    QVERIFY(line(fixture)->text().startsWith(pair + u" or exchange_1 == \""_s));
    const QString either = line(fixture)->text();
    QTRY_VERIFY(!fixture.child<QMenu>("cellMenu"));
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    menuAction(fixture, 0, "kind", "filterAndNot")->trigger();
    QVERIFY(line(fixture)->text().startsWith(u"("_s + either + u") and kind != \"buy_"_s));
}

void TestMainWindowCellFilter::detailRow()
{
    WindowFixture fixture;
    open(fixture);
    auto *tree = fixture.child<DetailTree>("detailTree");
    tree->selectMember(u"quantity_1"_s);
    auto *menu = fixture.child<QMenu>("detailFilterMenu");
    QVERIFY(menu->menuAction()->isEnabled());
    QVERIFY(tree->actions().contains(menu->menuAction())); // its context menu
    emit menu->aboutToShow();
    auto *is = menu->findChild<QAction *>(u"filterIs"_s);
    QVERIFY(is);
    is->trigger();
    QVERIFY(line(fixture)->text().startsWith(u"quantity_1 == "_s));
    QTRY_VERIFY(fixture.trades()->rowCount() < 300);
}

void TestMainWindowCellFilter::byKeyboard()
{
    WindowFixture fixture;
    open(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Right); // another cell of the row
    const int column = list->currentIndex().column();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}); // what the menu key sends
    QApplication::sendEvent(list->viewport(), &event);
    auto *menu = fixture.child<QMenu>("cellMenu");
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_F); // Apply as filter
    auto *submenu = fixture.child<QMenu>("applyAsFilter");
    QTRY_VERIFY(submenu->isVisible());
    QTest::keyClick(submenu, Qt::Key_I); // Is
    QTRY_VERIFY(!line(fixture)->text().isEmpty());
    const FieldId field = tradeColumns()[size_t(column)].fields.front();
    QVERIFY(line(fixture)->text().startsWith(QString::fromLatin1(fields()[size_t(field)].name.data())));
}

void TestMainWindowCellFilter::completesValues()
{
    WindowFixture fixture;
    open(fixture);
    line(fixture)->setFocus();
    QTest::keyClicks(line(fixture), u"exchange_1 == \""_s);
    const auto *completer = fixture.window().findChild<QCompleter *>();
    QVERIFY(completer->popup()->isVisible());
    QVERIFY(completer->completionCount() >= 2);
    const QString first = completer->completionModel()->index(0, 0).data().toString();
    QVERIFY(!first.isEmpty());
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(line(fixture)->text(), QString(u"exchange_1 == \""_s + first + u"\" "_s));
    QTest::keyClick(line(fixture), Qt::Key_Return);
    QTRY_VERIFY(fixture.trades()->rowCount() < 300);
}

/// Also what no page of the list has shown; the most frequent first.
void TestMainWindowCellFilter::completesFromAllTrades()
{
    LiveStore store;
    std::vector<Report> reports = sampleReports(u"s"_s, 3000);
    for (size_t i = 0; i < reports.size(); ++i)
        reports[i].version = i == 1500 ? u"a rare one"_s : i % 3 == 0 ? u"b"_s : u"c"_s;
    store.create(reports);
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 3000);
    line(fixture)->setFocus();
    const auto *completer = fixture.window().findChild<QCompleter *>();
    const auto offered = [&] {
        line(fixture)->clear();
        QTest::keyClicks(line(fixture), u"version == \""_s);
        QStringList values;
        for (int i = 0; i < completer->completionCount(); ++i)
            values << completer->completionModel()->index(i, 0).data().toString();
        return values;
    };
    const QStringList all{u"c"_s, u"b"_s, u"a rare one"_s};
    QTRY_COMPARE(offered(), all);
    // A filter that leaves few of them changes nothing.
    line(fixture)->clear();
    QTest::keyClicks(line(fixture), u"order_id == \"id-000004\""_s);
    QTest::keyClick(line(fixture), Qt::Key_Return);
    QTRY_COMPARE(fixture.trades()->rowCount(), 1);
    line(fixture)->setFocus();
    QCOMPARE(offered(), all);
}

void TestMainWindowCellFilter::enterAppliesWhileCompletionsAreOffered()
{
    WindowFixture fixture;
    open(fixture);
    line(fixture)->setFocus();
    QTest::keyClicks(line(fixture), u"failed"_s); // and failed_at is offered
    auto *popup = fixture.window().findChild<QCompleter *>()->popup();
    QVERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    QTRY_VERIFY(fixture.trades()->rowCount() < 300);
    QCOMPARE(line(fixture)->text(), u"failed");
}

void TestMainWindowCellFilter::bookmarks()
{
    WindowFixture fixture;
    open(fixture);
    QTest::mouseClick(fixture.child<QToolButton>("filterFailed"), Qt::LeftButton);
    QTRY_VERIFY(fixture.trades()->rowCount() < 300);
    const int failed = fixture.trades()->rowCount();
    const auto menu = [&] {
        auto *found = fixture.child<QMenu>("bookmarkMenu");
        emit found->aboutToShow();
        return found;
    };
    const auto nameIt = [&](const QString &name) {
        auto *dialog = fixture.child<QInputDialog>("bookmarkDialog");
        QVERIFY(dialog);
        dialog->setTextValue(name);
        dialog->accept();
        QTRY_VERIFY(!fixture.child<QInputDialog>("bookmarkDialog"));
    };
    menu()->findChild<QAction *>(u"addBookmark"_s)->trigger();
    nameIt(u"Bad & ones"_s);
    fixture.trigger("clearFilterAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 300);
    fixture.reopen(); // kept
    open(fixture);
    QCOMPARE(menu()->actions().front()->text(), u"Bad && ones");
    menu()->actions().front()->trigger();
    QTRY_COMPARE(fixture.trades()->rowCount(), failed);
    const auto submenu = [&](int fromEnd) { return menu()->actions()[menu()->actions().size() - fromEnd]->menu(); };
    submenu(2)->actions().front()->trigger();
    nameIt(u"Failed"_s);
    QCOMPARE(menu()->actions().front()->text(), u"Failed");
    submenu(1)->actions().front()->trigger();
    QVERIFY(menu()->actions().front()->isSeparator());
}

QTEST_MAIN(TestMainWindowCellFilter)
#include "tst_mainwindowcellfilter.moc"
