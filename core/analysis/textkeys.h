// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/textcolumn.h"

#include <array>
#include <span>
#include <vector>

namespace arbscope {

/// Numbers that order like the beginnings of texts, as far as 63 bits reach. Ids share much and use few characters:
/// each place counts only those that stand there, so that sixteen digits or a dozen letters fit.
class TextKeys
{
public:
    TextKeys(const DistinctColumn &column, std::span<const Row> rows);
    /// Of one of those rows.
    [[nodiscard]] std::uint64_t of(std::string_view text) const;
    /// Equal numbers are equal texts.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    struct Place
    {
        std::array<std::uint8_t, 256> ranks{}; ///< by character; a text that has ended has 0
        std::uint64_t size = 0; ///< ranks that there are
    };
    std::vector<Place> m_places;
    bool m_isWhole = false;
};

} // namespace arbscope
