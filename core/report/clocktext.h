// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace arbscope {

/// Makes the local time zone known to Qt where TZ names a file ("/usr/share/zoneinfo/Asia/Tokyo"): it would show no
/// times at all then. False, and UTC from now on, for a file that is no named zone's. For a program's main(), once.
[[nodiscard]] bool settleLocalTimeZone();
/// "local", "UTC", "UTC+02:00" or an IANA name; none when there is no such zone.
[[nodiscard]] std::optional<QTimeZone> timeZoneNamed(const QString &name);
/// Epoch seconds of a number of them or an ISO 8601 date and time ("2021-03-01", "2021-03-01T12:00:00.5+01:00",
/// "2021-03-01 12:00Z"); one without offset is in `zone`, a date alone is its midnight. None for anything else.
[[nodiscard]] std::optional<double> parseClock(const QString &text, const QTimeZone &zone);
/// Date and time to the millisecond; what is no time of the years 1…9999 as its number.
[[nodiscard]] QString clockText(double epochSeconds, const QTimeZone &zone);
/// As the header of a column of times names it.
[[nodiscard]] QString zoneText(const QTimeZone &zone);

} // namespace arbscope
