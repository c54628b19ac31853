// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/orderidlist.h"

#include <algorithm>

namespace arbscope {

OrderIdList::OrderIdList(const TradeTable &table, std::span<const Row> rows)
{
    m_ends.reserve(rows.size());
    m_scores.reserve(rows.size());
    for (const Row row : rows) {
        m_ids += table.orderId(row);
        m_ends.push_back(m_ids.size());
        m_scores.push_back(table.score(row));
    }
}

std::string_view OrderIdList::view(std::size_t place) const
{
    const std::size_t begin = place == 0 ? 0 : m_ends[place - 1];
    return std::string_view(m_ids).substr(begin, m_ends[place] - begin);
}

QByteArray OrderIdList::orderId(std::int64_t place) const
{
    const std::string_view id = view(std::size_t(place));
    return {id.data(), qsizetype(id.size())};
}

std::optional<std::int64_t> OrderIdList::find(std::string_view orderId) const
{
    for (std::size_t place = 0; place < m_ends.size(); ++place) {
        if (view(place) == orderId)
            return std::int64_t(place);
    }
    return std::nullopt;
}

std::optional<std::int64_t> OrderIdList::firstAt(double score) const
{
    const auto found = std::ranges::find_if(m_scores, [score](double other) { return other >= score; });
    return found == m_scores.end() ? std::nullopt : std::optional(std::int64_t(found - m_scores.begin()));
}

} // namespace arbscope
