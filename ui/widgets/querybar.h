// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace arbscope {

/// A bar with a line in which is written what is wanted, other widgets beside it, and a note under it.
class QueryBar : public QWidget
{
    Q_OBJECT
public:
    void showNote(const QString &note); ///< under the line; empty: nothing
    [[nodiscard]] QString text() const;
    void focusText(); ///< and selects what stands there

signals:
    void edited(const QString &text);

protected:
    struct Parts
    {
        QString name; ///< object names begin with it
        QString icon;
        QString accessibleName;
        QString placeholder;
        int topMargin;
    };
    QueryBar(const Parts &parts, QWidget *parent);
    [[nodiscard]] QLineEdit &line() const { return *m_line; } ///< its events come to eventFilter()
    void addBeside(QWidget *widget); ///< the line and what was added before
    enum class Tint { None, Good, Bad };
    void setTint(Tint tint); ///< of the line's background
    void changeEvent(QEvent *event) override;

private:
    void paintTint();

    QLineEdit *m_line;
    QHBoxLayout *m_row;
    QLabel *m_note;
    Tint m_tint = Tint::None;
};

} // namespace arbscope
