// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/marks/mark.h"
#include "ui/models/tradeptr.h"
#include "ui/text/timeformat.h"

#include <QWidget>

#include <array>

class QTreeView;

namespace arbscope {

class CompareModel;

/// A window with two trades side by side. Escape closes it, Ctrl+C copies the line.
class CompareWindow final : public QWidget
{
    Q_OBJECT
public:
    CompareWindow(const std::array<TradeName, 2> &names, const std::array<TradePtr, 2> &trades,
                  const TimeFormat &format, QWidget *parent);

private:
    void copyLine() const;

    CompareModel *m_model;
    QTreeView *m_tree;
};

} // namespace arbscope
