// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How the canvas is drawn.
#include "ui/plots/densitylayer.h"
#include "ui/plots/plotcanvas.h"
#include "ui/plots/plotcolors.h"
#include "ui/plots/plottext.h"
#include "ui/plots/plottickers.h"
#include "ui/text/displaytext.h"
#include "ui/text/timedisplay.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace arbscope {

namespace {

struct OutcomeLook
{
    std::string_view name;
    Tone tone;
    QCPScatterStyle::ScatterShape shape;
};
constexpr std::array Outcomes{OutcomeLook{"succeeded", Tone::Succeeded, QCPScatterStyle::ssCircle},
                              OutcomeLook{"failed", Tone::Failed, QCPScatterStyle::ssCross},
                              OutcomeLook{"contradictory", Tone::Contradictory, QCPScatterStyle::ssDiamond},
                              OutcomeLook{"closed", Tone::Closed, QCPScatterStyle::ssSquare},
                              OutcomeLook{"open", Tone::Open, QCPScatterStyle::ssTriangle}};

QCPScatterStyle outcomeStyle(const std::string &name, const QPalette &palette)
{
    const auto *look = std::ranges::find(Outcomes, name, &OutcomeLook::name);
    if (look == Outcomes.end())
        look = &Outcomes.back();
    QPen pen(toneColor(look->tone, palette));
    pen.setWidthF(1.2);
    return {look->shape, pen, QBrush(Qt::NoBrush), 5.5};
}

/// In the legend, where points are counted in cells: these have no shape.
QCPScatterStyle cellStyle(const QPalette &palette)
{
    const QColor color = curveColor(0, palette);
    return {QCPScatterStyle::ssSquare, QPen(color), color, 6}; // without a pen it would take the graph's
}

QString textOf(const std::string &bytes)
{
    return displayBytes(QByteArrayView(bytes.data(), qsizetype(bytes.size())), 24);
}

/// The axis of a plot's kind.
template <class Ticker, class... Args> QSharedPointer<QCPAxisTicker> ticker(Args &&...args)
{
    return QSharedPointer<Ticker>::create(std::forward<Args>(args)...);
}

} // namespace

void PlotCanvas::setKind(PlotKind kind)
{
    m_kind = kind;
    m_view = {};
    m_fits = true;
    applyAxes();
    makeSeries();
    m_density->setImage({}, {}, {});
    showHit(std::nullopt);
    setAccessibleName(plotTitle(kind));
    setAccessibleDescription({});
    replot(rpQueuedReplot);
}

void PlotCanvas::showTimes()
{
    applyAxes();
    replot(rpQueuedReplot);
}

void PlotCanvas::applyAxes()
{
    const QString percent = QStringLiteral(" %");
    const auto tickers = [&]() -> std::array<QSharedPointer<QCPAxisTicker>, 2> {
        switch (shapeOf(m_kind)) {
        case PlotShape::Scatter:
            return {ticker<NumberTicker>(100, percent), ticker<NumberTicker>(100, percent)};
        case PlotShape::Histogram:
            return {ticker<NumberTicker>(), ticker<CountTicker>()};
        case PlotShape::Shares:
            return {ticker<NumberTicker>(shownFactor(m_kind)), ticker<NumberTicker>(100, percent)};
        case PlotShape::Timeline:
            return {ticker<ClockTicker>(m_times.zone()), ticker<NumberTicker>()};
        case PlotShape::Counts:
            break;
        }
        if (m_kind == PlotKind::FailuresByWeekday)
            return {ticker<WeekdayTicker>(), ticker<CountTicker>()};
        return {ticker<CountTicker>(), ticker<CountTicker>()};
    }();
    xAxis->setTicker(tickers[0]);
    yAxis->setTicker(tickers[1]);
    tickers[0]->setTickCount(m_kind == PlotKind::FailuresByHour ? 12 : 7);
    tickers[1]->setTickCount(5);
    xAxis->setLabel(plotXLabel(m_kind, m_times.format()));
    yAxis->setLabel(plotYLabel(m_kind, textOf(m_view.group)));
    xAxis->grid()->setVisible(shapeOf(m_kind) != PlotShape::Counts);
}

