// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actiontext.h"

#include <QDialog>

#include <vector>

namespace arbscope {

/// Every action that has a key, by group; searchable. Actions without a shortcut and without text are left out.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(const std::vector<ActionGroup> &groups, QWidget *parent = nullptr);
};

} // namespace arbscope
