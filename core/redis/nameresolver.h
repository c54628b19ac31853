// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"
#include "core/redis/redisurl.h"
#include "core/redis/wait.h"

#include <sys/socket.h>

#include <vector>

namespace arbscope {

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t size = 0;
};

/// The addresses of a host, at least one. Errors: Unreachable (no such host), TimedOut, Cancelled.
[[nodiscard]] Result<std::vector<SocketAddress>> resolve(const RedisEndpoint &endpoint, const Wait &wait);

} // namespace arbscope
