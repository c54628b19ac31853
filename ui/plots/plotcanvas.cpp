// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How the canvas is handled; how it is drawn: plotcanvasdraw.cpp.
#include "ui/plots/plotcanvas.h"

#include "core/analysis/plotranges.h"
#include "ui/plots/densitylayer.h"
#include "ui/text/timedisplay.h"

#include <QApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace arbscope {

namespace {

constexpr int RestMs = 60; // of the mouse, before it is told where it points
constexpr double WheelFactor = 0.82; // of the span, a notch
constexpr double KeyShare = 0.1; // of the span, a key

} // namespace

PlotCanvas::PlotCanvas(const TimeDisplay &times, QWidget *parent)
    : QCustomPlot(parent)
    , m_times(times)
    , m_density(new DensityLayer(*this))
    , m_hit(new QCPItemTracer(this))
    , m_band(new QRubberBand(QRubberBand::Rectangle, this))
{
    setObjectName(QStringLiteral("plotCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(220, 120);
    setNoAntialiasingOnDrag(true);
    setPlottingHint(QCP::phFastPolylines);
    auto *side = new QCPLayoutGrid; // the legend beside the axes, on top
    side->addElement(0, 0, legend);
    side->addElement(1, 0, new QCPLayoutElement(this));
    side->setRowStretchFactor(0, 0.0001);
    plotLayout()->addElement(0, 1, side);
    plotLayout()->setColumnStretchFactor(1, 0.0001);
    side->setMargins(QMargins(0, 8, 8, 0));
    legend->setLayer(QStringLiteral("legend"));
    m_hit->setStyle(QCPItemTracer::tsCircle);
    m_hit->setSize(11);
    m_hit->setVisible(false);
    m_hit->position->setType(QCPItemPosition::ptPlotCoords);
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(RestMs);
    connect(&m_restTimer, &QTimer::timeout, this, [this] { emit pointed(m_restsAt); });
    connect(&times, &TimeDisplay::changed, this, &PlotCanvas::showTimes);
    applyPalette();
    setKind(m_kind);
}

void PlotCanvas::setTool(Tool tool)
{
    m_tool = tool;
    showCursor();
}

void PlotCanvas::showCursor()
{
    setCursor(m_tool == Tool::Brush ? Qt::CrossCursor : Qt::OpenHandCursor);
}

PlotRange PlotCanvas::shownX() const
{
    return {.lower = xAxis->range().lower, .upper = xAxis->range().upper};
}

PlotRange PlotCanvas::shownY() const
{
    return {.lower = yAxis->range().lower, .upper = yAxis->range().upper};
}

PlotQuestion PlotCanvas::question() const
{
    PlotQuestion question;
    if (!m_fits) {
        question.x = shownX();
        question.y = shownY();
    }
    question.width = std::max(50, axisRect()->width());
    question.height = std::max(50, axisRect()->height());
    return question;
}

PlotAim PlotCanvas::aimAt(const QPointF &pixel) const
{
    PlotAim aim;
    aim.at = {.x = xAxis->pixelToCoord(pixel.x()), .y = yAxis->pixelToCoord(pixel.y())};
    aim.x = shownX();
    aim.y = shownY();
    aim.width = std::max(1, axisRect()->width());
    aim.height = std::max(1, axisRect()->height());
    aim.group = m_view.group;
    return aim;
}

void PlotCanvas::fit()
{
    m_fits = true;
    emit rangeChanged();
}

void PlotCanvas::setRanges(const PlotRange &x, const PlotRange &y)
{
    const PlotRange newX = withMargin(x, 0);
    const PlotRange newY = withMargin(y, 0);
    m_fits = false;
    xAxis->setRange(newX.lower, newX.upper);
    if (!isFlat())
        yAxis->setRange(newY.lower, newY.upper);
    replot(rpQueuedReplot);
    emit rangeChanged();
}

void PlotCanvas::moveBy(double xShare, double yShare)
{
    PlotRange x = shownX();
    PlotRange y = shownY();
    const double across = xShare * x.span();
    const double up = yShare * y.span();
    setRanges({.lower = x.lower + across, .upper = x.upper + across}, {.lower = y.lower + up, .upper = y.upper + up});
}

void PlotCanvas::zoomAt(const QPointF &pixel, double factor)
{
    const auto zoomed = [factor](const PlotRange &range, double middle) {
        return PlotRange{.lower = middle + (range.lower - middle) * factor,
                         .upper = middle + (range.upper - middle) * factor};
    };
    const PlotRange x = zoomed(shownX(), xAxis->pixelToCoord(pixel.x()));
    const PlotRange y = zoomed(shownY(), yAxis->pixelToCoord(pixel.y()));
    const double finest = std::max(std::abs(x.lower + x.upper) * 1e-9, 1e-12);
    constexpr double Widest = 1e17;
    if (x.span() > finest && x.span() < Widest && (isFlat() || y.span() < Widest))
        setRanges(x, y);
}

bool PlotCanvas::isBrushing(const QMouseEvent &event) const
{
    const bool other = event.modifiers().testFlag(Qt::ShiftModifier);
    return event.button() == Qt::LeftButton && (m_tool == Tool::Brush) != other;
}

QRect PlotCanvas::bandTo(const QPoint &pixel) const
{
    const QRect axes = axisRect()->rect();
    QRect band = QRect(m_pressedAt, pixel).normalized();
    if (isFlat()) {
        band.setTop(axes.top());
        band.setBottom(axes.bottom());
    }
    return band & axes;
}

void PlotCanvas::mousePressEvent(QMouseEvent *event)
{
    m_restTimer.stop();
    if (!axisRect()->rect().contains(event->pos())
        || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
        return;
    m_pressedAt = event->pos();
    m_draggedFrom = event->position();
    m_drag = isBrushing(*event) ? Drag::Brush : Drag::Pan;
    if (m_drag == Drag::Pan)
        setCursor(Qt::ClosedHandCursor);
}

void PlotCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None) {
        m_restsAt = event->position();
        if (axisRect()->rect().contains(event->pos()))
            m_restTimer.start();
        else
            m_restTimer.stop();
        return;
    }
    const bool isFar = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::Brush) {
        if (isFar || m_band->isVisible()) {
            m_band->setGeometry(bandTo(event->pos()));
            m_band->show();
        }
        return;
    }
    const QPointF moved = event->position() - m_draggedFrom;
    m_draggedFrom = event->position();
    moveBy(-moved.x() / std::max(1, axisRect()->width()), moved.y() / std::max(1, axisRect()->height()));
}

void PlotCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const bool isFar = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    showCursor();
    if (drag == Drag::Brush && m_band->isVisible()) {
        m_band->hide();
        const QRectF band = bandTo(event->pos());
        emit brushed({.lower = xAxis->pixelToCoord(band.left()), .upper = xAxis->pixelToCoord(band.right())},
                     {.lower = yAxis->pixelToCoord(band.bottom()), .upper = yAxis->pixelToCoord(band.top())});
    } else if (drag != Drag::None && !isFar && event->button() == Qt::LeftButton) {
        emit clicked(event->position());
    }
}

void PlotCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        fit();
}

void PlotCanvas::wheelEvent(QWheelEvent *event)
{
    if (!axisRect()->rect().contains(event->position().toPoint())) {
        event->ignore();
        return;
    }
    constexpr double Notch = 120;
    zoomAt(event->position(), std::pow(WheelFactor, event->angleDelta().y() / Notch));
    event->accept();
}

bool PlotCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_drag != Drag::None
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // it ends the drag, not the stay in the panel
        return true;
    }
    return QCustomPlot::event(event);
}

void PlotCanvas::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle = axisRect()->rect().center();
    switch (event->key()) {
    case Qt::Key_Left:
        return moveBy(-KeyShare, 0);
    case Qt::Key_Right:
        return moveBy(KeyShare, 0);
    case Qt::Key_Up:
        return moveBy(0, KeyShare);
    case Qt::Key_Down:
        return moveBy(0, -KeyShare);
    case Qt::Key_Plus:
        return zoomAt(middle, WheelFactor);
    case Qt::Key_Minus:
        return zoomAt(middle, 1 / WheelFactor);
    case Qt::Key_Home:
        return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit brushed(shownX(), shownY());
        return;
    case Qt::Key_Escape:
        if (std::exchange(m_drag, Drag::None) != Drag::None) {
            m_band->hide();
            showCursor();
            return;
        }
        break;
    default:
        break;
    }
    QCustomPlot::keyPressEvent(event);
}

void PlotCanvas::leaveEvent(QEvent *event)
{
    m_restTimer.stop();
    emit left();
    QCustomPlot::leaveEvent(event);
}

void PlotCanvas::resizeEvent(QResizeEvent *event)
{
    QCustomPlot::resizeEvent(event);
    emit rangeChanged();
}

void PlotCanvas::changeEvent(QEvent *event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyPalette();
        makeSeries();
        replot(rpQueuedReplot);
    }
}

} // namespace arbscope
