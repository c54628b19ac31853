// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actiontext.h"

#include <vector>

namespace arbscope {

/// Tables in Markdown: every member, every derived value, each with a filter as an example; the actions with keys.
[[nodiscard]] QString memberTable();
[[nodiscard]] QString derivedTable();
[[nodiscard]] QString keyTable(const std::vector<ActionGroup> &groups);

} // namespace arbscope
