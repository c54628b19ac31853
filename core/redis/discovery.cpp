// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/discovery.h"

#include "core/redis/redislog.h"
#include "core/redis/wait.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

using namespace std::chrono_literals;

constexpr auto LeastShare = 200ms; // that a server has to answer, however many there are

std::unexpected<RedisError> unexpectedAnswer(const QByteArray &command)
{
    return std::unexpected(RedisError{.code = RedisErrorCode::Protocol,
                                      .detail = QStringLiteral("an answer of another shape than this command's"),
                                      .command = command});
}

/// A host and a port, both as text, as sentinels write them.
std::optional<RedisEndpoint> endpointOf(const QByteArray &host, const QByteArray &port)
{
    bool ok = false;
    const quint16 number = port.toUShort(&ok);
    if (!ok || number == 0 || host.isEmpty())
        return std::nullopt;
    return RedisEndpoint{.host = QString::fromUtf8(host), .port = number};
}

QByteArray fieldOf(const RedisArray &fields, QByteArrayView name)
{
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
        if (fields[i].bulk() && *fields[i].bulk() == name && fields[i + 1].bulk())
            return *fields[i + 1].bulk();
    }
    return {};
}

bool isUsable(const RedisArray &replica)
{
    const QList<QByteArray> flags = fieldOf(replica, "flags").split(',');
    const bool isDown = flags.contains("s_down") || flags.contains("o_down") || flags.contains("disconnected");
    return flags.contains("slave") && !isDown && fieldOf(replica, "master-link-status") == "ok";
}

} // namespace

Discovery::Discovery(RedisUrl url, ConnectionOptions options)
    : m_url(std::move(url))
    , m_options(std::move(options))
{
    for (const RedisEndpoint &address : m_url.endpoints)
        m_candidates.push_back({.address = address});
}

Result<ShardMap> Discovery::run(std::chrono::milliseconds atMost, const std::stop_token &stop)
{
    const Wait wait(stop, atMost, Wait::Counts::FromStart);
    RedisError error{.code = RedisErrorCode::Unreachable, .detail = m_url.display()};
    bool anyAnswered = false;
    for (std::size_t i = 0; i < m_candidates.size(); ++i) {
        const std::chrono::milliseconds fair = wait.remaining() / static_cast<int>(m_candidates.size() - i);
        const auto share = std::max<std::chrono::milliseconds>(LeastShare, std::min(m_options.connectTimeout, fair));
        auto map = ask(m_candidates[i].address, share, stop);
        if (!map && map.error().code == RedisErrorCode::Cancelled)
            return map;
        m_candidates[i].answered = map.has_value();
        if (map) {
            // What is known of the others stays: those behind it in the row keep their places.
            std::rotate(m_candidates.begin(), m_candidates.begin() + std::ptrdiff_t(i) + 1, m_candidates.end());
            if (m_url.topology == RedisTopology::Cluster)
                setCandidates(*map);
            std::ranges::stable_partition(m_candidates, &Candidate::answered);
            return map;
        }
        qCDebug(redisLog) << "asked in vain" << m_candidates[i].address.host << m_candidates[i].address.port
                          << map.error().message();
        // One that answered, but not what was asked for, says more than one that is not there.
        const bool answers = map.error().code == RedisErrorCode::Usage
            || map.error().code == RedisErrorCode::Authentication || map.error().code == RedisErrorCode::Permission
            || map.error().code == RedisErrorCode::Protected || map.error().code == RedisErrorCode::Tls;
        if (answers || !anyAnswered)
            error = std::move(map.error());
        anyAnswered = anyAnswered || answers;
    }
    return std::unexpected(std::move(error));
}

Result<ShardMap> Discovery::ask(const RedisEndpoint &address, std::chrono::milliseconds atMost,
                                const std::stop_token &stop) const
{
    RedisUrl url = m_url;
    url.topology = RedisTopology::Single;
    url.masterName.clear();
    url.endpoints = {address};
    ConnectionOptions options = m_options;
    options.connectTimeout = atMost;
    options.replyTimeout = std::min(atMost, m_options.replyTimeout);
    if (m_url.topology == RedisTopology::Cluster) {
        auto server = RedisConnection::open(url, options, stop);
        if (!server)
            return std::unexpected(std::move(server.error()));
        return askClusterServer(*server, address, stop);
    }
    url.database = 0;
    RedisUrl anonymous = url;
    anonymous.user.clear();
    anonymous.password.clear();
    auto sentinel = RedisConnection::open(anonymous, options, stop);
    if (!sentinel && sentinel.error().code == RedisErrorCode::Authentication && !url.password.isEmpty())
        sentinel = RedisConnection::open(url, options, stop);
    if (!sentinel)
        return std::unexpected(std::move(sentinel.error()));
    return askSentinel(*sentinel, stop);
}

