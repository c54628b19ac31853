// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actiontext.h"

#include <QKeySequence>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace arbscope {

class KeyBindings;
class KeyField;

/// Every action with its key: search, press another key, see whom it belongs to before taking it, go back.
class KeysPage final : public QWidget
{
    Q_OBJECT
public:
    KeysPage(KeyBindings &bindings, const std::vector<ActionGroup> &groups, QWidget *parent = nullptr);

private:
    void addGroups(const std::vector<ActionGroup> &groups);
    void showKeys();
    void search(const QString &text);
    void showCurrent();
    void propose(const QKeySequence &key);
    void assign();
    void resetCurrent();
    [[nodiscard]] QAction *current() const;

    KeyBindings &m_bindings;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    KeyField *m_field;
    QPushButton *m_assign;
    QPushButton *m_remove;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_note;
};

} // namespace arbscope
