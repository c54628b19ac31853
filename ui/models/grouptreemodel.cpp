// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/grouptreemodel.h"

namespace arbscope {

// An index's id is 0 for a group, and for a line its group's row and one.

QModelIndex GroupTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex GroupTreeModel::parent(const QModelIndex &index) const
{
    const auto group = groupOfLine(index);
    return group ? createIndex(int(*group), 0, quintptr(0)) : QModelIndex();
}

int GroupTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(groupCount());
    const bool isGroup = !groupOfLine(parent) && parent.column() == 0;
    return isGroup ? int(lineCount(std::size_t(parent.row()))) : 0;
}

std::optional<std::size_t> GroupTreeModel::groupOfLine(const QModelIndex &index)
{
    if (!index.isValid() || index.internalId() == 0)
        return std::nullopt;
    return std::size_t(index.internalId()) - 1;
}

} // namespace arbscope
