// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/marks/mark.h"
#include "ui/models/tradeptr.h"

#include <QObject>

class QStatusBar;
class QWidget;

namespace arbscope {

class MarkBook;
class StoreSession;
class TimeDisplay;
class TradeFeed;
class TradeList;
class TradeTableModel;

/// Opens two trades side by side: the two that are selected, or the current one and a marked one of any server.
class CompareFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        TradeFeed &feed;
        TradeTableModel &model;
        TradeList &list;
        const MarkBook &marks;
        const TimeDisplay &times;
        QStatusBar &status;
        QWidget &window;
    };
    explicit CompareFlow(const Parts &parts);

    void compare();

private:
    void compareWithMarked();
    void askWhich(const TradeName &current, const std::vector<TradeName> &marked);
    void fetch(const TradeName &first, const TradeName &second);

    Parts m_parts;
};

} // namespace arbscope
