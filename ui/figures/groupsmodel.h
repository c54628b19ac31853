// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/figure.h"
#include "ui/figures/statisticssink.h"

#include <QAbstractTableModel>

#include <optional>

namespace arbscope {

class TimeDisplay;

/// Groups of trades, a row each, with their figures; sorted by any column. Tells FigureRoles.
class GroupsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit GroupsModel(const TimeDisplay &times, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// What is not known comes last both ways.
    void sort(int column, Qt::SortOrder order) override;

    /// Null: none. `listed`: the one group whose trades the list may show, so that only its cells have a filter; none:
    /// all.
    void show(const std::shared_ptr<const FigureGroups> &groups, GroupBy by,
              const std::optional<std::string> &listed = {});

private:
    using Group = FigureGroups::value_type;
    [[nodiscard]] std::vector<const Group *> sorted() const;
    [[nodiscard]] const FigureKey &keyOf(int column) const { return m_figures[std::size_t(column) - 1]; }
    [[nodiscard]] QString nameOf(const Group &group) const;
    void showTimes();
    [[nodiscard]] QVariant cell(const Group &group, const FigureKey &key, int role) const;

    const TimeDisplay &m_times;
    std::shared_ptr<const FigureGroups> m_groups;
    GroupBy m_by = GroupBy::Nothing;
    std::optional<std::string> m_listed;
    FigureNames m_names;
    std::vector<FigureKey> m_figures; ///< by column, after that of the group's name
    std::vector<const Group *> m_rows;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace arbscope
