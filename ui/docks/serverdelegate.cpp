// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/serverdelegate.h"

#include "ui/models/serversmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

namespace arbscope {

namespace {

constexpr int Margin = 8;
constexpr int Gap = 2; ///< between the lines
constexpr int IconSize = 16;

QFont smallFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.9);
    return font;
}

} // namespace

ServerDelegate::ServerDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_storeIcon(themedIcon(QStringLiteral("database")))
    , m_serverIcon(themedIcon(QStringLiteral("server")))
{ }

void ServerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const
{
    QStyleOptionViewItem option = item;
    initStyleOption(&option, index);
    const bool server = index.data(ServersModel::NameRole).isValid();
    const QString name = option.text;
    option.text.clear();
    const QStyle *style = option.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    // The store is a heading that cannot be chosen, not one that is out of use.
    const QColor text = server ? option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text)
                               : option.palette.color(QPalette::Active, QPalette::Text);
    const QColor weak = selected ? text : option.palette.color(QPalette::PlaceholderText);
    QRect area = option.rect.adjusted(Margin / 2, 0, -Margin, 0);
    painter->save();

    const QString apart = index.data(ServersModel::ApartRole).toString();
    const QRect iconArea(area.left(), area.center().y() - IconSize / 2, IconSize, IconSize);
    painter->drawPixmap(iconArea,
                        (server ? m_serverIcon : m_storeIcon)
                            .pixmap(iconArea.size(), painter->device()->devicePixelRatio(),
                                    selected ? QIcon::Selected : QIcon::Normal));
    area.setLeft(iconArea.right() + Margin);

    if (!server) {
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setFont(bold);
        painter->setPen(text);
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(bold).elidedText(name, Qt::ElideMiddle, area.width()));
        painter->restore();
        return;
    }

    const QFont small = smallFont(option.font);
    const QFontMetrics metrics(option.font);
    const QFontMetrics smallMetrics(small);
    const int height = metrics.height() + Gap + smallMetrics.height();
    const QRect upper(area.left(), area.center().y() - height / 2, area.width(), metrics.height());
    const QRect lower(area.left(), upper.bottom() + 1 + Gap, area.width(), smallMetrics.height());

    const QString count = QLocale().toString(index.data(ServersModel::ReportsRole).toLongLong());
    const QFont digits = numberFont(option.font);
    const int countWidth = QFontMetrics(digits).horizontalAdvance(count);
    painter->setFont(digits);
    painter->setPen(weak);
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, count);
    painter->setFont(option.font);
    painter->setPen(text);
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(name, Qt::ElideMiddle, upper.width() - countWidth - Margin));

    painter->setFont(small);
    painter->setPen(apart.isEmpty() || selected ? weak : toneColor(Tone::Coerced, option.palette));
    const QString span = apart.isEmpty() ? index.data(ServersModel::SpanRole).toString() : apart;
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                      smallMetrics.elidedText(span, Qt::ElideRight, lower.width()));
    painter->restore();
}

QSize ServerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    // One height for the store and the servers: the tree's rows are uniform, which ten thousand of them need.
    const int height = QFontMetrics(option.font).height() + Gap + QFontMetrics(smallFont(option.font)).height();
    return {option.fontMetrics.averageCharWidth() * 20, height + Margin};
}

} // namespace arbscope
