// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/colors/colorrule.h"

#include <QTimeZone>
#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace arbscope {

/// One colour rule: name, filter, mark, four colours, and how a row looks then in a light and in a dark window.
class ColorRuleForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ColorRuleForm(const QTimeZone &zone, QWidget *parent = nullptr);

    void setRule(const ColorRule &rule);
    [[nodiscard]] const ColorRule &rule() const { return m_rule; }

signals:
    void edited(); ///< by the person

private:
    /// The buttons of one colour: to choose it, and to have none.
    struct ColorChoice
    {
        QColor ColorRule::Colors::*part;
        ColorRule::Colors ColorRule::*window;
        QPushButton *choose;
        QToolButton *clear;
    };
    ColorChoice makeChoice(const char *name, ColorRule::Colors ColorRule::*window, QColor ColorRule::Colors::*part,
                           const QString &text, const QString &title);
    void chooseColor(const QString &title, QColor &color);
    void setColor(QColor &color, const QColor &chosen);
    void take();
    void show();

    QTimeZone m_zone;
    ColorRule m_rule;
    QLineEdit *m_name;
    QLineEdit *m_filter;
    QLabel *m_error;
    QLineEdit *m_mark;
    std::array<ColorChoice, 4> m_colors;
    QLabel *m_light;
    QLabel *m_dark;
    bool m_setting = false;
};

} // namespace arbscope
