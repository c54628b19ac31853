// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/watchdog.h"

#include <QElapsedTimer>
#include <QObject>

namespace arbscope {

/// --report-gaps: what the bench reads. One JSON line on standard output when the first trades stand on the screen, one
/// when the program ends.
class GapReport final : public QObject
{
    Q_OBJECT
public:
    /// `sinceStart` runs since main().
    explicit GapReport(const QElapsedTimer &sinceStart, QObject *parent = nullptr);
    void firstRows();
    void finish();

private:
    QElapsedTimer m_sinceStart;
    Watchdog m_watchdog;
    double m_firstRowsMs = -1;
};

} // namespace arbscope
