// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keyfield.h"

#include <QKeyEvent>

namespace arbscope {

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta
        || key == Qt::Key_AltGr || key == Qt::Key_unknown || key == 0;
}

bool isNavigation(const QKeyEvent *event)
{
    const bool isTab = event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab;
    const bool isPlain = (event->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
    return isPlain && (isTab || event->key() == Qt::Key_Escape);
}

} // namespace

KeyField::KeyField(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void KeyField::setKey(const QKeySequence &key)
{
    m_key = key;
    setText(key.toString(QKeySequence::NativeText));
}

bool KeyField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) { // it is being given a meaning here
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) { // before QWidget makes tabulators of it
        auto *pressed = static_cast<QKeyEvent *>(event);
        if (!isNavigation(pressed)) {
            keyPressEvent(pressed);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    if (isNavigation(event)) {
        event->ignore(); // the dialog's
        return;
    }
    event->accept();
    if (isModifier(event->key()))
        return;
    Qt::KeyboardModifiers modifiers = event->modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    if (event->key() == Qt::Key_Backspace && modifiers == Qt::NoModifier) {
        setKey({});
    } else {
        // Shift made another character of the key: Ctrl+? and not Ctrl+Shift+?.
        const bool isLetter = event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z;
        const bool isCharacter = event->key() > Qt::Key_Space && event->key() < Qt::Key_Escape;
        if (isCharacter && !isLetter)
            modifiers &= ~Qt::ShiftModifier;
        setKey(QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(event->key()))));
    }
    emit keyPressed(m_key);
}

} // namespace arbscope
