// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analysis/tradeanalyst.h"
#include "ui/colors/rulebook.h"
#include "ui/marks/markbook.h"
#include "ui/models/orphanfeed.h"
#include "ui/models/serverdirectory.h"
#include "ui/models/serversmodel.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/store/storeflow.h"
#include "ui/store/storesession.h"
#include "ui/text/timedisplay.h"

#include <QMainWindow>

#include <memory>

class QDockWidget;
class QStackedWidget;

namespace arbscope {

class BalancesFlow;
class ColumnsFlow;
class CompareFlow;
class CopyFlow;
class DetailPane;
class ExportFlow;
class FileChooser;
class FileFlow;
class FilterFlow;
class FindFlow;
class FollowFlow;
class MarksFlow;
class PlotsFlow;
class ProblemsFlow;
class RevealFlow;
class SecretStore;
class ServersDock;
class Settings;
class StartPage;
class SortFlow;
class StatisticsFlow;
class StatusLine;
class StoreStrip;
class TradeList;
class VisitFlow;
class ListPage;
class LogFlow;
class WindowActions;
class WindowProbe;

/// The window: places the parts and passes on what one tells the other.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// `settings` and `files` live longer than the window.
    /// `keychain`: for passwords of saved connections; it lives longer too. None: they are asked for.
    MainWindow(Settings &settings, FileChooser &files, SecretStore *keychain = nullptr);
    ~MainWindow() override;

    [[nodiscard]] const StoreSession &session() const { return m_session; }
    [[nodiscard]] StoreFlow &storeFlow() { return *m_flow; }
    void showServer(const QByteArray &server);
    [[nodiscard]] FileFlow &fileFlow() { return *m_fileFlow; }
    [[nodiscard]] std::unique_ptr<WindowProbe> makeProbe(); ///< it lives shorter than the window

signals:
    void firstRowsPainted(); ///< once

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    QMenu *createPopupMenu() override;

private:
    void placeParts();
    void connectActions();
    void connectViewActions();
    void connectMarks();
    void connectFinding();
    void connectStore();
    void connectList();
    void restoreSettings();
    void saveLayout();
    void resetLayout();

    void showSession();
    void chooseServer(); ///< after a listing
    void showNoServer();
    void showTrade();
    void showCounts();
    void showTitle();
    void showRecent();
    void setOrder(TradeOrder order);
    void editColorRules();
    void askForWriting(bool writable);
    void reopen(bool writable);
    void goTo();
    void openDetailWindow();

    Settings &m_settings;
    FileChooser &m_files;
    TimeDisplay m_times;
    StoreSession m_session;
    ServerDirectory m_directory;
    ServersModel m_servers;
    TradeFeed m_feed;
    OrphanFeed m_orphans;
    TradeTableModel m_trades;
    TradeAnalyst m_analyst;
    RuleBook m_rules;
    MarkBook m_marks;
    StoreFlow *m_flow;
    WindowActions *m_actions;
    StoreStrip *m_strip;
    QStackedWidget *m_stack;
    StartPage *m_start;
    ListPage *m_page;
    TradeList *m_list;
    ServersDock *m_serversDock;
    QDockWidget *m_detailDock;
    DetailPane *m_detail;
    StatusLine *m_status;
    ExportFlow *m_export;
    FileFlow *m_fileFlow;
    FilterFlow *m_filter;
    FindFlow *m_find;
    VisitFlow *m_visits;
    MarksFlow *m_marksFlow;
    RevealFlow *m_reveal;
    SortFlow *m_sort;
    ColumnsFlow *m_columns;
    CompareFlow *m_compare;
    CopyFlow *m_copy;
    FollowFlow *m_follow;
    ProblemsFlow *m_problems;
    PlotsFlow *m_plots;
    LogFlow *m_log;
    StatisticsFlow *m_statistics;
    BalancesFlow *m_balances;
    QByteArray m_layout; ///< of the docks, while the start page hides them
    QByteArray m_defaultLayout;
};

} // namespace arbscope
