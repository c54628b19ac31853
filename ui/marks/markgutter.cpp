// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks/markgutter.h"

#include <QIcon>
#include <QMouseEvent>
#include <QPainter>

namespace arbscope {

namespace {

constexpr int Width = 22;
constexpr int IconSize = 14;

} // namespace

MarkGutter::MarkGutter(QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
{
    setObjectName(QStringLiteral("markGutter"));
    setAccessibleName(tr("Marks"));
    setFixedWidth(Width);
    setSectionsClickable(false);
    setHighlightSections(false);
}

QSize MarkGutter::sizeHint() const
{
    return {Width, 0};
}

void MarkGutter::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->fillRect(rect, palette().color(QPalette::Base));
    const auto icon = model()->headerData(logicalIndex, Qt::Vertical, Qt::DecorationRole).value<QIcon>();
    const QRect place(rect.center().x() - IconSize / 2 + 1, rect.center().y() - IconSize / 2, IconSize, IconSize);
    if (!icon.isNull())
        painter->drawPixmap(place, icon.pixmap(place.size(), devicePixelRatioF()));
}

void MarkGutter::mousePressEvent(QMouseEvent *event)
{
    const int row = logicalIndexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && row >= 0)
        emit clicked(row);
    event->accept(); // nothing is sized or selected here
}

void MarkGutter::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

} // namespace arbscope
