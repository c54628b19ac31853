// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plotcolors.h"

#include "core/analysis/plotview.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace arbscope {

namespace {

constexpr std::array<QRgb, 8> Light{0xff0060b0, 0xffc84c00, 0xff00795a, 0xff8f3bb0,
                                    0xff8f6c00, 0xff2a93c9, 0xff8c4a3b, 0xff56606b};
constexpr std::array<QRgb, 8> Dark{0xff6cb2f7, 0xffff9d5c, 0xff4fd1a0, 0xffd3a6f5,
                                   0xffe6c34d, 0xff9be0ff, 0xffe0a796, 0xffa5afba};

} // namespace

QColor curveColor(std::size_t n, const QPalette &palette)
{
    return QColor((isDark(palette) ? Dark : Light)[n % Light.size()]);
}

QPen curvePen(std::size_t n, int leg, const QPalette &palette)
{
    static constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    QPen pen(curveColor(n, palette));
    pen.setWidthF(1.6);
    pen.setStyle(leg > 0 ? (leg == 2 ? Qt::DashLine : Qt::SolidLine) : styles[n % styles.size()]);
    return pen;
}

QImage densityImage(const PlotDensity &density, const QPalette &palette)
{
    if (density.counts.empty())
        return {};
    constexpr int Shades = 256;
    std::array<QRgb, Shades> shades{};
    const QColor color = curveColor(0, palette);
    const QColor strongest = isDark(palette) ? QColor(0xff, 0xff, 0xff) : QColor(0x00, 0x1c, 0x4a);
    for (int i = 1; i < Shades; ++i) {
        const double share = double(i) / (Shades - 1);
        const double beyond = std::max(0.0, share - 0.5) * 2; // the upper half goes on to the strongest
        const double alpha = 0.38 + 0.62 * std::min(1.0, share * 2);
        const auto mixed = [&](int from, int to) { return int(from + (to - from) * beyond); };
        shades[std::size_t(i)]
            = qPremultiply(qRgba(mixed(color.red(), strongest.red()), mixed(color.green(), strongest.green()),
                                 mixed(color.blue(), strongest.blue()), int(alpha * 255)));
    }
    const double most = std::log1p(double(std::ranges::max(density.counts)));
    QImage image(density.columns, density.rows, QImage::Format_ARGB32_Premultiplied);
    for (int row = 0; row < density.rows; ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(density.rows - 1 - row));
        const std::uint32_t *counts = density.counts.data() + std::size_t(row) * std::size_t(density.columns);
        for (int column = 0; column < density.columns; ++column) {
            const std::uint32_t count = counts[column];
            line[column] = count == 0 ? 0 : shades[std::size_t(1 + std::log1p(double(count)) / most * (Shades - 2))];
        }
    }
    return image;
}

} // namespace arbscope
