// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"

#include <optional>

namespace arbscope {

class CommandContext;

/// The filter of --filter, none when it is not given. Wrong usage, with its place, when it is none.
[[nodiscard]] std::optional<FilterPart> filterOption(const CommandContext &context);

} // namespace arbscope
