// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the real window, and changing them in the preferences.
#include "tests/ui/main/windowfixture.h"
#include "ui/preferences/keyfield.h"
#include "ui/settings/keys.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Every action that stands in a menu, with its keys.
QList<QAction *> menuActions(const QList<QAction *> &actions)
{
    QList<QAction *> found;
    for (QAction *action : actions) {
        if (const auto *menu = action->menu<QMenu *>())
            found += menuActions(menu->actions());
        else if (!action->isSeparator())
            found.append(action);
    }
    return found;
}

QTreeWidgetItem *itemWith(const QTreeWidget &tree, const QString &text)
{
    const auto found = tree.findItems(text, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.first();
}

} // namespace

class TestMainWindowKeys final : public QObject
{
    Q_OBJECT

private slots:
    void everyActionHasANameAndAKeyOfItsOwn();
    void everyPromisedKeyStandsInAMenu_data();
    void everyPromisedKeyStandsInAMenu();
    void aKeyIsChangedInThePreferences();
    void aTakenKeyIsToldBefore();
    void memoryIsKept();
    void detailWindowsFollowTheTimeFormat();
};

void TestMainWindowKeys::everyActionHasANameAndAKeyOfItsOwn()
{
    WindowFixture fixture;
    QHash<QString, QString> owners;
    const QList<QAction *> actions = menuActions(fixture.window().menuBar()->actions());
    QVERIFY(actions.size() > 30);
    for (const QAction *action : actions) {
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        for (const QKeySequence &key : action->shortcuts()) {
            const QString text = key.toString();
            QVERIFY2(!owners.contains(text), qPrintable(text + u": "_s + owners[text] + u", "_s + action->text()));
            owners[text] = action->text();
        }
    }
}

void TestMainWindowKeys::everyPromisedKeyStandsInAMenu_data()
{
    QTest::addColumn<QString>("action");
    const auto row = [](const char *key, const char *action) { QTest::newRow(key) << QString::fromLatin1(action); };
    row("Ctrl+/", "filterAction");
    row("F7", "previousTradeAction");
    row("F8", "nextTradeAction");
    row("Ctrl+Home", "firstTradeAction");
    row("Ctrl+End", "lastTradeAction");
    row("Ctrl+G", "goToAction");
    row("Ctrl+F", "findAction");
    row("F3", "findNextAction");
    row("Shift+F3", "findPreviousAction");
    row("Alt+Left", "backAction");
    row("Alt+Right", "forwardAction");
    row("Ctrl+,", "previousInSessionAction");
    row("Ctrl+.", "nextInSessionAction");
    row("Ctrl+M", "markAction");
    row("Ctrl+Shift+N", "nextMarkAction");
    row("Ctrl+Shift+B", "previousMarkAction");
    row("Ctrl+E", "followAction");
    row("F5", "refreshAction");
    row("Ctrl+D", "newestFirstAction");
    row("Ctrl+C", "copyAction");
    row("Ctrl+Shift+C", "copyWithHeaderAction");
    row("Ctrl+S", "exportAction");
    row("Ctrl+Shift+S", "exportAsAction");
    row("Ctrl+N", "connectAction");
    row("Alt+1", "serversDockToggle");
    row("Alt+2", "detailDockToggle");
    row("Alt+3", "statisticsDockToggle");
    row("Alt+4", "plotsDockToggle");
    row("Alt+5", "balancesDockToggle");
    row("Alt+6", "problemsDockToggle");
    row("Ctrl+0", "resetLayoutAction");
    row("Ctrl+Q", "quitAction");
    row("F1", "shortcutsAction");
}

void TestMainWindowKeys::everyPromisedKeyStandsInAMenu()
{
    QFETCH(const QString, action);
    WindowFixture fixture;
    const QList<QAction *> actions = menuActions(fixture.window().menuBar()->actions());
    const auto found = std::ranges::find(actions, action, [](const QAction *each) { return each->objectName(); });
    QVERIFY(found != actions.end());
    QCOMPARE((*found)->shortcut().toString(QKeySequence::PortableText), QString::fromLatin1(QTest::currentDataTag()));
}

