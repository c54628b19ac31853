// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/paneltoggle.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QScopedValueRollback>

namespace arbscope {

namespace {

bool hasKeys(const QDockWidget &dock)
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && (focus == &dock || dock.isAncestorOf(focus));
}

void goHome(QWidget &home)
{
    home.window()->activateWindow(); // the panel may float
    home.setFocus(Qt::ShortcutFocusReason);
}

/// Knows whether it was its key or the menu.
class PanelToggle final : public QAction
{
public:
    PanelToggle(QDockWidget &dock, QWidget &home)
        : QAction(dock.windowTitle(), &dock)
    {
        connect(this, &QAction::triggered, &dock, [this, &dock, &home] {
            const bool isInFront = dock.isVisible() && !dock.visibleRegion().isEmpty();
            if (const bool hadKeys = hasKeys(dock); isInFront && (hadKeys || !m_byKey)) {
                dock.hide();
                if (hadKeys)
                    goHome(home);
            } else {
                showPanel(dock);
            }
            setChecked(!dock.isHidden()); // the click has turned the mark
        });
    }

protected:
    bool event(QEvent *event) override
    {
        // It tells itself of changes, too, while it is triggered.
        const QScopedValueRollback asked(m_byKey, m_byKey || event->type() == QEvent::Shortcut);
        return QAction::event(event);
    }

private:
    bool m_byKey = false;
};

} // namespace

void showPanel(QDockWidget &dock)
{
    dock.show();
    dock.raise();
    dock.window()->activateWindow();
    if (QWidget *content = dock.focusProxy() ? dock.focusProxy() : dock.widget())
        content->setFocus(Qt::ShortcutFocusReason);
}

QAction *makePanelToggle(QDockWidget &dock, QWidget &home)
{
    auto *toggle = new PanelToggle(dock, home);
    toggle->setObjectName(dock.objectName() + QStringLiteral("Toggle"));
    toggle->setCheckable(true);
    toggle->setChecked(!dock.isHidden());
    QObject::connect(dock.toggleViewAction(), &QAction::toggled, toggle,
                     [toggle, &dock] { toggle->setChecked(!dock.isHidden()); });

    auto *leave = new QAction(&dock); // before the views: they search for its character
    leave->setShortcut(Qt::Key_Escape);
    leave->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(leave, &QAction::triggered, &dock, [&home] {
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        else
            goHome(home);
    });
    dock.addAction(leave);
    return toggle;
}

} // namespace arbscope
