// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/redisurl.h"

#include <optional>

namespace arbscope::test {

/// Opens a port of the private server on an address of this machine that is not loopback's, in protected mode, and
/// gives its place there. None: the machine has no such address.
[[nodiscard]] std::optional<RedisUrl> protectedUrl(const RedisUrl &server);

} // namespace arbscope::test
