// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace arbscope {

/// Which keys.
struct KeyScan
{
    QByteArray pattern; ///< of SCAN … MATCH
    QByteArray type; ///< "hash", "zset"
};

/// SCAN over all servers of a store at the same time, a batch of keys from each at once. Every key that stands there
/// from beginning to end comes at least once, also when it is moved to another server meanwhile, and when another one
/// takes over from a lost server. `visit` runs between two batches, so that it may use the session; false ends the
/// scan, an error too.
[[nodiscard]] Result<void> scanKeys(RedisSession &session, const KeyScan &what,
                                    const std::function<Result<bool>(std::vector<QByteArray> &&keys)> &visit,
                                    const std::stop_token &stop);

} // namespace arbscope
