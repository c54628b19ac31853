// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/columns/columnsflow.h"
#include "ui/compare/compareflow.h"
#include "ui/copying/copyflow.h"
#include "ui/detail/detailpane.h"
#include "ui/docks/paneltoggle.h"
#include "ui/docks/serversdock.h"
#include "ui/exporting/exportflow.h"
#include "ui/figures/balancesdock.h"
#include "ui/figures/balancesflow.h"
#include "ui/figures/netflow.h"
#include "ui/figures/statisticsdock.h"
#include "ui/figures/statisticsflow.h"
#include "ui/figures/tablesaver.h"
#include "ui/filter/cellmenu.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterbookmarks.h"
#include "ui/filter/filterflow.h"
#include "ui/filter/seenvalues.h"
#include "ui/finding/findflow.h"
#include "ui/finding/revealflow.h"
#include "ui/finding/visitflow.h"
#include "ui/guide/guideflow.h"
#include "ui/list/followflow.h"
#include "ui/list/listpage.h"
#include "ui/list/selectionkeeper.h"
#include "ui/list/sortflow.h"
#include "ui/list/tradelist.h"
#include "ui/log/logdock.h"
#include "ui/log/logflow.h"
#include "ui/marks/marksflow.h"
#include "ui/plots/plotsdock.h"
#include "ui/plots/plotsflow.h"
#include "ui/preferences/preferencesflow.h"
#include "ui/problems/problemsdock.h"
#include "ui/problems/problemsflow.h"
#include "ui/settings/keys.h"
#include "ui/store/fileflow.h"
#include "ui/store/storestrip.h"
#include "ui/tasks/taskstrip.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/firstsize.h"
#include "ui/widgets/messagepage.h"
#include "ui/window/startpage.h"
#include "ui/window/statusline.h"
#include "ui/window/timeflow.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowprobe.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>
#include <QStackedWidget>
#include <QToolBar>

#include <utility>

