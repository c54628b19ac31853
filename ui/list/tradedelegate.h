// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/decimalpoints.h"
#include "ui/theme/theme.h"

#include <QIcon>
#include <QStyledItemDelegate>

#include <map>
#include <memory>
#include <set>

namespace arbscope {

class TradeSelection;

/// Paints a cell of the trade list: its text in the colour of its tone, a mark beside the outcome and beside what could
/// not be read as it should, rows that cannot be read on a faint ground; figures with their points one under another.
class TradeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TradeDelegate(QObject *parent = nullptr);
    /// The column that has the outcome and its mark; -1: none.
    void setMarkColumns(int outcome, int state);
    /// Columns whose figures are followed by what they count.
    void setUnitColumns(const std::set<int> &columns) { m_unitColumns = columns; }
    /// What painting and size hints have seen.
    [[nodiscard]] DecimalPoints &points() const { return *m_points; }
    /// Rows of a store that was lost look weaker.
    void setStale(bool stale) { m_stale = stale; }
    [[nodiscard]] bool isStale() const { return m_stale; }

    void setSelection(const TradeSelection *selection) { m_selection = selection; } ///< may be null

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static int rowHeight(const QFont &font);
    static constexpr int Margin = 8; ///< left and right of a cell's text
    static constexpr int MarkSize = 14;

private:
    [[nodiscard]] bool showsState(const QModelIndex &index) const; ///< a mark at the cell's end

    [[nodiscard]] QString unitOf(const QModelIndex &index) const;
    void paintFigure(QPainter *painter, const QRect &area, const QModelIndex &index, const QColor &unitColor) const;

    std::map<Tone, QIcon> m_marks;
    std::unique_ptr<DecimalPoints> m_points;
    std::set<int> m_unitColumns;
    int m_outcomeColumn = -1;
    int m_stateColumn = -1;
    bool m_stale = false;
    const TradeSelection *m_selection = nullptr;
};

} // namespace arbscope
