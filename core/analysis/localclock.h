// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace arbscope {

/// Days and hours of many trades in one zone: asks the zone once a day.
class LocalClock
{
public:
    explicit LocalClock(const QTimeZone &zone);

    struct Time
    {
        std::int64_t day; ///< since 1970-01-01
        int hour; ///< 0…23
        [[nodiscard]] int weekday() const { return int(((day + 3) % 7 + 7) % 7); } ///< 0 is Monday
    };
    /// Of epoch seconds; none where no calendar reaches.
    [[nodiscard]] std::optional<Time> at(double clock);
    [[nodiscard]] static std::string isoDate(std::int64_t day);

private:
    [[nodiscard]] std::int64_t offsetAt(std::int64_t seconds) const;

    QTimeZone m_zone;
    std::unordered_map<std::int64_t, std::optional<std::int64_t>> m_offsets; ///< by day in UTC; none: it changes
};

} // namespace arbscope
