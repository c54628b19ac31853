// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clustersetup.h"

#include "core/redis/clusterslots.h"

#include <algorithm>

namespace arbscope::test {

namespace {

const QByteArrayList &configuration()
{
    static const QByteArrayList lines{
        "cluster-enabled yes",        "cluster-config-file nodes.conf",    "cluster-port {bus}",
        "cluster-node-timeout 2000",  "cluster-replica-validity-factor 0", "cluster-allow-replica-migration no",
        "repl-diskless-sync-delay 0", "repl-ping-replica-period 1"};
    return lines;
}

void mustBeOk(const QByteArray &answer)
{
    if (!answer.startsWith("OK"))
        qFatal("the cluster said: %s", answer.constData());
}

} // namespace

ClusterSetup::ClusterSetup(bool replicas)
    : m_owners(ClusterSlots)
{
    const int servers = replicas ? 2 * Masters : Masters;
    for (int i = 0; i < servers; ++i) {
        m_nodes.push_back(RedisNodeProcess::start(configuration()));
        m_ids.push_back(m_nodes.back().cli({"CLUSTER", "MYID"}));
        mustBeOk(m_nodes.back().cli({"CLUSTER", "SET-CONFIG-EPOCH", QByteArray::number(i + 1)}));
    }
    for (int i = 0; i < Masters; ++i) {
        const int from = ClusterSlots * i / Masters;
        const int to = ClusterSlots * (i + 1) / Masters - 1;
        mustBeOk(node(i).cli({"CLUSTER", "ADDSLOTSRANGE", QByteArray::number(from), QByteArray::number(to)}));
        std::fill(m_owners.begin() + from, m_owners.begin() + to + 1, i);
    }
    for (int i = 1; i < servers; ++i)
        mustBeOk(node(0).cli({"CLUSTER", "MEET", "127.0.0.1", QByteArray::number(node(i).address().port),
                              QByteArray::number(node(i).busPort())}));
    const auto all = [this, servers](const QByteArray &expected) {
        return [this, servers, expected] {
            return std::ranges::all_of(m_nodes, [&](const RedisNodeProcess &node) {
                const QByteArray info = node.cli({"CLUSTER", "INFO"});
                return info.contains(expected)
                    && info.contains(QByteArray("cluster_known_nodes:" + QByteArray::number(servers)));
            });
        };
    };
    waitUntil("a cluster", all("cluster_state:ok"));
    for (int i = Masters; i < servers; ++i)
        mustBeOk(node(i).cli({"CLUSTER", "REPLICATE", idOf(i - Masters)}));
    for (int i = Masters; i < servers; ++i)
        waitUntil("a replica", [&] { return node(i).info("master_link_status") == "up"; });
    waitUntil("a cluster that knows its replicas", [&] {
        return std::ranges::all_of(m_nodes, [&](const RedisNodeProcess &node) {
            return node.cli({"CLUSTER", "NODES"}).count("slave ") == servers - Masters;
        });
    });
}

RedisUrl ClusterSetup::url() const
{
    RedisUrl url;
    url.topology = RedisTopology::Cluster;
    for (const RedisNodeProcess &node : m_nodes)
        url.endpoints.push_back(node.address());
    return url;
}

int ClusterSetup::ownerOf(int slot) const
{
    return m_owners[std::size_t(slot)];
}

QByteArray ClusterSetup::idOf(int index) const
{
    return m_ids[std::size_t(index)];
}

void ClusterSetup::clear()
{
    for (int i = 0; i < Masters; ++i)
        mustBeOk(node(i).cli({"FLUSHALL"}));
}

void ClusterSetup::beginMove(int slot, int to)
{
    const QByteArray number = QByteArray::number(slot);
    const int from = ownerOf(slot);
    mustBeOk(node(to).cli({"CLUSTER", "SETSLOT", number, "IMPORTING", idOf(from)}));
    mustBeOk(node(from).cli({"CLUSTER", "SETSLOT", number, "MIGRATING", idOf(to)}));
}

int ClusterSetup::moveKeys(int slot, int to, int atMost)
{
    const RedisNodeProcess &from = node(ownerOf(slot));
    const QByteArray keys
        = from.cli({"CLUSTER", "GETKEYSINSLOT", QByteArray::number(slot), QByteArray::number(atMost)});
    if (keys.isEmpty())
        return 0;
    QByteArrayList command{"MIGRATE", "127.0.0.1", QByteArray::number(node(to).address().port), "", "0",
                           "30000",   "KEYS"};
    command += keys.split('\n');
    mustBeOk(from.cli(command));
    return int(keys.split('\n').size());
}

void ClusterSetup::endMove(int slot, int to)
{
    const QByteArray number = QByteArray::number(slot);
    const int from = ownerOf(slot);
    mustBeOk(node(to).cli({"CLUSTER", "SETSLOT", number, "NODE", idOf(to)}));
    mustBeOk(node(from).cli({"CLUSTER", "SETSLOT", number, "NODE", idOf(to)}));
    m_owners[std::size_t(slot)] = to;
}

void ClusterSetup::moveSlot(int slot, int to)
{
    beginMove(slot, to);
    while (moveKeys(slot, to, 100) > 0) { }
    endMove(slot, to);
}

} // namespace arbscope::test