void PlotCanvas::applyPalette()
{
    const QPalette colors = palette();
    const QColor text = colors.color(QPalette::Text);
    const QColor faint = colors.color(QPalette::PlaceholderText);
    QColor grid = faint;
    grid.setAlphaF(0.25F);
    setBackground(colors.brush(QPalette::Base));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setBasePen(QPen(faint));
        axis->setTickPen(QPen(faint));
        axis->setSubTickPen(QPen(grid));
        axis->setTickLabelColor(text);
        axis->setLabelColor(faint);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->grid()->setPen(QPen(grid, 1));
        axis->grid()->setZeroLinePen(QPen(faint, 1));
        axis->setTickLength(0, 4);
        axis->setSubTickLength(0, 2);
        axis->setLabelPadding(4);
    }
    legend->setFont(small);
    legend->setTextColor(text);
    legend->setBrush(Qt::NoBrush);
    legend->setBorderPen(Qt::NoPen);
    legend->setRowSpacing(1);
    m_hit->setPen(QPen(text, 1.5));
    m_hit->setBrush(Qt::NoBrush);
}

void PlotCanvas::setView(const PlotView &view)
{
    const auto isNamedAlike
        = [](const PlotSeries &a, const PlotSeries &b) { return a.name == b.name && a.leg == b.leg; };
    const bool sameSeries = std::ranges::equal(m_view.series, view.series, isNamedAlike);
    const bool sameGroup = m_view.group == view.group;
    m_view = view;
    if (!sameGroup)
        yAxis->setLabel(plotYLabel(m_kind, textOf(view.group)));
    if (m_fits)
        xAxis->setRange(view.x.lower, view.x.upper);
    if (m_fits || isFlat())
        yAxis->setRange(view.y.lower, view.y.upper);
    if (sameSeries && (plottableCount() > 0 || view.series.empty()))
        fillSeries();
    else
        makeSeries();
    m_density->setImage(densityImage(view.density, palette()), view.density.x, view.density.y);
    makeMarks();
    setAccessibleDescription(plotNote(view));
    replot(rpQueuedReplot);
}

void PlotCanvas::showHit(const std::optional<PlotPoint> &point)
{
    if (!point && !m_hit->visible())
        return;
    m_hit->setVisible(point.has_value());
    if (point)
        m_hit->position->setCoords(point->x, point->y);
    replot(rpQueuedReplot);
}

void PlotCanvas::makeSeries()
{
    clearPlottables();
    std::size_t number = 0;
    const PlotShape shape = shapeOf(m_kind);
    const std::string *before = nullptr;
    for (const PlotSeries &series : m_view.series) {
        if (before && *before != series.name)
            ++number; // both legs of an exchange in one colour
        before = &series.name;
        const std::size_t color = shape == PlotShape::Histogram ? std::size_t(std::max(0, series.leg - 1)) : number;
        if (shape == PlotShape::Counts) {
            auto *bars = new QCPBars(xAxis, yAxis);
            bars->setWidth(0.72);
            const QColor fill
                = m_kind == PlotKind::FokRounds ? curveColor(0, palette()) : toneColor(Tone::Failed, palette());
            bars->setPen(Qt::NoPen);
            bars->setBrush(fill);
        } else {
            QCPGraph *graph = addGraph();
            graph->setAdaptiveSampling(false); // done already, and better
            if (shape == PlotShape::Scatter) {
                graph->setLineStyle(QCPGraph::lsNone); // and its style by what it is filled with
            } else {
                graph->setLineStyle(QCPGraph::lsStepLeft);
                graph->setPen(curvePen(color, series.leg, palette()));
            }
            if (shape == PlotShape::Histogram) {
                QColor fill = curveColor(color, palette());
                fill.setAlphaF(series.leg == 2 ? 0.14F : 0.30F);
                graph->setBrush(fill);
            }
        }
        plottable()->setSelectable(QCP::stNone);
    }
    if (shape == PlotShape::Scatter && !m_view.series.empty()) {
        QCPGraph *diagonal = addGraph();
        diagonal->setPen(QPen(palette().color(QPalette::PlaceholderText), 1.2));
        constexpr double Far = 1e6;
        diagonal->setData({-Far, Far}, {-Far, Far}, true);
        diagonal->setName(tr("realised as expected"));
        diagonal->setSelectable(QCP::stNone);
    }
    const bool isNamed = m_view.series.size() > 1 || m_kind != PlotKind::CumulativeNet;
    legend->setVisible(shape != PlotShape::Counts && plottableCount() > 0 && isNamed);
    fillSeries();
}

