// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tradetable.h"

#include <QSet>

#include <string_view>
#include <vector>

namespace arbscope {

/// Which rows of a table a filter is true of that was judged on the stored texts, as a walk comes upon them.
class JudgedRows
{
public:
    /// A walk begins, most probably at this row.
    void begin(Row at) { m_next = at; }
    /// The walk came upon this trade, which need not be a row (yet).
    void add(const TradeTable &table, std::string_view orderId, bool isTrue);
    [[nodiscard]] bool isTrue(const TradeTable &table, Row row) const;
    /// The rows found to be true since this was last asked; false when they are not just `rows`, ascending, but may be
    /// any: ask isTrue() of all then.
    [[nodiscard]] bool takeFresh(std::vector<Row> &rows);

private:
    std::vector<bool> m_isTrue; ///< by row, as far as it was told
    std::vector<Row> m_fresh;
    Row m_next = 0; ///< rows mostly stand in the walk's order: this one is expected
    QSet<std::size_t> m_strays; ///< fingerprints of others that it is true of
    bool m_hasNewStrays = false;
};

} // namespace arbscope
