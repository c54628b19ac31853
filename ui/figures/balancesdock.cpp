// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/balancesdock.h"

#include "ui/docks/panellayout.h"
#include "ui/figures/balancesmodel.h"
#include "ui/figures/figureactions.h"
#include "ui/figures/viewplace.h"
#include "ui/theme/icons.h"
#include "ui/widgets/messagepage.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace arbscope {

BalancesDock::BalancesDock(BalancesModel &model, QWidget *parent)
    : QDockWidget(tr("Balances"), parent)
    , m_save(figureButton("saveBalances", tr("Save as CSV…"), QStringLiteral("save")))
    , m_note(makePanelNote("balancesNote"))
    , m_stack(new QStackedWidget)
    , m_message(new MessagePage)
    , m_view(new QTreeView)
{
    setObjectName(QStringLiteral("balancesDock"));
    connect(m_save, &QToolButton::clicked, this, &BalancesDock::saveRequested);

    m_view->setObjectName(QStringLiteral("balancesTree"));
    m_view->setAccessibleName(tr("Balances"));
    m_view->setModel(&model);
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(14);
    m_view->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_view->header()->setSectionsMovable(false);
    setUpFigureView(*m_view, *m_view->header());
    auto *go = new QAction(themedIcon(QStringLiteral("detail")), tr("&Go to the trade"), m_view);
    const auto ask = [this](const QModelIndex &index) {
        if (const QByteArray orderId = index.data(BalancesModel::OrderIdRole).toByteArray(); !orderId.isEmpty())
            emit tradeRequested(orderId);
    };
    connect(go, &QAction::triggered, this, [this, ask] { ask(m_view->currentIndex()); });
    connect(m_view, &QAbstractItemView::activated, this, ask);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, go, [go](const QModelIndex &index) {
        go->setEnabled(!index.data(BalancesModel::OrderIdRole).toByteArray().isEmpty());
    });
    go->setEnabled(false);
    m_view->insertAction(m_view->actions().value(0), go);

    m_stack->addWidget(m_message);
    m_stack->addWidget(m_view);
    layOutPanel(*this, {m_save}, 8, m_note, *m_stack);
    setFocusProxy(m_view);
}

void BalancesDock::setNote(const QString &text)
{
    showPanelNote(*m_note, text);
}

void BalancesDock::setMessage(const QString &title, const QString &text)
{
    if (!title.isEmpty())
        m_message->setMessage(title, text);
    m_save->setEnabled(title.isEmpty());
    QWidget *shown = title.isEmpty() ? static_cast<QWidget *>(m_view) : m_message;
    const bool hadFocus = m_stack->currentWidget()->hasFocus();
    setFocusProxy(shown); // also while it reads: the keys go on to the balances
    m_stack->setCurrentWidget(shown);
    if (hadFocus)
        shown->setFocus();
}

void BalancesDock::changeModel(const std::function<void()> &change)
{
    const ViewPlace place(*m_view);
    bool wasReset = false;
    const auto watch
        = connect(m_view->model(), &QAbstractItemModel::modelReset, this, [&wasReset] { wasReset = true; });
    change();
    disconnect(watch);
    if (wasReset)
        place.restore(*m_view);
    widenColumns(*m_view->header(), *m_view);
}

} // namespace arbscope
