// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace arbscope {

/// A button that floats over the end of a view where new rows come in: "37 new".
class FollowPill final : public QPushButton
{
    Q_OBJECT
public:
    explicit FollowPill(QWidget *view);

    void showCount(qint64 count, bool onTop); ///< onTop: at the view's upper end, else at the lower one

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget *m_view;
    bool m_onTop = true;
};

} // namespace arbscope
