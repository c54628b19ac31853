// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/finding/findtask.h"
#include "ui/finding/seektask.h"
#include "ui/tasks/storelane.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QStatusBar;

namespace arbscope {

class FindBar;
class OrphanFeed;
class StoreSession;
class TaskStrip;
class TimeDisplay;
class TradeFeed;
class TradeList;
class TradeTableModel;

/// Finds trades in the list without filtering it: how many there are is counted on a connection of its own; going to
/// the next one needs no count, it looks from the current trade on. Also goes from trade to trade of one session.
class FindFlow final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t MostKept = 200'000; ///< found trades; beyond it they are counted only

    struct Parts
    {
        StoreSession &session;
        TradeFeed &feed;
        OrphanFeed &orphans;
        TradeTableModel &model;
        TradeList &list;
        FindBar &bar;
        TaskStrip &tasks;
        const TimeDisplay &times;
        QStatusBar &status;
    };
    explicit FindFlow(const Parts &parts, QObject *parent = nullptr);

    void open();
    void step(int direction); ///< 1: to the next one in the list, -1: to the previous one
    void stepInSession(int direction); ///< the same among the trades of the current one's session

signals:
    void tradeWanted(const QByteArray &server, const QByteArray &orderId);

private:
    void check(const QString &text);
    void showError();
    void close();
    void search(); ///< counts anew
    void forget();
    void take(const std::vector<FoundTrade> &trades);
    void showCount();
    [[nodiscard]] std::size_t count() const { return m_found.size() + m_beside.size(); }
    [[nodiscard]] const FoundTrade &at(std::size_t place) const; ///< in the order shown
    [[nodiscard]] int rowOf(const FoundTrade &trade) const;
    [[nodiscard]] std::size_t firstFrom(int row) const; ///< the place of the first one there or below
    void stepInFound(int direction);
    /// Calls `none` where nothing was found between two rows.
    void seek(const QString &title, const FilterPart &filter, int fromRow, int toRow, std::function<void()> none);
    void seekAround(int direction);
    void tell(const QString &text);

    Parts m_parts;
    FilterPart m_filter; ///< what is looked for; null: nothing
    QTimer m_errorTimer; ///< until an error is told: not between two letters
    StoreLane m_lane;
    bool m_laneIsOpen = false;
    QPointer<FindTask> m_search;
    QPointer<SeekTask> m_seek;
    FeedSource m_searched; ///< what was searched
    std::vector<FoundTrade> m_found; ///< by rank
    std::vector<FoundTrade> m_beside; ///< beside the index
    qint64 m_counted = 0; ///< of them all
    bool m_complete = false; ///< all were found and kept, and the list is what it was
    bool m_done = false; ///< the count has ended well
    QElapsedTimer m_searchTime;
    qint64 m_searchMs = 0; ///< the last one took
    QTimer m_againTimer; ///< the list has changed
};

} // namespace arbscope
