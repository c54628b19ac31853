// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/newtrade.h"
#include "core/store/reportstore.h"

#include <span>
#include <stop_token>

namespace arbscope {

/// writeTrades() for a cluster, where a trading server's two keys belong to different servers and no transaction holds
/// both: HSETNX decides whether a trade is stored by us, and when that is certain ZADD follows, some hundreds of them
/// under way at once. So no reader sees an index entry whose report is absent, and nothing is overwritten. A trade is
/// Unsure when an answer did not come, or its index entry could not be made: `check --repair` finds it then.
[[nodiscard]] CreateManyResult writeTradesApart(RedisSession &session, std::span<const NewTrade> trades,
                                                const std::stop_token &stop);

} // namespace arbscope
