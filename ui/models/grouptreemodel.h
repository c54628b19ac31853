// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

#include <cstddef>
#include <optional>

namespace arbscope {

/// A tree of two levels: groups, and the lines of each.
class GroupTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const final;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const final;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;

protected:
    [[nodiscard]] virtual std::size_t groupCount() const = 0;
    [[nodiscard]] virtual std::size_t lineCount(std::size_t group) const = 0;
    /// The group that a line belongs to; none: the index is a group's own, or not valid.
    [[nodiscard]] static std::optional<std::size_t> groupOfLine(const QModelIndex &index);
};

} // namespace arbscope
