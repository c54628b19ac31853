// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;

namespace arbscope {

class Settings;

/// The keys of the window's actions: those that the program gave them, unless a person chose others. The choices are
/// kept in the settings by the actions' object names. A key belongs to one action at most: who chose it for one takes
/// it from the others. An action's tool tip names its key.
class KeyBindings final : public QObject
{
    Q_OBJECT
public:
    explicit KeyBindings(Settings &settings, QObject *parent = nullptr);

    /// What it has for keys now is what resetting brings back. It has an object name; those without are left alone.
    void add(const QList<QAction *> &actions);
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }

    [[nodiscard]] bool isChosen(const QAction *action) const;
    [[nodiscard]] QList<QKeySequence> givenKeys(const QAction *action) const;
    /// Who has this key now; null: nobody, or nobody but `except`.
    [[nodiscard]] QAction *owner(const QKeySequence &key, const QAction *except) const;
    /// Whether the window needs this key for itself: what types text, moves in lists or closes things.
    [[nodiscard]] static bool isReserved(const QKeySequence &key);
    /// The name of the setting that keeps what was chosen for it: to be removed with an action that goes for good.
    [[nodiscard]] static QString settingOf(const QAction *action);

    /// Takes it from whoever has it. An empty one: the action has no key.
    void choose(QAction *action, const QKeySequence &key);
    void reset(QAction *action); ///< takes its keys from whoever has them
    void resetAll();

signals:
    void changed();

private:
    struct Binding
    {
        QList<QKeySequence> given;
        QList<QKeySequence> chosen;
        bool isChosen = false;
        QString toolTip; ///< without keys; empty: the action's own, by its text
    };
    void take(const QList<QKeySequence> &keys, const QAction *taker);
    void save(const QAction *action, Binding &binding);
    void apply();

    Settings &m_settings;
    QList<QAction *> m_actions;
    QHash<const QAction *, Binding> m_bindings;
};

} // namespace arbscope
