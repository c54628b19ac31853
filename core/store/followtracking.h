// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"

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
    /// Sets it up on the session's connection to the server that holds the key, with a second one of the same kind.
    /// None where the server does not know tracking, or does not let this user.
    [[nodiscard]] static Result<std::optional<KeyTracking>> start(RedisSession &session, const QByteArray &key,
                                                                  const std::stop_token &stop);
    /// Whether the session still reads the key over the connection that this was set up on; else start anew.
    [[nodiscard]] Result<bool> isCurrent(RedisSession &session, const std::stop_token &stop) const;

    /// Waits until the key may have changed, at most that long; takes all that has been told by then. Whether it did.
    [[nodiscard]] Result<bool> wait(std::chrono::milliseconds atMost, const std::stop_token &stop);

private:
    KeyTracking(RedisConnection subscriber, RedisNode node, QByteArray key);

    RedisConnection m_subscriber;
    RedisNode m_node;
    QByteArray m_key;
};

} // namespace arbscope
