// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/storemark.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

#include <utility>

namespace arbscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::StoreMark)
};

} // namespace

QString markText(StoreMark mark)
{
    switch (mark) {
    case StoreMark::None:
        return {};
    case StoreMark::Production:
        return Words::tr("Production");
    case StoreMark::Staging:
        return Words::tr("Staging");
    case StoreMark::Testing:
        return Words::tr("Testing");
    case StoreMark::Development:
        return Words::tr("Development");
    case StoreMark::Personal:
        return Words::tr("Personal");
    }
    std::unreachable();
}

QColor markColor(StoreMark mark)
{
    switch (mark) {
    case StoreMark::None:
        return QColor(0x56606b);
    case StoreMark::Production:
        return QColor(0xb3261e);
    case StoreMark::Staging:
        return QColor(0x955a00);
    case StoreMark::Testing:
        return QColor(0x1c7a3e);
    case StoreMark::Development:
        return QColor(0x1862bd);
    case StoreMark::Personal:
        return QColor(0x7a3fa0);
    }
    std::unreachable();
}

QIcon markIcon(StoreMark mark)
{
    constexpr int Size = 32; // drawn larger than shown, for any device pixel ratio
    QPixmap pixmap(Size, Size);
    pixmap.fill(Qt::transparent);
    if (mark != StoreMark::None) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(markColor(mark));
        painter.drawRoundedRect(QRectF(4, 4, Size - 8, Size - 8), 6, 6);
    }
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // as it is, and not mixed with the colour of the selection
    return icon;
}

} // namespace arbscope
