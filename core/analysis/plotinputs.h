// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tradetable.h"

#include <map>
#include <string>
#include <vector>

namespace arbscope {

/// What derived values come from, copied from a table trade by trade: their columns there hold the nearest doubles, and
/// from this they are computed exactly when somebody asks.
class PlotInputs
{
public:
    explicit PlotInputs(const std::vector<FieldId> &derived); ///< others than derived fields need none
    void add(const TradeTable &table, Row row);
    void clear();
    [[nodiscard]] bool isEmpty() const { return m_columns.empty(); } ///< no field is derived
    /// Of the trade that was added as the nth, from 0; as Python prints it.
    void append(std::string &out, FieldId derived, std::uint32_t trade) const;

private:
    std::map<FieldId, TradeTable::Column> m_columns; ///< by member
};

} // namespace arbscope
