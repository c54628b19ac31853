// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actiontext.h"

#include <QDialog>

#include <vector>

namespace arbscope {

class KeyBindings;
class Settings;

/// What is set once and has no menu of its own. Everything holds at once.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT
public:
    PreferencesDialog(Settings &settings, KeyBindings &bindings, const std::vector<ActionGroup> &groups,
                      QWidget *parent = nullptr);
};

} // namespace arbscope
