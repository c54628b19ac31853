// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/viewplace.h"

#include "ui/figures/figureroles.h"

#include <QAbstractItemView>
#include <QScrollBar>
#include <QTreeView>

namespace arbscope {

namespace {

/// The identities of a row and of those that it is under.
QString pathOf(const QModelIndex &index)
{
    if (!index.isValid())
        return {};
    const QString own = index.siblingAtColumn(0).data(IdentityRole).toString();
    return index.parent().isValid() ? QString(pathOf(index.parent()) + u'\n' + own) : own;
}

template <class Visit> void visitRows(const QAbstractItemModel &model, const QModelIndex &parent, const Visit &visit)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        visit(index);
        visitRows(model, index, visit);
    }
}

QString cellId(const QModelIndex &index)
{
    return pathOf(index) + u'\t' + QString::number(index.column());
}

} // namespace

ViewPlace::ViewPlace(const QAbstractItemView &view)
    : m_left(view.horizontalScrollBar()->value())
    , m_current(pathOf(view.currentIndex()))
    , m_currentColumn(view.currentIndex().column())
{
    const QModelIndex top = view.indexAt(QPoint(1, 1));
    m_top = pathOf(top);
    m_offset = view.visualRect(top).top();
    if (const auto *selection = view.selectionModel()) {
        for (const QModelIndex &index : selection->selectedIndexes())
            m_selected << cellId(index);
    }
    if (const auto *tree = qobject_cast<const QTreeView *>(&view)) {
        for (int row = 0; row < tree->model()->rowCount(); ++row) {
            const QModelIndex branch = tree->model()->index(row, 0);
            if (!tree->isExpanded(branch))
                m_closed << pathOf(branch);
        }
    }
}

void ViewPlace::restore(QAbstractItemView &view) const
{
    QModelIndex top;
    QModelIndex current;
    QItemSelection selection;
    auto *tree = qobject_cast<QTreeView *>(&view);
    visitRows(*view.model(), {}, [&](const QModelIndex &index) {
        const QString path = pathOf(index);
        if (path == m_top)
            top = index;
        if (path == m_current)
            current = index.siblingAtColumn(m_currentColumn);
        for (int column = 0; !m_selected.isEmpty() && column < view.model()->columnCount(); ++column) {
            const QModelIndex cell = index.siblingAtColumn(column);
            if (m_selected.contains(cellId(cell)))
                selection.select(cell, cell);
        }
        if (tree && !index.parent().isValid())
            tree->setExpanded(index, !m_closed.contains(path));
    });
    if (current.isValid())
        view.selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    view.selectionModel()->select(selection, QItemSelectionModel::Select);
    if (top.isValid()) {
        view.scrollTo(top, QAbstractItemView::PositionAtTop);
        if (view.verticalScrollMode() == QAbstractItemView::ScrollPerPixel)
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - m_offset);
    }
    view.horizontalScrollBar()->setValue(m_left);
}

} // namespace arbscope
