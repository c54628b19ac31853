// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/colors/colorrule.h"

#include <QDialog>
#include <QTimeZone>

class QListWidget;
class QPushButton;

namespace arbscope {

class ColorRuleForm;

/// The colour rules, from top to bottom as they count: a legend that can be edited. Changes hold when it is accepted.
class ColorRulesDialog final : public QDialog
{
    Q_OBJECT
public:
    ColorRulesDialog(std::vector<ColorRule> rules, const QTimeZone &zone, QWidget *parent = nullptr);

    [[nodiscard]] const std::vector<ColorRule> &rules() const { return m_rules; }

private:
    QPushButton *addButton(const char *name, const QString &text, void (ColorRulesDialog::*clicked)()) const;
    void fill(int current);
    void showItem(int row);
    void showCurrent();
    void takeForm();
    void add();
    void remove();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int steps);
    void restore();

    std::vector<ColorRule> m_rules;
    QListWidget *m_list;
    ColorRuleForm *m_form;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    bool m_filling = false;
};

} // namespace arbscope
