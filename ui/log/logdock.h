// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QSortFilterProxyModel>

class QComboBox;
class QPushButton;
class QTreeView;

namespace arbscope {

class LogModel;

/// The log of this run: by level, to be copied and cleared. Stays at its end while it stands there.
class LogDock final : public QDockWidget
{
    Q_OBJECT
public:
    explicit LogDock(LogModel &model, QWidget *parent = nullptr);
    ~LogDock() override;

private:
    void setLevel(int level);
    void copy() const; ///< the selected lines, all shown where none is selected

    QSortFilterProxyModel m_shown;
    QComboBox *m_level;
    QPushButton *m_copy;
    QPushButton *m_clear;
    QTreeView *m_view;
    bool m_atEnd = true;
};

} // namespace arbscope
