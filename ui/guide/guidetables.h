// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actiontext.h"

#include <vector>

namespace arbscope {

/// Tables in Markdown, in the window's language: every member, every derived value, each with a filter as an example;
/// the actions with keys.
[[nodiscard]] QString memberTable();
[[nodiscard]] QString derivedTable();
[[nodiscard]] QString keyTable(const std::vector<ActionGroup> &groups);
[[nodiscard]] QString exampleTitle(); ///< of the columns that hold filters, in the pages' own tables, too

} // namespace arbscope
