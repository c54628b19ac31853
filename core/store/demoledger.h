// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/demomarket.h"

#include <map>

namespace arbscope {

/// What a trading server owns: per exchange and asset, in amount units; and what badly executed trades left over.
class DemoLedger
{
public:
    explicit DemoLedger(const DemoStrategy &strategy);

    [[nodiscard]] qint64 &balance(std::size_t exchange, const QString &asset) { return m_balances[exchange][asset]; }
    /// Bought too much (positive) or sold too much of the asset, in all.
    [[nodiscard]] qint64 &surplus(const QString &asset) { return m_surplus[asset]; }
    /// Moves half of the difference from the richer exchange when `exchange` has less than `needed`.
    void rebalance(std::size_t exchange, const QString &asset, qint64 needed);

private:
    std::array<std::map<QString, qint64>, 2> m_balances;
    std::map<QString, qint64> m_surplus;
};

} // namespace arbscope
