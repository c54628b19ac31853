// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storecheckfinding.h"
#include "ui/text/timeformat.h"

#include <QAbstractTableModel>

#include <vector>

namespace arbscope {

/// What a check found, a row each, in the order in which it came; bounded by whoever fills it.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { KindColumn, ServerColumn, OrderIdColumn, WordsColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void clear();
    void append(const std::vector<Finding> &findings);
    void setTimeFormat(const TimeFormat &format);
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }

private:
    std::vector<Finding> m_findings;
    TimeFormat m_format;
};

} // namespace arbscope
