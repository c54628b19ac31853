// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"

#include <QString>

namespace arbscope {

/// Exit statuses of contract §6.
enum class ExitStatus {
    Done = 0,
    FoundWrong = 1, ///< done, but something was refused or found wrong
    Usage = 2,
    StoreFailed = 3,
    FileFailed = 4,
    Interrupted = 130,
};

/// Ends a command early: thrown by commands and the option readers, caught in main only.
struct CommandFailure
{
    ExitStatus status = ExitStatus::Usage;
    QString message;

    [[nodiscard]] static CommandFailure usage(const QString &message) { return {ExitStatus::Usage, message}; }
    [[nodiscard]] static CommandFailure file(const QString &message) { return {ExitStatus::FileFailed, message}; }
    [[nodiscard]] static CommandFailure store(const RedisError &error);
};

/// The value, or the failure of the store as an exit status.
template <class T> T required(Result<T> result)
{
    if (!result) {
        throw CommandFailure::store(result.error());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

} // namespace arbscope
