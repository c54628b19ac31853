// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace arbscope {

class PlotCanvas;
class PlotData;

// The old file or the whole new one; the answer is why it could not be written, empty when it was.
/// `format`: "png" or "svg".
[[nodiscard]] QString savePlotPicture(PlotCanvas &canvas, const QString &path, const QString &format);
[[nodiscard]] QString savePlotData(const PlotData &data, const QString &path); ///< as CSV; on any thread

} // namespace arbscope
