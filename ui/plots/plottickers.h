// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotview.h"
#include "ui/plots/customplot.h"

#include <QTimeZone>

namespace arbscope {

/// Numbers in the person's way of writing them, with as many digits as the step needs; times a factor, with a unit.
class NumberTicker final : public QCPAxisTicker
{
public:
    explicit NumberTicker(double factor = 1, QString suffix = {});

protected:
    QVector<QString> createLabelVector(const QVector<double> &ticks, const QLocale &locale, QChar formatChar,
                                       int precision) override;

private:
    double m_factor;
    QString m_suffix;
};

/// Whole numbers only: counts.
class CountTicker final : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double tickStep) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
};

/// Monday … Sunday.
class WeekdayTicker final : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double tickStep) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
};

/// Dates and times, as fine as what is shown.
class ClockTicker final : public QCPAxisTickerDateTime
{
public:
    explicit ClockTicker(const QTimeZone &zone);
    void generate(const QCPRange &range, const QLocale &locale, QChar formatChar, int precision, QVector<double> &ticks,
                  QVector<double> *subTicks, QVector<QString> *tickLabels) override;
};

} // namespace arbscope
