// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/newtrade.h"
#include "core/store/reportstore.h"

#include <span>
#include <stop_token>

namespace arbscope {

/// Stores trades append-only, hash and index at once, some hundreds in one transaction: WATCH the keys, ask which order
/// ids stand already, then MULTI HSET ZADD EXEC for the others. When another client touched a key in between, EXEC does
/// nothing and the batch is tried again in smaller parts, so that nothing is ever overwritten and no reader sees half.
/// In a cluster: writeTradesApart() (core/store/clusterwriter.h). Never retried after the connection ended: what had
/// been sent by then is Unsure.
[[nodiscard]] CreateManyResult writeTrades(RedisSession &connection, std::span<const NewTrade> trades,
                                           std::stop_token stop = {});

} // namespace arbscope
