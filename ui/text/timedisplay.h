// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/timeformat.h"

#include <QObject>
#include <QTimer>

namespace arbscope {

/// How a window shows times: one for all of its parts. Each of them asks it when it writes a time, and listens to it.
class TimeDisplay final : public QObject
{
    Q_OBJECT
public:
    explicit TimeDisplay(const TimeFormat &format = {});

    [[nodiscard]] const TimeFormat &format() const { return m_format; }
    [[nodiscard]] const QTimeZone &zone() const { return m_format.zone; } ///< times are read in it, too
    void setFormat(const TimeFormat &format);

signals:
    void zoneChanged(); ///< before changed(): days begin at other times
    void changed(); ///< format() is another one
    void aged(); ///< each second while ages are shown: the same times have other texts

private:
    void setTick();

    TimeFormat m_format;
    QTimer m_tick;
};

} // namespace arbscope
