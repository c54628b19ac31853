// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotview.h"
#include "ui/plots/customplot.h"

#include <QImage>

namespace arbscope {

/// A picture of many points, lying in the plot's coordinates: it moves and grows with the axes.
class DensityLayer final : public QCPLayerable
{
public:
    explicit DensityLayer(QCustomPlot &plot);
    void setImage(const QImage &image, const PlotRange &x, const PlotRange &y); ///< null: nothing

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    [[nodiscard]] QRect clipRect() const override;

private:
    QImage m_image;
    PlotRange m_x;
    PlotRange m_y;
};

} // namespace arbscope
