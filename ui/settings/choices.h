// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>

/// Choices that a person makes and that the settings keep by name.
namespace arbscope {
Q_NAMESPACE

enum class ColorScheme { System, Light, Dark };
Q_ENUM_NS(ColorScheme)

enum class TimeZoneKind { Local, Utc, Named };
Q_ENUM_NS(TimeZoneKind)

enum class TimeStyle {
    DateTime, ///< 2021-03-01 12:00:00.123
    Iso8601, ///< 2021-03-01T12:00:00.123+01:00
    Epoch, ///< 1614596400.123456, as stored
    Age, ///< 2 h 05 min: how long ago
    SincePrevious, ///< +1.250 s, in the list's clock column; elsewhere as DateTime
};
Q_ENUM_NS(TimeStyle)

/// What a store is to its owner: a word and a colour, always shown together.
enum class StoreMark { None, Production, Staging, Testing, Development, Personal };
Q_ENUM_NS(StoreMark)

/// Where the password of a saved connection comes from.
enum class PasswordKeeping {
    None, ///< it has none
    Ask, ///< asked for once in every run of the program
    Keychain, ///< kept in the system's keychain
};
Q_ENUM_NS(PasswordKeeping)

} // namespace arbscope
