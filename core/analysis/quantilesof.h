// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/statistics.h"
#include "core/analysis/tradetable.h"

#include <vector>

namespace arbscope {

/// Collects the values of one field, of rows of any tables, for Quantiles. Copies them: the tables need not live on.
class QuantilesOf
{
public:
    void add(const TradeTable &table, FieldId field, Row row, double nearest)
    {
        m_values.push_back({.nearest = nearest, .exact = table.value(field, row)});
    }
    [[nodiscard]] Quantiles result() const;

private:
    struct Value
    {
        double nearest; ///< to the exact one
        MemberValue exact;
    };
    [[nodiscard]] MemberValue atRank(std::vector<Value> &values, std::size_t rank) const;
    std::vector<Value> m_values;
};

} // namespace arbscope
