// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/nameresolver.h"

#include <QUrl>

#include <cstring>
#include <future>
#include <netdb.h>
#include <thread>

namespace arbscope {

namespace {

struct FreeAddresses
{
    void operator()(addrinfo *list) const { ::freeaddrinfo(list); }
};

Result<std::vector<SocketAddress>> lookUp(const QByteArray &host, const QByteArray &port, int flags)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags | AI_NUMERICSERV;
    addrinfo *first = nullptr;
    const int status = ::getaddrinfo(host.constData(), port.constData(), &hints, &first);
    const std::unique_ptr<addrinfo, FreeAddresses> owner(first);
    if (status != 0) {
        const QString words
            = status == EAI_SYSTEM ? qt_error_string(errno) : QString::fromLocal8Bit(::gai_strerror(status));
        return std::unexpected(RedisError{.code = RedisErrorCode::Unreachable,
                                          .detail = QString::fromUtf8(host) + QStringLiteral(": ") + words});
    }
    std::vector<SocketAddress> addresses;
    for (const addrinfo *info = first; info; info = info->ai_next) {
        SocketAddress &address = addresses.emplace_back();
        std::memcpy(&address.storage, info->ai_addr, info->ai_addrlen);
        address.size = info->ai_addrlen;
    }
    return addresses;
}

} // namespace

Result<std::vector<SocketAddress>> resolve(const RedisEndpoint &endpoint, const Wait &wait)
{
    const QByteArray port = QByteArray::number(endpoint.port);
    if (auto numeric = lookUp(endpoint.host.toUtf8(), port, AI_NUMERICHOST))
        return numeric;
    const QByteArray host = QUrl::toAce(endpoint.host);
    if (host.isEmpty())
        return std::unexpected(RedisError{.code = RedisErrorCode::Unreachable,
                                          .detail = endpoint.host + QStringLiteral(": not a host name")});

    // getaddrinfo() cannot be interrupted: a thread does it and is left to itself when nobody waits any more. It owns
    // all that it touches.
    std::promise<Result<std::vector<SocketAddress>>> promise;
    auto future = promise.get_future();
    std::thread([promise = std::move(promise), host, port]() mutable {
        promise.set_value(lookUp(host, port, AI_ADDRCONFIG));
    }).detach();
    for (;;) {
        const auto slice = wait.slice();
        if (!slice) {
            RedisError error = slice.error();
            error.detail = QStringLiteral("looking up the name ") + endpoint.host;
            return std::unexpected(error);
        }
        if (future.wait_for(std::chrono::milliseconds(*slice)) == std::future_status::ready)
            return future.get();
    }
}

} // namespace arbscope
