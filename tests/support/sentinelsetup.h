// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/redisnode.h"

#include <vector>

namespace arbscope::test {

/// A master, two replicas, and three sentinels that watch over it by the name "desk", all real, on 127.0.0.1. They take
/// a server for lost after a second.
class SentinelSetup
{
public:
    /// `password`: of the servers; the sentinels have none.
    explicit SentinelSetup(const QByteArray &password = {});

    [[nodiscard]] RedisUrl url() const; ///< redis-sentinel:// with the sentinels, of database 0
    [[nodiscard]] RedisNodeProcess &server(int index) { return m_servers[std::size_t(index)]; } ///< 0: the first master
    [[nodiscard]] RedisNodeProcess &sentinel(int index) { return m_sentinels[std::size_t(index)]; }
    [[nodiscard]] int master(); ///< that the sentinels name now
    void waitForMasterOtherThan(int index); ///< named by all sentinels alive, and answering as one
    void waitForReplicas(); ///< all that live have what the master has

private:
    [[nodiscard]] QByteArray cli(int index, const QByteArrayList &command);

    QByteArray m_password;
    std::vector<RedisNodeProcess> m_servers;
    std::vector<RedisNodeProcess> m_sentinels;
};

} // namespace arbscope::test
