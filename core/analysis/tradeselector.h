// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterrun.h"
#include "core/analysis/textprobe.h"

#include <optional>
#include <string_view>
#include <vector>

namespace arbscope {

/// Tells which stored texts a filter is true of, as they come: for exports, lists and whatever a table does not hold.
/// Decodes no more of them than the filter asks for. One thread at a time.
class TradeSelector
{
public:
    explicit TradeSelector(FilterPart filter);

    /// A trade, to be judged by the next take(); its texts need not outlive the call.
    void add(std::string_view orderId, double score, std::optional<std::string_view> raw);
    /// For each trade added since the last take(), in order: whether the filter is true of it.
    [[nodiscard]] std::vector<bool> take();

private:
    void begin();

    FilterPart m_filter;
    TextProbe m_probe;
    std::vector<FieldId> m_members;
    std::unique_ptr<TradeTable> m_table;
    std::optional<FilterRun> m_run;
    Row m_taken = 0;
    std::size_t m_added = 0; ///< since the last take()
    std::vector<std::size_t> m_places; ///< among these, of the rows from m_taken on
};

} // namespace arbscope
