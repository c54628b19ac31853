// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"

namespace arbscope::test {

/// Fails the test unless a session can be opened and used without a word of warning on a thread of the standard
/// library and in a pool's, neither of which has an event loop.
void worksInThreads(const RedisUrl &url, const ConnectionOptions &options = {});

} // namespace arbscope::test
