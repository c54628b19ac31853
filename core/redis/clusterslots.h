// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"

#include <QByteArrayView>

#include <bitset>
#include <optional>
#include <vector>

namespace arbscope {

constexpr int ClusterSlots = 16384;

/// The slot of a cluster that a key belongs to, 0 to 16383: CRC16 (XMODEM) of the key, or of what stands between its
/// first { and the next } where that is not nothing. Source: https://redis.io/docs/reference/cluster-spec
[[nodiscard]] int slotOf(QByteArrayView key);

/// Servers that hold the same keys.
struct Shard
{
    RedisEndpoint master{};
    std::vector<RedisEndpoint> replicas{};
};

/// Which servers hold which keys.
class ShardMap
{
public:
    ShardMap() = default;
    explicit ShardMap(Shard shard); ///< that holds them all
    /// The answer to CLUSTER SLOTS of the server that was reached at `asked`, which is meant where no host is told.
    /// Error Protocol.
    [[nodiscard]] static Result<ShardMap> fromClusterSlots(const RedisReply &reply, const RedisEndpoint &asked,
                                                           const std::vector<AddressMapping> &addresses);

    [[nodiscard]] const std::vector<Shard> &shards() const { return m_shards; }
    [[nodiscard]] const Shard *shardOf(int slot) const; ///< none: nobody serves it
    [[nodiscard]] bool isServing(const Shard &shard) const; ///< has any slot
    void move(int slot, const RedisEndpoint &master); ///< what a server knows better

private:
    [[nodiscard]] std::size_t shardAt(const RedisEndpoint &master);

    std::vector<Shard> m_shards;
    std::vector<int> m_slots = std::vector<int>(ClusterSlots, -1); ///< index into m_shards
};

/// What a cluster's server says of a key that it does not serve.
struct Redirect
{
    enum class Kind {
        Moved, ///< the other one serves it, from now on
        Ask, ///< the other one may have it, this once
    };
    Kind kind = Kind::Moved;
    int slot = 0;
    RedisEndpoint to{};
};
/// Of the error reply of the server reached at `from`; none when it is another error.
[[nodiscard]] std::optional<Redirect> redirectIn(QByteArrayView error, const RedisEndpoint &from,
                                                 const std::vector<AddressMapping> &addresses);

/// A server's own slots.
struct OwnSlots
{
    std::bitset<ClusterSlots> served;
    std::bitset<ClusterSlots> importing; ///< their keys are coming, one by one
    std::vector<RedisEndpoint> goingTo; ///< servers that keys are going to, one by one
};
/// From the server's answer to CLUSTER NODES; none when it tells nothing of itself.
[[nodiscard]] std::optional<OwnSlots> ownSlotsIn(const QByteArray &clusterNodes,
                                                 const std::vector<AddressMapping> &addresses);

/// The address as it is reached from here.
[[nodiscard]] RedisEndpoint mapped(const RedisEndpoint &address, const std::vector<AddressMapping> &addresses);

} // namespace arbscope
