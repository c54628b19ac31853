// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/discovery.h"
#include "core/redis/session.h"

#include <QDeadlineTimer>
#include <QSet>

#include <deque>

namespace arbscope {

/// What a RedisSession is where a store has several servers. Every request that is owed an answer has its number and
/// stands in one row; each server has a row of the numbers that it owes. An answer that comes before its turn is kept
/// with its request, and a request whose answer says, or whose server's end shows, that it was not carried out waits to
/// be sent again: when its turn has come.
class RoutedSession
{
public:
    [[nodiscard]] static Result<std::unique_ptr<RoutedSession>> open(const RedisUrl &url,
                                                                     const ConnectionOptions &options,
                                                                     const std::stop_token &stop);

    [[nodiscard]] Result<void> send(CommandArgs command, const std::stop_token &stop);
    [[nodiscard]] Result<void> sendTo(const RedisEndpoint &server, CommandArgs command, const std::stop_token &stop);
    [[nodiscard]] Result<RedisReply> receive(BulkBlock *into, const std::stop_token &stop);
    [[nodiscard]] int pending() const { return static_cast<int>(m_row.size()); }
    [[nodiscard]] Result<std::vector<RedisNode>> masters(const std::stop_token &stop);
    [[nodiscard]] Result<RedisNode> nodeOf(const QByteArray &key, const std::stop_token &stop);
    [[nodiscard]] bool isOpen() const { return m_open; }
    void close();

private:
    enum class Kind {
        Read,
        Scan, ///< goes on at one server, or is meant for it alone: nobody else can answer it
        Write,
        Transaction, ///< between WATCH or MULTI and EXEC: only as good as its connection
    };
    struct Server;
    struct Request
    {
        CommandArgs command;
        Kind kind = Kind::Read;
        bool scans = false; ///< SCAN, HSCAN, ZSCAN
        bool goesOn = false; ///< by a cursor that a server gave
        std::optional<RedisEndpoint> only{}; ///< no other server
        std::optional<RedisEndpoint> asking{}; ///< the server that may have the key, this once
        bool notReplica = false; ///< a replica could not answer it
        Server *sentTo = nullptr; ///< owes the answer
        bool inBlock = false; ///< the answer's strings are where they belong
        std::optional<Result<RedisReply>> answer{}; ///< that has come
    };
    struct Server
    {
        RedisEndpoint address;
        std::optional<RedisConnection> connection;
        std::deque<quint64> owes; ///< requests' numbers; 0: the answer of an ASKING
        QSet<QByteArray> scans; ///< keys whose scans began over this connection, none for SCAN: its cursors mean
                                ///< nothing elsewhere, nor here after a restart
        quint64 connections = 0; ///< made so far
        quint64 failedIn = 0; ///< the pass in which it could not be reached
    };

    RoutedSession(const RedisUrl &url, const ConnectionOptions &options);
    [[nodiscard]] static Request requestFor(CommandArgs command);
    [[nodiscard]] Result<void> queue(Request request, const std::stop_token &stop);
    [[nodiscard]] Result<void> dispatch(quint64 number, const std::stop_token &stop);
    [[nodiscard]] Result<void> notSent(quint64 number, const RedisError &error);
    [[nodiscard]] Result<void> resend(const std::stop_token &stop);
    [[nodiscard]] Result<void> readOne(Server &server, BulkBlock *into, const std::stop_token &stop);
    [[nodiscard]] bool asksAgain(quint64 number, const Server &server, const RedisErrorReply &error);
    [[nodiscard]] Result<void> lost(Server &server, RedisError error);
    [[nodiscard]] std::unexpected<RedisError> over(RedisError error);

    [[nodiscard]] Result<void> connect(Server &server, const std::stop_token &stop);
    [[nodiscard]] Result<void> refresh(const std::stop_token &stop);
    [[nodiscard]] Server *serverFor(const Request &request);
    [[nodiscard]] Server *readServer(const Shard &shard, bool notReplica);
    [[nodiscard]] Server &serverAt(const RedisEndpoint &address);
    [[nodiscard]] bool isReplica(const RedisEndpoint &address) const;
    [[nodiscard]] RedisUrl urlOf(const RedisEndpoint &address) const;
    [[nodiscard]] std::chrono::milliseconds timeLeft() const;
    [[nodiscard]] bool isCluster() const { return m_url.topology == RedisTopology::Cluster; }
    [[nodiscard]] Request &at(quint64 number) { return m_row[std::size_t(number - m_first)]; }

    RedisUrl m_url;
    ConnectionOptions m_options;
    Discovery m_discovery;
    ShardMap m_map;
    bool m_mapIsOld = false; ///< something has shown it
    std::vector<Redirect> m_moved; ///< since the map was asked for: who answers next may not know of it yet
    std::vector<std::unique_ptr<Server>> m_servers;
    std::size_t m_replicaChoice; ///< which of a shard's replicas, so that clients spread over them
    std::deque<Request> m_row;
    quint64 m_first = 1; ///< number of the first request in the row
    std::vector<quint64> m_waiting; ///< to be sent again
    quint64 m_pass = 1; ///< attempts to send what waits; a server is tried once in each
    std::optional<QDeadlineTimer> m_trouble; ///< since the request whose turn it is has been sent again
    std::chrono::milliseconds m_pause{0}; ///< before the next attempt
    RedisError m_lastError;
    bool m_inTransaction = false;
    bool m_open = true;
};

} // namespace arbscope
