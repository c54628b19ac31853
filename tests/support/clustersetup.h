// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/redisnode.h"

#include <vector>

namespace arbscope::test {

/// A Redis Cluster of real servers on 127.0.0.1: three masters with a third of the slots each, the next three their
/// replicas, in the same order. It notices a lost server after two seconds.
class ClusterSetup
{
public:
    static constexpr int Masters = 3;

    explicit ClusterSetup(bool replicas = true);

    [[nodiscard]] RedisUrl url() const; ///< redis-cluster:// with all of them
    [[nodiscard]] RedisNodeProcess &node(int index) { return m_nodes[std::size_t(index)]; }
    [[nodiscard]] int count() const { return int(m_nodes.size()); }
    [[nodiscard]] int ownerOf(int slot) const; ///< the master that served the slot when it was last moved
    [[nodiscard]] QByteArray idOf(int index) const; ///< its name in the cluster
    void clear(); ///< no keys anywhere

    /// The slot is on its way from now on: its owner answers ASK for keys that it does not have.
    void beginMove(int slot, int to);
    /// Moves that many of the slot's keys; the number that went.
    int moveKeys(int slot, int to, int atMost);
    /// The other one serves the slot.
    void endMove(int slot, int to);
    void moveSlot(int slot, int to); ///< all of it, keys and all

private:
    std::vector<RedisNodeProcess> m_nodes;
    std::vector<QByteArray> m_ids;
    std::vector<int> m_owners; ///< for each slot
};

} // namespace arbscope::test
