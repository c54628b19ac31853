// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QDockWidget;

namespace arbscope {

/// Shows a panel, brings it before those that it shares its place with and gives it the keys; hides it when it stands
/// in front already. Checked as long as the panel is open, also behind others.
[[nodiscard]] QAction *makePanelToggle(QDockWidget &dock);
void showPanel(QDockWidget &dock);

} // namespace arbscope
