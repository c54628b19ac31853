// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analysis/tablememory.h"

#include <unistd.h>

namespace arbscope {

std::size_t memoryForTables()
{
    return std::size_t(sysconf(_SC_PHYS_PAGES)) * std::size_t(sysconf(_SC_PAGESIZE)) / 4;
}

} // namespace arbscope
