// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/sortmark.h"

#include <QHeaderView>

#include <vector>

namespace arbscope {

/// The header of the trade list: an arrow in each column that is sorted by and, where there are several, its number.
class TradeHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit TradeHeader(QWidget *parent = nullptr);
    void setMarks(const std::vector<SortMark> &marks); ///< the first one counts most

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int column) const override;
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;

private:
    std::vector<SortMark> m_marks;
};

} // namespace arbscope
