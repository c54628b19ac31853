// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/savedconnections.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace arbscope {

class Banner;

/// What the window shows while no store is open: connect, the demo, files, saved connections and the stores opened
/// before.
class StartPage final : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecentStores(std::vector<StoreTarget> stores);
    void setSavedConnections(std::vector<SavedConnection> connections);
    /// While a store is being opened: `text` says which, the buttons are off; empty: on again.
    void setBusy(const QString &text);
    /// Above all else, until it is closed or something is opened.
    void showError(const QString &text, const QString &detail);

signals:
    void connectRequested();
    void fileRequested();
    void demoRequested();
    void savedRequested(const QString &id);
    void recentRequested(const arbscope::StoreTarget &store);
    void removeRecentRequested(const QString &store);

private:
    void openCurrent();
    void openCurrentSaved();
    void fitLists();

    std::vector<StoreTarget> m_stores;
    std::vector<SavedConnection> m_connections;
    QPushButton *m_connect;
    QPushButton *m_file;
    QPushButton *m_demo;
    QLabel *m_savedTitle;
    QListWidget *m_saved;
    QLabel *m_recentTitle;
    QListWidget *m_recent;
    QLabel *m_busy;
    Banner *m_error;
};

} // namespace arbscope
