// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"

#include <optional>
#include <vector>

namespace arbscope {

// What a command's reply has to look like. An error reply comes back as its typed error, any other shape as Protocol.

[[nodiscard]] RedisError unexpectedReply(const CommandArgs &command);
/// Anything but an error reply.
[[nodiscard]] Result<void> checkReply(const RedisReply &reply, const CommandArgs &command);
[[nodiscard]] Result<qint64> integerIn(const RedisReply &reply, const CommandArgs &command);
/// An integer, or none for nil.
[[nodiscard]] Result<std::optional<qint64>> rankIn(const RedisReply &reply, const CommandArgs &command);
/// A bulk string, or none for nil.
[[nodiscard]] Result<std::optional<QByteArray>> bulkIn(RedisReply &&reply, const CommandArgs &command);
[[nodiscard]] Result<RedisArray> arrayIn(RedisReply &&reply, const CommandArgs &command);
/// An array of bulk strings, none of them nil.
[[nodiscard]] Result<std::vector<QByteArray>> bulksIn(RedisReply &&reply, const CommandArgs &command);

/// The answer of SCAN or HSCAN; the cursor is "0" at the end.
struct ScanReply
{
    QByteArray cursor;
    std::vector<QByteArray> items;
};
[[nodiscard]] Result<ScanReply> scanIn(RedisReply &&reply, const CommandArgs &command);

} // namespace arbscope
