// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/tradelist.h"

#include "ui/list/tradedelegate.h"
#include "ui/list/tradeheader.h"
#include "ui/list/tradeselection.h"
#include "ui/marks/markgutter.h"
#include "ui/models/tradetablemodel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace arbscope {

TradeList::TradeList(TradeTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new TradeDelegate(this))
    , m_selection(new TradeSelection(model, this))
    , m_gutter(new MarkGutter(this))
    , m_header(new TradeHeader(this))
{
    setObjectName(QStringLiteral("tradeList"));
    setAccessibleName(tr("Trades"));
    setVerticalHeader(m_gutter);
    setModel(&model);
    delete selectionModel();
    setSelectionModel(m_selection);
    m_delegate->setSelection(m_selection);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalHeader(m_header);
    setUpHeader();
    applyMetrics();
    setColumns(defaultColumnState());
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_keepingPlace)
            emit scrolled();
    });
    connect(this, &QAbstractItemView::doubleClicked, this, &TradeList::detailRequested);
}

void TradeList::setOrder(TradeOrder order)
{
    if (order == m_model.order())
        return;
    if (m_model.isSorted()) {
        m_model.setOrder(order);
        return;
    }
    const QScopedValueRollback keeping(m_keepingPlace, true);
    // Ranges are turned round here: the selection model would do it row by row.
    const QModelIndex before = currentIndex();
    const bool wasInSight = before.isValid() && viewport()->rect().intersects(visualRect(before));
    const int y = wasInSight ? visualRect(before).top() : 0;
    std::vector<std::pair<int, int>> rows; // numbers: a QItemSelection would be turned round by itself, wrongly
    for (const auto &[first, last] : m_selection->rows()) {
        // A range may reach over the end of the index, and what stands below that does not turn.
        int top = first;
        while (top <= last) {
            const bool indexed = m_model.rankOf(top) >= 0;
            const int bottom = indexed ? std::min(last, m_model.lastIndexedRow()) : last;
            const int a = m_model.rowTurned(top);
            const int b = m_model.rowTurned(bottom);
            rows.emplace_back(std::min(a, b), std::max(a, b));
            top = bottom + 1;
        }
    }
    {
        const QSignalBlocker quiet(selectionModel());
        m_selection->selectRows({});
    }
    m_model.setOrder(order);
    std::ranges::sort(rows);
    m_selection->selectRows(rows);
    showOrder();
    if (wasInSight) {
        const int rowTop = currentIndex().row() * verticalHeader()->defaultSectionSize();
        verticalScrollBar()->setValue(rowTop - y);
    } else {
        scrollToTop();
    }
    viewport()->update();
}

void TradeList::setStale(bool stale)
{
    m_delegate->setStale(stale);
    viewport()->update();
}

bool TradeList::isStale() const
{
    return m_delegate->isStale();
}

TradePtr TradeList::currentTrade() const
{
    return m_model.trade(currentIndex().row());
}

void TradeList::goToRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const int column = std::max(0, currentIndex().isValid() ? currentIndex().column() : tradeColumnIndex(u"clock"));
    const QModelIndex target = m_model.index(row, column);
    const bool inSight = viewport()->rect().contains(visualRect(target).center());
    selectionModel()->setCurrentIndex(target, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_begin = target;
    scrollTo(target, inSight ? EnsureVisible : PositionAtCenter);
}

void TradeList::returnToRow(int row)
{
    if (!m_selection->hasRow(row)) {
        goToRow(row);
        return;
    }
    const QModelIndex target = m_model.index(row, std::max(0, currentIndex().column()));
    selectionModel()->setCurrentIndex(target, QItemSelectionModel::NoUpdate);
    scrollTo(target, viewport()->rect().contains(visualRect(target).center()) ? EnsureVisible : PositionAtCenter);
}

void TradeList::setSortMarks(const std::vector<SortMark> &marks)
{
    m_sortMarks = marks;
    showOrder();
}

void TradeList::step(int rows)
{
    const int row = currentIndex().isValid() ? currentIndex().row() + rows : 0;
    const int target = std::clamp(row, 0, std::max(0, m_model.rowCount() - 1));
    if (target >= m_model.rowCount() || target == currentIndex().row())
        return;
    const QModelIndex index = m_model.index(target, std::max(0, currentIndex().column()));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_begin = index;
    scrollTo(index);
}

