// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/paneltoggle.h"

#include <QAction>
#include <QDockWidget>

namespace arbscope {

void showPanel(QDockWidget &dock)
{
    dock.show();
    dock.raise();
    if (QWidget *content = dock.focusProxy() ? dock.focusProxy() : dock.widget())
        content->setFocus(Qt::ShortcutFocusReason);
}

QAction *makePanelToggle(QDockWidget &dock)
{
    auto *toggle = new QAction(dock.windowTitle(), &dock);
    toggle->setObjectName(dock.objectName() + QStringLiteral("Toggle"));
    toggle->setCheckable(true);
    toggle->setChecked(!dock.isHidden());
    const auto showState = [toggle, &dock] { toggle->setChecked(!dock.isHidden()); };
    QObject::connect(dock.toggleViewAction(), &QAction::toggled, toggle, showState);
    QObject::connect(toggle, &QAction::triggered, &dock, [&dock, showState] {
        const bool isInFront = dock.isVisible() && !dock.visibleRegion().isEmpty();
        if (isInFront)
            dock.hide();
        else
            showPanel(dock);
        showState(); // the click has turned the mark
    });
    return toggle;
}

} // namespace arbscope
