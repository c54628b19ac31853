// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace arbscope {

/// Trading servers to tick, with a search field; fit for ten thousand of them.
class ServerPicker final : public QWidget
{
    Q_OBJECT
public:
    ServerPicker(const std::vector<ServerSummary> &servers, const std::vector<QByteArray> &selected,
                 QWidget *parent = nullptr);

    [[nodiscard]] std::vector<QByteArray> selected() const;
    [[nodiscard]] bool allSelected() const;

signals:
    void changed();

private:
    void tickShown(bool ticked);
    void updateCount();

    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_count;
    bool m_ticking = false; ///< many at once: one signal at the end
};

} // namespace arbscope
