// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tradetable.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace arbscope {

/// Trades that were chosen, in their order: order ids and scores, by place from 0. Does not change once it is made, so
/// that several threads can read it.
class OrderIdList
{
public:
    OrderIdList(const TradeTable &table, std::span<const Row> rows);

    [[nodiscard]] std::int64_t size() const { return std::int64_t(m_scores.size()); }
    [[nodiscard]] QByteArray orderId(std::int64_t place) const;
    [[nodiscard]] double score(std::int64_t place) const { return m_scores[std::size_t(place)]; } ///< NaN: not indexed
    [[nodiscard]] std::optional<std::int64_t> find(std::string_view orderId) const;
    /// The first one with this score or a later one; of a list in the index's order.
    [[nodiscard]] std::optional<std::int64_t> firstAt(double score) const;

private:
    [[nodiscard]] std::string_view view(std::size_t place) const;

    std::string m_ids;
    std::vector<std::uint64_t> m_ends;
    std::vector<double> m_scores;
};

} // namespace arbscope
