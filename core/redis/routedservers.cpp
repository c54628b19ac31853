// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/routedsession.h"

#include "core/redis/allowlist.h"
#include "core/redis/redislog.h"
#include "core/redis/wait.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

// The servers of a RoutedSession: which there are, and the connections to them.

namespace arbscope {

namespace {

using namespace std::chrono_literals;

constexpr auto OpenPause = 100ms; // between two questions to the sentinels for a master that answers
constexpr auto LeastTime = 50ms; // for a connection, however little of a fail-over's time is left

/// Sentinels may still name a master that is none any more.
Result<void> verifyMaster(RedisConnection &connection, const std::stop_token &stop)
{
    const auto role = connection.call({"ROLE"}, stop);
    // A user without the permission has to take the sentinels' word; a server that only copies refuses its writes.
    if (!role)
        return role.error().code == RedisErrorCode::Permission ? Result<void>() : std::unexpected(role.error());
    const RedisArray *parts = role->array();
    if (!parts || parts->empty() || !parts->front().bulk())
        return std::unexpected(RedisError{.code = RedisErrorCode::Protocol, .command = "ROLE"});
    if (*parts->front().bulk() != "master")
        return std::unexpected(
            RedisError{.code = RedisErrorCode::ReadOnly,
                       .detail = QStringLiteral("%1 is not the master any more").arg(connection.url().display()),
                       .command = "ROLE"});
    return {};
}

} // namespace

RoutedSession::RoutedSession(const RedisUrl &url, const ConnectionOptions &options)
    : m_url(url)
    , m_options(options)
    , m_discovery(url, options)
    , m_replicaChoice(QRandomGenerator::global()->generate())
{ }

Result<std::unique_ptr<RoutedSession>> RoutedSession::open(const RedisUrl &url, const ConnectionOptions &options,
                                                           const std::stop_token &stop)
{
    std::unique_ptr<RoutedSession> session(new RoutedSession(url, options));
    // Each server has a tunnel of its own, which takes its time.
    const auto tunnels = options.sshDestination.isEmpty() ? std::chrono::milliseconds(0) : options.failoverTimeout;
    const QDeadlineTimer deadline(options.connectTimeout + tunnels);
    for (;;) {
        auto map = session->m_discovery.run(std::chrono::milliseconds(deadline.remainingTime()), stop);
        if (!map)
            return std::unexpected(std::move(map.error()));
        session->m_map = std::move(*map);
        if (session->isCluster())
            return session;
        // Sentinels only know who the master should be.
        const auto connected = session->connect(session->serverAt(session->m_map.shards().front().master), stop);
        if (connected)
            return session;
        const RedisErrorCode code = connected.error().code;
        const bool mayTakeOver = code == RedisErrorCode::Refused || code == RedisErrorCode::Unreachable
            || code == RedisErrorCode::ReadOnly || code == RedisErrorCode::Closed;
        if (!mayTakeOver || deadline.hasExpired())
            return std::unexpected(connected.error());
        if (const auto paused = pauseFor(OpenPause, stop); !paused)
            return std::unexpected(paused.error());
    }
}

Result<void> RoutedSession::connect(Server &server, const std::stop_token &stop)
{
    ConnectionOptions options = m_options;
    if (m_trouble)
        options.connectTimeout
            = std::min(options.connectTimeout, std::max<std::chrono::milliseconds>(LeastTime, timeLeft()));
    auto connection = RedisConnection::open(urlOf(server.address), options, stop);
    if (!connection)
        return std::unexpected(std::move(connection.error()));
    if (isReplica(server.address)) {
        if (isCluster()) {
            if (const auto readable = connection->call({"READONLY"}, stop); !readable)
                return std::unexpected(readable.error());
        }
    } else if (!isCluster()) {
        if (const auto verified = verifyMaster(*connection, stop); !verified)
            return verified;
    }
    server.connection = std::move(*connection);
    ++server.connections;
    return {};
}

Result<void> RoutedSession::refresh(const std::stop_token &stop)
{
    const auto atMost
        = m_trouble ? std::max<std::chrono::milliseconds>(LeastTime, timeLeft()) : m_options.connectTimeout;
    auto map = m_discovery.run(std::min(atMost, m_options.connectTimeout), stop);
    if (!map) {
        m_lastError = map.error();
        return std::unexpected(std::move(map.error()));
    }
    m_map = std::move(*map);
    m_mapIsOld = false;
    for (const Redirect &moved : std::exchange(m_moved, {}))
        m_map.move(moved.slot, moved.to);
    std::erase_if(m_servers, [this](const std::unique_ptr<Server> &server) {
        const auto isKnown = [&](const Shard &shard) { return shard.master == server->address; };
        return server->owes.empty() && !isReplica(server->address) && std::ranges::none_of(m_map.shards(), isKnown);
    });
    return {};
}

Result<std::vector<RedisNode>> RoutedSession::masters(const std::stop_token &stop)
{
    if (!m_open)
        return std::unexpected(
            RedisError{.code = RedisErrorCode::Closed, .detail = QStringLiteral("this session is over")});
    if (isCluster() || m_mapIsOld) {
        // What is known already has to do where nobody answers: asking these servers will tell.
        if (const auto known = refresh(stop); !known && known.error().code == RedisErrorCode::Cancelled)
            return std::unexpected(known.error());
    }
    std::vector<RedisNode> nodes;
    for (const Shard &shard : m_map.shards()) {
        if (m_map.isServing(shard))
            nodes.push_back({.url = urlOf(shard.master), .connection = serverAt(shard.master).connections});
    }
    return nodes;
}

Result<RedisNode> RoutedSession::nodeOf(const QByteArray &key, const std::stop_token &stop)
{
    if (!m_open)
        return std::unexpected(
            RedisError{.code = RedisErrorCode::Closed, .detail = QStringLiteral("this session is over")});
    if (m_mapIsOld) {
        if (const auto known = refresh(stop); !known)
            return std::unexpected(known.error());
    }
    const Shard *shard = isCluster() ? m_map.shardOf(slotOf(key)) : &m_map.shards().front();
    Server *server = shard ? readServer(*shard, false) : nullptr;
    if (!server)
        return std::unexpected(RedisError{.code = RedisErrorCode::Unreachable,
                                          .detail = QStringLiteral("no server of the cluster has this key's slot"),
                                          .key = key});
    if (!server->connection) {
        if (const auto connected = connect(*server, stop); !connected) {
            m_mapIsOld = true;
            return std::unexpected(connected.error());
        }
    }
    return RedisNode{.url = urlOf(server->address), .connection = server->connections};
}

RoutedSession::Server *RoutedSession::serverFor(const Request &request)
{
    if (request.only)
        return &serverAt(*request.only);
    if (request.asking)
        return &serverAt(*request.asking);
    const QByteArray *key = keyOf(request.command);
    const Shard *shard = isCluster() && key ? m_map.shardOf(slotOf(*key)) : &m_map.shards().front();
    if (!shard)
        return nullptr;
    const bool isRead = request.kind == Kind::Read || request.kind == Kind::Scan;
    return readServer(*shard, !isRead || request.notReplica);
}

/// A replica where that is wished for and there is one to be reached, else the master.
RoutedSession::Server *RoutedSession::readServer(const Shard &shard, bool notReplica)
{
    if (m_options.readFromReplicas && !m_options.writable && !notReplica) {
        for (std::size_t i = 0; i < shard.replicas.size(); ++i) {
            Server &replica = serverAt(shard.replicas[(m_replicaChoice + i) % shard.replicas.size()]);
            if (replica.failedIn != m_pass)
                return &replica;
        }
    }
    return &serverAt(shard.master);
}

RoutedSession::Server &RoutedSession::serverAt(const RedisEndpoint &address)
{
    for (const std::unique_ptr<Server> &server : m_servers) {
        if (server->address == address)
            return *server;
    }
    m_servers.push_back(std::make_unique<Server>());
    m_servers.back()->address = address;
    return *m_servers.back();
}

bool RoutedSession::isReplica(const RedisEndpoint &address) const
{
    return std::ranges::any_of(m_map.shards(), [&](const Shard &shard) {
        return std::ranges::find(shard.replicas, address) != shard.replicas.end();
    });
}

RedisUrl RoutedSession::urlOf(const RedisEndpoint &address) const
{
    RedisUrl url = m_url;
    url.topology = RedisTopology::Single;
    url.masterName.clear();
    url.endpoints = {address};
    return url;
}

std::chrono::milliseconds RoutedSession::timeLeft() const
{
    return std::chrono::milliseconds(m_trouble ? m_trouble->remainingTime() : 0);
}

} // namespace arbscope
