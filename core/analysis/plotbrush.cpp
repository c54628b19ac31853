// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plotbrush.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <utility>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

QString number(double value, double step)
{
    const int places = std::clamp(int(std::ceil(-std::log10(step))), 0, 17);
    if (std::abs(value) >= 1e15 || places > 15)
        return QString::number(value, 'g', 17);
    QString text = QString::number(value, 'f', places);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text == u"-0"_s ? u"0"_s : text;
}

/// In UTC, so that it means the same in whichever zone it is read.
QString time(double clock, double step)
{
    constexpr double Beyond = 2.5e11; // the years that ISO 8601 writes with four digits
    if (!(clock > 0 && clock < Beyond) || step < 0.002)
        return number(clock, std::min(step, 1e-6));
    const double unit = step < 1 ? 0.001 : step < 60 ? 1 : 60;
    const auto milliseconds = qint64(std::llround(std::round(clock / unit) * unit * 1000));
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
    return utc.toString(unit < 1        ? u"yyyy-MM-ddTHH:mm:ss.zzz"_s
                            : unit < 60 ? u"yyyy-MM-ddTHH:mm:ss"_s
                                        : u"yyyy-MM-ddTHH:mm"_s)
        + u'Z';
}

QString between(const QString &field, const PlotRange &range, double step)
{
    return u"%1 >= %2 and %1 <= %3"_s.arg(field, number(range.lower, step), number(range.upper, step));
}

} // namespace

bool canBrush(PlotKind kind)
{
    return kind != PlotKind::FailuresByHour && kind != PlotKind::FailuresByWeekday;
}

QString brushCondition(PlotKind kind, const PlotRange &x, double xStep, const PlotRange &y, double yStep)
{
    const auto eitherLeg = [&](const QString &first, const QString &second) {
        return QString(u'(' + between(first, x, xStep) + u" or " + between(second, x, xStep) + u')');
    };
    switch (kind) {
    case PlotKind::Profitability:
        return between(u"expected_profitability"_s, x, xStep) + u" and "
            + between(u"realised_profitability"_s, y, yStep);
    case PlotKind::Gap:
        return between(u"gap_bps"_s, x, xStep);
    case PlotKind::Latency:
        return eitherLeg(u"order_1_latency"_s, u"order_2_latency"_s);
    case PlotKind::Slippage:
        return eitherLeg(u"slippage_1_bps"_s, u"slippage_2_bps"_s);
    case PlotKind::CumulativeNet:
    case PlotKind::Balances:
        return u"clock >= %1 and clock < %2"_s.arg(time(x.lower, xStep), time(x.upper, xStep));
    case PlotKind::FokRounds: {
        const double first = std::ceil(x.lower - 0.45); // the bar, not its very middle
        const double last = std::max(first, std::floor(x.upper + 0.45));
        if (first == last)
            return u"exchange_2_fok_attempts == "_s + number(first, 1);
        return between(u"exchange_2_fok_attempts"_s, {.lower = first, .upper = last}, 1);
    }
    case PlotKind::FailuresByHour:
    case PlotKind::FailuresByWeekday:
        break;
    }
    return {};
}

} // namespace arbscope
