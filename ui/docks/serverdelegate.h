// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

namespace arbscope {

/// Paints a trading server on two lines: its name and number of trades, below them the days it has trades of.
class ServerDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ServerDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QIcon m_storeIcon;
    QIcon m_serverIcon;
};

} // namespace arbscope
