// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace arbscope {

class FileChooser;
class SavedConnections;

/// The saved connections in their folders: search, new, duplicate, delete, order, import and export of a file, copy as
/// a command. All of it by keyboard too: the actions are in the list's context menu with their keys.
class SavedList final : public QWidget
{
    Q_OBJECT
public:
    SavedList(SavedConnections &saved, FileChooser &files, QWidget *parent = nullptr);

    [[nodiscard]] QString currentId() const; ///< empty: none, or a folder
    void setCurrent(const QString &id); ///< empty: none

signals:
    void chosen(const QString &id); ///< another one is current; empty: none
    void activated(const QString &id); ///< Enter, double click
    void newRequested();
    void told(const QString &text, const QString &detail, bool failed); ///< how an import or export went

private:
    QAction *add(const char *name, const QString &icon, const QString &text, const QKeySequence &key,
                 void (SavedList::*slot)());
    void fill();
    void filter(const QString &text);
    void updateActions();
    void duplicate();
    void remove();
    void moveUp();
    void moveDown();
    void importFile();
    void exportFile();
    void copyCommand();

    SavedConnections &m_saved;
    FileChooser &m_files;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    QList<QAction *> m_onCurrent; ///< those that need one
    QAction *m_export;
    bool m_filling = false;
};

} // namespace arbscope
