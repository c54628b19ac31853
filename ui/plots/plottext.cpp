// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plottext.h"

#include "ui/text/displaytext.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace arbscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Plots)
};

constexpr std::array Kinds{
    PlotKind::Profitability,    PlotKind::Gap,           PlotKind::Slippage, PlotKind::Latency,
    PlotKind::FokRounds,        PlotKind::CumulativeNet, PlotKind::Balances, PlotKind::FailuresByHour,
    PlotKind::FailuresByWeekday};
constexpr qsizetype LongestName = 24;

QString named(const std::string &name)
{
    return displayBytes(QByteArrayView(name.data(), qsizetype(name.size())), LongestName);
}

QString outcomeText(const std::string &name)
{
    if (name == "succeeded")
        return Texts::tr("succeeded");
    if (name == "failed")
        return Texts::tr("failed");
    if (name == "contradictory")
        return Texts::tr("contradictory");
    return name == "closed" ? Texts::tr("closed") : Texts::tr("open");
}

QString count(std::int64_t n)
{
    return QLocale().toString(qint64(n));
}

QString percent(double ratio)
{
    return plotNumber(ratio * 100, 0.0001) + u" %";
}

/// Four digits that mean something.
double stepOf(double value)
{
    return value == 0 || !std::isfinite(value) ? 1 : std::pow(10, std::floor(std::log10(std::abs(value))) - 3);
}

QString seriesName(PlotKind kind, const std::string &name, int leg)
{
    if (kind == PlotKind::Profitability)
        return outcomeText(name);
    if (name.empty() && leg == 0)
        return {};
    const QString legName = leg > 0 ? Texts::tr("leg %1").arg(leg) : QString();
    if (name.empty())
        return leg > 0 ? legName : QString();
    return leg > 0 ? QString(named(name) + u", " + legName) : named(name);
}

} // namespace

std::span<const PlotKind> plotKinds()
{
    return Kinds;
}

QString plotName(PlotKind kind)
{
    switch (kind) {
    case PlotKind::Profitability:
        return QStringLiteral("expected-realised");
    case PlotKind::Gap:
        return QStringLiteral("gap");
    case PlotKind::Latency:
        return QStringLiteral("latency");
    case PlotKind::Slippage:
        return QStringLiteral("slippage");
    case PlotKind::CumulativeNet:
        return QStringLiteral("cumulative-net");
    case PlotKind::Balances:
        return QStringLiteral("balances");
    case PlotKind::FailuresByHour:
        return QStringLiteral("failures-by-hour");
    case PlotKind::FailuresByWeekday:
        return QStringLiteral("failures-by-weekday");
    case PlotKind::FokRounds:
        return QStringLiteral("fok-rounds");
    }
    std::unreachable();
}

QString plotTitle(PlotKind kind)
{
    switch (kind) {
    case PlotKind::Profitability:
        return Texts::tr("Expected and realised");
    case PlotKind::Gap:
        return Texts::tr("Gap");
    case PlotKind::Latency:
        return Texts::tr("Latency");
    case PlotKind::Slippage:
        return Texts::tr("Slippage");
    case PlotKind::CumulativeNet:
        return Texts::tr("Cumulative net");
    case PlotKind::Balances:
        return Texts::tr("Balances over time");
    case PlotKind::FailuresByHour:
        return Texts::tr("Failures by hour");
    case PlotKind::FailuresByWeekday:
        return Texts::tr("Failures by weekday");
    case PlotKind::FokRounds:
        return Texts::tr("FOK rounds");
    }
    std::unreachable();
}

QString plotXLabel(PlotKind kind, const TimeFormat &format)
{
    switch (kind) {
    case PlotKind::Profitability:
        return Texts::tr("expected profitability");
    case PlotKind::Gap:
        return Texts::tr("realised less expected (bp)");
    case PlotKind::Latency:
        return Texts::tr("latency (ms)");
    case PlotKind::Slippage:
        return Texts::tr("slippage (bp), above 0 is worse");
    case PlotKind::CumulativeNet:
    case PlotKind::Balances:
        return Texts::tr("clock (%1)").arg(TimeFormat::make(format.kind, format.zone.id()).zoneLabel());
    case PlotKind::FailuresByHour:
        return Texts::tr("hour (%1)").arg(TimeFormat::make(format.kind, format.zone.id()).zoneLabel());
    case PlotKind::FailuresByWeekday:
        return {};
    case PlotKind::FokRounds:
        return Texts::tr("fill-or-kill rounds of leg 2");
    }
    std::unreachable();
}

