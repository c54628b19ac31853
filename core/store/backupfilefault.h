// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace arbscope {

struct ImportProblem;

// Why a file cannot be opened as a store, in words.

/// Error Usage: the file's name, and why.
[[nodiscard]] RedisError fileFault(const QString &path, const QString &why);
/// By the first bytes of a file; empty when it looks like an RDB file or JSON lines.
[[nodiscard]] QString whyNotABackup(const QByteArray &head);
/// What redis-server, which ended while it loaded the file, has against it, out of its log. Errors that are not of the
/// file's making come back as they are.
[[nodiscard]] RedisError rdbFault(const QString &path, RedisError error);
/// For JSON lines of which not one was a report.
[[nodiscard]] QString noReportIn(const std::vector<ImportProblem> &problems);

} // namespace arbscope
