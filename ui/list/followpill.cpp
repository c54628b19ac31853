// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/followpill.h"

#include "ui/theme/icons.h"

#include <QEvent>
#include <QLocale>

namespace arbscope {

FollowPill::FollowPill(QWidget *view)
    : QPushButton(view)
    , m_view(view)
{
    setObjectName(QStringLiteral("followPill"));
    setFocusPolicy(Qt::NoFocus); // keys stay with the list; Ctrl+E does the same
    setCursor(Qt::ArrowCursor);
    setAutoDefault(false);
    view->installEventFilter(this);
    hide();
}

void FollowPill::showCount(qint64 count, bool onTop)
{
    m_onTop = onTop;
    QPalette own = m_view->palette();
    own.setBrush(QPalette::Button, own.brush(QPalette::Highlight));
    own.setBrush(QPalette::ButtonText, own.brush(QPalette::HighlightedText));
    setPalette(own);
    const QIcon arrow = themedIcon(onTop ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"));
    setIcon(arrow.pixmap(iconSize(), devicePixelRatioF(), QIcon::Selected));
    setText(count > 0 ? tr("%1 new").arg(QLocale().toString(count)) : tr("Following paused"));
    setToolTip(tr("Go to the newest trade and follow on"));
    place();
    show();
    raise();
}

void FollowPill::place()
{
    constexpr int Distance = 12;
    const QSize size = sizeHint();
    const int x = (m_view->width() - size.width()) / 2;
    setGeometry(QRect(QPoint(x, m_onTop ? Distance : m_view->height() - size.height() - Distance), size));
}

bool FollowPill::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize && isVisible())
        place();
    return QPushButton::eventFilter(watched, event);
}

} // namespace arbscope
