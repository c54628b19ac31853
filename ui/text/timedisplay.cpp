// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timedisplay.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace arbscope {

TimeDisplay::TimeDisplay(const TimeFormat &format)
    : m_format(format)
{
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &TimeDisplay::aged);
    setTick();
}

void TimeDisplay::setTick()
{
    if (m_format.style == TimeStyle::Age)
        m_tick.start();
    else
        m_tick.stop();
}

void TimeDisplay::setFormat(const TimeFormat &format)
{
    if (format == m_format)
        return;
    const TimeFormat before = std::exchange(m_format, format);
    setTick();
    if (before.zone != format.zone)
        emit zoneChanged();
    emit changed();
}

} // namespace arbscope
