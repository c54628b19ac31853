// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace arbscope::test {

[[nodiscard]] bool runs(qint64 processId);

/// Starts a holder beside the tests, which holds a process and its directory and prints both ("PID DIRECTORY"), kills
/// it, and fails the test unless what it held then goes by itself.
void endsWithItsHolder(const QString &program, const QStringList &arguments = {});

} // namespace arbscope::test
