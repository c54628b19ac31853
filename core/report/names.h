// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QTimeZone>

namespace arbscope {

/// "Arb session EX1-EX2 A1-A2 started at YYYY-MM-DD HH:MM:SS"; epoch seconds, truncated, in `zone`.
[[nodiscard]] QString sessionName(const QString &exchange1, const QString &exchange2, const QString &asset1,
                                  const QString &asset2, double startedAt, const QTimeZone &zone);
/// The machine's host name, as the bots' socket.gethostname().
[[nodiscard]] QString localServerName();
/// "trade-export-YYYY-MM-DD.csv" of the day `today`; `suffix` without a dot ("csv", "jsonl").
[[nodiscard]] QString exportFileName(QDate today, const QString &suffix);
/// "Export of N trades in YYYY-MM-DD - YYYY-MM-DD": days of the smallest and the greatest clock, epoch seconds, in
/// `zone`. Clocks that are no day (NaN, infinite, out of QDateTime's range) are shown as their text.
[[nodiscard]] QString exportCaption(qint64 trades, double firstClock, double lastClock, const QTimeZone &zone);

} // namespace arbscope
