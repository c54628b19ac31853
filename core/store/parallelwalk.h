// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/walk.h"

#include <QDeadlineTimer>

#include <functional>
#include <stop_token>

namespace arbscope {

/// Walks on the calling thread and hands each page to `take` on another one, some pages ahead of it: fetching and
/// decoding at the same time. `take` false ends the walk; that is no error. `onProgress(done, total)` runs on the
/// calling thread. When this returns, `take` has returned for the last time.
[[nodiscard]] Result<void> walkInParallel(TradeWalk &walk, const std::function<bool(const WalkPage &)> &take,
                                          const std::function<void(qint64, qint64)> &onProgress,
                                          const std::stop_token &stop);

/// The same for one page at least, and until `deadline`; what has been fetched by then is taken. True when the walk has
/// come to its end, false when another call may go on, or `take` has ended it.
[[nodiscard]] Result<bool> walkInParallelUntil(const QDeadlineTimer &deadline, TradeWalk &walk,
                                               const std::function<bool(const WalkPage &)> &take,
                                               const std::stop_token &stop);

} // namespace arbscope
