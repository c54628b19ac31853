// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/failure.h"

namespace arbscope {

CommandFailure CommandFailure::store(const RedisError &error)
{
    switch (error.code) {
    case RedisErrorCode::Usage:
        return {ExitStatus::Usage, error.message()};
    case RedisErrorCode::Cancelled:
        return {ExitStatus::Interrupted, QStringLiteral("interrupted")};
    default:
        return {ExitStatus::StoreFailed, error.message()};
    }
}

} // namespace arbscope
