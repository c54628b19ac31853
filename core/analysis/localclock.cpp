// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/localclock.h"

#include <QDateTime>

#include <cmath>
#include <utility>

namespace arbscope {

namespace {

constexpr std::int64_t DaySeconds = 86400;

std::int64_t floorOf(std::int64_t value, std::int64_t step)
{
    return value / step - (value % step < 0 ? 1 : 0);
}

} // namespace

LocalClock::LocalClock(const QTimeZone &zone)
    : m_zone(zone)
{ }

std::int64_t LocalClock::offsetAt(std::int64_t seconds) const
{
    return m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC));
}

std::optional<LocalClock::Time> LocalClock::at(double clock)
{
    constexpr double Beyond = 1e15; // no year that QDateTime knows is so far away
    if (!(std::abs(clock) < Beyond))
        return std::nullopt;
    const auto seconds = std::int64_t(std::floor(clock));
    const std::int64_t day = floorOf(seconds, DaySeconds);
    const auto [known, isNew] = m_offsets.try_emplace(day);
    if (isNew) {
        const std::int64_t offset = offsetAt(day * DaySeconds);
        if (offset == offsetAt((day + 1) * DaySeconds))
            known->second = offset;
    }
    const std::int64_t local = seconds + (known->second ? *known->second : offsetAt(seconds));
    const std::int64_t localDay = floorOf(local, DaySeconds);
    return Time{.day = localDay, .hour = int((local - localDay * DaySeconds) / 3600)};
}

std::string LocalClock::isoDate(std::int64_t day)
{
    constexpr std::int64_t Epoch = 2'440'588; // as a Julian day
    return QDate::fromJulianDay(Epoch + day).toString(Qt::ISODate).toStdString();
}

} // namespace arbscope
