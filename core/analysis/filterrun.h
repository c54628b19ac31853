// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "core/analysis/tradetable.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace arbscope {

class FilterNode;

/// A filter made ready for one table: run it over the rows that are there, and again over those that came since.
class FilterRun
{
public:
    /// The table must have() all fieldsOf(filter), and outlive this.
    FilterRun(TradeTable &table, FilterPart filter);
    ~FilterRun();
    FilterRun(FilterRun &&) noexcept;
    FilterRun &operator=(FilterRun &&) noexcept;

    /// Appends the rows of [from, to) for which the filter is true, ascending. False when stopped, with some of them
    /// appended.
    [[nodiscard]] bool run(Row from, Row to, std::vector<Row> &matches, const std::stop_token &stop = {});

private:
    TradeTable *m_table;
    FilterPart m_filter;
    std::unique_ptr<FilterNode> m_root;
};

} // namespace arbscope
