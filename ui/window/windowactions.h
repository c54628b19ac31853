// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actiontext.h"

#include <QObject>

#include <vector>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QToolBar;

namespace arbscope {

/// Every action of the window, with its words, key and icon, and the menus and the toolbar that they stand in.
/// What they do is connected by the window.
class WindowActions final : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QMainWindow &window);

    QAction *connectStore;
    QAction *openFile;
    QAction *demo;
    QAction *closeStore;
    QAction *importFile;
    QAction *quickExport;
    QAction *exportAs;
    QAction *quit;
    QAction *copy;
    QAction *copyWithHeader;
    QAction *refresh;
    QAction *retry;
    QAction *checkStore;
    QAction *allowWriting; ///< checkable
    QAction *filter;
    QAction *clearFilter;
    QAction *undoFilter;
    QAction *redoFilter;
    QAction *clearSorting;
    QAction *newestFirst; ///< checkable
    QAction *follow; ///< checkable
    QAction *columns;
    QAction *savePreset;
    QAction *renamePreset;
    QAction *deletePreset;
    QAction *freezeColumns;
    QAction *unfreezeColumns;
    QAction *colorRules;
    QAction *resetLayout;
    QAction *otherZone;
    QAction *previousTrade;
    QAction *nextTrade;
    QAction *firstTrade;
    QAction *lastTrade;
    QAction *goTo;
    QAction *detailWindow;
    QAction *preferences;
    QAction *copyCell;
    QMenu *copyAs; ///< data of its actions: TradeTextKind as int
    QAction *compare;
    QAction *find;
    QAction *findNext;
    QAction *findPrevious;
    QAction *back;
    QAction *forward;
    QAction *nextInSession;
    QAction *previousInSession;
    QAction *mark;
    QAction *note;
    QAction *nextMark;
    QAction *previousMark;
    QAction *onlyMarked; ///< checkable
    QAction *exportMarked;
    QAction *exportMarks;
    QAction *importMarks;
    QAction *guide;
    QAction *shortcuts;
    QAction *about;
    QActionGroup *zones; ///< data: TimeZoneKind as int
    QActionGroup *timeStyles; ///< data: TimeStyle as int
    QActionGroup *schemes; ///< data: ColorScheme as int
    QActionGroup *presets; ///< of columns; data: ColumnPreset::id
    QMenu *columnMenu;
    QMenu *recent;
    QMenu *panels; ///< the docks' own actions go here
    QToolBar *toolBar;

    /// A preset of columns that a person made, after the others; announced by filled().
    QAction *addPreset(const QString &name, const QString &text);
    /// What needs a store is off without one.
    void setStoreOpen(bool open);
    void setServerShown(bool shown);
    /// What stands in the menus, but for the stores opened last; a menu in a menu is a group of its own.
    [[nodiscard]] std::vector<ActionGroup> groups() const;

signals:
    void filled(); ///< a menu has more actions than before

private:
    QAction *make(const char *name, const QString &text, const QKeySequence &key, const char *icon,
                  const QString &toolTip = {});
    QAction *choice(QActionGroup *group, const char *name, const QString &text, int data);
    void addGroups(const QString &title, const QMenu *menu, std::vector<ActionGroup> &groups) const;
    void makeStoreActions();
    void makeViewActions();
    void makeColumnMenu(QMenu &view);
    void makeTradeActions();
    void makeCopyMenu();
    void makeFindActions();
    void makeMarkActions();
    void fillMenus();
    void fillToolBar();

    QMainWindow &m_window;
    std::vector<QMenu *> m_menus;
    QAction *m_presetsEnd = nullptr; ///< the line below them
};

} // namespace arbscope
