// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"
#include "core/redis/respcommand.h"

namespace arbscope {

/// Whether ArbScope may send this command at all: the one list of every command that it ever sends.
/// Error ReadOnly for a writing command in a session that is not writable, Usage for one that is not on the list
/// (KEYS, HGETALL, EVAL, MONITOR, FLUSHALL … are never sent).
[[nodiscard]] Result<void> checkAllowed(const CommandArgs &command, bool writable);

/// The key that an allowed command is about (of several the first); none where it has none.
[[nodiscard]] const QByteArray *keyOf(const CommandArgs &command);
/// Whether an allowed command may change the store.
[[nodiscard]] bool isWrite(const CommandArgs &command);

} // namespace arbscope
