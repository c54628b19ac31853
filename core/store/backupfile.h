// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/privateserver.h"
#include "core/store/tradeimport.h"

#include <QString>

#include <functional>
#include <stop_token>
#include <vector>

namespace arbscope {

enum class BackupKind {
    Rdb, ///< a Redis dump
    JsonLines, ///< a report a line, as an export
};

/// A file opened as a store of its own: its content in a private server that lives as long as this object and lets
/// nobody write. The file itself is only read, and not needed any more once it is open.
class BackupFile
{
public:
    /// What the file is, by its first bytes. Error Usage, in words, for what cannot be opened: no such file, empty,
    /// compressed, CSV, an append-only file, …
    [[nodiscard]] static Result<BackupKind> kindOf(const QString &path);
    /// `onProgress(done, total)`: bytes of the file. Errors: Usage, in words, when the file is damaged, of a newer
    /// format than the installed redis-server reads, or without a single report; Unreachable without redis-server;
    /// Cancelled.
    [[nodiscard]] static Result<BackupFile> open(const QString &path,
                                                 const std::function<void(qint64, qint64)> &onProgress = {},
                                                 std::stop_token stop = {});

    [[nodiscard]] BackupKind kind() const { return m_kind; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] RedisUrl url() const; ///< of the private store, its first database that holds reports
    /// Databases that hold reports, ascending; a JSON-lines file has 0 only.
    [[nodiscard]] const std::vector<int> &databases() const { return m_databases; }
    /// What became of the lines of a JSON-lines file; nothing but zeros for an RDB file.
    [[nodiscard]] const ImportResult &lines() const { return m_lines; }
    /// The lines that are not in the store, the first 1,000 of them.
    [[nodiscard]] const std::vector<ImportProblem> &problems() const { return m_problems; }

private:
    BackupFile(BackupKind kind, QString path, PrivateServer server);

    BackupKind m_kind;
    QString m_path;
    PrivateServer m_server;
    std::vector<int> m_databases;
    ImportResult m_lines;
    std::vector<ImportProblem> m_problems;
};

} // namespace arbscope
