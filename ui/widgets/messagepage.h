// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;

namespace arbscope {

/// In place of a list that has nothing to show: why, and what to do next. Plain text only.
class MessagePage final : public QWidget
{
    Q_OBJECT
public:
    explicit MessagePage(QWidget *parent = nullptr);
    void setMessage(const QString &title, const QString &text, const QList<QAction *> &actions = {});
    [[nodiscard]] QString title() const;

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Return does what the first action does

private:
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QList<QAction *> m_actions;
};

} // namespace arbscope
