// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/choices.h"

#include <QString>
#include <QTimeZone>

namespace arbscope {

/// How times are shown, the same everywhere in the window.
struct TimeFormat
{
    TimeZoneKind kind = TimeZoneKind::Local;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< always valid; kept in step with kind by make()
    TimeStyle style = TimeStyle::DateTime;
    bool operator==(const TimeFormat &) const = default;

    /// `name` is an IANA name ("Europe/Berlin") for Named; one that is not known gives UTC.
    [[nodiscard]] static TimeFormat make(TimeZoneKind kind, const QByteArray &name = {},
                                         TimeStyle style = TimeStyle::DateTime);

    /// Milliseconds are cut, not rounded, from the shortest text of the stored number. What is no time of the years
    /// 1…9999 (NaN, infinities) is shown as its number. An age is that of this moment.
    [[nodiscard]] QString text(double epochSeconds) const;
    /// For headers and the status bar: "UTC", "Europe/Berlin"; "epoch" for TimeStyle::Epoch, "age" for Age.
    [[nodiscard]] QString zoneLabel() const;
};

/// "0.250 s", "12 s", "5 min 07 s", "2 h 05 min", "3 d 04 h"; milliseconds only below a minute and when asked for. Cut,
/// not rounded; negative ones with a minus sign; no duration (NaN, infinities, millions of years) as its number.
[[nodiscard]] QString durationText(double seconds, bool milliseconds);

/// The shortest text that reads back as the same number, as the reports have it ("0.1", "1e-05", "nan" …).
[[nodiscard]] QString numberText(double value);

} // namespace arbscope
