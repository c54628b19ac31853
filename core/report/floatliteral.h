// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace arbscope {

/// Whether a literal in Python's fixed notation ([-]digits.digits, no needless zeros) of at most 18 significant digits
/// is exactly what repr() prints for the double that it reads as. Several times faster than reading and printing it.
[[nodiscard]] bool isOwnRepr(std::string_view literal);

} // namespace arbscope
