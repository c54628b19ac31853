// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/detailrows.h"
#include "ui/models/grouptreemodel.h"
#include "ui/models/tradeptr.h"
#include "ui/text/timeformat.h"

#include <array>
#include <vector>

namespace arbscope {

/// Two trades side by side: every member and derived value in the detail's groups, a line each, with what differs.
class CompareModel final : public GroupTreeModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, FirstColumn, SecondColumn, DifferenceColumn, ColumnCount };
    enum Role {
        DiffersRole = Qt::UserRole + 1, ///< bool
    };

    /// `titles`: of the two columns.
    CompareModel(const std::array<TradePtr, 2> &trades, const std::array<QString, 2> &titles, const TimeFormat &format,
                 QObject *parent = nullptr);

    [[nodiscard]] int differences() const;
    [[nodiscard]] int values() const; ///< differences or not

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::size_t groupCount() const override;
    [[nodiscard]] std::size_t lineCount(std::size_t group) const override;
    struct Line
    {
        QString label;
        std::array<QString, 2> texts;
        std::array<QString, 2> exact; ///< all digits
        bool differs = false;
        QString difference; ///< second less first, exactly; empty where there is no number
    };
    struct Group
    {
        QString title;
        std::vector<Line> lines;
    };
    [[nodiscard]] Line lineOf(const QString &label, const DetailSlot &slot, const TimeFormat &format) const;

    std::array<TradePtr, 2> m_trades;
    std::array<QString, 2> m_titles;
    std::vector<Group> m_groups;
};

} // namespace arbscope
