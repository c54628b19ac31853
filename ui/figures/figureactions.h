// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemView;
class QHeaderView;
class QToolButton;

namespace arbscope {

/// How every view of figures looks and is copied from: numbers of one width, Ctrl+C for the selected cells. `header`:
/// of its columns, which have the width of their titles and of what is in sight.
void setUpFigureView(QAbstractItemView &view, QHeaderView &header);
/// After a change. Columns never become narrower, lest they dance.
void widenColumns(QHeaderView &header, QAbstractItemView &view);

/// For the bar above it.
[[nodiscard]] QToolButton *figureButton(const char *name, const QString &text, const QString &icon);

} // namespace arbscope
