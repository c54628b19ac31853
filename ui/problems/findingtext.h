// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storecheckrepair.h"
#include "ui/text/timeformat.h"

#include <QString>

namespace arbscope {

// The words of the window for what a check finds and what mends it; one line of plain text each.

[[nodiscard]] QString findingTitle(FindingKind kind); ///< "No report", "Not in the index" …
[[nodiscard]] QString findingText(const Finding &finding, const TimeFormat &format);
[[nodiscard]] QString repairTitle(RepairStep::Kind kind);
[[nodiscard]] QString repairText(const RepairStep &step, const TimeFormat &format);

} // namespace arbscope
