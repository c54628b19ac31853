// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace arbscope {

/// The field that somebody who wrote `name` most likely meant: one that begins with it, or is near it (optimal string
/// alignment distance of at most a third of its length); empty when there is none.
[[nodiscard]] std::string_view nearestFieldName(std::string_view name);

} // namespace arbscope
