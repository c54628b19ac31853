// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace arbscope {

/// Where is written what to find in the list, and how many there are. Enter goes to the next one, Shift+Enter to the
/// previous one, Escape closes.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    enum class Look { Empty, Valid, Invalid };
    void setLook(Look look);
    void showCount(const QString &count);
    void showNote(const QString &note); ///< under the line; empty: nothing
    [[nodiscard]] QString text() const;
    void open(); ///< shows it and takes the focus

signals:
    void edited(const QString &text);
    void stepRequested(int direction); ///< 1: to the next one, -1: to the previous one
    void closed(); ///< Escape or its button

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QToolButton *button(const char *name, const QString &icon, const QString &tip);
    void paintLook();

    QLineEdit *m_line;
    QLabel *m_count;
    QLabel *m_note;
    Look m_look = Look::Empty;
};

} // namespace arbscope
