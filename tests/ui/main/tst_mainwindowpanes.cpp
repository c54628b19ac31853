// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the window from every pane: each does what its action does, wherever the keys are.
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradelist.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <memory>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

namespace {

struct Pane
{
    const char *widget; ///< that has the keys
    const char *dock; ///< that it is in; null: none
    QStringList ownKeys = {}; ///< that mean something else there, to its text, its figures, its lines
};

const QStringList TextKeys{u"Ctrl+C"_s, u"Ctrl+Z"_s, u"Ctrl+Shift+Z"_s, u"Ctrl+Home"_s, u"Ctrl+End"_s};

const std::vector<Pane> &panes()
{
    static const std::vector<Pane> all{
        {"tradeList", nullptr, {u"Ctrl+Home"_s, u"Ctrl+End"_s}}, // it goes there itself
        {"filterLine", nullptr, TextKeys},
        {"serverTree", "serversDock"},
        {"serverSearch", "serversDock", TextKeys},
        {"detailTree", "detailDock", {u"Ctrl+C"_s, u"Ctrl+Shift+C"_s}},
        {"figuresTree", "statisticsDock", {u"Ctrl+C"_s}},
        {"plotCanvas", "plotsDock"},
        {"balancesTree", "balancesDock", {u"Ctrl+C"_s}},
        {"problemsView", "problemsDock"},
        {"logView", "logDock", {u"Ctrl+C"_s}},
    };
    return all;
}

} // namespace

class TestMainWindowPanes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyKeyFromEveryPane_data();
    void everyKeyFromEveryPane();
    void panelKeysLeadInAndOut_data();
    void panelKeysLeadInAndOut();
    void escapeLeadsBackToTheList();
    void nothingToShowTakesKeys();

private:
    void open(WindowFixture &fixture)
    {
        fixture.open(m_store->url());
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
        QTRY_VERIFY(fixture.child<QWidget>("tradeList")->hasFocus());
    }

    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowPanes::initTestCase()
{
    m_store = std::make_unique<LiveStore>();
    std::vector<Report> reports = sampleReports(u"s"_s, 50);
    reports.back().exchange1Balance1 = Decimal(1); // else there are no balances to look at
    m_store->create(reports);
}

void TestMainWindowPanes::everyKeyFromEveryPane_data()
{
    QTest::addColumn<int>("pane");
    for (std::size_t i = 0; i < panes().size(); ++i)
        QTest::newRow(panes()[i].widget) << int(i);
}

void TestMainWindowPanes::everyKeyFromEveryPane()
{
    QFETCH(const int, pane);
    const Pane &where = panes()[std::size_t(pane)];
    WindowFixture fixture;
    open(fixture);
    if (where.dock) {
        auto *dock = fixture.child<QDockWidget>(where.dock);
        dock->show();
        dock->raise();
    }
    auto *widget = fixture.child<QWidget>(where.widget);
    QVERIFY(widget);
    QTRY_VERIFY(widget->isVisible());
    widget->setFocus();
    QVERIFY(widget->hasFocus());
    // What they do is for the tests of each: here it counts that they are asked.
    std::map<QString, std::unique_ptr<QSignalSpy>> asked;
    for (QAction *action : fixture.window().actions()) {
        if (action->shortcut().isEmpty())
            continue;
        action->setEnabled(true);
        disconnect(action, &QAction::triggered, nullptr, nullptr);
        asked.emplace(action->shortcut().toString(QKeySequence::PortableText),
                      std::make_unique<QSignalSpy>(action, &QAction::triggered));
    }
    QVERIFY(asked.size() > 35);
    QStringList silent;
    for (const auto &[key, spy] : asked) {
        if (where.ownKeys.contains(key))
            continue;
        QTest::keySequence(widget, QKeySequence(key, QKeySequence::PortableText));
        if (spy->size() != 1)
            silent << key;
    }
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u", ")));
    QVERIFY(widget->hasFocus());
}

