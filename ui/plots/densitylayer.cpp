// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/densitylayer.h"

namespace arbscope {

DensityLayer::DensityLayer(QCustomPlot &plot)
    : QCPLayerable(&plot, QStringLiteral("main"))
{ }

void DensityLayer::setImage(const QImage &image, const PlotRange &x, const PlotRange &y)
{
    m_image = image;
    m_x = x;
    m_y = y;
}

void DensityLayer::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    applyAntialiasingHint(painter, false, QCP::aeOther);
}

void DensityLayer::draw(QCPPainter *painter)
{
    if (m_image.isNull())
        return;
    const QPointF topLeft(mParentPlot->xAxis->coordToPixel(m_x.lower), mParentPlot->yAxis->coordToPixel(m_y.upper));
    const QPointF bottomRight(mParentPlot->xAxis->coordToPixel(m_x.upper), mParentPlot->yAxis->coordToPixel(m_y.lower));
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false); // cells stay cells
    painter->drawImage(QRectF(topLeft, bottomRight), m_image);
}

QRect DensityLayer::clipRect() const
{
    return mParentPlot->axisRect()->rect();
}

} // namespace arbscope
