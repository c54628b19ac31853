// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tradekeys.h"

namespace arbscope {

std::size_t KeysApart::bytes(std::size_t rows) const
{
    std::size_t bytes = scores ? rows * sizeof(double) : 0;
    for (const auto &entry : orderIds)
        bytes += sizeof(entry) + entry.second.capacity() + 2 * sizeof(void *);
    return bytes;
}

TradeKeys::TradeKeys(const DistinctColumn &orderIds, const ChunkedArray<double> &clocks,
                     const std::vector<std::shared_ptr<KeysApart>> &apart)
    : m_orderIds(orderIds.snapshot())
    , m_clocks(clocks.snapshot())
    , m_apart(apart.begin(), apart.end())
{
    if (!m_apart.empty())
        m_apart.back() = std::make_shared<const KeysApart>(*m_apart.back()); // the table goes on with its own
}

} // namespace arbscope
