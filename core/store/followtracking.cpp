// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/followtracking.h"

#include "core/store/replyshape.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

const QByteArray &channel()
{
    static const QByteArray name("__redis__:invalidate");
    return name;
}

/// An answer of the server's own, in place of a connection that ended.
bool isRefusal(const RedisError &error, const RedisConnection &connection)
{
    return connection.isOpen() && error.code != RedisErrorCode::Cancelled;
}

/// Whether a message of the channel, ["message", channel, [key, …]], says that the key changed; nil for the keys means
/// that all did.
bool tellsOf(const RedisReply &message, const QByteArray &key)
{
    const RedisArray *parts = message.array();
    if (!parts || parts->size() != 3)
        return false;
    const RedisArray *keys = (*parts)[2].array();
    return !keys
        || std::ranges::any_of(*keys, [&key](const RedisReply &item) { return item.bulk() && *item.bulk() == key; });
}

} // namespace

KeyTracking::KeyTracking(RedisConnection subscriber, RedisNode node, QByteArray key)
    : m_subscriber(std::move(subscriber))
    , m_node(std::move(node))
    , m_key(std::move(key))
{ }

Result<std::optional<KeyTracking>> KeyTracking::start(RedisSession &session, const QByteArray &key,
                                                      const std::stop_token &stop)
{
    auto node = session.nodeOf(key, stop);
    if (!node)
        return std::unexpected(std::move(node.error()));
    auto subscriber = RedisConnection::open(node->url, session.options(), stop);
    if (!subscriber)
        return std::unexpected(std::move(subscriber.error()));
    const CommandArgs identify{"CLIENT", "ID"};
    const auto identity = subscriber->call(identify, stop);
    if (!identity) {
        if (isRefusal(identity.error(), *subscriber))
            return std::nullopt;
        return std::unexpected(identity.error());
    }
    const auto id = integerIn(*identity, identify);
    if (!id)
        return std::unexpected(id.error());
    if (const auto subscribed = subscriber->call({"SUBSCRIBE", channel()}, stop); !subscribed) {
        if (isRefusal(subscribed.error(), *subscriber))
            return std::nullopt;
        return std::unexpected(subscribed.error());
    }
    const CommandArgs track{"CLIENT", "TRACKING", "ON", "REDIRECT", QByteArray::number(*id), "BCAST", "PREFIX", key};
    if (const auto sent = session.sendTo(*node, track, stop); !sent)
        return std::unexpected(sent.error());
    const auto tracked = session.receive(stop);
    if (!tracked)
        return std::unexpected(tracked.error());
    if (tracked->error())
        return std::nullopt;
    return KeyTracking(std::move(*subscriber), std::move(*node), key);
}

Result<bool> KeyTracking::isCurrent(RedisSession &session, const std::stop_token &stop) const
{
    const auto node = session.nodeOf(m_key, stop);
    if (!node)
        return std::unexpected(node.error());
    return node->connection == m_node.connection && node->url == m_node.url;
}

Result<bool> KeyTracking::wait(std::chrono::milliseconds atMost, const std::stop_token &stop)
{
    bool told = false;
    for (;;) {
        const auto message = m_subscriber.receivePushed(told ? std::chrono::milliseconds(0) : atMost, stop);
        if (!message)
            return std::unexpected(message.error());
        if (!*message)
            return told;
        told = told || tellsOf(**message, m_key);
    }
}

} // namespace arbscope
