// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/columns.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace arbscope {

/// Which columns the list shows, and in which order: search, check, move, reset. Changes show at once.
class ColumnChooser final : public QDialog
{
    Q_OBJECT
public:
    explicit ColumnChooser(std::vector<ColumnState> state, QWidget *parent = nullptr);

    [[nodiscard]] std::vector<ColumnState> columns() const;

signals:
    void columnsChanged(const std::vector<arbscope::ColumnState> &columns);

private:
    void fill(const std::vector<ColumnState> &columns);
    void moveCurrent(int steps);
    void applySearch(const QString &text);
    void updateButtons();
    void announce();

    std::vector<ColumnState> m_widths; ///< as given or reset; only the widths still count
    QLineEdit *m_search;
    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
    bool m_filling = false;
};

} // namespace arbscope
