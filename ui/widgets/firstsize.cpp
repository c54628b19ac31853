// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/firstsize.h"

#include <QScreen>
#include <QWidget>

namespace arbscope {

void resizeOnScreen(QWidget &window, const QSize &wanted)
{
    constexpr QSize Frame{40, 60}; // not known before the window is shown
    window.resize(wanted.boundedTo(window.screen()->availableSize() - Frame));
}

} // namespace arbscope
