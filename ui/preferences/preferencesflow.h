// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/keybindings.h"

class QMainWindow;

namespace arbscope {

class WindowActions;

/// The keys of the window's actions, and the dialogs that show and change them. Made when all actions stand in their
/// menus.
class PreferencesFlow final : public QObject
{
    Q_OBJECT
public:
    PreferencesFlow(Settings &settings, WindowActions &actions, QMainWindow &window);

private:
    void showPreferences();
    void showShortcuts();

    Settings &m_settings;
    WindowActions &m_actions;
    QMainWindow &m_window;
    KeyBindings m_bindings;
};

} // namespace arbscope
