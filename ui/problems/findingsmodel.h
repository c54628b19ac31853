// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storecheckfinding.h"

#include <QAbstractTableModel>

#include <vector>

namespace arbscope {

class TimeDisplay;

/// What a check found, a row each, in the order in which it came; bounded by whoever fills it.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { KindColumn, ServerColumn, OrderIdColumn, WordsColumn, ColumnCount };

    explicit FindingsModel(const TimeDisplay &times, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void clear();
    void append(const std::vector<Finding> &findings);
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }

private:
    void showTimes();

    const TimeDisplay &m_times;
    std::vector<Finding> m_findings;
};

} // namespace arbscope
