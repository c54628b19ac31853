// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that answers its actions.
#include "ui/colors/colorrulesdialog.h"
#include "ui/compare/compareflow.h"
#include "ui/copying/copyflow.h"
#include "ui/detail/detailpane.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/exporting/exportflow.h"
#include "ui/figures/balancesflow.h"
#include "ui/figures/statisticsflow.h"
#include "ui/filter/filterflow.h"
#include "ui/finding/findflow.h"
#include "ui/finding/gotodialog.h"
#include "ui/finding/revealflow.h"
#include "ui/finding/visitflow.h"
#include "ui/list/followflow.h"
#include "ui/list/sortflow.h"
#include "ui/list/tradelist.h"
#include "ui/marks/marksflow.h"
#include "ui/plots/plotsflow.h"
#include "ui/problems/problemsdock.h"
#include "ui/problems/problemsflow.h"
#include "ui/settings/keys.h"
#include "ui/store/fileflow.h"
#include "ui/text/displaytext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/firstsize.h"
#include "ui/window/mainwindow.h"
#include "ui/window/startpage.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>

namespace arbscope {

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->connectStore, [this] { m_flow->askForStore(); });
    on(m_actions->openFile, [this] { m_fileFlow->askForFile(); });
    on(m_actions->importFile, [this] { m_fileFlow->askForImport(); });
    connect(m_fileFlow, &FileFlow::imported, m_actions->refresh, &QAction::trigger);
    on(m_actions->demo, [this] { m_flow->openDemo(); });
    on(m_actions->closeStore, [this] { m_flow->close(); });
    on(m_actions->retry, [this] { m_session.retry(); });
    on(m_actions->refresh, [this] {
        if (m_session.state() == StoreSession::State::Connected) {
            m_feed.refresh();
            m_statistics->forgetOthers();
            m_orphans.refresh();
            m_directory.refresh();
        } else {
            m_session.retry();
        }
    });
    on(m_actions->quickExport, [this] {
        if (m_feed.server())
            m_export->exportAtOnce(*m_feed.server(), m_filter->filter(), m_sort->isSorted());
    });
    const auto exportAs = [this] {
        std::vector<QByteArray> selected;
        if (m_feed.server())
            selected.push_back(*m_feed.server());
        m_export->exportWithChoices(m_servers.servers(), selected);
    };
    on(m_actions->exportAs, exportAs);
    connect(m_export, &ExportFlow::choicesRequested, this, exportAs);
    connect(m_copy, &CopyFlow::exportRequested, this, exportAs);
    on(m_actions->quit, [this] { close(); });
    on(m_actions->copy, [this] { m_copy->copySelection(false); });
    on(m_actions->copyWithHeader, [this] { m_copy->copySelection(true); });
    on(m_actions->previousTrade, [this] { m_list->step(-1); });
    on(m_actions->nextTrade, [this] { m_list->step(1); });
    on(m_actions->firstTrade, [this] { m_list->goToRow(0); });
    on(m_actions->lastTrade, [this] { m_list->goToRow(m_trades.rowCount() - 1); });
    on(m_actions->goTo, [this] { goTo(); });
    on(m_actions->detailWindow, [this] { openDetailWindow(); });
    on(m_actions->checkStore, [this] {
        m_problems->dock().show();
        m_problems->dock().raise();
        m_problems->check(true);
    });
    connect(m_actions->allowWriting, &QAction::triggered, this, &MainWindow::askForWriting);
    connect(m_problems, &ProblemsFlow::repaired, m_actions->refresh, &QAction::trigger);
}

void MainWindow::connectMarks()
{
    const auto on = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, m_marksFlow, slot); };
    on(m_actions->mark, &MarksFlow::toggle);
    on(m_actions->note, &MarksFlow::editNote);
    on(m_actions->nextMark, [this] { m_marksFlow->step(1); });
    on(m_actions->previousMark, [this] { m_marksFlow->step(-1); });
    on(m_actions->onlyMarked, &MarksFlow::setOnlyMarked);
    connect(m_marksFlow, &MarksFlow::onlyMarkedChanged, m_actions->onlyMarked, &QAction::setChecked);
    on(m_actions->exportMarked, &MarksFlow::exportMarked);
    on(m_actions->exportMarks, &MarksFlow::exportMarks);
    on(m_actions->importMarks, &MarksFlow::importMarks);
    connect(&m_analyst, &TradeAnalyst::chosen, m_marksFlow, &MarksFlow::takeChosen);
    connect(&m_marks, &MarkBook::changed, this, &MainWindow::showCounts);
    m_trades.setMarks(&m_marks);
    m_detail->setMarks(m_marks);
}

