// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filtererror.h"

#include <QString>

namespace arbscope {

/// What is wrong with a filter, in the window's language; begins small, without a full stop. Plain text.
[[nodiscard]] QString filterWords(const FilterError &error);

} // namespace arbscope
