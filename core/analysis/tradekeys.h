// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/textcolumn.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace arbscope {

/// What the reports of a chunk do not tell of their keys in the hash and their scores in the index: mostly nothing.
struct KeysApart
{
    std::unordered_map<Row, std::string> orderIds; ///< of rows whose key is not the report's order id
    std::shared_ptr<double[]> scores{}; ///< of the chunk's rows; none: they are the clocks

    [[nodiscard]] std::string_view orderId(Row row, const DistinctColumn &ofReports) const
    {
        if (!orderIds.empty()) {
            if (const auto apart = orderIds.find(row); apart != orderIds.end())
                return apart->second;
        }
        return *ofReports.at(row);
    }
    [[nodiscard]] double score(Row row, const ChunkedArray<double> &clocks) const
    {
        return scores ? scores.get()[row % ChunkRows] : clocks[row];
    }
    [[nodiscard]] std::size_t bytes(std::size_t rows) const; ///< `rows`: that the chunk has
};

/// The order ids and scores (NaN: not indexed) of a table's rows, as far as there were any when it was asked for them.
/// They lie in the table's memory, which lasts as long as they do; any thread may read them while the table grows.
class TradeKeys
{
public:
    TradeKeys(const DistinctColumn &orderIds, const ChunkedArray<double> &clocks,
              const std::vector<std::shared_ptr<KeysApart>> &apart);

    [[nodiscard]] Row rows() const { return Row(m_orderIds.size()); }
    [[nodiscard]] std::string_view orderId(Row row) const { return m_apart[row / ChunkRows]->orderId(row, m_orderIds); }
    [[nodiscard]] double score(Row row) const { return m_apart[row / ChunkRows]->score(row, m_clocks); }
    /// Whether rows mean the same trades in both.
    [[nodiscard]] bool isOfSameTable(const TradeKeys &other) const { return m_orderIds.sharesWith(other.m_orderIds); }

private:
    DistinctColumn m_orderIds;
    ChunkedArray<double> m_clocks;
    std::vector<std::shared_ptr<const KeysApart>> m_apart; ///< by chunk
};

} // namespace arbscope