namespace arbscope {

MainWindow::MainWindow(Settings &settings, FileChooser &files, SecretStore *keychain)
    : m_settings(settings)
    , m_files(files)
    , m_directory(m_session)
    , m_servers(m_times)
    , m_feed(m_session)
    , m_orphans(m_session)
    , m_trades(m_feed, m_orphans, m_times)
    , m_analyst(m_session)
    , m_rules(settings, m_times)
    , m_marks(settings.value(keys::MarksFile))
    , m_flow(new StoreFlow(m_session, settings, files, keychain, *this))
    , m_actions(new WindowActions(*this))
    , m_strip(new StoreStrip)
    , m_stack(new QStackedWidget)
    , m_start(new StartPage)
    , m_page(new ListPage({m_session, m_directory, m_feed, m_orphans, m_trades, *m_flow, *m_actions}))
    , m_list(&m_page->list())
    , m_serversDock(new ServersDock(m_servers, this))
    , m_detailDock(new QDockWidget(tr("Detail"), this))
    , m_detail(new DetailPane(m_times, files))
    , m_status(new StatusLine(m_times))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    new TimeFlow({m_times, settings, *m_actions, *this});
    m_export = new ExportFlow({m_session, settings, files, m_page->notice(), m_status->tasks(), m_times, *this});
    m_fileFlow
        = new FileFlow({m_session, *m_flow, settings, files, *m_start, m_page->notice(), m_status->tasks(), *this});
    const auto setMemory = [this, &settings] { m_analyst.setMemory(settings.value(keys::AnalysisMemory)); };
    setMemory();
    connect(&settings, &Settings::changed, &m_analyst, [setMemory](const QString &name) {
        if (name == QLatin1StringView(keys::AnalysisMemory.name))
            setMemory();
    });
    m_filter = new FilterFlow({m_analyst, *m_list, m_page->message(), m_page->filterBar(), settings, m_times}, this);
    m_compare = new CompareFlow({m_session, m_feed, m_trades, *m_list, m_marks, m_times, *m_status, *this});
    m_find = new FindFlow(
        {m_session, m_feed, m_orphans, m_trades, *m_list, m_page->findBar(), m_status->tasks(), m_times, *m_status},
        this);
    m_visits = new VisitFlow(m_feed, *m_list, this);
    m_marksFlow = new MarksFlow({m_marks, m_session, *m_flow, m_feed, m_orphans, m_trades, m_analyst, *m_list,
                                 m_page->notice(), *m_status, m_files, *m_export, settings, *this});
    new FilterBookmarks(m_page->filterBar().bookmarks(), *m_filter, settings, this);
    m_page->filterBar().setValues(
        [values = new SeenValues(m_analyst, m_feed, this)](FieldId field) { return values->of(field); });
    new CellMenu({*m_list,
                  *m_detail,
                  *m_filter,
                  {m_actions->copy, m_actions->copyWithHeader, m_actions->copyCell, m_actions->copyAs->menuAction(),
                   nullptr, m_actions->mark, m_actions->note, m_actions->compare, nullptr, m_actions->detailWindow}},
                 this);
    m_sort = new SortFlow({m_session, m_analyst, *m_list, m_page->sorting()}, this);
    new SelectionKeeper({m_session, m_feed, m_trades, *m_list}, this);
    m_copy = new CopyFlow(
        {m_session, m_feed, m_orphans, m_trades, *m_list, m_page->notice(), m_status->tasks(), m_times, *m_status},
        this);
    m_follow = new FollowFlow({m_session, m_feed, m_trades, *m_list, m_page->notice(), *m_status}, this);
    m_reveal = new RevealFlow(
        {m_feed, m_orphans, m_trades, m_analyst, *m_page, *m_filter, *m_marksFlow, *m_follow, *m_visits, *m_status},
        this);
    m_problems = new ProblemsFlow({m_session, m_feed, *m_flow, m_status->tasks(), m_times, *this});
    m_plots = new PlotsFlow(
        {m_analyst, m_feed, *m_filter, settings, files, m_actions->undoFilter, m_actions->redoFilter, m_times, *this});
    m_log = new LogFlow({m_session, *m_flow, m_status->tasks(), m_times, *this});
    auto *saver = new TableSaver(settings, files, m_page->notice(), *this);
    m_statistics = new StatisticsFlow(
        {m_session, m_feed, m_analyst, *m_filter, *saver, m_status->tasks(), m_times, *this, [this] {
             std::vector<QByteArray> names;
             for (const ServerSummary &server : m_servers.servers())
                 names.push_back(server.name);
             return names;
         }});
    new NetFlow(m_analyst, m_feed, *m_status, this);
    m_balances = new BalancesFlow({m_feed, m_analyst, *m_filter, *saver, m_times, *this});
    m_columns = new ColumnsFlow({m_session, *m_flow, *m_list, settings, *m_actions, *this});
    placeParts();
    connectActions();
    connectViewActions();
    connectMarks();
    connectFinding();
    connectStore();
    connectList();
    restoreSettings();
    showSession();
    showRecent();
}

MainWindow::~MainWindow()
{
    // While what they show is still here: when one goes, those beside it are laid out anew and ask for it.
    qDeleteAll(findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly));
}

void MainWindow::placeParts()
{
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_page);
    connect(m_stack, &QStackedWidget::currentChanged, this, [this] { // what is hidden does not say how small it can be
        const auto policy = m_stack->currentWidget() == m_start ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_start->setSizePolicy(policy, policy);
        m_stack->updateGeometry(); // which a hidden page does not ask for
    });
    m_log->listenTo(*m_stack);
    setCentralWidget(m_stack);
    setStatusBar(m_status);
    addToolBarBreak();
    addToolBar(m_strip);

    m_detailDock->setObjectName(QStringLiteral("detailDock"));
    m_detailDock->setWidget(m_detail);
    addDockWidget(Qt::LeftDockWidgetArea, m_serversDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_detailDock);
    const std::initializer_list<std::pair<Qt::Key, QDockWidget *>> panels{
        {Qt::Key_1, m_serversDock},    {Qt::Key_2, m_detailDock},        {Qt::Key_3, &m_statistics->dock()},
        {Qt::Key_4, &m_plots->dock()}, {Qt::Key_5, &m_balances->dock()}, {Qt::Key_6, &m_problems->dock()},
        {Qt::Key_7, &m_log->dock()}};
    for (const auto &[key, dock] : panels) {
        if (key > Qt::Key_2)
            tabifyDockWidget(m_detailDock, dock);
    }
    m_detailDock->raise();
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea); // servers over the whole height
    setDockNestingEnabled(true);

    for (const auto &[key, dock] : panels) {
        QAction *toggle = makePanelToggle(*dock, *m_page);
        toggle->setShortcut(QKeySequence(Qt::ALT | key));
        m_actions->panels->addAction(toggle);
        addAction(toggle);
    }
    QAction *toggleToolBar = m_actions->toolBar->toggleViewAction();
    toggleToolBar->setObjectName(QStringLiteral("toolBarToggle"));
    m_actions->panels->addAction(toggleToolBar);
    new GuideFlow(*m_actions, *this);
    new PreferencesFlow(m_settings, *m_actions, *this); // all actions stand in their menus now

    resizeOnScreen(*this, {1440, 880});
    resizeDocks({m_serversDock}, {240}, Qt::Horizontal);
    resizeDocks({m_detailDock}, {height() * 3 / 8}, Qt::Vertical);
    m_defaultLayout = saveState();
}