void TestMainWindowKeys::aKeyIsChangedInThePreferences()
{
    WindowFixture fixture;
    fixture.trigger("preferencesAction");
    auto *dialog = fixture.child<QDialog>("preferencesDialog");
    QVERIFY(dialog && dialog->isVisible());
    auto *tree = dialog->findChild<QTreeWidget *>(u"keyTree"_s);
    auto *field = dialog->findChild<KeyField *>(u"keyField"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"keySearch"_s), u"demo store"_s);
    QTreeWidgetItem *demo = itemWith(*tree, u"Demo store"_s);
    QVERIFY(demo && !demo->isHidden());
    QVERIFY(itemWith(*tree, u"Quit"_s)->isHidden());
    tree->setCurrentItem(demo);
    QTest::keyClick(field, Qt::Key_D); // alone it types
    QVERIFY(!dialog->findChild<QPushButton *>(u"assignKey"_s)->isEnabled());
    QTest::keyClick(field, Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(dialog->findChild<QLabel *>(u"keyNote"_s)->text(), u"Ctrl+Alt+D is free.");
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"assignKey"_s), Qt::LeftButton);
    QCOMPARE(demo->text(1), u"Ctrl+Alt+D");
    dialog->reject();

    fixture.reopen();
    const auto *action = fixture.child<QAction>("demoAction");
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D));
    QVERIFY(action->toolTip().endsWith(u" (Ctrl+Alt+D)"));
    QTest::keyClick(&fixture.window(), Qt::Key_F1);
    QTRY_VERIFY(fixture.child<QTreeWidget>("shortcuts"));
    const QTreeWidgetItem *shown = itemWith(*fixture.child<QTreeWidget>("shortcuts"), u"Demo store"_s);
    QVERIFY(shown);
    QCOMPARE(shown->text(1), u"Ctrl+Alt+D");
}

void TestMainWindowKeys::aTakenKeyIsToldBefore()
{
    WindowFixture fixture;
    fixture.trigger("preferencesAction");
    auto *dialog = fixture.child<QDialog>("preferencesDialog");
    auto *tree = dialog->findChild<QTreeWidget *>(u"keyTree"_s);
    auto *field = dialog->findChild<KeyField *>(u"keyField"_s);
    const auto press = [dialog](const char *button) {
        QTest::mouseClick(dialog->findChild<QPushButton *>(QLatin1StringView(button)), Qt::LeftButton);
    };
    const auto *note = dialog->findChild<QLabel *>(u"keyNote"_s);
    tree->setCurrentItem(itemWith(*tree, u"Connect…"_s));
    QTest::keyClick(field, Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(note->text(), u"Ctrl+Q belongs to “Quit”, which will lose it.");
    QCOMPARE(fixture.child<QAction>("quitAction")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Q));
    press("assignKey");
    QVERIFY(fixture.child<QAction>("quitAction")->shortcut().isEmpty());
    QCOMPARE(itemWith(*tree, u"Quit"_s)->text(1), QString());

    tree->setCurrentItem(itemWith(*tree, u"Quit"_s));
    press("resetKey"); // told first here too
    QCOMPARE(note->text(), u"Ctrl+Q belongs to “Connect…”, which will lose it.");
    press("assignKey");
    QCOMPARE(fixture.child<QAction>("quitAction")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Q));
    QVERIFY(fixture.child<QAction>("connectAction")->shortcut().isEmpty());
    press("removeKey");
    QVERIFY(fixture.child<QAction>("quitAction")->shortcut().isEmpty());
    press("resetAllKeys");
    QCOMPARE(fixture.child<QAction>("connectAction")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_N));
    QCOMPARE(fixture.child<QAction>("quitAction")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void TestMainWindowKeys::memoryIsKept()
{
    WindowFixture fixture;
    fixture.trigger("preferencesAction");
    auto *memory = fixture.child<QSpinBox>("analysisMemory");
    QVERIFY(memory);
    QCOMPARE(memory->value(), 0);
    QVERIFY(memory->text().contains(u"quarter"));
    QSignalSpy changed(&fixture.settings(), &Settings::changed);
    memory->selectAll();
    QTest::keyClicks(memory, u"1536"_s);
    QTest::keyClick(memory, Qt::Key_Return);
    QCOMPARE(fixture.settings().value(keys::AnalysisMemory), 1536);
    QCOMPARE(changed.size(), 1); // once, not at each digit
}

void TestMainWindowKeys::detailWindowsFollowTheTimeFormat()
{
    LiveStore store;
    store.create(sampleReports(u"s"_s, 2));
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    fixture.trigger("detailWindowAction");
    const auto *window = fixture.child<QWidget>("detailWindow");
    const auto *heading = window->findChild<QLabel *>(u"detailHeading"_s);
    const QString before = heading->text();
    fixture.trigger("epochAction");
    QVERIFY(heading->text() != before);
    fixture.trigger("dateTimeAction");
    QCOMPARE(heading->text(), before);
}

QTEST_MAIN(TestMainWindowKeys)
#include "tst_mainwindowkeys.moc"