void TestMainWindowPanes::panelKeysLeadInAndOut_data()
{
    QTest::addColumn<QString>("dock");
    QTest::addColumn<int>("digit");
    int digit = 0;
    for (const char *dock :
         {"serversDock", "detailDock", "statisticsDock", "plotsDock", "balancesDock", "problemsDock", "logDock"})
        QTest::newRow(dock) << QString::fromLatin1(dock) << ++digit;
}

void TestMainWindowPanes::panelKeysLeadInAndOut()
{
    QFETCH(const QString, dock);
    QFETCH(const int, digit);
    WindowFixture fixture;
    open(fixture);
    const auto *panel = fixture.window().findChild<QDockWidget *>(dock);
    const auto press = [digit] {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(Qt::Key_0 + digit), Qt::AltModifier);
    };
    const auto hasKeys = [panel] {
        const QWidget *focus = QApplication::focusWidget();
        return focus && panel->isAncestorOf(focus);
    };
    press();
    QVERIFY(panel->isVisible());
    QVERIFY2(hasKeys(), qPrintable(QApplication::focusWidget()->objectName()));
    fixture.child<QWidget>("tradeList")->setFocus();
    press(); // it is there already: the keys go in again
    QVERIFY(panel->isVisible());
    QVERIFY(hasKeys());
    press();
    QVERIFY(!panel->isVisible());
    QVERIFY(fixture.child<QWidget>("tradeList")->hasFocus());
    press();
    QTRY_VERIFY(hasKeys());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(panel->isVisible());
    QVERIFY(fixture.child<QWidget>("tradeList")->hasFocus());
    const QByteArray toggle = dock.toLatin1() + "Toggle"; // as the menu does: what is in sight goes
    fixture.trigger(toggle.constData());
    QVERIFY(!panel->isVisible());
}

void TestMainWindowPanes::escapeLeadsBackToTheList()
{
    WindowFixture fixture;
    open(fixture);
    const auto *list = fixture.child<QWidget>("tradeList");
    auto *search = fixture.child<QLineEdit>("serverSearch");
    search->setFocus();
    QTest::keyClicks(search, u"s"_s);
    QTest::keyClick(search, Qt::Key_Escape); // empties it first
    QCOMPARE(search->text(), QString());
    QVERIFY(search->hasFocus());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(list->hasFocus());

    fixture.trigger("statisticsDockToggle");
    auto *groups = fixture.child<QComboBox>("groupBy");
    groups->setFocus();
    groups->showPopup();
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape); // only what it opened
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QVERIFY(groups->hasFocus());
    QTest::keyClick(groups, Qt::Key_Escape);
    QVERIFY(list->hasFocus());
}

void TestMainWindowPanes::nothingToShowTakesKeys()
{
    WindowFixture fixture;
    open(fixture);
    auto *line = fixture.child<QLineEdit>("filterLine");
    const auto hideAll = [&] {
        QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_Slash, Qt::ControlModifier);
        line->setText(u"net > 1000000"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(fixture.message(), u"0 of 50 trades match the filter");
    };
    const auto hasKeys = [&] {
        const QWidget *focus = QApplication::focusWidget();
        return focus && fixture.child<QWidget>("messagePage")->isAncestorOf(focus);
    };
    hideAll();
    QTRY_VERIFY(hasKeys());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F); // begins another filter, as in the list
    QVERIFY(line->hasFocus());
    QCOMPARE(line->text(), u"f");
    QTest::keyClick(line, Qt::Key_Escape);
    QTest::keyClick(line, Qt::Key_Escape); // the first one may have closed the completion
    QVERIFY(hasKeys());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::AltModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(hasKeys());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // what the button says: clear the filter
    QTRY_COMPARE(fixture.trades()->rowCount(), 50);
    auto *list = fixture.child<TradeList>("tradeList");
    QTRY_VERIFY(list->hasFocus());
    // Where the trade that was selected stays hidden, another one is.
    hideAll();
    line->setFocus();
    line->setText(u"order_id contains \"7\""_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(fixture.trades()->rowCount(), 5);
    QTRY_VERIFY(list->currentTrade());
    QTRY_COMPARE(list->selectedCount(), 1);
}

QTEST_MAIN(TestMainWindowPanes)
#include "tst_mainwindowpanes.moc"