std::unique_ptr<WindowProbe> MainWindow::makeProbe()
{
    return std::make_unique<WindowProbe>(
        WindowProbe::Parts{m_feed, m_analyst, *m_list, m_page->sorting(), *m_statistics, m_plots->dock()});
}

void MainWindow::restoreSettings()
{
    restoreGeometry(m_settings.value(keys::WindowGeometry));
    m_layout = m_settings.value(keys::WindowState);
    if (m_layout.isEmpty())
        m_layout = m_defaultLayout;
    m_detail->restoreState(m_settings.value(keys::DetailState));
    setOrder(m_settings.value(keys::NewestFirst) ? TradeOrder::NewestFirst : TradeOrder::OldestFirst);
    for (QAction *scheme : m_actions->schemes->actions())
        scheme->setChecked(scheme->data().toInt() == int(m_settings.value(keys::Colors)));
    m_columns->restore();
}

void MainWindow::saveLayout()
{
    m_settings.setValue(keys::WindowGeometry, saveGeometry());
    m_settings.setValue(keys::WindowState, m_stack->currentWidget() == m_page ? saveState() : m_layout);
    m_settings.setValue(keys::DetailState, m_detail->saveState());
    m_columns->save();
}

void MainWindow::resetLayout()
{
    if (m_stack->currentWidget() == m_page)
        restoreState(m_defaultLayout);
    m_strip->setTarget(m_session.target());
    m_layout = m_defaultLayout;
    m_columns->reset();
}

bool MainWindow::event(QEvent *event)
{
    // A dialog is done: keys come here again, also where no window manager sees to that.
    if (event->type() == QEvent::WindowUnblocked)
        activateWindow();
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_status->tasks().cancelAll();
    saveLayout();
    event->accept();
}

QMenu *MainWindow::createPopupMenu()
{
    return nullptr; // the panels are in the View menu, with their keys
}

void MainWindow::showTrade()
{
    const QModelIndex current = m_list->currentIndex();
    const bool indexed = current.isValid() && m_trades.isIndexed(current.row());
    m_feed.setAnchor(m_list->anchorRank().value_or(-1));
    if (const TradePtr trade = m_list->currentTrade(); trade && m_feed.server())
        m_detail->showTrade(*m_feed.server(), trade, indexed);
    else
        m_detail->showPlaceholder(current.isValid() ? tr("Loading…") : tr("Select a trade to see it in full."));
}

void MainWindow::showCounts()
{
    m_status->setCut(m_orphans.hasMore());
    m_status->setMarked(m_feed.server() ? m_marks.markedCount(*m_feed.server()) : 0);
    std::optional<qint64> indexed = m_feed.total();
    if (const auto *summary = m_feed.server() && m_feed.isChosen() ? m_servers.summary(*m_feed.server()) : nullptr)
        indexed = summary->indexed;
    m_status->setCounts(indexed, m_orphans.count(), m_trades.rowCount(), m_list->selectedCount());
    m_page->setFiltering(m_filter->isFiltering() || m_marksFlow->isOnlyMarked(),
                         indexed.value_or(0) + m_orphans.count());
    m_actions->clearFilter->setEnabled(m_filter->isFiltering());
    m_actions->undoFilter->setEnabled(m_filter->canUndo());
    m_actions->redoFilter->setEnabled(m_filter->canRedo());
    m_actions->clearSorting->setEnabled(m_sort->isSorted());
}

void MainWindow::setOrder(TradeOrder order)
{
    m_list->setOrder(order);
    m_follow->showOrder();
    m_actions->newestFirst->setChecked(order == TradeOrder::NewestFirst);
    m_settings.setValue(keys::NewestFirst, order == TradeOrder::NewestFirst);
}

} // namespace arbscope
