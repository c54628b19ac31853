// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that shows what the store says.
#include "ui/columns/columnsflow.h"
#include "ui/detail/detailpane.h"
#include "ui/docks/serversdock.h"
#include "ui/figures/statisticsflow.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterflow.h"
#include "ui/finding/revealflow.h"
#include "ui/finding/visitflow.h"
#include "ui/list/listpage.h"
#include "ui/list/sortflow.h"
#include "ui/list/tradelist.h"
#include "ui/store/fileflow.h"
#include "ui/store/storemark.h"
#include "ui/store/storestrip.h"
#include "ui/text/displaytext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/banner.h"
#include "ui/window/mainwindow.h"
#include "ui/window/startpage.h"
#include "ui/window/statusline.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QStackedWidget>

namespace arbscope {

using State = StoreSession::State;

void MainWindow::connectStore()
{
    connect(&m_session, &StoreSession::stateChanged, this, &MainWindow::showSession);
    connect(&m_session, &StoreSession::slowChanged, this, [this] { m_status->setSession(m_session); });
    connect(&m_session, &StoreSession::answered, this, [this] { m_status->setSession(m_session); });

    connect(&m_directory, &ServerDirectory::started, this, [this] {
        m_servers.beginListing();
        m_serversDock->setNote(m_servers.servers().empty() ? tr("Looking for trading servers…") : QString());
        m_page->showState();
    });
    connect(&m_directory, &ServerDirectory::found, this, [this](const std::vector<ServerSummary> &found) {
        m_servers.add(found);
        for (const ServerSummary &server : found)
            m_orphans.tell(server);
        if (m_feed.server() && m_directory.isListing())
            m_serversDock->setCurrent(*m_feed.server());
        showCounts(); // while a filter chooses, only this tells of those that it hides
    });
    connect(&m_directory, &ServerDirectory::finished, this, [this] {
        m_servers.endListing();
        chooseServer();
        m_statistics->offerOthers();
    });
    connect(&m_directory, &ServerDirectory::failed, this,
            [this] { m_serversDock->setNote(tr("The servers could not be listed.")); });
    connect(m_serversDock, &ServersDock::serverChosen, this, &MainWindow::showServer);

    connect(m_start, &StartPage::connectRequested, m_flow, &StoreFlow::askForStore);
    connect(m_start, &StartPage::fileRequested, m_fileFlow, &FileFlow::askForFile);
    connect(m_start, &StartPage::demoRequested, m_flow, &StoreFlow::openDemo);
    connect(m_start, &StartPage::recentRequested, m_flow, &StoreFlow::openRecent);
    connect(m_start, &StartPage::removeRecentRequested, &m_flow->recent(), &RecentStores::remove);
    connect(&m_flow->recent(), &RecentStores::changed, this, &MainWindow::showRecent);
    connect(m_start, &StartPage::savedRequested, m_flow, &StoreFlow::openSaved);
    connect(&m_flow->saved(), &SavedConnections::changed, this, &MainWindow::showRecent);
    connect(m_flow, &StoreFlow::told, this, [this](const QString &text, const QString &detail) {
        if (m_session.target())
            m_page->notice().showMessage(Banner::Kind::Warning, text, detail);
        else
            m_start->showError(text, detail);
    });
    connect(m_flow, &StoreFlow::busyChanged, m_start, &StartPage::setBusy);
    connect(m_flow, &StoreFlow::failed, this, [this](const RedisError &error) {
        m_start->setBusy({});
        const ErrorWords words = errorWords(error, {});
        m_start->showError(words.title, ErrorWords{{}, words.advice, words.detail}.text());
    });
}

void MainWindow::connectList()
{
    connect(m_filter, &FilterFlow::changed, this, &MainWindow::showCounts);
    connect(&m_feed, &TradeFeed::lookWanted, &m_analyst, &TradeAnalyst::lookNow);
    connect(&m_feed, &TradeFeed::serverChanged, &m_analyst, [this] { m_analyst.show(m_feed.server()); });
    connect(m_actions->filter, &QAction::triggered, &m_page->filterBar(), &FilterBar::focusText);
    connect(m_actions->clearFilter, &QAction::triggered, m_filter, &FilterFlow::clear);
    connect(m_actions->undoFilter, &QAction::triggered, m_filter, &FilterFlow::undo);
    connect(m_actions->redoFilter, &QAction::triggered, m_filter, &FilterFlow::redo);
    connect(m_list, &TradeList::currentTradeChanged, this, &MainWindow::showTrade);
    connect(m_list, &TradeList::selectionCountChanged, this, &MainWindow::showCounts);
    connect(m_sort, &SortFlow::orderClicked, m_actions->newestFirst, &QAction::trigger);
    connect(m_sort, &SortFlow::changed, this, &MainWindow::showCounts);
    connect(m_sort, &SortFlow::refused, this, [this](const QString &why) { m_status->showMessage(why, 5000); });
    connect(m_actions->clearSorting, &QAction::triggered, m_sort, &SortFlow::clear);
    connect(m_list, &TradeList::detailRequested, this, &MainWindow::openDetailWindow);
    connect(m_list, &TradeList::rowsPainted, this, &MainWindow::firstRowsPainted, Qt::SingleShotConnection);
    connect(&m_times, &TimeDisplay::aged, m_list->viewport(), qOverload<>(&QWidget::update)); // it asks the model anew

    connect(&m_feed, &TradeFeed::reset, this, [this] {
        showCounts();
        showTrade();
    });
    connect(&m_feed, &TradeFeed::missingSeen, &m_orphans, &OrphanFeed::suspect);
    connect(&m_orphans, &OrphanFeed::changed, this, &MainWindow::showCounts);
    connect(&m_feed, &TradeFeed::refreshed, this, [this] {
        if (m_feed.server() && m_feed.total() && !m_feed.isChosen())
            m_servers.setIndexed(*m_feed.server(), *m_feed.total());
        m_feed.setAnchor(m_list->anchorRank().value_or(-1));
        showCounts();
    });
}

void MainWindow::showSession()
{
    const State state = m_session.state();
    const bool open = state != State::Closed;
    m_actions->setStoreOpen(open);
    m_actions->importFile->setEnabled(m_fileFlow->canImport());
    m_actions->allowWriting->setChecked(m_session.target() && m_session.target()->options.writable);
    m_status->setSession(m_session);
    if (state == State::Connecting && !m_session.wasConnected()) {
        m_servers.setStore(m_flow->title());
        m_visits->clear();
        showNoServer();
        m_columns->restore();
        if (const QByteArray last = m_flow->lastServer(); !last.isEmpty())
            showServer(last);
    } else if (!open) {
        m_servers.setStore({});
        showNoServer();
    }
    m_actions->setServerShown(m_feed.server().has_value());

    const bool wasOpen = m_stack->currentWidget() == m_page;
    if (open && !wasOpen) {
        m_stack->setCurrentWidget(m_page);
        restoreState(m_layout);
        m_reveal->focusFirst();
    } else if (!open) {
        if (wasOpen && isVisible())
            m_layout = saveState();
        m_stack->setCurrentWidget(m_start);
        for (QDockWidget *dock : findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly))
            dock->hide();
    }
    for (QAction *toggle : m_actions->panels->actions())
        toggle->setEnabled(open);
    m_strip->setTarget(m_session.target()); // after restoreState(), which knows the strip of another store
    m_page->showState();
    showTitle();
    showCounts();
}

