// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/watchdog.h"

#include <QElapsedTimer>
#include <QObject>

namespace arbscope {

class Banner;
class PlotsDock;
class StatisticsFlow;
class TradeAnalyst;
class TradeFeed;
class TradeList;

/// What the window's parts show, and when it came to stand on the screen: for who measures the window. It looks on
/// only.
class WindowProbe final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const TradeFeed &feed;
        const TradeAnalyst &analyst;
        TradeList &list;
        Banner &sorting;
        const StatisticsFlow &statistics;
        PlotsDock &plots;
    };
    explicit WindowProbe(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] const TradeFeed &feed() const { return m_parts.feed; }
    [[nodiscard]] const TradeAnalyst &analyst() const { return m_parts.analyst; }
    [[nodiscard]] int resets() const { return m_resets; } ///< how often the list showed other trades
    /// Trades that the panel's figures speak of, as they stand there now; 0 where there are none.
    [[nodiscard]] qint64 inStatistics() const;
    [[nodiscard]] qint64 inPlot() const;
    /// Pictures of the plot that came to the screen, each a new one, by the time since the one before.
    [[nodiscard]] const GapHistogram &plotFrames() const { return m_frames; }
    void restart(); ///< forgets the pictures counted

signals:
    void listPainted(); ///< with other trades than before, those in sight read
    void sortingPainted(); ///< the banner that tells of it has come

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Parts m_parts;
    bool m_listIsNew = false;
    int m_resets = 0;
    bool m_sortingIsNew = false;
    bool m_plotIsNew = false;
    QElapsedTimer m_sinceFrame;
    GapHistogram m_frames;
};

} // namespace arbscope
