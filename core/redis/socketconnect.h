// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/filedescriptor.h"
#include "core/redis/rediserror.h"
#include "core/redis/redisurl.h"
#include "core/redis/wait.h"

namespace arbscope {

// Connecting by hand: QAbstractSocket closes the socket when a wait for the connection times out, so it cannot wait in
// slices, and its look-up of the name cannot be cancelled.

/// A connected TCP socket: the host's addresses are tried in turn, each with its share of the time.
/// Errors: Refused, Unreachable, TimedOut, Cancelled.
[[nodiscard]] Result<FileDescriptor> connectTcp(const RedisEndpoint &endpoint, Wait &wait);
/// A connected unix socket. Errors as above.
[[nodiscard]] Result<FileDescriptor> connectUnix(const QString &path, Wait &wait);

} // namespace arbscope
