// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/session.h"

#include "core/redis/allowlist.h"
#include "core/redis/routedsession.h"

#include <utility>

namespace arbscope {

namespace {

RedisError stillOwed()
{
    return {.code = RedisErrorCode::Usage, .detail = QStringLiteral("replies to earlier commands are still owed")};
}

} // namespace

class RedisSession::Private
{
public:
    RedisUrl url;
    ConnectionOptions options;
    std::optional<RedisConnection> direct; ///< to a store of one server
    std::unique_ptr<RoutedSession> routed; ///< to any other
};

RedisSession::RedisSession(std::unique_ptr<Private> session)
    : d(std::move(session))
{ }

RedisSession::~RedisSession() = default;
RedisSession::RedisSession(RedisSession &&) noexcept = default;
RedisSession &RedisSession::operator=(RedisSession &&) noexcept = default;

Result<RedisSession> RedisSession::open(const RedisUrl &url, const ConnectionOptions &options, std::stop_token stop)
{
    auto d = std::make_unique<Private>(Private{.url = url, .options = options, .direct = {}, .routed = {}});
    if (url.topology == RedisTopology::Single) {
        auto connection = RedisConnection::open(url, options, std::move(stop));
        if (!connection)
            return std::unexpected(std::move(connection.error()));
        d->direct = std::move(*connection);
    } else {
        auto routed = RoutedSession::open(url, options, stop);
        if (!routed)
            return std::unexpected(std::move(routed.error()));
        d->routed = std::move(*routed);
    }
    return RedisSession(std::move(d));
}

Result<RedisReply> RedisSession::call(const CommandArgs &command, std::stop_token stop)
{
    if (d->direct)
        return d->direct->call(command, std::move(stop));
    if (d->routed->pending() > 0)
        return std::unexpected(stillOwed());
    if (const auto sent = d->routed->send(command, stop); !sent)
        return std::unexpected(sent.error());
    auto reply = d->routed->receive(nullptr, stop);
    if (reply && reply->error())
        return std::unexpected(RedisConnection::errorOf(*reply->error(), command));
    return reply;
}

Result<std::vector<RedisReply>> RedisSession::pipeline(const std::vector<CommandArgs> &commands, std::stop_token stop)
{
    if (d->direct)
        return d->direct->pipeline(commands, std::move(stop));
    if (d->routed->pending() > 0)
        return std::unexpected(stillOwed());
    for (const CommandArgs &command : commands) {
        if (const auto permitted = checkAllowed(command, d->options.writable); !permitted)
            return std::unexpected(permitted.error());
    }
    const auto failed = [this](RedisError error) {
        if (d->routed->pending() > 0)
            d->routed->close();
        return std::unexpected(std::move(error));
    };
    for (const CommandArgs &command : commands) {
        if (const auto sent = d->routed->send(command, stop); !sent)
            return failed(sent.error());
    }
    std::vector<RedisReply> replies;
    replies.reserve(commands.size());
    while (replies.size() < commands.size()) {
        auto reply = d->routed->receive(nullptr, stop);
        if (!reply)
            return failed(std::move(reply.error()));
        replies.push_back(std::move(*reply));
    }
    return replies;
}

Result<void> RedisSession::send(CommandArgs command, std::stop_token stop)
{
    return d->direct ? d->direct->send(command, std::move(stop)) : d->routed->send(std::move(command), stop);
}

Result<RedisReply> RedisSession::receive(std::stop_token stop)
{
    return d->direct ? d->direct->receive(std::move(stop)) : d->routed->receive(nullptr, stop);
}

Result<RedisReply> RedisSession::receiveBulks(BulkBlock &into, std::stop_token stop)
{
    return d->direct ? d->direct->receiveBulks(into, std::move(stop)) : d->routed->receive(&into, stop);
}

int RedisSession::pending() const
{
    return d->direct ? d->direct->pending() : d->routed->pending();
}

Result<std::vector<RedisNode>> RedisSession::masters(std::stop_token stop)
{
    return d->direct ? std::vector{RedisNode{.url = d->url}} : d->routed->masters(stop);
}

Result<RedisNode> RedisSession::nodeOf(const QByteArray &key, std::stop_token stop)
{
    return d->direct ? RedisNode{.url = d->url} : d->routed->nodeOf(key, stop);
}

Result<void> RedisSession::sendTo(const RedisNode &node, CommandArgs command, std::stop_token stop)
{
    if (d->direct)
        return d->direct->send(command, std::move(stop));
    return d->routed->sendTo(node.url.endpoints.front(), std::move(command), stop);
}

bool RedisSession::isOpen() const
{
    return d->direct ? d->direct->isOpen() : d->routed->isOpen();
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
    if (d->direct)
        d->direct->close();
    else
        d->routed->close();
}

} // namespace arbscope
