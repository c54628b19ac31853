// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"
#include "core/redis/redisurl.h"
#include "core/redis/reply.h"
#include "core/redis/respcommand.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace arbscope {

/// What sentinels or a cluster call a server, and how it is reached from here (NAT, port forwarding).
struct AddressMapping
{
    RedisEndpoint from{};
    RedisEndpoint to{};
    bool operator==(const AddressMapping &) const = default;
};

/// How to reach a store, beside its URL.
struct ConnectionOptions
{
    QString caFile{}; ///< PEM; empty: the system's certificates
    QString certificateFile{}; ///< PEM, client certificate
    QString keyFile{}; ///< PEM, its key
    QString keyPassphrase{};
    QString sshDestination{}; ///< the way goes through the system's ssh: host, alias or user@host; empty: straight
    QString sshConfigFile{}; ///< for ssh, in place of the user's; empty: that
    bool writable = false; ///< false: the allow-list refuses every command that writes, before it is sent
    std::chrono::milliseconds connectTimeout{5000}; ///< until the session stands (name, TCP, TLS, AUTH, SELECT)
    std::chrono::milliseconds replyTimeout{15000}; ///< without a single byte from the server while a reply is owed
    /// A session that has heard nothing for so long asks whether the server is still there before it sends anything: a
    /// connection that died silently (sleep, NAT) is then Closed after `probeTimeout`, and nothing has been sent.
    std::chrono::milliseconds idleProbe{30000};
    std::chrono::milliseconds probeTimeout{2000};
    /// Sentinels, cluster: how long a read waits for another server to take over from a lost one.
    std::chrono::milliseconds failoverTimeout{30000};
    /// Sentinels, cluster: reads go to a replica where there is one; it may lag behind. Not where `writable`: what is
    /// written there depends on what was read.
    bool readFromReplicas = false;
    std::vector<AddressMapping> addressMap{}; ///< sentinels, cluster: for the addresses that these tell
    bool operator==(const ConnectionOptions &) const = default;
};

/// One blocking session with one Redis server, used by one thread; no event loop needed (with TLS a QCoreApplication,
/// as for all of Qt's). Every wait ends by its deadline and within 50 ms of the stop token. After an error other than
/// an error reply the session is closed (isOpen() is false), so that a late reply can never answer the next request;
/// open a new one. It stays open where nothing was sent: a command that the allow-list refuses, a stop token already
/// used while no reply is owed. Only commands of the allow-list (core/redis/allowlist.h) are sent; writes only where
/// options.writable.
class RedisConnection
{
public:
    ~RedisConnection();
    RedisConnection(RedisConnection &&) noexcept;
    RedisConnection &operator=(RedisConnection &&) noexcept;

    /// Connects, verifies TLS, authenticates, selects the database, names the client (best effort).
    [[nodiscard]] static Result<RedisConnection> open(const RedisUrl &url, const ConnectionOptions &options,
                                                      std::stop_token stop = {});

    /// One command, one reply. An error reply comes back as a RedisError.
    [[nodiscard]] Result<RedisReply> call(const CommandArgs &command, std::stop_token stop = {});
    /// Several commands in one round trip; replies in order, error replies left in place (RedisReply::error()).
    [[nodiscard]] Result<std::vector<RedisReply>> pipeline(const std::vector<CommandArgs> &commands,
                                                           std::stop_token stop = {});

    // For walks, which keep several requests under way: send() never waits for replies, receive() takes them in order.
    [[nodiscard]] Result<void> send(const CommandArgs &command, std::stop_token stop = {});
    [[nodiscard]] Result<RedisReply> receive(std::stop_token stop = {}); ///< error replies left in place
    /// As receive(), but the strings of an array go to `into` (RespReader::nextBulks).
    [[nodiscard]] Result<RedisReply> receiveBulks(BulkBlock &into, std::stop_token stop = {});
    [[nodiscard]] int pending() const; ///< replies still owed
    /// For a session that has subscribed (SUBSCRIBE) and sends nothing any more: the next message that the server sends
    /// of itself; none when there is none within that time. The session stays open then, and where it is cancelled.
    [[nodiscard]] Result<std::optional<RedisReply>> receivePushed(std::chrono::milliseconds atMost,
                                                                  std::stop_token stop = {});

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isWritable() const;
    [[nodiscard]] const RedisUrl &url() const;
    void close();

    /// The typed form of an error reply's text for `command` (its name and key go into the error).
    [[nodiscard]] static RedisError errorOf(const RedisErrorReply &reply, const CommandArgs &command);

private:
    class Private;
    explicit RedisConnection(std::unique_ptr<Private> session);
    std::unique_ptr<Private> d;
};

} // namespace arbscope
