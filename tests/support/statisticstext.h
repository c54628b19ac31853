// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/statistics.h"

#include <string>

namespace arbscope::test {

/// Every figure of every group, a line each, numbers by their exact value: equal texts are equal statistics.
[[nodiscard]] std::string statisticsText(const std::map<std::string, Statistics> &groups);

} // namespace arbscope::test
