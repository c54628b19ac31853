// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/orderidlist.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr std::size_t FarApart = 16; // rows: reading one of so many costs as much as reading all, one after the other

} // namespace

OrderIdList::OrderIdList(const TradeTable &table, std::span<const Row> rows, ListOrder order)
    : m_keys(table.keys())
    , m_rows(rows.begin(), rows.end())
    , m_order(order)
{ }

QByteArray OrderIdList::orderId(std::int64_t place) const
{
    const std::string_view id = view(place);
    return {id.data(), qsizetype(id.size())};
}

std::optional<std::int64_t> OrderIdList::find(std::string_view orderId) const
{
    const auto placeWhere = [this](const auto &isIt) -> std::optional<std::int64_t> {
        const auto found = std::ranges::find_if(m_rows, isIt);
        return found == m_rows.end() ? std::nullopt : std::optional(found - m_rows.begin());
    };
    if (m_rows.size() < m_keys.rows() / FarApart)
        return placeWhere([&](Row row) { return m_keys.orderId(row) == orderId; });
    // Sorted rows lie anywhere in memory: the table's order is the quick one.
    for (Row row = 0; row < m_keys.rows(); ++row) {
        if (m_keys.orderId(row) != orderId)
            continue;
        if (const auto place = placeWhere([row](Row listed) { return listed == row; }))
            return place;
    }
    return std::nullopt;
}

std::optional<std::int64_t> OrderIdList::firstAt(double score) const
{
    std::optional<std::int64_t> best;
    double least = 0;
    for (std::int64_t place = 0; place < size(); ++place) {
        const double here = this->score(place);
        if (here >= score && (!best || here < least)) {
            best = place;
            least = here;
        }
    }
    return best;
}

std::optional<std::vector<NewPlaces>> OrderIdList::newSince(const OrderIdList &older, std::size_t most) const
{
    if (m_order != older.m_order || size() < older.size())
        return std::nullopt;
    const bool byRow = m_keys.isOfSameTable(older.m_keys);
    std::vector<NewPlaces> pieces;
    std::int64_t known = 0;
    for (std::int64_t place = 0; place < size(); ++place) {
        const bool isKnown = known < older.size()
            && (byRow ? m_rows[std::size_t(place)] == older.m_rows[std::size_t(known)]
                      : view(place) == older.view(known));
        if (isKnown) {
            ++known;
        } else if (!pieces.empty() && pieces.back().first + pieces.back().count == place) {
            ++pieces.back().count;
        } else if (pieces.size() == most) {
            return std::nullopt;
        } else {
            pieces.push_back({.first = place, .count = 1});
        }
    }
    return known == older.size() ? std::optional(std::move(pieces)) : std::nullopt;
}

} // namespace arbscope
