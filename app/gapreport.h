// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/watchdog.h"

#include <QElapsedTimer>
#include <QObject>

namespace arbscope {

class WindowProbe;

/// --report-gaps: what the bench reads, as JSON lines on standard output. One when the first trades stand on the
/// screen, one of each later painting that shows something new (`at_ms` is the monotonic clock's), one when the program
/// ends, and on SIGUSR1 one of what there was since the last such, and what is shown now.
class GapReport final : public QObject
{
    Q_OBJECT
public:
    /// `sinceStart` runs since main().
    GapReport(const QElapsedTimer &sinceStart, WindowProbe &probe, QObject *parent = nullptr);
    void firstRows();
    void lap();
    void finish();

private:
    void listPainted();

    QElapsedTimer m_sinceStart;
    WindowProbe &m_probe;
    Watchdog m_watchdog;
    double m_firstRowsMs = -1;
    int m_laps = 0;
};

} // namespace arbscope
