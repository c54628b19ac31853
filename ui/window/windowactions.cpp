// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowactions.h"

#include "ui/columns/columnpresets.h"
#include "ui/copying/tradetext.h"
#include "ui/settings/choices.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace arbscope {

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QMainWindow &window)
    : QObject(&window)
    , zones(new QActionGroup(this))
    , timeStyles(new QActionGroup(this))
    , schemes(new QActionGroup(this))
    , presets(new QActionGroup(this))
    , m_window(window)
{
    makeStoreActions();
    makeViewActions();
    makeTradeActions();
    makeFindActions();
    makeCopyMenu();
    makeMarkActions();
    fillMenus();
    fillToolBar();
    setStoreOpen(false);
    setServerShown(false);
}

QAction *WindowActions::make(const char *name, const QString &text, const QKeySequence &key, const char *icon,
                             const QString &toolTip)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    if (!key.isEmpty())
        action->setShortcut(key);
    if (icon != nullptr)
        action->setIcon(themedIcon(QLatin1StringView(icon)));
    if (!toolTip.isEmpty())
        action->setToolTip(toolTip); // KeyBindings adds the key
    m_window.addAction(action); // keys work also while the menu bar is hidden
    return action;
}

QAction *WindowActions::choice(QActionGroup *group, const char *name, const QString &text, int data)
{
    QAction *action = group->addAction(text);
    action->setObjectName(QLatin1StringView(name));
    m_window.addAction(action); // so that a key of its own works
    action->setCheckable(true);
    action->setData(data);
    return action;
}

