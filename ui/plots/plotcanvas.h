// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotdata.h"
#include "ui/plots/customplot.h"

#include <QRubberBand>
#include <QTimer>

namespace arbscope {

class DensityLayer;
class TimeDisplay;

/// Draws a plot and is handled by mouse and keys: brushed, dragged, zoomed, pointed at. Knows nothing of trades.
class PlotCanvas final : public QCustomPlot
{
    Q_OBJECT
public:
    enum class Tool { Brush, Pan };

    explicit PlotCanvas(const TimeDisplay &times, QWidget *parent = nullptr);

    void setKind(PlotKind kind); ///< shows nothing yet, and all that fits then
    void setTool(Tool tool);
    void setView(const PlotView &view);
    void showHit(const std::optional<PlotPoint> &point); ///< a ring around it
    void fit(); ///< shows what fits from now on
    /// What has to be known to draw what is in sight.
    [[nodiscard]] PlotQuestion question() const;
    [[nodiscard]] PlotAim aimAt(const QPointF &pixel) const;
    [[nodiscard]] PlotRange shownX() const;
    [[nodiscard]] PlotRange shownY() const;
    [[nodiscard]] const PlotView &view() const { return m_view; }

signals:
    void rangeChanged(); ///< question() is another one
    void brushed(const PlotRange &x, const PlotRange &y);
    void pointed(const QPointF &pixel); ///< the mouse rests there
    void left();
    void clicked(const QPointF &pixel);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeSeries();
    void fillSeries();
    void makeMarks();
    void applyAxes();
    void showTimes();
    void applyPalette();
    void moveBy(double xShare, double yShare);
    void zoomAt(const QPointF &pixel, double factor);
    void setRanges(const PlotRange &x, const PlotRange &y);
    void showCursor();
    [[nodiscard]] bool isBrushing(const QMouseEvent &event) const;
    [[nodiscard]] bool isFlat() const { return shapeOf(m_kind) != PlotShape::Scatter; } ///< y follows x
    [[nodiscard]] QRect bandTo(const QPoint &pixel) const;

    const TimeDisplay &m_times;
    PlotKind m_kind = PlotKind::Profitability;
    Tool m_tool = Tool::Brush;
    PlotView m_view;
    bool m_fits = true;
    DensityLayer *m_density;
    QCPItemTracer *m_hit;
    QRubberBand *m_band;
    QTimer m_restTimer;
    QPointF m_restsAt;
    QPoint m_pressedAt;
    QPointF m_draggedFrom;
    enum class Drag { None, Brush, Pan };
    Drag m_drag = Drag::None;
};

} // namespace arbscope
