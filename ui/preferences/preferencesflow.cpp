// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesflow.h"

#include "ui/dialogs/shortcutsdialog.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QMainWindow>

namespace arbscope {

PreferencesFlow::PreferencesFlow(Settings &settings, WindowActions &actions, QMainWindow &window)
    : QObject(&window)
    , m_settings(settings)
    , m_actions(actions)
    , m_window(window)
    , m_bindings(settings)
{
    const auto bind = [this] {
        for (const ActionGroup &group : m_actions.groups())
            m_bindings.add(group.actions);
    };
    bind();
    connect(&actions, &WindowActions::filled, this, bind);
    connect(actions.preferences, &QAction::triggered, this, &PreferencesFlow::showPreferences);
    connect(actions.shortcuts, &QAction::triggered, this, &PreferencesFlow::showShortcuts);
}

void PreferencesFlow::showPreferences()
{
    auto *dialog = new PreferencesDialog(m_settings, m_bindings, m_actions.groups(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PreferencesFlow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(m_actions.groups(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace arbscope
