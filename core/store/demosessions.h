// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/demorandom.h"

#include <QString>

namespace arbscope {

/// When a trading server trades: in bursts, within sessions that end and start again, with versions that change.
class DemoSessions
{
public:
    struct Tick
    {
        qint64 clock = 0; ///< whole epoch seconds, as the trading framework's clock signal
        qint64 gap = 0; ///< seconds since the tick before
        double sessionStartedAt = 0;
        std::size_t pair = 0; ///< index of the pair that the session trades
        QString version;
        bool sessionStarts = false; ///< first trade of its session
        bool sessionEnds = false; ///< and last
    };

    DemoSessions(quint64 seed, int server, double startClock);
    [[nodiscard]] const Tick &next();
    [[nodiscard]] const Tick &nextAt(double clock);

private:
    const Tick &advance(qint64 gap, bool newSession);

    DemoRandom m_random;
    Tick m_tick;
    int m_release = 0; ///< counts the versions
};

} // namespace arbscope
