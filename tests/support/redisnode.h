// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/redisurl.h"
#include "core/redis/supervisedprocess.h"

#include <QByteArrayList>
#include <QStringList>

#include <functional>
#include <optional>

namespace arbscope::test {

/// Waits until it holds; fails the test program, naming `what`, when it does not within a minute.
void waitUntil(const char *what, const std::function<bool()> &holds);

/// A redis-server, or a sentinel, on a TCP port of 127.0.0.1 that was free, ended with this object and with the tests.
class RedisNodeProcess
{
public:
    /// Starts it and waits until it answers. `configuration`: lines of a configuration file, in which {port} and {bus}
    /// stand for the ports that it gets. `sentinel`: as redis-sentinel.
    [[nodiscard]] static RedisNodeProcess start(const QByteArrayList &configuration, bool sentinel = false);

    [[nodiscard]] RedisEndpoint address() const { return m_address; }
    [[nodiscard]] quint16 busPort() const { return quint16(m_address.port + 1); }
    [[nodiscard]] RedisUrl url() const; ///< of it alone
    QByteArray cli(const QByteArrayList &command) const; ///< what redis-cli prints
    /// What stands behind "name:" in INFO; empty without it.
    [[nodiscard]] QByteArray info(const QByteArray &name) const;
    void kill(); ///< SIGKILL, and waits for the end
    void freeze() const; ///< SIGSTOP
    void thaw() const; ///< SIGCONT

private:
    RedisNodeProcess(SupervisedProcess process, RedisEndpoint address);

    SupervisedProcess m_process;
    RedisEndpoint m_address;
};

} // namespace arbscope::test
