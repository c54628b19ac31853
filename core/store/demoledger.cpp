// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demoledger.h"

#include "core/store/demofixed.h"

#include <algorithm>
#include <cmath>

namespace arbscope {

namespace {

constexpr double TypicalTradesInReserve = 25;

} // namespace

DemoLedger::DemoLedger(const DemoStrategy &strategy)
{
    for (std::map<QString, qint64> &balances : m_balances) {
        for (const DemoPair &pair : strategy.pairs) {
            const double reserve = pair.quantity * TypicalTradesInReserve;
            balances[pair.asset1] += std::llround(reserve) * DemoOne;
            balances[pair.asset2] += std::llround(reserve * pair.price) * DemoOne;
        }
    }
}

void DemoLedger::rebalance(std::size_t exchange, const QString &asset, qint64 needed)
{
    qint64 &here = balance(exchange, asset);
    qint64 &there = balance(1 - exchange, asset);
    if (here >= needed) {
        return;
    }
    const qint64 unit = DemoOne / 100; // people and bots move round amounts
    const qint64 amount = std::max<qint64>(0, (there - here) / 2 / unit * unit);
    there -= amount;
    here += amount;
}

} // namespace arbscope
