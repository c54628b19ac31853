// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keybindings.h"
#include "ui/preferences/keyfield.h"
#include "ui/settings/settings.h"

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace arbscope;
using namespace Qt::StringLiterals;

namespace {

/// Two actions with keys and one without, bound by a settings file.
struct Bound
{
    explicit Bound(const QString &path)
        : settings(path)
        , bindings(settings)
    {
        follow.setObjectName(u"follow"_s);
        follow.setShortcut(Qt::CTRL | Qt::Key_E);
        follow.setToolTip(u"Keep up"_s);
        refresh.setObjectName(u"refresh"_s);
        refresh.setShortcut(Qt::Key_F5);
        columns.setObjectName(u"columns"_s);
        bindings.add({&follow, &refresh, &columns});
    }
    Settings settings;
    QAction follow{u"&Follow"_s};
    QAction refresh{u"&Refresh"_s};
    QAction columns{u"&Columns…"_s};
    KeyBindings bindings;
};

QStringList keysOf(const Bound &bound)
{
    QStringList keys;
    for (const QAction *action : bound.bindings.actions())
        keys << action->shortcut().toString(QKeySequence::PortableText);
    return keys;
}

} // namespace

class TestKeyBindings final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QFile::remove(path()); }
    void choiceIsKeptAndTaken();
    void choosingTakesFromTheOthers();
    void newerActionsTakeNothing();
    void resetTakesBack();
    void resetAllForgetsEverything();
    void unreadableSettingsAreIgnored_data();
    void unreadableSettingsAreIgnored();
    void typingStaysTyping_data();
    void typingStaysTyping();
    void fieldTakesAKey_data();
    void fieldTakesAKey();
    void fieldLeavesNavigation();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"keys.ini"_s); }
    QTemporaryDir m_folder;
};

void TestKeyBindings::choiceIsKeptAndTaken()
{
    {
        Bound bound(path());
        QCOMPARE(keysOf(bound), QStringList({u"Ctrl+E"_s, u"F5"_s, QString()}));
        QCOMPARE(bound.follow.toolTip(), u"Keep up (Ctrl+E)");
        QSignalSpy changed(&bound.bindings, &KeyBindings::changed);
        bound.bindings.choose(&bound.follow, Qt::ALT | Qt::Key_F);
        bound.bindings.choose(&bound.refresh, {});
        QCOMPARE(changed.size(), 2);
        QCOMPARE(bound.follow.toolTip(), u"Keep up (Alt+F)");
    }
    Bound bound(path());
    QCOMPARE(keysOf(bound), QStringList({u"Alt+F"_s, QString(), QString()}));
    QVERIFY(bound.bindings.isChosen(&bound.refresh));
    QVERIFY(!bound.bindings.isChosen(&bound.columns));
    QCOMPARE(bound.follow.toolTip(), u"Keep up (Alt+F)");
}

void TestKeyBindings::choosingTakesFromTheOthers()
{
    Bound bound(path());
    QCOMPARE(bound.bindings.owner(Qt::Key_F5, &bound.columns), &bound.refresh);
    QCOMPARE(bound.bindings.owner(Qt::Key_F5, &bound.refresh), nullptr);
    bound.bindings.choose(&bound.columns, Qt::Key_F5);
    QCOMPARE(keysOf(bound), QStringList({u"Ctrl+E"_s, QString(), u"F5"_s}));
    const Bound again(path());
    QCOMPARE(keysOf(again), QStringList({u"Ctrl+E"_s, QString(), u"F5"_s}));
}

void TestKeyBindings::newerActionsTakeNothing()
{
    {
        Settings settings(path());
        settings.write(u"keys/columns", u"F5"_s); // before there was a refresh with this key
    }
    const Bound bound(path());
    QCOMPARE(keysOf(bound), QStringList({u"Ctrl+E"_s, QString(), u"F5"_s}));
}

void TestKeyBindings::resetTakesBack()
{
    Bound bound(path());
    bound.bindings.choose(&bound.columns, Qt::Key_F5);
    bound.bindings.reset(&bound.refresh);
    QCOMPARE(keysOf(bound), QStringList({u"Ctrl+E"_s, u"F5"_s, QString()}));
    bound.bindings.choose(&bound.refresh, Qt::Key_F9);
    bound.bindings.choose(&bound.refresh, Qt::Key_F5); // what it was given: not a choice
    QVERIFY(!bound.bindings.isChosen(&bound.refresh));
}

