// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analysis/tradeanalyst.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QAction;
class QMainWindow;

namespace arbscope {

class FileChooser;
class FilterFlow;
class PlotsDock;
class Settings;
class TimeDisplay;
class TradeFeed;

/// Gives the plots dock the trades that the filter leaves while it is in sight, and brushes become filters.
class PlotsFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        TradeAnalyst &analyst;
        TradeFeed &feed;
        FilterFlow &filter;
        Settings &settings;
        FileChooser &files;
        QAction *undo;
        QAction *redo;
        const TimeDisplay &times;
        QMainWindow &window;
    };
    explicit PlotsFlow(const Parts &parts);
    ~PlotsFlow() override;

    [[nodiscard]] PlotsDock &dock() { return *m_dock; }

signals:
    void tradeRequested(const QByteArray &server, const QByteArray &orderId);

private:
    void attach(); ///< anew, for what is to be plotted now
    void detach();
    void showProgress();

    Parts m_parts;
    QPointer<TradeAnalyst> m_analyst; ///< ends before the docks do
    PlotsDock *m_dock;
    std::shared_ptr<AnalystSink> m_sink;
    bool m_inSight = false;
};

} // namespace arbscope
