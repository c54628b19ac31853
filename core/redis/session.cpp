// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/session.h"

#include <utility>

namespace arbscope {

class RedisSession::Private
{
public:
    RedisUrl url;
    ConnectionOptions options;
    RedisConnection direct;
};

RedisSession::RedisSession(std::unique_ptr<Private> session)
    : d(std::move(session))
{ }

RedisSession::~RedisSession() = default;
RedisSession::RedisSession(RedisSession &&) noexcept = default;
RedisSession &RedisSession::operator=(RedisSession &&) noexcept = default;

Result<RedisSession> RedisSession::open(const RedisUrl &url, const ConnectionOptions &options, std::stop_token stop)
{
    auto connection = RedisConnection::open(url, options, std::move(stop));
    if (!connection)
        return std::unexpected(std::move(connection.error()));
    return RedisSession(
        std::make_unique<Private>(Private{.url = url, .options = options, .direct = std::move(*connection)}));
}

Result<RedisReply> RedisSession::call(const CommandArgs &command, std::stop_token stop)
{
    return d->direct.call(command, std::move(stop));
}

Result<std::vector<RedisReply>> RedisSession::pipeline(const std::vector<CommandArgs> &commands, std::stop_token stop)
{
    return d->direct.pipeline(commands, std::move(stop));
}

Result<void> RedisSession::send(CommandArgs command, std::stop_token stop)
{
    return d->direct.send(command, std::move(stop));
}

Result<RedisReply> RedisSession::receive(std::stop_token stop)
{
    return d->direct.receive(std::move(stop));
}

Result<RedisReply> RedisSession::receiveBulks(BulkBlock &into, std::stop_token stop)
{
    return d->direct.receiveBulks(into, std::move(stop));
}

int RedisSession::pending() const
{
    return d->direct.pending();
}

Result<std::vector<RedisNode>> RedisSession::masters(std::stop_token)
{
    return std::vector{RedisNode{.url = d->url}};
}

Result<RedisNode> RedisSession::nodeOf(const QByteArray &, std::stop_token)
{
    return RedisNode{.url = d->url};
}

Result<void> RedisSession::sendTo(const RedisNode &, CommandArgs command, std::stop_token stop)
{
    return d->direct.send(command, std::move(stop));
}

bool RedisSession::isOpen() const
{
    return d->direct.isOpen();
}

bool RedisSession::isWritable() const
{
    return d->options.writable;
}

bool RedisSession::isCluster() const
{
    return d->url.topology == RedisTopology::Cluster;
}

const RedisUrl &RedisSession::url() const
{
    return d->url;
}

const ConnectionOptions &RedisSession::options() const
{
    return d->options;
}

void RedisSession::close()
{
    d->direct.close();
}

} // namespace arbscope
