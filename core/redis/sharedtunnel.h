// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/sshtunnel.h"

#include <memory>
#include <stop_token>

namespace arbscope {

/// One tunnel for all connections of this program to the same store through the same SSH host: opened for the first of
/// them, ended with the last. One that has died is replaced for the next who asks. Threads that ask at the same time
/// wait for the one that opens it; each tries for itself when that one fails. Errors as SshTunnel::open().
[[nodiscard]] Result<std::shared_ptr<SshTunnel>> sharedTunnel(const RedisUrl &store, const SshTunnelOptions &options,
                                                              std::stop_token stop = {});

} // namespace arbscope
