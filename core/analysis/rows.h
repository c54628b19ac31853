// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace arbscope {

using Row = std::uint32_t; ///< of a table, from 0 in the order in which trades came into it
inline constexpr std::size_t ChunkRows = 1 << 16; ///< a column's memory comes in chunks of so many rows

} // namespace arbscope