Result<ShardMap> Discovery::askSentinel(RedisConnection &sentinel, const std::stop_token &stop) const
{
    const QByteArray name = m_url.masterName.toUtf8();
    const CommandArgs which{"SENTINEL", "GET-MASTER-ADDR-BY-NAME", name};
    const auto reply = sentinel.call(which, stop);
    if (!reply && reply.error().code == RedisErrorCode::Server
        && reply.error().detail.startsWith(u"ERR unknown command"))
        return std::unexpected(
            RedisError{.code = RedisErrorCode::Usage,
                       .detail = QStringLiteral("%1 is no sentinel; its address begins with redis:// or rediss://")
                                     .arg(sentinel.url().display()),
                       .command = "SENTINEL"});
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->isNil())
        return std::unexpected(
            RedisError{.code = RedisErrorCode::Usage,
                       .detail = QStringLiteral("the sentinels know no master named %1").arg(m_url.masterName),
                       .command = "SENTINEL"});
    const RedisArray *parts = reply->array();
    if (!parts || parts->size() != 2 || !parts->front().bulk() || !parts->back().bulk())
        return unexpectedAnswer("SENTINEL");
    const auto master = endpointOf(*parts->front().bulk(), *parts->back().bulk());
    if (!master)
        return unexpectedAnswer("SENTINEL");
    Shard shard{.master = mapped(*master, m_options.addressMap)};
    if (!m_options.readFromReplicas || m_options.writable)
        return ShardMap(std::move(shard));
    const auto replicas = sentinel.call({"SENTINEL", "REPLICAS", name}, stop);
    if (!replicas)
        return std::unexpected(replicas.error());
    if (!replicas->array())
        return unexpectedAnswer("SENTINEL");
    for (const RedisReply &item : *replicas->array()) {
        const RedisArray *fields = item.array();
        if (!fields || !isUsable(*fields))
            continue;
        if (const auto address = endpointOf(fieldOf(*fields, "ip"), fieldOf(*fields, "port")))
            shard.replicas.push_back(mapped(*address, m_options.addressMap));
    }
    return ShardMap(std::move(shard));
}

Result<ShardMap> Discovery::askClusterServer(RedisConnection &server, const RedisEndpoint &address,
                                             const std::stop_token &stop) const
{
    const auto reply = server.call({"CLUSTER", "SLOTS"}, stop);
    if (!reply && reply.error().code == RedisErrorCode::Server
        && reply.error().detail.contains(u"cluster support disabled"))
        return std::unexpected(
            RedisError{.code = RedisErrorCode::Usage,
                       .detail = QStringLiteral("%1 is no cluster; its address begins with redis:// or rediss://")
                                     .arg(server.url().display()),
                       .command = "CLUSTER SLOTS"});
    if (!reply)
        return std::unexpected(reply.error());
    auto map = ShardMap::fromClusterSlots(*reply, address, m_options.addressMap);
    if (map && map->shards().empty())
        return std::unexpected(RedisError{.code = RedisErrorCode::Loading,
                                          .detail = QStringLiteral("the cluster has no slots yet"),
                                          .command = "CLUSTER SLOTS"});
    return map;
}

/// The cluster's servers of now, and those of the URL.
void Discovery::setCandidates(const ShardMap &map)
{
    std::vector<RedisEndpoint> now = m_url.endpoints;
    for (const Shard &shard : map.shards()) {
        now.push_back(shard.master);
        now.insert(now.end(), shard.replicas.begin(), shard.replicas.end());
    }
    std::erase_if(m_candidates,
                  [&](const Candidate &candidate) { return std::ranges::find(now, candidate.address) == now.end(); });
    for (const RedisEndpoint &address : now) {
        if (std::ranges::find(m_candidates, address, &Candidate::address) == m_candidates.end())
            m_candidates.push_back({.address = address});
    }
}

} // namespace arbscope
