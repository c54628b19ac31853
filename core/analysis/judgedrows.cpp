// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgedrows.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace arbscope {

namespace {

constexpr Row RowsAhead = 4; // looked at, where the one expected is another: some may have left the index

std::size_t fingerprint(std::string_view orderId)
{
    return std::hash<std::string_view>()(orderId);
}

} // namespace

void JudgedRows::add(const TradeTable &table, std::string_view orderId, bool isTrue)
{
    const Row end = std::min(table.rows(), m_next + RowsAhead);
    Row row = m_next;
    while (row < end && table.orderId(row) != orderId)
        ++row;
    if (row < end)
        m_next = row + 1;
    if (!isTrue)
        return;
    if (row == end) {
        m_hasNewStrays = m_hasNewStrays || !m_strays.contains(fingerprint(orderId));
        m_strays.insert(fingerprint(orderId));
        return;
    }
    if (row >= m_isTrue.size())
        m_isTrue.resize(table.rows());
    if (!m_isTrue[row])
        m_fresh.push_back(row);
    m_isTrue[row] = true;
}

bool JudgedRows::isTrue(const TradeTable &table, Row row) const
{
    return (row < m_isTrue.size() && m_isTrue[row])
        || (!m_strays.isEmpty() && m_strays.contains(fingerprint(table.orderId(row))));
}

bool JudgedRows::takeFresh(std::vector<Row> &rows)
{
    rows = std::exchange(m_fresh, {});
    return !std::exchange(m_hasNewStrays, false) && std::ranges::is_sorted(rows);
}

} // namespace arbscope
