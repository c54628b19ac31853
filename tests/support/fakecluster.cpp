// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakecluster.h"

#include "core/redis/clusterslots.h"

#include <utility>

namespace arbscope::test {

FakeCluster::FakeCluster(Answers first, Answers second)
    : m_answers{std::move(first), std::move(second)}
    , m_servers{std::make_unique<FakeRedisServer>([this](FakeClient &client) { serve(0, client); }),
                std::make_unique<FakeRedisServer>([this](FakeClient &client) { serve(1, client); })}
{ }

FakeCluster::~FakeCluster()
{
    for (auto &server : m_servers)
        server.reset(); // before what they use
}

QByteArray FakeCluster::portOf(int server) const
{
    return QByteArray::number(m_servers[std::size_t(server)]->url().endpoints.front().port);
}

QByteArray FakeCluster::redirect(const char *kind, const QByteArray &key, int to) const
{
    return '-' + QByteArray(kind) + ' ' + QByteArray::number(slotOf(key)) + " 127.0.0.1:" + portOf(to) + "\r\n";
}

QByteArrayList FakeCluster::asked(int server)
{
    const std::lock_guard lock(m_mutex);
    return m_asked[std::size_t(server)];
}

Result<RedisSession> FakeCluster::open(std::chrono::milliseconds failover) const
{
    RedisUrl url;
    url.topology = RedisTopology::Cluster;
    for (const auto &server : m_servers)
        url.endpoints.push_back(server->url().endpoints.front());
    return RedisSession::open(url, {.writable = true, .failoverTimeout = failover});
}

void FakeCluster::serve(int index, FakeClient &client)
{
    while (const auto command = client.nextCommand()) {
        if (command->front() == "CLUSTER" && command->back() == "SLOTS") {
            client.send("*2\r\n*3\r\n:0\r\n:8191\r\n*2\r\n$9\r\n127.0.0.1\r\n:" + portOf(0)
                        + "\r\n*3\r\n:8192\r\n:16383\r\n*2\r\n$9\r\n127.0.0.1\r\n:" + portOf(1) + "\r\n");
            continue;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_asked[std::size_t(index)] += QByteArrayList(command->begin(), command->end()).join(' ');
        }
        const auto answer = m_answers[std::size_t(index)](*command);
        if (!answer)
            return client.hold();
        if (answer->isEmpty())
            return;
        client.send(*answer);
    }
}

} // namespace arbscope::test
