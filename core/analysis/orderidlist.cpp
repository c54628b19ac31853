// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/orderidlist.h"

#include <algorithm>
#include <array>
#include <utility>

namespace arbscope {

namespace {

constexpr std::size_t UsualIdLength = 36; // of a UUID

} // namespace

OrderIdList::OrderIdList(const TradeTable &table, std::span<const Row> rows, ListOrder order)
    : m_order(order)
{
    // Sorted rows lie anywhere in the table: several are waited for at once, or each would be waited for.
    std::array<std::string_view, 64> ids;
    m_ends.reserve(rows.size());
    m_scores.reserve(rows.size());
    m_ids.reserve(rows.size() * UsualIdLength);
    for (std::size_t at = 0; at < rows.size(); at += ids.size()) {
        const auto some = rows.subspan(at, std::min(ids.size(), rows.size() - at));
        for (std::size_t i = 0; i < some.size(); ++i) {
            ids[i] = table.orderId(some[i]);
            __builtin_prefetch(ids[i].data());
            m_scores.push_back(table.score(some[i]));
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            m_ids += ids[i];
            m_ends.push_back(m_ids.size());
        }
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
    std::optional<std::size_t> best;
    for (std::size_t place = 0; place < m_scores.size(); ++place) {
        if (m_scores[place] >= score && (!best || m_scores[place] < m_scores[*best]))
            best = place;
    }
    return best ? std::optional(std::int64_t(*best)) : std::nullopt;
}

std::optional<std::vector<NewPlaces>> OrderIdList::newSince(const OrderIdList &older, std::size_t most) const
{
    if (m_order != older.m_order || size() < older.size())
        return std::nullopt;
    std::vector<NewPlaces> pieces;
    std::size_t known = 0;
    for (std::size_t place = 0; place < m_ends.size(); ++place) {
        if (known < older.m_ends.size() && view(place) == older.view(known)) {
            ++known;
        } else if (!pieces.empty() && pieces.back().first + pieces.back().count == std::int64_t(place)) {
            ++pieces.back().count;
        } else if (pieces.size() == most) {
            return std::nullopt;
        } else {
            pieces.push_back({.first = std::int64_t(place), .count = 1});
        }
    }
    return known == older.m_ends.size() ? std::optional(std::move(pieces)) : std::nullopt;
}

} // namespace arbscope
