// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string_view>

namespace arbscope {

/// A trade's place in an export (contract §5): clock, then server, then order id. NaN clocks come last.
struct TradeKey
{
    double clock = 0;
    int server = 0; ///< index into names that ascend by bytes
    std::string_view orderId; ///< bytes

    friend bool operator<(const TradeKey &a, const TradeKey &b)
    {
        if (a.clock < b.clock)
            return true;
        if (a.clock > b.clock)
            return false;
        if (a.clock != b.clock && std::isnan(a.clock) != std::isnan(b.clock))
            return std::isnan(b.clock);
        if (a.server != b.server)
            return a.server < b.server;
        return a.orderId < b.orderId;
    }
};

} // namespace arbscope
