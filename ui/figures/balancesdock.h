// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include <functional>

class QLabel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace arbscope {

class BalancesModel;
class MessagePage;

/// The newest balances by asset and exchange, and the way to the trades that know them.
class BalancesDock final : public QDockWidget
{
    Q_OBJECT
public:
    explicit BalancesDock(BalancesModel &model, QWidget *parent = nullptr);

    void setNote(const QString &text);
    void setMessage(const QString &title, const QString &text); ///< in place of balances; without a title: balances
    /// Changes what the model has; what a person looks at stays where it is.
    void changeModel(const std::function<void()> &change);

signals:
    void tradeRequested(const QByteArray &orderId);
    void saveRequested();

private:
    QToolButton *m_save;
    QLabel *m_note;
    QStackedWidget *m_stack;
    MessagePage *m_message;
    QTreeView *m_view;
};

} // namespace arbscope
