// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace arbscope {

/// What tables of trades may take where nothing else is wished: a quarter of the machine's memory, in bytes.
[[nodiscard]] std::size_t memoryForTables();

} // namespace arbscope
