// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/columns/columnpresets.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace arbscope {

/// Which columns the list shows, and in which order: presets, search, check, move, freeze, units, reset. Changes show
/// at once.
class ColumnChooser final : public QDialog
{
    Q_OBJECT
public:
    explicit ColumnChooser(std::vector<ColumnState> state, QWidget *parent = nullptr);

    void setPresets(const std::vector<ColumnPreset> &presets); ///< to begin with
    [[nodiscard]] std::vector<ColumnState> columns() const;

signals:
    void columnsChanged(const std::vector<arbscope::ColumnState> &columns);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const std::vector<ColumnState> &columns);
    void moveCurrent(int steps);
    void applySearch(const QString &text);
    void updateButtons();
    void announce();
    void take(const std::vector<ColumnState> &columns); ///< all that there is, from here on
    void setUnits(bool shown);
    [[nodiscard]] ColumnState *current(); ///< its width and units; null: no row

    std::vector<ColumnState> m_given; ///< as given or reset; of these, widths and units count
    std::vector<ColumnPreset> m_presets;
    QComboBox *m_preset;
    QSpinBox *m_frozen;
    QCheckBox *m_units;
    QLineEdit *m_search;
    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
    bool m_filling = false;
};

} // namespace arbscope
