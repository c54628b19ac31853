// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What of the list is selected, and its text.
#include "ui/list/tradelist.h"
#include "ui/list/tradeselection.h"
#include "ui/models/tradetablemodel.h"

#include <QHeaderView>

#include <algorithm>
#include <ranges>

namespace arbscope {

qint64 TradeList::selectedCount() const
{
    return m_selection->count();
}

std::vector<std::pair<int, int>> TradeList::selectedRows() const
{
    return m_selection->rows();
}

void TradeList::selectRows(const std::vector<std::pair<int, int>> &rows)
{
    m_selection->selectRows(rows);
}

/// By Shift from a row that was gone to: the view itself only knows those that were clicked or reached by arrows.
void TradeList::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (!command.testFlag(QItemSelectionModel::Current))
        m_begin = QModelIndex();
    const QModelIndex current = currentIndex();
    if (!m_begin.isValid() || !current.isValid()) {
        QTableView::setSelection(rect, command);
        return;
    }
    const auto [first, last] = std::minmax({m_begin.row(), current.row()});
    const QItemSelection rows(m_model.index(first, 0), m_model.index(last, m_model.columnCount() - 1));
    selectionModel()->select(rows, command);
}

void TradeList::extendTo(int row)
{
    const int current = currentIndex().row();
    if (current < 0 || row < 0 || row >= m_model.rowCount())
        return;
    int begin = m_begin.isValid() ? m_begin.row() : current;
    for (const auto &[first, last] : m_selection->rows()) {
        if (!m_begin.isValid() && first <= current && current <= last)
            begin = current == last ? first : last;
    }
    m_begin = m_model.index(begin, currentIndex().column());
    m_selection->selectRows({{std::min(begin, row), std::max(begin, row)}});
    const QModelIndex target = m_model.index(row, currentIndex().column());
    selectionModel()->setCurrentIndex(target, QItemSelectionModel::NoUpdate);
    scrollTo(target);
}

bool TradeList::isSelectionLoaded() const
{
    return std::ranges::all_of(selectedRows(), [this](const auto &rows) {
        return std::ranges::all_of(std::views::iota(rows.first, rows.second + 1),
                                   [this](int row) { return m_model.trade(row) != nullptr; });
    });
}

std::vector<int> TradeList::shownColumns() const
{
    std::vector<int> shown;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column))
            shown.push_back(column);
    }
    return shown;
}

QString TradeList::headerText() const
{
    QStringList titles;
    for (const int column : shownColumns())
        titles << m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return titles.join(u'\t');
}

QString TradeList::selectedText(bool withHeader) const
{
    const std::vector<int> shown = shownColumns();
    QStringList lines;
    for (const auto &[top, bottom] : selectedRows()) {
        for (int row = top; row <= bottom; ++row) {
            if (!m_model.trade(row))
                continue;
            QStringList cells;
            for (const int column : shown)
                cells << m_model.index(row, column).data(TradeTableModel::ExactRole).toString();
            lines << cells.join(u'\t');
        }
    }
    if (withHeader && !lines.isEmpty())
        lines.prepend(headerText());
    return lines.join(u'\n');
}

} // namespace arbscope
