// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/balancesmodel.h"
#include "ui/figures/statisticsfeed.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace arbscope {

class BalancesDock;
class FilterFlow;
class TableSaver;
class TimeDisplay;
class TradeFeed;

/// Fills the balances dock, as long as it is in sight, from the trades shown.
class BalancesFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        TradeFeed &feed;
        TradeAnalyst &analyst;
        FilterFlow &filter;
        TableSaver &saver;
        const TimeDisplay &times;
        QWidget &window;
    };
    explicit BalancesFlow(const Parts &parts);
    ~BalancesFlow() override;

    [[nodiscard]] BalancesDock &dock() { return *m_dock; }

signals:
    void tradeRequested(const QByteArray &server, const QByteArray &orderId);

private:
    void save();
    void showState();

    Parts m_parts;
    BalancesModel m_model;
    BalancesDock *m_dock;
    StatisticsFeed m_feed;
    QTimer m_ageTimer; ///< while it is in sight
};

} // namespace arbscope
