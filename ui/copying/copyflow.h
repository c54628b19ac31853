// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/copying/tradetext.h"

#include <QObject>

class QStatusBar;

namespace arbscope {

class Banner;
class OrphanFeed;
class StoreSession;
class TaskStrip;
class TimeDisplay;
class TradeFeed;
class TradeList;
class TradeTableModel;

/// Copies the selected trades: at once when they are few and here, else read in the background, with progress.
class CopyFlow final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 MostTrades = 100'000;
    static constexpr qint64 MostWhole = 1000;

    struct Parts
    {
        StoreSession &session;
        TradeFeed &feed;
        OrphanFeed &orphans;
        TradeTableModel &model;
        TradeList &list;
        Banner &banner;
        TaskStrip &tasks;
        const TimeDisplay &times;
        QStatusBar &status;
    };
    explicit CopyFlow(const Parts &parts, QObject *parent = nullptr);

    void copySelection(bool withHeader);
    /// The selected trades, whole; MostWhole at most.
    void copyWhole(TradeTextKind kind);
    void copyCell();

signals:
    void exportRequested(); ///< from the banner: there were too many

private:
    void copyLoaded(bool withHeader, qint64 selected);
    void copyAll(bool withHeader);
    void refuse(const QString &text);
    void setWhole(TradeTextKind kind, const std::vector<TradePtr> &trades);

    Parts m_parts;
};

} // namespace arbscope
