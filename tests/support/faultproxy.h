// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/redisurl.h"
#include "core/redis/respcommand.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

namespace arbscope::test {

/// What becomes of one connection through a FaultProxy.
struct ProxyFault
{
    enum class Kind {
        None,
        Hold, ///< nothing passes any more, and nobody hangs up
        Cut, ///< an orderly end
        Reset, ///< an end with a reset
        CutRequest, ///< Reset, where what the client sends is counted in place of the answers
        Replace, ///< `bytes` come in place of the answers, then nothing
        ByteByByte, ///< each byte of the answers a packet of its own
        Delay, ///< each piece of the answers comes `pause` later
        Stall, ///< each second piece does
    };
    Kind kind = Kind::None;
    qint64 after = 0; ///< bytes of the answers that pass before it (the first five kinds)
    QByteArray bytes{};
    std::chrono::milliseconds pause{0};
};

/// Stands between ArbScope and a real redis-server, on a port of 127.0.0.1, and does what networks and servers do.
/// Thread-safe. At its end it logs how many connections it has done something to (arbscope.test.faults, an info; for
/// tests/count-faults).
class FaultProxy
{
public:
    explicit FaultProxy(const RedisUrl &upstream);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    [[nodiscard]] RedisUrl url() const; ///< of the upstream, but for its place; TLS passes through
    void setUpstream(const RedisUrl &upstream); ///< for connections from now on
    /// Of each of the next `connections`, all by default; those after them have none.
    void setFault(const ProxyFault &fault, int connections = -1);
    void resetAll(); ///< ends the connections that there are with a reset
    void holdAll(); ///< no answer passes on those that there are any more, and nobody hangs up
    /// What is sent to the server in place of each command, for connections from now on. Not through TLS.
    void setTranslation(std::function<CommandArgs(CommandArgs)> translate);

    [[nodiscard]] int connections() const; ///< so far
    [[nodiscard]] int running() const; ///< that have not ended
    /// Bytes that have passed on the connection made last.
    [[nodiscard]] qint64 answered() const;
    [[nodiscard]] qint64 asked() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// A command that a server answers with this error: "ERR syntax error".
[[nodiscard]] CommandArgs commandThatFails(const QByteArray &error);

} // namespace arbscope::test
