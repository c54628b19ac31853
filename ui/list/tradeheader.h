// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/sortmark.h"

#include <QHeaderView>

#include <vector>

namespace arbscope {

/// The header of the trade list: an arrow in each column that is sorted by and, where there are several, its number.
/// The first columns may be frozen: they stay where they are while the others move under them sideways.
class TradeHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit TradeHeader(QWidget *parent = nullptr);
    void setMarks(const std::vector<SortMark> &marks); ///< the first one counts most

    void setFrozen(int count); ///< so many of the visible columns, from the left
    [[nodiscard]] int frozen() const { return m_frozen; }
    /// Those that do stay, from left to right: fewer where they would leave the others too little room.
    [[nodiscard]] std::vector<int> frozenColumns() const;
    [[nodiscard]] int frozenWidth() const; ///< of these
    [[nodiscard]] bool isFrozen(int column) const;
    [[nodiscard]] bool isScrolledUnder() const; ///< others are hidden by them
    [[nodiscard]] int columnAt(int x) const; ///< the one seen there, -1: none
    [[nodiscard]] int positionOf(int column) const; ///< where it is seen
    /// The line between these and the others.
    static void paintEdge(QPainter &painter, int x, int height, const QPalette &palette);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int column) const override;
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;

private:
    [[nodiscard]] int shiftAt(int x) const;
    [[nodiscard]] bool isOnHandle(int x) const;
    [[nodiscard]] int shiftOf(const QMouseEvent &event) const;

    std::vector<SortMark> m_marks;
    int m_frozen = 0;
    bool m_resizing = false; ///< a column's edge is being dragged
    int m_pressShift = 0;
    int m_grab = 0; ///< where in its column the mouse took hold
};

} // namespace arbscope