void MainWindow::showServer(const QByteArray &server)
{
    if (m_feed.server() == server)
        return;
    m_orphans.show(server);
    if (const ServerSummary *summary = m_servers.summary(server))
        m_orphans.tell(*summary);
    m_feed.show(server, m_trades.order());
    m_directory.setShown(server);
    m_serversDock->setCurrent(server);
    m_flow->rememberServer(server);
    m_actions->setServerShown(true);
    m_page->showState();
    showTitle();
}

void MainWindow::showNoServer()
{
    m_orphans.show(std::nullopt);
    m_feed.show(std::nullopt);
    m_directory.setShown(std::nullopt);
}

void MainWindow::chooseServer()
{
    const bool any = !m_servers.servers().empty();
    m_serversDock->setNote(any ? QString() : tr("No trading servers in this store."));
    m_page->setServersKnown(any);
    const bool gone = m_feed.server() && !m_servers.indexOf(*m_feed.server()).isValid() && m_feed.total() == 0;
    if (any && (!m_feed.server() || gone))
        showServer(m_servers.latest());
    m_page->showState();
}

void MainWindow::showTitle()
{
    QString title = QStringLiteral("ArbScope");
    if (m_feed.server())
        title += u" – " + displayBytes(*m_feed.server(), 60);
    if (const QString store = m_flow->title(); !store.isEmpty())
        title += u" – " + store;
    if (m_session.target() && m_session.target()->mark != StoreMark::None)
        title += u" – " + markText(m_session.target()->mark);
    if (m_session.target() && m_session.target()->options.writable)
        title += u" – " + tr("writing allowed");
    setWindowTitle(title);
}

} // namespace arbscope