void PlotCanvas::fillSeries()
{
    for (std::size_t i = 0; i < m_view.series.size(); ++i) {
        const PlotSeries &series = m_view.series[i];
        QCPAbstractPlottable *shown = plottable(int(i));
        shown->setName(seriesText(m_kind, series));
        if (auto *bars = qobject_cast<QCPBars *>(shown)) {
            QVector<QCPBarsData> heights;
            for (const PlotPoint &point : series.points)
                heights.emplace_back(point.x, point.y);
            bars->data()->set(heights, true);
            continue;
        }
        QVector<QCPGraphData> points;
        points.reserve(qsizetype(series.points.size()));
        for (const PlotPoint &point : series.points)
            points.emplace_back(point.x, point.y);
        auto *graph = qobject_cast<QCPGraph *>(shown);
        const bool isScatter = shapeOf(m_kind) == PlotShape::Scatter;
        if (isScatter)
            graph->setScatterStyle(m_view.density.counts.empty() ? outcomeStyle(series.name, palette())
                                                                 : cellStyle(palette()));
        graph->data()->set(points, !isScatter);
    }
}

/// Median, p10 and p90 of a histogram.
void PlotCanvas::makeMarks()
{
    for (int i = itemCount() - 1; i >= 0; --i) {
        if (item(i) != m_hit)
            removeItem(item(i));
    }
    if (shapeOf(m_kind) != PlotShape::Histogram)
        return;
    for (const PlotSeries &series : m_view.series) {
        const QColor color = m_view.series.size() == 1 ? palette().color(QPalette::Text)
                                                       : curveColor(std::size_t(series.leg - 1), palette());
        for (const auto &[percent, value] : series.quantiles) {
            auto *line = new QCPItemStraightLine(this);
            line->setPen(QPen(color, 1.2, percent == 50 ? Qt::SolidLine : Qt::DashLine));
            line->point1->setCoords(value, 0);
            line->point2->setCoords(value, 1);
            line->setSelectable(false);
            if (m_view.series.size() > 1)
                continue;
            auto *label = new QCPItemText(this);
            label->setText(percent == 50 ? tr("median %1").arg(plotNumber(value, 0.01))
                                         : QStringLiteral("p%1 %2").arg(percent).arg(plotNumber(value, 0.01)));
            label->setColor(color);
            label->setFont(legend->font());
            label->setSelectable(false);
            label->setBrush(palette().base());
            label->setPadding(QMargins(3, 0, 3, 0));
            label->setPositionAlignment(Qt::AlignTop
                                        | (percent == 10       ? Qt::AlignRight
                                               : percent == 50 ? Qt::AlignHCenter
                                                               : Qt::AlignLeft));
            label->position->setTypeX(QCPItemPosition::ptPlotCoords);
            label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
            label->position->setCoords(value, percent == 50 ? 0.0 : 0.09);
        }
    }
}

} // namespace arbscope