void TradeList::scrollToNewest()
{
    if (m_model.isSorted())
        return; // the newest may stand anywhere
    const QScopedValueRollback keeping(m_keepingPlace, true);
    if (m_model.order() == TradeOrder::NewestFirst)
        scrollToTop();
    else if (m_model.lastIndexedRow() >= 0)
        scrollTo(m_model.index(m_model.lastIndexedRow(), std::max(0, currentIndex().column())), PositionAtBottom);
}

bool TradeList::isNewestInSight() const
{
    if (m_model.isSorted())
        return true; // there is no end where new ones come in
    const int row = m_model.order() == TradeOrder::NewestFirst ? 0 : m_model.lastIndexedRow();
    const int top = rowViewportPosition(std::max(0, row));
    return row < 0 || (top >= -rowHeight(row) / 2 && top < viewport()->height());
}

std::optional<qint64> TradeList::anchorRank() const
{
    if (m_model.rowCount() == 0)
        return std::nullopt;
    if (currentIndex().isValid() && viewport()->rect().intersects(visualRect(currentIndex())))
        return m_model.rankOf(currentIndex().row());
    return m_model.rankOf(std::max(0, rowAt(0)));
}

void TradeList::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const QScopedValueRollback keeping(m_keepingPlace, true);
    QScrollBar *bar = verticalScrollBar();
    const int before = bar->value();
    const int top = rowAt(0);
    const bool atEnd = before > 0 && before == bar->maximum();
    QTableView::rowsInserted(parent, start, end);
    updateGeometries(); // the scroll bar's range, now
    if (before > 0 && start <= top)
        bar->setValue(before + (end - start + 1) * verticalHeader()->defaultSectionSize());
    else if (atEnd)
        bar->setValue(bar->maximum());
    fitNewColumns(); // reports beside the index come with their texts
    emit selectionCountChanged();
}

void TradeList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    fitNewColumns();
    const int row = currentIndex().row();
    if (row >= topLeft.row() && row <= bottomRight.row())
        emit currentTradeChanged();
}

void TradeList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        emit currentTradeChanged();
}

void TradeList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    viewport()->update(); // rows that Qt's ranges do not name, too
    emit selectionCountChanged();
}

void TradeList::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyMetrics();
}

void TradeList::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Keyboard) { // the mouse has made the cell the current one
        if (indexAt(event->pos()).isValid())
            emit cellMenuRequested(event->globalPos());
    } else if (currentIndex().isValid()) {
        scrollTo(currentIndex());
        emit cellMenuRequested(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
    }
}

void TradeList::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    paintFrozen(event->rect());
    if (m_delegate->points().takeGrowth()) // figures above stand where there was room enough for them alone
        viewport()->update();
    if (m_model.trade(std::max(0, rowAt(0))))
        emit rowsPainted();
}

/// The view makes the first row the current one, but does not select it: what the detail shows could not be copied.
void TradeList::focusInEvent(QFocusEvent *event)
{
    const bool hadCurrent = currentIndex().isValid();
    QTableView::focusInEvent(event);
    if (!hadCurrent && currentIndex().isValid() && event->reason() != Qt::MouseFocusReason)
        goToRow(currentIndex().row());
}

void TradeList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit detailRequested();
    } else if (plain && event->key() == Qt::Key_Escape && !m_sortMarks.empty()) {
        emit sortingCleared();
    } else if (event->matches(QKeySequence::MoveToStartOfDocument)) {
        goToRow(0);
    } else if (event->matches(QKeySequence::MoveToEndOfDocument)) {
        goToRow(m_model.rowCount() - 1);
    } else if (event->matches(QKeySequence::SelectStartOfDocument)) {
        extendTo(0);
    } else if (event->matches(QKeySequence::SelectEndOfDocument)) {
        extendTo(m_model.rowCount() - 1);
    } else {
        const QModelIndex before = currentIndex();
        QTableView::keyPressEvent(event);
        if (event->matches(QKeySequence::MoveToStartOfLine)) // where the first cell is frozen it is in sight anyway
            horizontalScrollBar()->setValue(horizontalScrollBar()->minimum());
        if (currentIndex() != before && !event->modifiers().testFlag(Qt::ShiftModifier))
            m_begin = QModelIndex(); // the view knows
    }
}

} // namespace arbscope
