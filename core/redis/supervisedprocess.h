// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/filedescriptor.h"
#include "core/redis/rediserror.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

#include <sys/types.h>

namespace arbscope {

/// A program that runs for us, with a fresh directory (0700) of its own: both end with this object, and also when this
/// process crashes or is killed. It has no terminal, reads nothing, and what it prints goes to a file in the directory.
/// May be moved to, and ended by, another thread than the one that started it.
class SupervisedProcess
{
public:
    /// Makes the directory; nothing runs yet. Its path leaves room for a unix socket (107 bytes in all). Error
    /// Unreachable.
    [[nodiscard]] static Result<SupervisedProcess> prepare();
    ~SupervisedProcess();
    SupervisedProcess(SupervisedProcess &&) noexcept;
    SupervisedProcess &operator=(SupervisedProcess &&) noexcept;

    /// Starts the program (its path) with these arguments; once. Error Unreachable.
    [[nodiscard]] Result<void> start(const QString &program, const QStringList &arguments);

    [[nodiscard]] QString directory() const; ///< empty after stop()
    [[nodiscard]] QString filePath(const QString &name) const; ///< of a file in the directory
    [[nodiscard]] qint64 processId() const; ///< 0 before start(); kept after the end
    [[nodiscard]] bool hasEnded(int milliseconds = 0) const; ///< waits for the end that long
    [[nodiscard]] QString output(qsizetype lines = 5) const; ///< the last lines that it printed
    void stop(); ///< ends it (SIGKILL) and removes the directory; again does nothing

private:
    explicit SupervisedProcess(std::unique_ptr<QTemporaryDir> directory);
    [[nodiscard]] Result<void> readProcessId();

    std::unique_ptr<QTemporaryDir> m_directory;
    FileDescriptor m_lifeline; ///< the supervisor's standard input
    FileDescriptor m_output; ///< its standard output
    pid_t m_supervisor = 0;
    qint64 m_processId = 0;
};

} // namespace arbscope
