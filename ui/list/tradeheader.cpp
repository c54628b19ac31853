// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/tradeheader.h"

#include <QPainter>
#include <QStyleOptionHeader>

#include <algorithm>

namespace arbscope {

TradeHeader::TradeHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{ }

void TradeHeader::setMarks(const std::vector<SortMark> &marks)
{
    m_marks = marks;
    if (!marks.empty()) // also what tools and tests ask for
        setSortIndicator(marks.front().column, marks.front().descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    viewport()->update();
}

void TradeHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    const auto mark = std::ranges::find(m_marks, column, &SortMark::column);
    if (mark == m_marks.end())
        option->sortIndicator = QStyleOptionHeader::None;
    else
        option->sortIndicator = mark->descending ? QStyleOptionHeader::SortUp : QStyleOptionHeader::SortDown;
}

void TradeHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, column);
    painter->restore();
    const auto mark = std::ranges::find(m_marks, column, &SortMark::column);
    if (mark == m_marks.end() || m_marks.size() < 2)
        return;
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    const QRect arrow = style()->subElementRect(QStyle::SE_HeaderArrow, &option, this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    painter->save();
    painter->setFont(small);
    painter->setPen(palette().color(QPalette::ButtonText));
    painter->drawText(QRect(arrow.left() - 12, rect.top(), 12, rect.height()), Qt::AlignRight | Qt::AlignVCenter,
                      QString::number(mark - m_marks.begin() + 1));
    painter->restore();
}

} // namespace arbscope
