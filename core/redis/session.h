// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"

namespace arbscope {

/// One server of a store, as a session reaches it.
struct RedisNode
{
    RedisUrl url{}; ///< of this one server; never a set of sentinels or a cluster
    quint64 connection = 0; ///< another number after the session has connected to it anew
};

/// One store, whatever its shape: a server, the master that sentinels name, or a cluster. Used by one thread. Each
/// command goes to the server that holds its key, over one connection a server; replies come in the order of the sends.
///
/// With one server it is a RedisConnection and nothing more. With sentinels or a cluster a *read* is asked again, at
/// the right server, when a key has moved, a server is lost, or another one takes over: for ConnectionOptions::
/// failoverTimeout at most, and until the stop token is used. A *write* is never sent again once it may have reached a
/// server: its error has RedisError::unsure set. A SCAN or HSCAN that has begun at a server that is lost fails with
/// ScanLost: begin it anew. After these two errors the session stays open where other replies are still owed; after any
/// other it is closed, as a RedisConnection.
class RedisSession
{
public:
    ~RedisSession();
    RedisSession(RedisSession &&) noexcept;
    RedisSession &operator=(RedisSession &&) noexcept;

    [[nodiscard]] static Result<RedisSession> open(const RedisUrl &url, const ConnectionOptions &options,
                                                   std::stop_token stop = {});

    // As RedisConnection's.
    [[nodiscard]] Result<RedisReply> call(const CommandArgs &command, std::stop_token stop = {});
    [[nodiscard]] Result<std::vector<RedisReply>> pipeline(const std::vector<CommandArgs> &commands,
                                                           std::stop_token stop = {});
    [[nodiscard]] Result<void> send(CommandArgs command, std::stop_token stop = {});
    [[nodiscard]] Result<RedisReply> receive(std::stop_token stop = {});
    [[nodiscard]] Result<RedisReply> receiveBulks(BulkBlock &into, std::stop_token stop = {});
    [[nodiscard]] int pending() const;

    /// The servers that hold the store between them, as they are now: each has keys that the others do not.
    [[nodiscard]] Result<std::vector<RedisNode>> masters(std::stop_token stop = {});
    /// The server that reads of this key go to.
    [[nodiscard]] Result<RedisNode> nodeOf(const QByteArray &key, std::stop_token stop = {});
    /// As send(), to that server and no other: for commands without a key. ScanLost when it is lost.
    [[nodiscard]] Result<void> sendTo(const RedisNode &node, CommandArgs command, std::stop_token stop = {});

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isWritable() const;
    [[nodiscard]] bool isCluster() const; ///< no transaction over two keys, SCAN only by sendTo()
    [[nodiscard]] const RedisUrl &url() const;
    [[nodiscard]] const ConnectionOptions &options() const;
    void close();

private:
    class Private;
    explicit RedisSession(std::unique_ptr<Private> session);
    std::unique_ptr<Private> d;
};

} // namespace arbscope
