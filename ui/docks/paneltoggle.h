// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QDockWidget;
class QWidget;

namespace arbscope {

/// Shows a panel, brings it before those that it shares its place with and gives it the keys; hides it when it stands
/// in front already, by its key only when it has the keys: so Alt+3 leads into the statistics from anywhere, and once
/// more closes them. Checked as long as the panel is open, also behind others.
///
/// Escape in the panel, and closing it, gives the keys back to `home`.
[[nodiscard]] QAction *makePanelToggle(QDockWidget &dock, QWidget &home);
void showPanel(QDockWidget &dock);

} // namespace arbscope
