// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

#include <vector>

class QAction;

namespace arbscope {

/// A menu's title and its actions.
struct ShortcutGroup
{
    QString title;
    QList<QAction *> actions;
};

/// Every action that has a key, by group; searchable. Actions without a shortcut and without text are left out.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(const std::vector<ShortcutGroup> &groups, QWidget *parent = nullptr);
};

} // namespace arbscope
