// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/tradeselection.h"

#include <QAbstractItemModel>

#include <algorithm>
#include <limits>
#include <utility>

namespace arbscope {

TradeSelection::TradeSelection(QAbstractItemModel &model, QObject *parent)
    : QItemSelectionModel(&model, parent)
{
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { makeRoom(first, last); });
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int) {
        takeOut(first, std::numeric_limits<int>::max()); // they go at the end only
    });
}

void TradeSelection::selectRows(const std::vector<Rows> &rows)
{
    m_apart.clear();
    QItemSelection selection;
    if (rows.size() <= MostRanges) {
        for (const auto &[first, last] : rows)
            selection.select(model()->index(first, 0), model()->index(last, model()->columnCount() - 1));
    }
    QItemSelectionModel::select(selection, ClearAndSelect);
    if (rows.size() > MostRanges) {
        m_apart = rows;
        emit selectionChanged({}, {});
    }
}

std::vector<TradeSelection::Rows> TradeSelection::rows() const
{
    std::vector<Rows> rows = m_apart;
    for (const QItemSelectionRange &range : selection())
        rows.emplace_back(range.top(), range.bottom());
    std::ranges::sort(rows);
    return rows;
}

qint64 TradeSelection::count() const
{
    qint64 count = 0;
    for (const QItemSelectionRange &range : selection())
        count += range.height();
    for (const auto &[first, last] : m_apart)
        count += last - first + 1;
    return count;
}

bool TradeSelection::hasRow(int row) const
{
    return isApart(row) || isRowSelected(row);
}

bool TradeSelection::isApart(int row) const
{
    const auto next = std::ranges::upper_bound(m_apart, row, {}, &Rows::first);
    return next != m_apart.begin() && std::prev(next)->second >= row;
}

/// A row that is selected here is no news to Qt's ranges, and toggling takes it out.
void TradeSelection::select(const QItemSelection &selection, SelectionFlags command)
{
    if (m_apart.empty()) {
        QItemSelectionModel::select(selection, command);
        return;
    }
    if (command.testFlag(Clear)) {
        dropApart();
        QItemSelectionModel::select(selection, command);
        return;
    }
    QItemSelection other;
    for (const QItemSelectionRange &range : selection) {
        // A view takes what it does not find among Qt's ranges for not selected, and toggles it by selecting it.
        const bool isToggled = range.top() == range.bottom() && isApart(range.top()) && !command.testFlag(Current);
        takeOut(range.top(), range.bottom());
        if (!isToggled)
            other.append(range);
    }
    QItemSelectionModel::select(other, command);
    emit selectionChanged({}, {});
}

void TradeSelection::clear()
{
    dropApart();
    QItemSelectionModel::clear();
}

void TradeSelection::reset()
{
    m_apart.clear();
    QItemSelectionModel::reset();
}

void TradeSelection::dropApart()
{
    if (!std::exchange(m_apart, {}).empty())
        emit selectionChanged({}, {});
}

void TradeSelection::takeOut(int first, int last)
{
    std::vector<Rows> left;
    for (const auto &[from, to] : m_apart) {
        if (from < first)
            left.emplace_back(from, std::min(to, first - 1));
        if (to > last)
            left.emplace_back(std::max(from, last + 1), to);
    }
    m_apart = std::move(left);
}

void TradeSelection::makeRoom(int first, int last)
{
    if (m_apart.empty())
        return;
    const int count = last - first + 1;
    std::vector<Rows> moved;
    for (const auto &[from, to] : m_apart) {
        if (from < first)
            moved.emplace_back(from, std::min(to, first - 1));
        if (to >= first)
            moved.emplace_back(std::max(from, first) + count, to + count);
    }
    m_apart = std::move(moved);
}

} // namespace arbscope
