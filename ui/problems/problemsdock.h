// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace arbscope {

class FindingsModel;
struct Finding;

/// What is wrong in the store: a check, its findings, and the way to the trades and to mending them.
class ProblemsDock final : public QDockWidget
{
    Q_OBJECT
public:
    explicit ProblemsDock(FindingsModel &model, QWidget *parent = nullptr);

    void setServerShown(bool shown);
    void setChecking(bool checking);
    void setNote(const QString &text); ///< how the check went
    /// `reason`: why not, as a tool tip; empty: it can be repaired.
    void setRepair(bool visible, const QString &reason);

signals:
    void checkRequested(bool all);
    void repairRequested();
    void tradeRequested(const QByteArray &server, const QByteArray &orderId);

private:
    [[nodiscard]] const Finding &findingAt(const QModelIndex &index) const;
    void showButtons();

    FindingsModel &m_model;
    QPushButton *m_checkServer;
    QPushButton *m_checkAll;
    QPushButton *m_repair;
    QLabel *m_note;
    QTreeView *m_view;
    bool m_serverShown = false;
    bool m_checking = false;
};

} // namespace arbscope