void MainWindow::connectViewActions()
{
    connect(m_actions->newestFirst, &QAction::triggered, this, [this](bool newest) {
        m_sort->clear();
        setOrder(newest ? TradeOrder::NewestFirst : TradeOrder::OldestFirst);
    });
    connect(m_actions->follow, &QAction::triggered, m_follow, &FollowFlow::setFollowing);
    connect(m_follow, &FollowFlow::followingChanged, m_actions->follow, &QAction::setChecked);
    connect(m_actions->colorRules, &QAction::triggered, this, &MainWindow::editColorRules);
    m_trades.setRules(&m_rules);
    connect(&m_rules, &RuleBook::judged, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_actions->resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions->schemes, &QActionGroup::triggered, this, [this](const QAction *chosen) {
        const auto scheme = static_cast<ColorScheme>(chosen->data().toInt());
        m_settings.setValue(keys::Colors, scheme);
        applyTheme(*qApp, scheme);
    });
    connect(m_actions->about, &QAction::triggered, this, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void MainWindow::askForWriting(bool writable)
{
    if (!writable) {
        reopen(false);
        return;
    }
    m_actions->allowWriting->setChecked(false); // until it is so
    auto *box
        = new QMessageBox(QMessageBox::Warning, tr("Allow Writing"), tr("Open this store for writing?"), {}, this);
    box->setObjectName(QStringLiteral("writingBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(m_flow->title() + u"\n\n"
                            + tr("Its index can then be repaired and trades be imported, each after a question. "
                                 "Reports that are there are never touched."));
    const QPushButton *open = box->addButton(tr("Open for writing"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(open, &QPushButton::clicked, this, [this] { reopen(true); });
    box->open();
}

void MainWindow::reopen(bool writable)
{
    const std::optional<QByteArray> server = m_feed.server();
    m_reveal->focusFirst();
    m_flow->setWritable(writable);
    if (server)
        showServer(*server);
}

void MainWindow::showRecent()
{
    const std::vector<StoreTarget> stores = m_flow->recent().list();
    m_start->setRecentStores(stores);
    m_start->setSavedConnections(m_flow->saved().list());
    m_actions->recent->clear();
    m_actions->recent->setEnabled(!stores.empty());
    for (const StoreTarget &store : stores) {
        m_actions->recent->addAction(store.display().replace(u'&', QStringLiteral("&&")), this,
                                     [this, store] { m_flow->openRecent(store); });
    }
    if (!stores.empty()) {
        m_actions->recent->addSeparator();
        m_actions->recent->addAction(tr("Clear this list"), this, [this] { m_flow->recent().clear(); });
    }
}

void MainWindow::editColorRules()
{
    auto *dialog = new ColorRulesDialog(m_rules.rules(), m_times.zone(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_rules.setRules(dialog->rules()); });
    dialog->open();
}

void MainWindow::goTo()
{
    const TradePtr trade = m_list->currentTrade();
    const double around
        = trade && trade->report() ? trade->report()->clock : double(QDateTime::currentSecsSinceEpoch());
    auto *dialog = new GoToDialog({m_session, m_feed, m_orphans, m_trades}, m_times.format(), around, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToDialog::rowChosen, m_list, &TradeList::goToRow);
    connect(dialog, &GoToDialog::clockChosen, &m_feed, qOverload<double>(&TradeFeed::locate));
    connect(dialog, &GoToDialog::tradeChosen, m_reveal, &RevealFlow::reveal);
    dialog->open();
}

void MainWindow::connectFinding()
{
    const auto on = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->find, [this] { m_find->open(); });
    on(m_actions->findNext, [this] { m_find->step(1); });
    on(m_actions->findPrevious, [this] { m_find->step(-1); });
    on(m_actions->compare, [this] { m_compare->compare(); });
    on(m_actions->copyCell, [this] { m_copy->copyCell(); });
    for (const QAction *action : m_actions->copyAs->actions())
        connect(action, &QAction::triggered, this,
                [this, kind = static_cast<TradeTextKind>(action->data().toInt())] { m_copy->copyWhole(kind); });
    on(m_actions->nextInSession, [this] { m_find->stepInSession(1); });
    on(m_actions->previousInSession, [this] { m_find->stepInSession(-1); });
    on(m_actions->back, [this] { m_visits->step(-1); });
    on(m_actions->forward, [this] { m_visits->step(1); });
    connect(m_find, &FindFlow::tradeWanted, m_reveal, &RevealFlow::show);
    connect(m_visits, &VisitFlow::tradeWanted, m_reveal, &RevealFlow::show);
    connect(&m_problems->dock(), &ProblemsDock::tradeRequested, m_reveal, &RevealFlow::show);
    connect(m_balances, &BalancesFlow::tradeRequested, m_reveal, &RevealFlow::show);
    connect(m_plots, &PlotsFlow::tradeRequested, m_reveal, &RevealFlow::show);
    connect(m_reveal, &RevealFlow::serverWanted, this, &MainWindow::showServer);
    const auto showSteps = [this] {
        m_actions->back->setEnabled(m_visits->canStep(-1));
        m_actions->forward->setEnabled(m_visits->canStep(1));
    };
    connect(m_visits, &VisitFlow::changed, this, showSteps);
    showSteps();
}

void MainWindow::openDetailWindow()
{
    const TradePtr trade = m_list->currentTrade();
    if (!trade || !m_feed.server())
        return;
    auto *window = new QWidget(this, Qt::Window);
    window->setObjectName(QStringLiteral("detailWindow"));
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(tr("Trade %1").arg(displayBytes(trade->orderId, 80)));
    resizeOnScreen(*window, {1100, 640});
    auto *pane = new DetailPane(m_times, m_files);
    pane->setMarks(m_marks);
    pane->restoreState(m_detail->saveState());
    pane->showTrade(*m_feed.server(), trade, m_trades.rankOf(m_list->currentIndex().row()) >= 0);
    auto *layout = new QVBoxLayout(window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pane);
    auto *closeKey = new QAction(window);
    closeKey->setShortcut(Qt::Key_Escape);
    connect(closeKey, &QAction::triggered, window, &QWidget::close);
    window->addAction(closeKey);
    window->show();
    window->activateWindow();
}

} // namespace arbscope