void TestKeyBindings::resetAllForgetsEverything()
{
    Bound bound(path());
    bound.bindings.choose(&bound.columns, Qt::Key_F5);
    bound.bindings.choose(&bound.follow, {});
    bound.bindings.resetAll();
    QCOMPARE(keysOf(bound), QStringList({u"Ctrl+E"_s, u"F5"_s, QString()}));
    for (const QAction *action : bound.bindings.actions())
        QVERIFY(!bound.settings.read(u"keys/"_s + action->objectName()).isValid());
}

void TestKeyBindings::unreadableSettingsAreIgnored_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"Nonsense", "Ctrl+", "A", "Escape", "; ;"})
        QTest::addRow("%s", text) << QString::fromLatin1(text);
}

void TestKeyBindings::unreadableSettingsAreIgnored()
{
    QFETCH(const QString, text);
    {
        Settings settings(path());
        settings.write(u"keys/follow", text);
    }
    const Bound bound(path());
    QCOMPARE(keysOf(bound), QStringList({u"Ctrl+E"_s, u"F5"_s, QString()}));
}

void TestKeyBindings::typingStaysTyping_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("reserved");
    for (const char *key :
         {"A", "Shift+A", "7", "/", "Space", "Escape", "Return", "Tab", "Up", "PgDown", "Home", "Del"})
        QTest::addRow("%s", key) << QString::fromLatin1(key) << true;
    for (const char *key : {"Ctrl+A", "Alt+7", "F2", "Shift+F3", "Ctrl+/", "Alt+Left", "Ctrl+Home", "Pause"})
        QTest::addRow("%s", key) << QString::fromLatin1(key) << false;
}

void TestKeyBindings::typingStaysTyping()
{
    QFETCH(const QString, key);
    QFETCH(const bool, reserved);
    const auto sequence = QKeySequence::fromString(key, QKeySequence::PortableText);
    QVERIFY(!sequence.isEmpty());
    QCOMPARE(KeyBindings::isReserved(sequence), reserved);
}

void TestKeyBindings::fieldTakesAKey_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("text");
    const auto row = [](int key, Qt::KeyboardModifiers modifiers, const QString &text) {
        QTest::newRow(qPrintable(text)) << key << modifiers << text;
    };
    row(Qt::Key_K, Qt::ControlModifier, u"Ctrl+K"_s);
    row(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier, u"Ctrl+Shift+K"_s);
    row(Qt::Key_Question, Qt::ControlModifier | Qt::ShiftModifier, u"Ctrl+?"_s);
    row(Qt::Key_F3, Qt::ShiftModifier, u"Shift+F3"_s);
    row(Qt::Key_Tab, Qt::ControlModifier, u"Ctrl+Tab"_s);
    row(Qt::Key_5, Qt::AltModifier | Qt::KeypadModifier, u"Alt+5"_s);
    row(Qt::Key_Backspace, Qt::NoModifier, QString());
}

void TestKeyBindings::fieldTakesAKey()
{
    QFETCH(const int, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    QFETCH(const QString, text);
    KeyField field;
    field.setKey(Qt::Key_F12);
    QSignalSpy pressed(&field, &KeyField::keyPressed);
    QTest::keyClick(&field, Qt::Key_Control, Qt::ControlModifier); // alone it is none
    QCOMPARE(pressed.size(), 0);
    QTest::keyClick(&field, static_cast<Qt::Key>(key), modifiers);
    QCOMPARE(pressed.size(), 1);
    QCOMPARE(field.key().toString(QKeySequence::PortableText), text);
}

void TestKeyBindings::fieldLeavesNavigation()
{
    KeyField field;
    field.setKey(Qt::Key_F12);
    QSignalSpy pressed(&field, &KeyField::keyPressed);
    QTest::keyClick(&field, Qt::Key_Escape);
    QTest::keyClick(&field, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(pressed.size(), 0);
    QCOMPARE(field.key(), QKeySequence(Qt::Key_F12));
}

QTEST_MAIN(TestKeyBindings)
#include "tst_keybindings.moc"
