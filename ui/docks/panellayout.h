// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QDockWidget;
class QLabel;
class QString;
class QWidget;

namespace arbscope {

/// A quiet line of plain text that takes what room there is.
[[nodiscard]] QLabel *makePanelNote(const char *objectName);
void showPanelNote(QLabel &note, const QString &text); ///< whole as a tool tip

/// A panel's content below a bar of buttons and the like, `spacing` pixels apart, with a note behind them; no note:
/// they stand at the bar's beginning.
void layOutPanel(QDockWidget &dock, std::initializer_list<QWidget *> bar, int spacing, QLabel *note, QWidget &content);

} // namespace arbscope
