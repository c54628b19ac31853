// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/names.h"

#include "core/report/pynumbers.h"

#include <QDateTime>
#include <QSysInfo>

#include <cmath>

using namespace Qt::StringLiterals;

namespace arbscope {

namespace {

/// A moment as text, its seconds truncated; one that no calendar has (NaN, infinite, year 10000) as its number.
QString momentText(double epochSeconds, const QTimeZone &zone, const QString &format)
{
    constexpr double beyond = 1e12; // far more seconds than QDateTime's years 1 to 9999 have
    if (std::fabs(epochSeconds) < beyond) { // not for NaN
        const auto moment = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(std::trunc(epochSeconds)), zone);
        if (moment.isValid() && moment.date().year() >= 1 && moment.date().year() <= 9999)
            return moment.toString(format);
    }
    char text[FloatTextSize];
    const auto *end = writeFloatRepr(text, epochSeconds);
    return QString::fromLatin1(text, end - text);
}

} // namespace

QString sessionName(const QString &exchange1, const QString &exchange2, const QString &asset1, const QString &asset2,
                    double startedAt, const QTimeZone &zone)
{
    return u"Arb session %1-%2 %3-%4 started at %5"_s.arg(exchange1, exchange2, asset1, asset2,
                                                          momentText(startedAt, zone, u"yyyy-MM-dd HH:mm:ss"_s));
}

QString localServerName()
{
    return QSysInfo::machineHostName();
}

QString exportFileName(QDate today, const QString &suffix)
{
    return u"trade-export-%1.%2"_s.arg(today.toString(Qt::ISODate), suffix);
}

QString exportCaption(qint64 trades, double firstClock, double lastClock, const QTimeZone &zone)
{
    return u"Export of %1 trades in %2 - %3"_s.arg(QString::number(trades),
                                                   momentText(firstClock, zone, u"yyyy-MM-dd"_s),
                                                   momentText(lastClock, zone, u"yyyy-MM-dd"_s));
}

} // namespace arbscope
