// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/storetarget.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace arbscope {

class Banner;

/// What the window shows while no store is open: connect, the demo, the stores opened before.
class StartPage final : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecentStores(std::vector<StoreTarget> stores);
    /// While a store is being opened: `text` says which, the buttons are off; empty: on again.
    void setBusy(const QString &text);
    /// Above all else, until it is closed or something is opened.
    void showError(const QString &text, const QString &detail);

signals:
    void connectRequested();
    void fileRequested();
    void demoRequested();
    void recentRequested(const arbscope::StoreTarget &store);
    void removeRecentRequested(const QString &store);

private:
    void openCurrent();

    std::vector<StoreTarget> m_stores;
    QPushButton *m_connect;
    QPushButton *m_file;
    QPushButton *m_demo;
    QLabel *m_recentTitle;
    QListWidget *m_recent;
    QLabel *m_busy;
    Banner *m_error;
};

} // namespace arbscope
