// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotview.h"

#include <QString>

namespace arbscope {

/// Whether there is a condition for what is chosen on such a plot: hours and weekdays are no fields.
[[nodiscard]] bool canBrush(PlotKind kind);
/// The filter language's condition for the trades in a range of a plot, in numbers as short as they can be while they
/// are apart from others by less than the step: what a pixel stands for. `y` matters to scatters only.
[[nodiscard]] QString brushCondition(PlotKind kind, const PlotRange &x, double xStep, const PlotRange &y, double yStep);

} // namespace arbscope
