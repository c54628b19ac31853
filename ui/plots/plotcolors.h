// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPalette>
#include <QPen>

namespace arbscope {

struct PlotDensity;

/// The n-th curve's colour: apart from the others for eyes that see fewer colours, too.
[[nodiscard]] QColor curveColor(std::size_t n, const QPalette &palette);
/// With a line style of its own from curve to curve; of leg 2 dashed.
[[nodiscard]] QPen curvePen(std::size_t n, int leg, const QPalette &palette);
/// The more trades the stronger; transparent where there is none. The topmost row of cells comes first.
[[nodiscard]] QImage densityImage(const PlotDensity &density, const QPalette &palette);

} // namespace arbscope
