// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/columns/columns.h"
#include "ui/list/sortmark.h"
#include "ui/models/tradeptr.h"

#include <QTableView>

#include <optional>
#include <set>
#include <vector>

class QMenu;

namespace arbscope {

class MarkGutter;
class TradeDelegate;
class TradeHeader;
class TradeSelection;
class TradeTableModel;

/// The view of the trade list. Rows keep their place when trades come in; selection and current row belong to the
/// trade, also when the order is turned round.
class TradeList final : public QTableView
{
    Q_OBJECT
public:
    explicit TradeList(TradeTableModel &model, QWidget *parent = nullptr);

    [[nodiscard]] MarkGutter &gutter() { return *m_gutter; }
    void setOrder(TradeOrder order);
    void setColumns(const std::vector<ColumnState> &columns);
    [[nodiscard]] std::vector<ColumnState> columns() const;
    /// The visible columns up to this one stay in sight when scrolling sideways.
    void freezeUpTo(int column);
    void setFrozen(int count); ///< so many of the visible ones, from the left
    [[nodiscard]] int frozenCount() const;
    void setStale(bool stale); ///< its rows are what the store was once known to hold
    [[nodiscard]] bool isStale() const;

    [[nodiscard]] TradePtr currentTrade() const; ///< null: no row, or it is loading
    [[nodiscard]] qint64 selectedCount() const;
    void setSortMarks(const std::vector<SortMark> &marks); ///< none: the order of time
    [[nodiscard]] const std::vector<SortMark> &sortMarks() const { return m_sortMarks; }
    /// First and last row of each part, ascending; the current row stays what it is.
    void selectRows(const std::vector<std::pair<int, int>> &rows);
    void returnToRow(int row); ///< as goToRow(), but where it is selected the selection stays
    void goToRow(int row); ///< makes it the current row, in the middle when it was out of sight
    void step(int rows);
    void scrollToNewest(); ///< the current row stays what it is
    [[nodiscard]] bool isNewestInSight() const;
    /// The rank whose place on the screen is to be kept: the current row when it is in sight, else the top one.
    [[nodiscard]] std::optional<qint64> anchorRank() const;
    /// First and last row of each part of the selection, in the order shown.
    [[nodiscard]] std::vector<std::pair<int, int>> selectedRows() const;
    [[nodiscard]] bool isSelectionLoaded() const;
    /// The selected rows that are loaded, as tab separated lines in the order shown.
    [[nodiscard]] QString selectedText(bool withHeader) const;
    [[nodiscard]] std::vector<int> shownColumns() const; ///< in tradeColumns(), from left to right
    [[nodiscard]] QString headerText() const; ///< of these, tab separated

    [[nodiscard]] QModelIndex indexAt(const QPoint &position) const override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

signals:
    void currentTradeChanged(); ///< another row, or its trade has come
    void selectionCountChanged();
    void headerClicked(int column, bool withShift);
    void sortRequested(int column, bool descending);
    void cellMenuRequested(const QPoint &position); ///< on the screen, of the current cell
    void sortingCleared(); ///< by Escape, or from the header's menu
    void columnsEdited();
    void chooserRequested();
    void detailRequested(); ///< Enter or double click
    void scrolled(); ///< by a person, or to a row that was gone to
    void rowsPainted(); ///< whenever trades came to the screen

protected:
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void extendTo(int row); ///< from where the selection at the current row began
    void setUpHeader();
    void showHeaderMenu(const QPoint &position);
    void addColumnActions(QMenu &menu, int column);
    void hideOne(int column);
    void setUnits(int column, bool shown);
    void keepFrozen(int column, int from, int to); ///< a person has moved it
    void paintFrozen(const QRect &area);
    void showOrder();
    void updateMarks();
    void fitNewColumns(); ///< once, as soon as there are rows
    void fitColumns(); ///< those that nobody has sized, to what they show
    void applyMetrics();
    int headerWidth(int column) const;
    int defaultWidth(int column) const;

    TradeTableModel &m_model;
    TradeDelegate *m_delegate;
    TradeSelection *m_selection;
    QPersistentModelIndex m_begin; ///< gone to, and where Shift selects from; else the view knows that by itself
    MarkGutter *m_gutter;
    TradeHeader *m_header;
    std::vector<SortMark> m_sortMarks;
    std::set<int> m_sized; ///< columns whose width a person chose
    std::set<int> m_units; ///< columns whose cells name what they count
    bool m_fitPending = true; ///< the rows of this server have not been seen yet
    bool m_settingColumns = false;
    bool m_keepingPlace = false; ///< the scroll bar moves because the rows do
};

} // namespace arbscope
