// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"

#include <QByteArray>

#include <chrono>
#include <optional>
#include <stop_token>

namespace arbscope {

/// Lets the server tell when a key changes: client tracking for all keys that begin like it, redirected to a second
/// connection that is subscribed to them (RESP2).
class KeyTracking
{
public:
    /// Sets it up on `connection`, with a second one of the same kind. None where the server does not know tracking, or
    /// does not let this user.
    [[nodiscard]] static Result<std::optional<KeyTracking>> start(RedisConnection &connection,
                                                                  const ConnectionOptions &options,
                                                                  const QByteArray &key, const std::stop_token &stop);

    /// Waits until the key may have changed, at most that long; takes all that has been told by then. Whether it did.
    [[nodiscard]] Result<bool> wait(std::chrono::milliseconds atMost, const std::stop_token &stop);

private:
    KeyTracking(RedisConnection subscriber, QByteArray key);

    RedisConnection m_subscriber;
    QByteArray m_key;
};

} // namespace arbscope
