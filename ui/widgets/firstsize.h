// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSize;
class QWidget;

namespace arbscope {

/// Makes a window as large as wanted, or as its screen has room for with the frame around it.
void resizeOnScreen(QWidget &window, const QSize &wanted);

} // namespace arbscope
