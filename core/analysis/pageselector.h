// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "core/store/walk.h"

#include <functional>
#include <vector>

namespace arbscope {

/// ExportRequest::select of a filter.
[[nodiscard]] std::function<std::vector<bool>(const WalkPage &)> selectorOf(FilterPart filter);

} // namespace arbscope
