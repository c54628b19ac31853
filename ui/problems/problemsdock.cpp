// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problemsdock.h"

#include "ui/docks/panellayout.h"
#include "ui/problems/findingsmodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace arbscope {

ProblemsDock::ProblemsDock(FindingsModel &model, QWidget *parent)
    : QDockWidget(tr("Problems"), parent)
    , m_model(model)
    , m_checkServer(new QPushButton(tr("Check this server")))
    , m_checkAll(new QPushButton(tr("Check all servers")))
    , m_repair(new QPushButton(tr("Repair…")))
    , m_note(makePanelNote("checkNote"))
    , m_view(new QTreeView)
{
    setObjectName(QStringLiteral("problemsDock"));
    m_checkServer->setObjectName(QStringLiteral("checkServer"));
    m_checkAll->setObjectName(QStringLiteral("checkAll"));
    m_repair->setObjectName(QStringLiteral("repair"));
    m_checkServer->setToolTip(tr("Hold the shown server's hash and index against each other and against the reports"));
    m_checkAll->setToolTip(tr("The same for every trading server of the store"));
    connect(m_checkServer, &QPushButton::clicked, this, [this] { emit checkRequested(false); });
    connect(m_checkAll, &QPushButton::clicked, this, [this] { emit checkRequested(true); });
    connect(m_repair, &QPushButton::clicked, this, &ProblemsDock::repairRequested);

    m_view->setObjectName(QStringLiteral("problemsView"));
    m_view->setAccessibleName(tr("Problems"));
    m_view->setModel(&model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->header()->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    m_view->setColumnWidth(FindingsModel::KindColumn, 28 * character);
    m_view->setColumnWidth(FindingsModel::ServerColumn, 18 * character);
    m_view->setColumnWidth(FindingsModel::OrderIdColumn, 40 * character);
    connect(m_view, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const Finding &finding = findingAt(index);
        emit tradeRequested(finding.server, finding.orderId);
    });

    auto *copy = new QAction(tr("&Copy the Command for redis-cli"), m_view);
    copy->setObjectName(QStringLiteral("copyByHandAction"));
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(findingAt(m_view->currentIndex()).commandByHand()); });
    m_view->addAction(copy);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto offer = [this, copy] {
        const QModelIndex current = m_view->currentIndex();
        copy->setEnabled(current.isValid() && !findingAt(current).commandByHand().isEmpty());
    };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, copy, offer);
    connect(&model, &QAbstractItemModel::modelReset, copy, offer);
    offer();

    layOutPanel(*this, {m_checkServer, m_checkAll, m_repair}, 6, m_note, *m_view);
    setFocusProxy(m_view);
    setRepair(false, {});
    setNote({});
    showButtons();
}

const Finding &ProblemsDock::findingAt(const QModelIndex &index) const
{
    return m_model.findings()[static_cast<size_t>(index.row())];
}

void ProblemsDock::setServerShown(bool shown)
{
    m_serverShown = shown;
    showButtons();
}

void ProblemsDock::setChecking(bool checking)
{
    m_checking = checking;
    showButtons();
}

void ProblemsDock::showButtons()
{
    m_checkServer->setEnabled(m_serverShown && !m_checking);
    m_checkAll->setEnabled(!m_checking);
}

void ProblemsDock::setNote(const QString &text)
{
    showPanelNote(*m_note, text.isEmpty() ? tr("Nothing has been checked yet.") : text);
}

void ProblemsDock::setRepair(bool visible, const QString &reason)
{
    m_repair->setVisible(visible);
    m_repair->setEnabled(reason.isEmpty());
    m_repair->setToolTip(reason.isEmpty() ? tr("Show what would mend the index, before anything is changed") : reason);
}

} // namespace arbscope
