// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arbscope {

/// A column that the list is sorted by.
struct SortMark
{
    int column = 0; ///< in tradeColumns()
    bool descending = false;
    bool operator==(const SortMark &) const = default;
};

} // namespace arbscope
