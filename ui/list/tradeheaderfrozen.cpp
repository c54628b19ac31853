// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that stay in sight. The base class knows sections only where they would stand without that: it is told of the
// mouse over a frozen one as if it were there, and the sections are painted once more where they are seen.
#include "ui/list/tradeheader.h"

#include <QHelpEvent>
#include <QHoverEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace arbscope {

namespace {

/// As if nothing was scrolled: the base class ignores mouse moves at places below 0.
class Unscrolled
{
    Q_DISABLE_COPY_MOVE(Unscrolled)

public:
    Unscrolled(QHeaderView &header, int shift)
        : m_header(header)
        , m_shift(shift)
    {
        if (m_shift != 0)
            m_header.setOffset(0);
    }
    ~Unscrolled()
    {
        if (m_shift != 0 && m_header.offset() == 0) // else the list has scrolled meanwhile
            m_header.setOffset(m_shift);
    }

private:
    QHeaderView &m_header;
    int m_shift;
};

} // namespace

void TradeHeader::setFrozen(int count)
{
    m_frozen = count;
    viewport()->update();
}

std::vector<int> TradeHeader::frozenColumns() const
{
    std::vector<int> columns;
    const int most = viewport()->width() * 2 / 3; // the others have to be read, too
    int width = 0;
    for (int place = 0; place < count() && int(columns.size()) < m_frozen; ++place) {
        const int column = logicalIndex(place);
        if (isSectionHidden(column))
            continue;
        width += sectionSize(column);
        if (width > most)
            break;
        columns.push_back(column);
    }
    return columns;
}

int TradeHeader::frozenWidth() const
{
    int width = 0;
    for (const int column : frozenColumns())
        width += sectionSize(column);
    return width;
}

bool TradeHeader::isFrozen(int column) const
{
    return m_frozen > 0 && std::ranges::count(frozenColumns(), column) > 0;
}

bool TradeHeader::isScrolledUnder() const
{
    return m_frozen > 0 && offset() != 0 && frozenWidth() > 0;
}

int TradeHeader::shiftAt(int x) const
{
    return m_frozen > 0 && x >= 0 && x < frozenWidth() ? offset() : 0;
}

int TradeHeader::columnAt(int x) const
{
    return logicalIndexAt(x - shiftAt(x));
}

int TradeHeader::positionOf(int column) const
{
    return isFrozen(column) ? sectionPosition(column) : sectionViewportPosition(column);
}

void TradeHeader::paintEdge(QPainter &painter, int x, int height, const QPalette &palette)
{
    QColor color = palette.color(QPalette::Text);
    color.setAlphaF(0.35F);
    painter.fillRect(x, 0, 1, height, color);
}

void TradeHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    const std::vector<int> columns = frozenColumns();
    if (columns.empty())
        return;
    QPainter painter(viewport());
    if (offset() != 0) {
        for (const int column : columns) {
            const QRect rect(positionOf(column), 0, sectionSize(column), viewport()->height());
            painter.fillRect(rect, palette().brush(QPalette::Button));
            paintSection(&painter, rect, column);
        }
    }
    paintEdge(painter, frozenWidth() - 1, viewport()->height(), palette());
}

bool TradeHeader::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove: {
        auto *hover = static_cast<QHoverEvent *>(event);
        const int shift = shiftAt(hover->position().toPoint().x());
        if (shift == 0)
            break;
        QHoverEvent there(event->type(), hover->position() - QPointF(shift, 0), hover->globalPosition(),
                          hover->oldPosF(), hover->modifiers(), hover->pointingDevice());
        const bool taken = QHeaderView::viewportEvent(&there);
        viewport()->update(0, 0, frozenWidth(), viewport()->height()); // it looks elsewhere for what has to be painted
        return taken;
    }
    case QEvent::HoverLeave:
        if (isScrolledUnder())
            viewport()->update(0, 0, frozenWidth(), viewport()->height());
        break;
    case QEvent::ToolTip:
    case QEvent::WhatsThis: {
        auto *help = static_cast<QHelpEvent *>(event);
        if (const int shift = shiftAt(help->pos().x()); shift != 0) {
            QHelpEvent there(event->type(), help->pos() - QPoint(shift, 0), help->globalPos());
            return QHeaderView::viewportEvent(&there);
        }
        break;
    }
    default:
        break;
    }
    return QHeaderView::viewportEvent(event);
}

bool TradeHeader::isOnHandle(int x) const
{
    const int column = columnAt(x);
    if (column < 0)
        return false;
    const int grip = style()->pixelMetric(QStyle::PM_HeaderGripMargin, nullptr, this);
    const int within = x - positionOf(column);
    return within < grip || within > sectionSize(column) - grip;
}

/// Who drags an edge drags it from where it was taken hold of; who drags a column looks at what is below the mouse.
int TradeHeader::shiftOf(const QMouseEvent &event) const
{
    return m_resizing ? m_pressShift : shiftAt(event.position().toPoint().x());
}

void TradeHeader::mousePressEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    m_pressShift = shiftAt(x);
    m_resizing = m_frozen > 0 && isOnHandle(x);
    const int column = columnAt(x);
    m_grab = column < 0 ? 0 : x - positionOf(column);
    {
        const Unscrolled there(*this, shiftOf(*event));
        QHeaderView::mousePressEvent(event);
    }
    if (m_frozen > 0)
        viewport()->update();
}

void TradeHeader::mouseMoveEvent(QMouseEvent *event)
{
    {
        const Unscrolled there(*this, shiftOf(*event));
        QHeaderView::mouseMoveEvent(event);
    }
    if (!isScrolledUnder())
        return;
    viewport()->update();
    // Scrolling there and back has moved what is being dragged.
    if (auto *dragged = viewport()->findChild<QLabel *>(); dragged && dragged->isVisible())
        dragged->move(event->position().toPoint().x() - m_grab, 0);
}

void TradeHeader::mouseReleaseEvent(QMouseEvent *event)
{
    {
        const Unscrolled there(*this, shiftOf(*event));
        QHeaderView::mouseReleaseEvent(event);
    }
    m_resizing = false;
    if (m_frozen > 0)
        viewport()->update();
}

void TradeHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Unscrolled there(*this, shiftOf(*event));
    QHeaderView::mouseDoubleClickEvent(event);
}

} // namespace arbscope
