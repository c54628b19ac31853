// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plottickers.h"

#include "core/analysis/plotranges.h"
#include "ui/plots/plottext.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace arbscope {

NumberTicker::NumberTicker(double factor, QString suffix)
    : m_factor(factor)
    , m_suffix(std::move(suffix))
{ }

QVector<QString> NumberTicker::createLabelVector(const QVector<double> &ticks, const QLocale &, QChar, int)
{
    const double step = ticks.size() > 1 ? (ticks[1] - ticks[0]) * m_factor : 0;
    double digit = 1; // the last one that the step needs: 0.01 for 0.25
    while (step > 0 && digit > 1e-12 && std::abs(step / digit - std::round(step / digit)) > 1e-6)
        digit /= 10;
    QVector<QString> labels;
    for (const double tick : ticks) // the step's own rounding would make a zero of 1e-17
        labels << plotNumber(std::abs(tick * m_factor) < step / 1000 ? 0 : tick * m_factor, digit) + m_suffix;
    return labels;
}

double CountTicker::getTickStep(const QCPRange &range)
{
    const double step = QCPAxisTicker::getTickStep(range);
    return step == std::floor(step) ? step : std::max(1.0, roundStep(step));
}

int CountTicker::getSubTickCount(double)
{
    return 0;
}

QString CountTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return plotNumber(tick, 1);
}

double WeekdayTicker::getTickStep(const QCPRange &)
{
    return 1;
}

int WeekdayTicker::getSubTickCount(double)
{
    return 0;
}

QString WeekdayTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    const int day = int(std::lround(tick));
    return day >= 1 && day <= 7 ? weekdayText(day) : QString();
}

ClockTicker::ClockTicker(const QTimeZone &zone)
{
    setDateTimeSpec(Qt::TimeZone);
    setTimeZone(zone);
    setTickCount(6);
}

void ClockTicker::generate(const QCPRange &range, const QLocale &locale, QChar formatChar, int precision,
                           QVector<double> &ticks, QVector<double> *subTicks, QVector<QString> *tickLabels)
{
    constexpr double Minute = 60;
    constexpr double Day = 86400;
    const double span = range.size();
    setDateTimeFormat(span > 4 * Day           ? QStringLiteral("yyyy-MM-dd")
                          : span > 10 * Minute ? QStringLiteral("HH:mm\nyyyy-MM-dd")
                          : span > 5           ? QStringLiteral("HH:mm:ss\nyyyy-MM-dd")
                                               : QStringLiteral("HH:mm:ss.zzz\nyyyy-MM-dd"));
    QCPAxisTickerDateTime::generate(range, locale, formatChar, precision, ticks, subTicks, tickLabels);
}

} // namespace arbscope
