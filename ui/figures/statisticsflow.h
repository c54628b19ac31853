// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/figuresmodel.h"
#include "ui/figures/groupsmodel.h"
#include "ui/figures/statisticsfeed.h"

#include <QObject>

#include <memory>

class QWidget;

namespace arbscope {

class FilterFlow;
class StatisticsDock;
class TableSaver;
class TimeDisplay;
class TradeFeed;
struct TradeComparison;

/// Fills the statistics dock, as long as it is in sight, with the figures of the trades shown, and compares them with
/// those of other trades, which a second analyst reads.
class StatisticsFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        TradeFeed &feed;
        TradeAnalyst &analyst;
        FilterFlow &filter;
        TableSaver &saver;
        const TimeDisplay &times;
        QWidget &window;
        std::function<std::vector<QByteArray>()> servers; ///< that there are to compare with
    };
    explicit StatisticsFlow(const Parts &parts);
    ~StatisticsFlow() override;

    [[nodiscard]] StatisticsDock &dock() { return *m_dock; }
    [[nodiscard]] qint64 shownTrades() const; ///< whatever the panel says of them

private:
    struct Other ///< what the trades shown are compared with
    {
        Other(StoreSession &session, const TradeComparison &comparison);
        QString title;
        TradeAnalyst analyst;
        StatisticsFeed feed;
    };
    void setOptions();
    void setWanted(bool wanted);
    void askForOther();
    void compareWith(const TradeComparison &comparison);
    void stopComparing();
    void save();
    void showFigures();
    void showState();
    [[nodiscard]] QString noteText() const;

    Parts m_parts;
    FiguresModel m_figures;
    GroupsModel m_groups;
    StatisticsDock *m_dock;
    StatisticsFeed m_feed;
    std::unique_ptr<Other> m_other;
};

} // namespace arbscope
