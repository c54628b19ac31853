// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that stay in sight: cells are painted once more where they are seen, and are found there.
#include "ui/list/tradeheader.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradetablemodel.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace arbscope {

QModelIndex TradeList::indexAt(const QPoint &position) const
{
    if (position.x() < 0 || position.x() >= m_header->frozenWidth())
        return QTableView::indexAt(position);
    const int row = rowAt(position.y());
    const int column = m_header->columnAt(position.x());
    return row < 0 || column < 0 ? QModelIndex() : m_model.index(row, column);
}

QRect TradeList::visualRect(const QModelIndex &index) const
{
    QRect rect = QTableView::visualRect(index);
    if (index.isValid() && m_header->isFrozen(index.column()))
        rect.moveLeft(m_header->positionOf(index.column()));
    return rect;
}

void TradeList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar *bar = horizontalScrollBar();
    const int before = bar->value();
    QTableView::scrollTo(index, hint);
    if (!index.isValid() || m_header->frozen() == 0)
        return;
    if (m_header->isFrozen(index.column()))
        bar->setValue(before);
    else if (const int hidden = m_header->frozenWidth() - columnViewportPosition(index.column()); hidden > 0)
        bar->setValue(bar->value() - hidden);
}

void TradeList::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx == 0 || m_header->frozen() == 0)
        return;
    viewport()->update(); // the base class has moved everything
    m_header->viewport()->update();
}

void TradeList::paintFrozen(const QRect &area)
{
    const std::vector<int> columns = m_header->frozenColumns();
    if (columns.empty())
        return;
    QPainter painter(viewport());
    const int rows = m_model.rowCount();
    const int first = rowAt(area.top());
    const bool scrolled = m_header->isScrolledUnder();
    QStyleOptionViewItem plain;
    initViewItemOption(&plain);
    for (int row = first; scrolled && row >= 0 && row < rows && rowViewportPosition(row) <= area.bottom(); ++row) {
        for (const int column : columns) {
            const QModelIndex index = m_model.index(row, column);
            QStyleOptionViewItem option = plain;
            option.rect = visualRect(index);
            option.features.setFlag(QStyleOptionViewItem::Alternate, row % 2 == 1);
            if (selectionModel()->isSelected(index))
                option.state |= QStyle::State_Selected;
            if (index == currentIndex() && (hasFocus() || viewport()->hasFocus()))
                option.state |= QStyle::State_HasFocus;
            painter.fillRect(option.rect, option.palette.brush(QPalette::Base));
            style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
            itemDelegateForIndex(index)->paint(&painter, option, index);
        }
    }
    TradeHeader::paintEdge(painter, m_header->frozenWidth() - 1, viewport()->height(), palette());
}

void TradeList::freezeUpTo(int column)
{
    int count = 0;
    for (const int shown : shownColumns()) {
        ++count;
        if (shown == column)
            break;
    }
    setFrozen(count);
}

void TradeList::setFrozen(int count)
{
    m_header->setFrozen(std::max(0, count));
    viewport()->update();
    emit columnsEdited();
}

int TradeList::frozenCount() const
{
    return m_header->frozen();
}

void TradeList::keepFrozen(int column, int from, int to)
{
    // Dropped among the frozen columns it is one of them, pulled out from among them it is not.
    int placeBefore = 0;
    int placeNow = 0;
    int other = 0; // counts the other columns
    for (int place = 0; place < m_header->count(); ++place) {
        const int each = m_header->logicalIndex(place);
        if (each == column)
            continue;
        placeBefore += other < from && !m_header->isSectionHidden(each) ? 1 : 0;
        placeNow += other < to && !m_header->isSectionHidden(each) ? 1 : 0;
        ++other;
    }
    const int frozen = m_header->frozen();
    const bool was = placeBefore < frozen;
    const bool is = placeNow < frozen;
    if (was != is)
        m_header->setFrozen(frozen + (is ? 1 : -1));
}

} // namespace arbscope
