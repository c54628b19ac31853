// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace arbscope {

/// Fusion with outlines that can be seen on a dark palette: Fusion takes them darker than the window, which leaves the
/// boxes, fields and buttons of a dark window without an edge.
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    /// A header may ask for the margin of its cells by the dynamic property "headerMargin" (int, pixels), and an item
    /// view for that of its cells' texts by "cellMargin".
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    /// Standard buttons without the platform's coloured pictures, which are drawn in another hand than our icons.
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    /// Message boxes have our own pictures.
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;
};

} // namespace arbscope
