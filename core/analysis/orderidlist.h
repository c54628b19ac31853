// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tradetable.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace arbscope {

/// What stands in which order in an OrderIdList.
enum class ListOrder { ByTime, Sorted };

/// Consecutive places of a list that were not in the one before it.
struct NewPlaces
{
    std::int64_t first = 0; ///< in the new list
    std::int64_t count = 0;
    bool operator==(const NewPlaces &) const = default;
};

/// Trades that were chosen, in their order: order ids and scores, by place from 0. Does not change once it is made, so
/// that several threads can read it. Takes a row number a trade, and keeps the order ids of its table alive.
class OrderIdList
{
public:
    OrderIdList(const TradeTable &table, std::span<const Row> rows, ListOrder order = ListOrder::ByTime);

    [[nodiscard]] std::int64_t size() const { return std::int64_t(m_rows.size()); }
    [[nodiscard]] bool isSorted() const { return m_order == ListOrder::Sorted; } ///< by something else than the index
    /// As long as the list lasts.
    [[nodiscard]] std::string_view view(std::int64_t place) const { return m_keys.orderId(m_rows[std::size_t(place)]); }
    [[nodiscard]] QByteArray orderId(std::int64_t place) const;
    /// NaN: not indexed.
    [[nodiscard]] double score(std::int64_t place) const { return m_keys.score(m_rows[std::size_t(place)]); }
    [[nodiscard]] std::optional<std::int64_t> find(std::string_view orderId) const;
    /// The oldest one with this score or a later one.
    [[nodiscard]] std::optional<std::int64_t> firstAt(double score) const;
    /// What came in between the trades of an older list, ascending; nothing when they do not all follow each other here
    /// as they did there, or when it is more than `most` pieces.
    [[nodiscard]] std::optional<std::vector<NewPlaces>> newSince(const OrderIdList &older, std::size_t most) const;

private:
    TradeKeys m_keys;
    std::vector<Row> m_rows;
    ListOrder m_order;
};

} // namespace arbscope
