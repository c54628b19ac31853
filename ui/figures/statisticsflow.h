// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/figuresmodel.h"
#include "ui/figures/groupsmodel.h"
#include "ui/figures/otherservers.h"
#include "ui/figures/statisticsfeed.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>

class QWidget;

namespace arbscope {

class FilterFlow;
class StatisticsDock;
class TableSaver;
class TaskStrip;
class TimeDisplay;
class TradeFeed;
struct TradeComparison;

/// Fills the statistics dock, as long as it is in sight, with the figures of the trades shown, and compares them with
/// those of other trades, which a second analyst reads. By server there are rows of the other servers, too, once they
/// were asked for.
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
        TaskStrip &tasks;
        const TimeDisplay &times;
        QWidget &window;
        std::function<std::vector<QByteArray>()> servers; ///< that there are in the store
    };
    explicit StatisticsFlow(const Parts &parts);
    ~StatisticsFlow() override;

    [[nodiscard]] StatisticsDock &dock() { return *m_dock; }
    [[nodiscard]] qint64 shownTrades() const; ///< whatever the panel says of them
    void forgetOthers() { m_others.forget(); } ///< the servers not shown may have other trades now
    void offerOthers(); ///< where there are any, by server

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
    void changeServer();
    void noteProgress();
    void readOthers();
    [[nodiscard]] std::vector<QByteArray> unreadServers() const;
    [[nodiscard]] std::shared_ptr<const FigureGroups> groups() const;
    [[nodiscard]] std::optional<std::string> listedGroup() const;
    void save();
    void showFigures();
    void showState();
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] QStringList othersNotes() const;

    Parts m_parts;
    FiguresModel m_figures;
    GroupsModel m_groups;
    StatisticsDock *m_dock;
    StatisticsFeed m_feed;
    bool m_isWhole = false; ///< m_feed has the figures of all trades chosen on the server shown
    OtherServers m_others;
    std::unique_ptr<Other> m_other;
};

} // namespace arbscope
