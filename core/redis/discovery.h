// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/clusterslots.h"

#include <chrono>
#include <stop_token>
#include <vector>

namespace arbscope {

/// Finds out which servers hold a store: asks the sentinels of its URL, or the cluster's servers, in turn, over
/// connections of its own. Those that did not answer are asked last the next time, and the one that did after its
/// peers, since what it knows may be old.
///
/// A sentinel is spoken to without user and password; one that asks for them gets the URL's.
class Discovery
{
public:
    Discovery(RedisUrl url, ConnectionOptions options);

    /// The first answer that makes sense. Errors: Usage when no sentinel knows the master's name, or a server is no
    /// cluster's; otherwise why the last one could not be asked.
    [[nodiscard]] Result<ShardMap> run(std::chrono::milliseconds atMost, const std::stop_token &stop);

private:
    [[nodiscard]] Result<ShardMap> ask(const RedisEndpoint &address, std::chrono::milliseconds atMost,
                                       const std::stop_token &stop) const;
    [[nodiscard]] Result<ShardMap> askSentinel(RedisConnection &sentinel, const std::stop_token &stop) const;
    [[nodiscard]] Result<ShardMap> askClusterServer(RedisConnection &server, const RedisEndpoint &address,
                                                    const std::stop_token &stop) const;
    void setCandidates(const ShardMap &map);

    struct Candidate
    {
        RedisEndpoint address;
        bool answered = true; ///< the last time
    };
    RedisUrl m_url;
    ConnectionOptions m_options;
    std::vector<Candidate> m_candidates; ///< in the order in which they are asked
};

} // namespace arbscope
