// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keybindings.h"

#include "ui/settings/settings.h"
#include "ui/window/actiontext.h"

#include <QAction>
#include <QSet>

namespace arbscope {

namespace {

QList<QKeySequence> readable(const QString &text) // a person may have edited the file
{
    QList<QKeySequence> keys = QKeySequence::listFromString(text, QKeySequence::PortableText);
    keys.removeIf([](const QKeySequence &key) {
        return key.isEmpty() || key[0].key() == Qt::Key_unknown || KeyBindings::isReserved(key);
    });
    return keys;
}

bool movesOrEnds(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        return true;
    default:
        return key < Qt::Key_Escape; // a character
    }
}

} // namespace

KeyBindings::KeyBindings(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{ }

QString KeyBindings::settingOf(const QAction *action)
{
    return QString(u"keys/" + action->objectName());
}

void KeyBindings::add(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action->objectName().isEmpty() || m_bindings.contains(action))
            continue;
        Binding binding{action->shortcuts(), {}, false, {}};
        if (action->toolTip() != withoutMnemonic(action->text()).remove(u'…'))
            binding.toolTip = action->toolTip();
        if (const QVariant kept = m_settings.read(settingOf(action)); kept.isValid()) {
            binding.chosen = readable(kept.toString());
            binding.isChosen = !binding.chosen.isEmpty() || kept.toString().isEmpty();
        }
        m_actions.append(action);
        m_bindings.insert(action, binding);
        connect(action, &QObject::destroyed, this, [this, action] {
            m_actions.removeAll(action);
            m_bindings.remove(action);
        });
    }
    apply();
}

bool KeyBindings::isChosen(const QAction *action) const
{
    return m_bindings.value(action).isChosen;
}

QList<QKeySequence> KeyBindings::givenKeys(const QAction *action) const
{
    return m_bindings.value(action).given;
}

QAction *KeyBindings::owner(const QKeySequence &key, const QAction *except) const
{
    for (QAction *action : m_actions) {
        if (action != except && !key.isEmpty() && action->shortcuts().contains(key))
            return action;
    }
    return nullptr;
}

bool KeyBindings::isReserved(const QKeySequence &key)
{
    if (key.isEmpty())
        return false;
    const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers();
    const bool isPlain = !(modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    return isPlain && movesOrEnds(key[0].key());
}

void KeyBindings::choose(QAction *action, const QKeySequence &key)
{
    Binding &binding = m_bindings[action];
    const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList{key};
    take(keys, action);
    binding.chosen = keys;
    binding.isChosen = keys != binding.given;
    save(action, binding);
    apply();
    emit changed();
}

void KeyBindings::reset(QAction *action)
{
    Binding &binding = m_bindings[action];
    take(binding.given, action);
    binding.isChosen = false;
    save(action, binding);
    apply();
    emit changed();
}

void KeyBindings::resetAll()
{
    for (const QAction *action : std::as_const(m_actions)) {
        Binding &binding = m_bindings[action];
        binding.isChosen = false;
        save(action, binding);
    }
    apply();
    emit changed();
}

void KeyBindings::take(const QList<QKeySequence> &keys, const QAction *taker)
{
    for (const QAction *action : std::as_const(m_actions)) {
        Binding &binding = m_bindings[action];
        if (action == taker)
            continue;
        QList<QKeySequence> left = action->shortcuts();
        if (left.removeIf([&keys](const QKeySequence &key) { return keys.contains(key); }) == 0)
            continue;
        binding.chosen = left;
        binding.isChosen = true;
        save(action, binding);
    }
}

void KeyBindings::save(const QAction *action, Binding &binding)
{
    if (binding.isChosen) {
        m_settings.write(settingOf(action), QKeySequence::listToString(binding.chosen, QKeySequence::PortableText));
    } else {
        binding.chosen.clear();
        m_settings.remove(settingOf(action));
    }
}

void KeyBindings::apply()
{
    // What a person chose comes first: an action that a newer version brought does not take it away.
    QSet<QString> used;
    for (const bool chosen : {true, false}) {
        for (QAction *action : std::as_const(m_actions)) {
            const Binding &binding = m_bindings[action];
            if (binding.isChosen != chosen)
                continue;
            QList<QKeySequence> keys = chosen ? binding.chosen : binding.given;
            keys.removeIf([&used](const QKeySequence &key) { return used.contains(key.toString()); });
            for (const QKeySequence &key : std::as_const(keys))
                used.insert(key.toString());
            if (action->shortcuts() != keys)
                action->setShortcuts(keys);
            if (!binding.toolTip.isEmpty())
                action->setToolTip(keys.isEmpty() ? binding.toolTip
                                                  : QString(binding.toolTip + u" (" + keysText(keys) + u')'));
        }
    }
}

} // namespace arbscope
