// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace arbscope {

/// The narrow column left of a list that shows which trades are marked or have a note, and marks them by a click. It
/// stays in sight whatever columns are. Reads the model's vertical header: icon, tool tip, accessible text.
class MarkGutter final : public QHeaderView
{
    Q_OBJECT
public:
    explicit MarkGutter(QWidget *parent = nullptr);
    QSize sizeHint() const override;

signals:
    void clicked(int row);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
};

} // namespace arbscope
