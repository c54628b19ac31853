// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"
#include "core/redis/redisurl.h"

namespace arbscope {

/// A store and how to reach it: what the connect dialog answers and a session opens.
struct StoreTarget
{
    RedisUrl url;
    ConnectionOptions options;
    bool operator==(const StoreTarget &) const = default;
};

} // namespace arbscope