QString plotYLabel(PlotKind kind, const QString &group)
{
    switch (kind) {
    case PlotKind::Profitability:
        return Texts::tr("realised profitability");
    case PlotKind::Gap:
    case PlotKind::Slippage:
    case PlotKind::FokRounds:
        return Texts::tr("trades");
    case PlotKind::Latency:
        return Texts::tr("share of the trades");
    case PlotKind::CumulativeNet:
        return Texts::tr("net, added up (%1)").arg(group);
    case PlotKind::Balances:
        return Texts::tr("balance (%1)").arg(group);
    case PlotKind::FailuresByHour:
    case PlotKind::FailuresByWeekday:
        return Texts::tr("failed trades");
    }
    std::unreachable();
}

double shownFactor(PlotKind kind)
{
    return kind == PlotKind::Latency ? 1000 : 1;
}

QString seriesText(PlotKind kind, const PlotSeries &series)
{
    QStringList words{seriesName(kind, series.name, series.leg)};
    words << Texts::tr("n %1").arg(count(series.n));
    for (const auto &[percentile, value] : series.quantiles) {
        const double shown = value * shownFactor(kind);
        words << QStringLiteral("p%1 %2").arg(percentile).arg(plotNumber(shown, stepOf(shown)));
    }
    words.removeAll(QString());
    return words.join(u"  ");
}

QString plotNote(const PlotView &view)
{
    QStringList words{Texts::tr("n %1").arg(count(view.n))};
    if (view.outside > 0)
        words << Texts::tr("%1 out of sight").arg(count(view.outside));
    if (view.seriesLeftOut > 0)
        words << counted(std::int64_t(view.seriesLeftOut), Texts::tr("1 curve left out"),
                         Texts::tr("%1 curves left out"));
    if (view.unitTests > 0)
        words << counted(view.unitTests, Texts::tr("1 test trade left out"), Texts::tr("%1 test trades left out"));
    return words.join(QStringLiteral(" · "));
}

QString hitText(PlotKind kind, const PlotHit &hit, const QString &group, const TimeFormat &format)
{
    QStringList lines{format.text(hit.clock) + u"  " + named(hit.pair)};
    lines << displayBytes(QByteArrayView(hit.orderId.data(), qsizetype(hit.orderId.size())), 80);
    const QString name = seriesName(kind, hit.series, hit.leg);
    if (!name.isEmpty())
        lines << name;
    if (kind == PlotKind::Profitability)
        lines << Texts::tr("expected %1, realised %2").arg(percent(hit.point.x), percent(hit.point.y));
    else if (kind == PlotKind::Latency)
        lines << Texts::tr("%1 ms; %2 took at most that")
                     .arg(plotNumber(hit.point.x * shownFactor(kind), 0.1), percent(hit.point.y));
    else
        lines << displayLine(QString::fromStdString(hit.exact), 60) + u' ' + group;
    return lines.join(u'\n');
}

QString barText(PlotKind kind, const PlotView &view, double x)
{
    QStringList lines;
    const bool isHistogram = shapeOf(kind) == PlotShape::Histogram;
    for (const PlotSeries &series : view.series) {
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            const PlotPoint &bar = series.points[i];
            if (isHistogram ? !(x >= bar.x && x < bar.x + view.binWidth) : std::abs(x - bar.x) > 0.5)
                continue;
            if (lines.isEmpty() && isHistogram)
                lines << Texts::tr("%1 … %2 bp")
                             .arg(plotNumber(bar.x, view.binWidth), plotNumber(bar.x + view.binWidth, view.binWidth));
            const QString name = seriesName(kind, series.name, series.leg);
            const QString trades = counted(std::int64_t(bar.y), Texts::tr("1 trade"), Texts::tr("%1 trades"));
            if (kind == PlotKind::FailuresByHour)
                lines << QStringLiteral("%1:00–%1:59").arg(int(bar.x), 2, 10, QLatin1Char('0'));
            else if (kind == PlotKind::FailuresByWeekday)
                lines << weekdayText(int(bar.x));
            else if (kind == PlotKind::FokRounds)
                lines << counted(std::int64_t(bar.x), Texts::tr("1 round"), Texts::tr("%1 rounds"));
            if (kind == PlotKind::FailuresByHour || kind == PlotKind::FailuresByWeekday)
                lines << Texts::tr("%1 of %2 trades failed").arg(count(std::int64_t(bar.y)), count(series.wholes[i]));
            else
                lines << (name.isEmpty() ? trades : QString(name + u": " + trades));
        }
    }
    return lines.join(u'\n');
}

QString weekdayText(int day)
{
    return QLocale().standaloneDayName(day, QLocale::ShortFormat);
}

QString plotNumber(double value, double step)
{
    const QLocale locale;
    if (!std::isfinite(value) || std::abs(value) >= 1e15 || (value != 0 && std::abs(value) < 1e-9))
        return locale.toString(value, 'g', 6);
    const int places = step > 0 ? std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 12) : 6;
    return locale.toString(value == 0 ? 0.0 : value, 'f', places);
}

} // namespace arbscope
