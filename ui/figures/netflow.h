// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/netsink.h"

#include <QObject>

#include <memory>
#include <optional>

namespace arbscope {

class StatusLine;
class TradeFeed;

/// Keeps the status bar's net of the trades shown. A server's trades are read for it alone only where they are few
/// (10,000); of more it is known where all of them are read anyway: for a filter, a sort or a panel.
class NetFlow final : public QObject
{
    Q_OBJECT
public:
    NetFlow(TradeAnalyst &analyst, const TradeFeed &feed, StatusLine &status, QObject *parent);

private:
    void attach(bool isWorthReading);
    void weigh(); ///< whether the server's trades are few
    void show();

    TradeAnalyst &m_analyst;
    const TradeFeed &m_feed;
    StatusLine &m_status;
    std::shared_ptr<NetSink> m_sink;
    std::optional<Nets> m_nets; ///< of what the analyst had chosen last
};

} // namespace arbscope