void WindowActions::makeStoreActions()
{
    connectStore = make("connectAction", tr("&Connect…"), Qt::CTRL | Qt::Key_N, "connect", tr("Open a store"));
    openFile = make("openFileAction", tr("&Open file…"), QKeySequence::Open, "open",
                    tr("Open a Redis dump or JSON lines in a private store, read-only"));
    demo = make("demoAction", tr("&Demo store"), {}, "demo", tr("Look at a private store with sample trades"));
    closeStore = make("closeAction", tr("Close s&tore"), Qt::CTRL | Qt::Key_W, "disconnect");
    importFile = make("importAction", tr("&Import…"), {}, nullptr,
                      tr("Store the reports of a JSON-lines file; only in a store opened for writing"));
    quickExport = make("exportAction", tr("Export C&SV"), Qt::CTRL | Qt::Key_S, "export",
                       tr("Export the shown server's trades as CSV, at once"));
    exportAs = make("exportAsAction", tr("&Export…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, "export-options",
                    tr("Export with choices: servers, period, format"));
    quit = make("quitAction", tr("&Quit"), Qt::CTRL | Qt::Key_Q, "quit");
    quit->setMenuRole(QAction::QuitRole);
    copy = make("copyAction", tr("&Copy"), QKeySequence::Copy, "copy");
    copyWithHeader = make("copyWithHeaderAction", tr("Copy with &headers"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, nullptr);
    refresh = make("refreshAction", tr("Re&fresh"), Qt::Key_F5, "refresh", tr("Read everything anew"));
    checkStore = make("checkStoreAction", tr("C&heck"), {}, "warning",
                      tr("Hold hash, index and reports of every server against each other"));
    allowWriting = make("allowWritingAction", tr("Allow &writing…"), {}, nullptr,
                        tr("Open this store anew so that its index can be repaired"));
    allowWriting->setCheckable(true);
    retry = make("retryAction", tr("Retry"), {}, "refresh", tr("Try to connect now"));
}

void WindowActions::makeViewActions()
{
    filter = make("filterAction", tr("&Filter"), Qt::CTRL | Qt::Key_Slash, "filter", tr("Write a filter"));
    clearFilter = make("clearFilterAction", tr("C&lear filter"), {}, "cancel", tr("Show all trades"));
    undoFilter = make("undoFilterAction", tr("&Undo filter"), QKeySequence::Undo, "undo",
                      tr("Back to the filter before this one"));
    redoFilter = make("redoFilterAction", tr("&Redo filter"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, "redo",
                      tr("Forth to the filter that was undone"));
    newestFirst = make("newestFirstAction", tr("&Newest first"), Qt::CTRL | Qt::Key_D, "newest-first",
                       tr("Newest or oldest trade on top"));
    newestFirst->setCheckable(true);
    clearSorting = make("clearSortingAction", tr("Clear sor&ting"), {}, nullptr,
                        tr("Back to the order of time (Esc in the list)"));
    follow = make("followAction", tr("&Follow"), Qt::CTRL | Qt::Key_E, "follow",
                  tr("Keep the newest trades in sight as they come in"));
    follow->setCheckable(true);
    columns = make("columnsAction", tr("&Choose columns…"), {}, "columns", tr("Choose the list's columns"));
    columns->setIconText(tr("Columns"));
    savePreset = make("savePresetAction", tr("&Save as a preset…"), {}, nullptr,
                      tr("Keep the columns shown, with their order and widths, under a name"));
    renamePreset = make("renamePresetAction", tr("&Rename the preset…"), {}, nullptr);
    deletePreset = make("deletePresetAction", tr("&Delete the preset"), {}, nullptr);
    freezeColumns = make("freezeColumnsAction", tr("&Freeze up to the current cell"), {}, nullptr,
                         tr("The columns up to the current cell's stay in sight when the list is scrolled sideways"));
    unfreezeColumns = make("unfreezeColumnsAction", tr("&Unfreeze"), {}, nullptr);
    presets->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    colorRules = make("colorRulesAction", tr("Color ru&les…"), {}, nullptr,
                      tr("Which trades are colored and marked in the list, and how"));
    resetLayout = make("resetLayoutAction", tr("&Reset layout"), Qt::CTRL | Qt::Key_0, "reset");
    choice(zones, "localTimeAction", tr("&Local time"), int(TimeZoneKind::Local));
    choice(zones, "utcAction", tr("&UTC"), int(TimeZoneKind::Utc));
    otherZone = choice(zones, "otherZoneAction", tr("&Other zone…"), int(TimeZoneKind::Named));
    choice(timeStyles, "dateTimeAction", tr("&Date and time"), int(TimeStyle::DateTime));
    choice(timeStyles, "isoTimeAction", tr("&ISO 8601"), int(TimeStyle::Iso8601));
    choice(timeStyles, "epochAction", tr("&Epoch seconds"), int(TimeStyle::Epoch));
    choice(timeStyles, "ageAction", tr("&Age"), int(TimeStyle::Age));
    choice(timeStyles, "sincePreviousAction", tr("Since the &previous trade"), int(TimeStyle::SincePrevious));
    choice(schemes, "systemColorsAction", tr("As the &system"), int(ColorScheme::System));
    choice(schemes, "lightColorsAction", tr("&Light"), int(ColorScheme::Light));
    choice(schemes, "darkColorsAction", tr("&Dark"), int(ColorScheme::Dark));
}

void WindowActions::makeColumnMenu(QMenu &view)
{
    columnMenu = view.addMenu(themedIcon(QStringLiteral("columns")), tr("&Columns"));
    columnMenu->setObjectName(QStringLiteral("columnMenu"));
    for (const ColumnPreset &preset : shippedPresets()) {
        QAction *action = addPreset(preset.id + u"ColumnsAction", u'&' + QString(preset.name).replace(u'&', u"&&"_s));
        action->setData(preset.id);
    }
    m_presetsEnd = columnMenu->addSeparator();
    columnMenu->addActions({savePreset, renamePreset, deletePreset});
    columnMenu->addSeparator();
    columnMenu->addActions({freezeColumns, unfreezeColumns});
    columnMenu->addSeparator();
    columnMenu->addAction(columns);
}

QAction *WindowActions::addPreset(const QString &name, const QString &text)
{
    QAction *action = presets->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    m_window.addAction(action);
    columnMenu->insertAction(m_presetsEnd, action);
    emit filled();
    return action;
}

void WindowActions::makeTradeActions()
{
    previousTrade = make("previousTradeAction", tr("&Previous trade"), Qt::Key_F7, "arrow-up");
    nextTrade = make("nextTradeAction", tr("&Next trade"), Qt::Key_F8, "arrow-down");
    firstTrade = make("firstTradeAction", tr("&Top of the list"), QKeySequence::MoveToStartOfDocument, nullptr);
    lastTrade = make("lastTradeAction", tr("&Bottom of the list"), QKeySequence::MoveToEndOfDocument, nullptr);
    goTo = make("goToAction", tr("&Go to…"), Qt::CTRL | Qt::Key_G, nullptr);
    detailWindow = make("detailWindowAction", tr("&Detail in its own window"), {}, "detail");
    detailWindow->setToolTip(tr("Detail in its own window (Enter in the list)"));
    preferences = make("preferencesAction", tr("Pr&eferences…"), {}, "settings", tr("Keys and other settings"));
    preferences->setMenuRole(QAction::PreferencesRole);
    guide = make("guideAction", tr("&Guide"), Qt::SHIFT | Qt::Key_F1, "guide",
                 tr("Explain the panel that has the focus"));
    shortcuts = make("shortcutsAction", tr("&Keyboard shortcuts"), Qt::Key_F1, "keyboard");
    about = make("aboutAction", tr("&About ArbScope"), {}, "info");
    about->setMenuRole(QAction::AboutRole);
}

void WindowActions::makeCopyMenu()
{
    copyCell = make("copyCellAction", tr("Copy c&ell"), {}, nullptr);
    compare = make("compareAction", tr("Co&mpare"), Qt::CTRL | Qt::Key_K, "compare",
                   tr("Two selected trades side by side, or the current one and a marked one"));
    copyAs = new QMenu(tr("Copy &trade as"), &m_window);
    copyAs->setObjectName(QStringLiteral("copyAsMenu"));
    const auto add = [this](const char *name, const QString &text, TradeTextKind kind) {
        QAction *action = make(name, text, {}, nullptr);
        action->setData(int(kind));
        copyAs->addAction(action);
    };
    add("copyAsTextAction", tr("&Text"), TradeTextKind::Text);
    add("copyAsCsvAction", tr("&CSV"), TradeTextKind::Csv);
    add("copyAsJsonAction", tr("&JSON"), TradeTextKind::Json);
    add("copyAsPythonAction", tr("&Python dict"), TradeTextKind::Python);
}

void WindowActions::makeFindActions()
{
    find = make("findAction", tr("F&ind…"), QKeySequence::Find, "search", tr("Find trades without filtering the list"));
    findNext = make("findNextAction", tr("Find ne&xt"), Qt::Key_F3, nullptr);
    findPrevious = make("findPreviousAction", tr("Find pre&vious"), Qt::SHIFT | Qt::Key_F3, nullptr);
    back = make("backAction", tr("B&ack"), Qt::ALT | Qt::Key_Left, nullptr, tr("Back to the trade looked at before"));
    forward = make("forwardAction", tr("For&ward"), Qt::ALT | Qt::Key_Right, nullptr,
                   tr("Forward again in the trades looked at"));
    nextInSession = make("nextInSessionAction", tr("Next of the &session"), Qt::CTRL | Qt::Key_Period, nullptr,
                         tr("The next trade of the same session in the list"));
    previousInSession = make("previousInSessionAction", tr("Previous &of the session"), Qt::CTRL | Qt::Key_Comma,
                             nullptr, tr("The previous trade of the same session in the list"));
}

void WindowActions::makeMarkActions()
{
    mark = make("markAction", tr("&Mark"), Qt::CTRL | Qt::Key_M, "mark", tr("Mark the selected trades, or no more"));
    note = make("noteAction", tr("N&ote…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, "note",
                tr("Write a note on the trade, kept on this computer only"));
    nextMark = make("nextMarkAction", tr("&Next mark"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, nullptr);
    previousMark = make("previousMarkAction", tr("&Previous mark"), Qt::CTRL | Qt::SHIFT | Qt::Key_B, nullptr);
    onlyMarked = make("onlyMarkedAction", tr("&Show marked only"), {}, nullptr);
    onlyMarked->setCheckable(true);
    exportMarked = make("exportMarkedAction", tr("&Export marked…"), {}, nullptr,
                        tr("Export the marked trades of all servers as CSV"));
    exportMarks = make("exportMarksAction", tr("S&ave marks…"), {}, nullptr,
                       tr("Save this store's marks and notes as JSON or CSV"));
    importMarks = make("importMarksAction", tr("Open ma&rks…"), {}, nullptr,
                       tr("Add the marks and notes of a file to this store's"));
}

void WindowActions::fillMenus()
{
    QMenuBar *bar = m_window.menuBar();
    const auto menu = [this, bar](const QString &title) {
        m_menus.push_back(bar->addMenu(title));
        return m_menus.back();
    };

    QMenu *store = menu(tr("&Store"));
    store->addAction(connectStore);
    recent = store->addMenu(themedIcon(QStringLiteral("clock")), tr("&Recent stores"));
    recent->setObjectName(QStringLiteral("recentMenu"));
    store->addAction(openFile);
    store->addAction(demo);
    store->addAction(closeStore);
    store->addSeparator();
    store->addAction(refresh);
    store->addAction(checkStore);
    store->addAction(allowWriting);
    store->addSeparator();
    store->addAction(quickExport);
    store->addAction(exportAs);
    store->addAction(importFile);
    store->addSeparator();
    store->addAction(quit);

    QMenu *trades = menu(tr("&Trades"));
    trades->addActions({copy, copyWithHeader, copyCell});
    trades->addMenu(copyAs);
    trades->addSeparator();
    trades->addActions({filter, clearFilter, undoFilter, redoFilter});
    trades->addActions({find, findNext, findPrevious});
    trades->addSeparator();
    trades->addActions({detailWindow, compare});

    QMenu *go = menu(tr("&Go"));
    go->addActions({previousTrade, nextTrade, firstTrade, lastTrade});
    go->addSeparator();
    go->addActions({goTo, back, forward});
    go->addSeparator();
    go->addActions({nextInSession, previousInSession});

    QMenu *marks = menu(tr("&Marks"));
    marks->addActions({mark, note});
    marks->addSeparator();
    marks->addActions({nextMark, previousMark, onlyMarked});
    marks->addSeparator();
    marks->addActions({exportMarked, exportMarks, importMarks});

    QMenu *view = menu(tr("&View"));
    view->addAction(newestFirst);
    view->addAction(clearSorting);
    view->addAction(follow);
    makeColumnMenu(*view);
    view->addAction(colorRules);
    view->addSeparator();
    view->addMenu(tr("Time &zone"))->addActions(zones->actions());
    view->addMenu(tr("Time f&ormat"))->addActions(timeStyles->actions());
    view->addMenu(tr("&Appearance"))->addActions(schemes->actions());
    view->addSeparator();
    panels = view->addMenu(tr("&Panels"));
    view->addAction(resetLayout);
    view->addSeparator();
    view->addAction(preferences);

    QMenu *help = menu(tr("&Help"));
    help->addAction(guide);
    help->addAction(shortcuts);
    help->addSeparator();
    help->addAction(about);
}

void WindowActions::fillToolBar()
{
    toolBar = m_window.addToolBar(tr("Toolbar"));
    toolBar->setObjectName(QStringLiteral("toolBar"));
    toolBar->setMovable(false);
    toolBar->setIconSize({18, 18});
    toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toolBar->addAction(connectStore);
    toolBar->addAction(refresh);
    toolBar->addSeparator();
    toolBar->addAction(newestFirst);
    toolBar->addAction(follow);
    toolBar->addAction(columns);
    toolBar->addSeparator();
    toolBar->addAction(quickExport);
    toolBar->addAction(exportAs);
}

void WindowActions::setStoreOpen(bool open)
{
    for (QAction *action :
         {closeStore, refresh, checkStore, allowWriting, exportAs, exportMarked, exportMarks, importMarks})
        action->setEnabled(open);
}

void WindowActions::setServerShown(bool shown)
{
    for (QAction *action : {quickExport,  copy,          copyWithHeader, newestFirst,  follow,        columns,
                            savePreset,   freezeColumns, previousTrade,  nextTrade,    firstTrade,    lastTrade,
                            goTo,         detailWindow,  filter,         mark,         note,          nextMark,
                            previousMark, find,          findNext,       findPrevious, nextInSession, previousInSession,
                            onlyMarked,   copyCell,      compare})
        action->setEnabled(shown);
    for (QAction *action : copyAs->actions())
        action->setEnabled(shown);
    presets->setEnabled(shown);
}

void WindowActions::addGroups(const QString &title, const QMenu *menu, std::vector<ActionGroup> &groups) const
{
    const auto place = groups.size();
    groups.push_back({title, {}});
    for (QAction *action : menu->actions()) {
        const auto *inner = action->menu<const QMenu *>();
        if (inner == nullptr && !action->isSeparator())
            groups[place].actions.append(action);
        else if (inner != nullptr && inner != recent)
            addGroups(QString(title + u" › " + withoutMnemonic(inner->title())), inner, groups);
    }
}

std::vector<ActionGroup> WindowActions::groups() const
{
    std::vector<ActionGroup> groups;
    for (const QMenu *menu : m_menus)
        addGroups(withoutMnemonic(menu->title()), menu, groups);
    return groups;
}

} // namespace arbscope
