// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDockWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QTreeView;

namespace arbscope {

class ServersModel;
class ServersProxy;

/// The store's trading servers, sorted and searchable.
class ServersDock final : public QDockWidget
{
    Q_OBJECT
public:
    explicit ServersDock(ServersModel &model, QWidget *parent = nullptr);

    void setCurrent(const QByteArray &server); ///< without serverChosen(); also one that the list does not have (yet)
    void setNote(const QString &text); ///< below the list: "listing…", "no servers match"; empty: hidden
    void focusList();

signals:
    void serverChosen(const QByteArray &server);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ServersModel &m_model;
    ServersProxy *m_proxy;
    QLineEdit *m_search;
    QTreeView *m_tree;
    QLabel *m_note;
    std::optional<QByteArray> m_shown; ///< chosen, also while a search hides it
    bool m_setting = false;
};

} // namespace arbscope
