// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"
#include "core/redis/supervisedprocess.h"

#include <QString>

#include <chrono>
#include <stop_token>

namespace arbscope {

struct SshTunnelOptions
{
    QString destination; ///< [user@]host[:port], an alias of ssh's configuration, or ssh://[user@]host[:port]
    QString configFile; ///< instead of the user's and the system's ssh_config; empty: those
    std::chrono::milliseconds timeout{30000}; ///< until the store answers through it: names, jump hosts, authentication
    ConnectionOptions session{}; ///< certificates, for a store that speaks TLS; nothing else of it matters
};

/// A way to a store through the system's own ssh, with its configuration, agent, known hosts and jump hosts. ssh is
/// never able to ask for anything: what needs a passphrase has to be in the agent. It ends with this object, and also
/// when this process crashes or is killed.
class SshTunnel
{
public:
    /// Waits until the store answers at the other end, whatever it answers. `store` is its address as seen from the
    /// host at the far end: one server by host and port, or by a socket there. TLS to the store goes through the
    /// tunnel, and its certificate has to be the store's own. Errors: Unreachable and Refused with ssh's own words,
    /// TimedOut, Cancelled, Usage for a wrong destination.
    [[nodiscard]] static Result<SshTunnel> open(const RedisUrl &store, const SshTunnelOptions &options,
                                                std::stop_token stop = {});

    [[nodiscard]] const RedisUrl &url() const
    {
        return m_url;
    } ///< a unix socket at the near end; names the store as it does at the far end
    [[nodiscard]] bool isAlive() const; ///< ssh runs; whether the network carries it is for a session to find out
    [[nodiscard]] QString words() const; ///< the last lines that ssh has said; may be empty
    /// The same as an error's detail, "ssh: …"; `otherwise` where it has said nothing.
    [[nodiscard]] QString detail(const QString &otherwise) const;
    [[nodiscard]] qint64 processId() const; ///< of ssh
    void close();

private:
    SshTunnel(SupervisedProcess process, RedisUrl url);
    [[nodiscard]] Result<void> waitUntilReady(const SshTunnelOptions &options, const std::stop_token &stop) const;

    SupervisedProcess m_process;
    RedisUrl m_url;
};

} // namespace arbscope
