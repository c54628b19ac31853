// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/field.h"
#include "core/store/storedtrade.h"

#include <QObject>

#include <vector>

class QAction;
class QMenu;
class QPoint;

namespace arbscope {

class DetailPane;
class FilterFlow;
class TradeList;

/// The menus of a cell of the list and of a row of the detail tree: its value as a filter, joined to the one applied.
class CellMenu final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        TradeList &list;
        DetailPane &detail;
        FilterFlow &filter;
        std::vector<QAction *> actions; ///< that the list's menu has, too; null: a separator
    };
    explicit CellMenu(const Parts &parts, QObject *parent = nullptr);

private:
    void showListMenu(const QPoint &position);
    /// Fills it with what can be done with the trade's values of these fields.
    void fill(QMenu &menu, const std::vector<FieldId> &fieldIds, const StoredTrade &trade);

    Parts m_parts;
};

} // namespace arbscope
