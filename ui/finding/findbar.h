// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/querybar.h"

class QAction;
class QLabel;
class QToolButton;

namespace arbscope {

/// Where is written what to find in the list, and how many there are. Enter goes to the next one, Shift+Enter to the
/// previous one, Escape closes.
class FindBar final : public QueryBar
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    enum class Look { Empty, Valid, Invalid };
    void setLook(Look look);
    void showCount(const QString &count);
    /// Their keys, as they are now, stand in the tool tips of the buttons that do the same.
    void setStepActions(const QAction &previous, const QAction &next);
    void open(); ///< shows it and takes the focus

signals:
    void stepRequested(int direction); ///< 1: to the next one, -1: to the previous one
    void closed(); ///< Escape or its button

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QToolButton *button(const char *name, const QString &icon, const QString &tip);

    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace arbscope
