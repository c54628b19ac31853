// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;

namespace arbscope {

class Settings;
class TimeDisplay;
class WindowActions;
struct TimeFormat;

/// The menus that choose how times are shown, which is kept in the settings.
class TimeFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        TimeDisplay &times;
        Settings &settings;
        WindowActions &actions;
        QMainWindow &window;
    };
    explicit TimeFlow(const Parts &parts);

private:
    void set(const TimeFormat &format);
    void showChoice() const;
    void askForZone();

    Parts m_parts;
};

} // namespace arbscope
