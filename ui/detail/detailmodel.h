// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"
#include "ui/detail/detailrows.h"
#include "ui/models/grouptreemodel.h"

#include <limits>
#include <memory>
#include <vector>

namespace arbscope {

class TimeDisplay;

/// One trade's members and derived values as a tree of groups. Its shape never changes, only the values do.
class DetailModel final : public GroupTreeModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, FirstColumn, SecondColumn, UnitColumn, ColumnCount };
    enum Role {
        NameRole = Qt::UserRole + 1, ///< QString: JSON or derived name of the cell's value; empty for groups
        ExactRole,                   ///< QString: the value as stored, or all digits of a derived one; for copying
    };

    explicit DetailModel(const TimeDisplay &times, QObject *parent = nullptr);

    void setTrade(std::shared_ptr<const StoredTrade> trade); ///< null: every value unknown
    [[nodiscard]] QModelIndex indexOf(const QString &name) const; ///< the value's cell; invalid: no such name

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] std::size_t groupCount() const override;
    [[nodiscard]] std::size_t lineCount(std::size_t group) const override;
    [[nodiscard]] const DetailRow *rowAt(const QModelIndex &index) const;
    [[nodiscard]] QVariant groupData(const DetailGroup &group, int column, int role) const;
    [[nodiscard]] QString valueText(const DetailSlot &slot) const;
    [[nodiscard]] QString exactText(const DetailSlot &slot,
                                    qsizetype limit = std::numeric_limits<qsizetype>::max() - 1) const;
    [[nodiscard]] QString unitText(const DetailRow &row) const;
    [[nodiscard]] QString toolTip(const DetailRow &row, const DetailSlot &slot) const;
    [[nodiscard]] QString issueText(const DetailSlot &slot) const;
    void valuesChanged();

    const TimeDisplay &m_times;
    std::vector<DetailGroup> m_groups;
    std::shared_ptr<const StoredTrade> m_trade;
};

} // namespace arbscope
