// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QModelIndexList>
#include <QString>

class QAbstractItemModel;

namespace arbscope {

/// The cells as they are shown, rows of tabs, without the columns and rows that have none of them; a cell that is not
/// among them is empty.
[[nodiscard]] QString tabText(const QModelIndexList &cells);
/// The whole table with its header and all digits, as CSV for spreadsheets: \r\n, quotes where needed, text that would
/// be run as a formula guarded by '. The rows of a tree begin with the heading that they are under.
[[nodiscard]] QByteArray csvText(const QAbstractItemModel &model);

} // namespace arbscope
