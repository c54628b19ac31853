// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/socketconnect.h"

#include "core/redis/nameresolver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>

namespace arbscope {

namespace {

constexpr int keepAliveIdle = 30; // s without traffic before the first probe
constexpr int keepAliveInterval = 5; // s between probes
constexpr int keepAliveCount = 4; // probes without an answer: the peer is gone

RedisError connectError(int error, const QString &where)
{
    RedisErrorCode code = RedisErrorCode::Unreachable;
    if (error == ECONNREFUSED)
        code = RedisErrorCode::Refused;
    else if (error == ETIMEDOUT)
        code = RedisErrorCode::TimedOut;
    return {.code = code, .detail = where + QStringLiteral(": ") + qt_error_string(error)};
}

QString nameOf(const RedisEndpoint &endpoint)
{
    const bool v6 = endpoint.host.contains(u':');
    return (v6 ? QString(u'[' + endpoint.host + u']') : endpoint.host) + u':' + QString::number(endpoint.port);
}

void setOption(int socket, int level, int option, int value)
{
    // Best effort: without it the session works as well, a dead peer is only noticed by the reply's deadline.
    ::setsockopt(socket, level, option, &value, sizeof value);
}

// Of several addresses' errors the one that says most about the store is kept.
int weight(RedisErrorCode code)
{
    switch (code) {
    case RedisErrorCode::Refused:
        return 2;
    case RedisErrorCode::TimedOut:
        return 1;
    default:
        return 0;
    }
}

Result<FileDescriptor> connectAddress(const SocketAddress &address, const QString &where, const Wait &wait)
{
    FileDescriptor socket(::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket.isOpen())
        return std::unexpected(connectError(errno, where));
    const auto *generic = reinterpret_cast<const sockaddr *>(&address.storage);
    if (::connect(socket.get(), generic, address.size) != 0 && errno != EINPROGRESS && errno != EINTR)
        return std::unexpected(connectError(errno, where));
    for (;;) {
        const auto slice = wait.slice();
        if (!slice) {
            RedisError error = slice.error();
            error.detail = where;
            return std::unexpected(error);
        }
        pollfd entry{.fd = socket.get(), .events = POLLOUT, .revents = 0};
        if (::poll(&entry, 1, *slice) <= 0)
            continue;
        int error = 0;
        socklen_t size = sizeof error;
        if (::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size) != 0)
            error = errno;
        if (error != 0)
            return std::unexpected(connectError(error, where));
        return socket;
    }
}

} // namespace

Result<FileDescriptor> connectTcp(const RedisEndpoint &endpoint, Wait &wait)
{
    const auto addresses = resolve(endpoint, wait);
    if (!addresses)
        return std::unexpected(addresses.error());
    RedisError worst;
    for (size_t i = 0; i < addresses->size(); ++i) {
        const auto share = wait.remaining() / static_cast<int>(addresses->size() - i);
        const Wait own(wait.stopToken(), share, Wait::Counts::FromStart);
        auto socket = connectAddress((*addresses)[i], nameOf(endpoint), own);
        if (socket) {
            setOption(socket->get(), IPPROTO_TCP, TCP_NODELAY, 1);
            setOption(socket->get(), SOL_SOCKET, SO_KEEPALIVE, 1);
            setOption(socket->get(), IPPROTO_TCP, TCP_KEEPIDLE, keepAliveIdle);
            setOption(socket->get(), IPPROTO_TCP, TCP_KEEPINTVL, keepAliveInterval);
            setOption(socket->get(), IPPROTO_TCP, TCP_KEEPCNT, keepAliveCount);
            return socket;
        }
        if (socket.error().code == RedisErrorCode::Cancelled)
            return socket;
        if (i == 0 || weight(socket.error().code) > weight(worst.code))
            worst = socket.error();
    }
    return std::unexpected(worst);
}

Result<FileDescriptor> connectUnix(const QString &path, Wait &wait)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    QByteArray name = QFile::encodeName(path);
    FileDescriptor directory;
    if (name.size() >= qsizetype{sizeof address.sun_path}) {
        // The address holds 107 bytes; a longer path is reached through its directory's descriptor.
        const QFileInfo file(path);
        directory
            = FileDescriptor(::open(QFile::encodeName(file.path()).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (!directory.isOpen())
            return std::unexpected(connectError(errno, path));
        name = "/proc/self/fd/" + QByteArray::number(directory.get()) + '/' + QFile::encodeName(file.fileName());
        if (name.size() >= qsizetype{sizeof address.sun_path})
            return std::unexpected(connectError(ENAMETOOLONG, path));
    }
    std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));

    // Blocking, with a time-out: a non-blocking connect() to a unix socket with a full queue fails at once and
    // leaves nothing to wait for.
    FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket.isOpen())
        return std::unexpected(connectError(errno, path));
    for (;;) {
        const auto slice = wait.slice();
        if (!slice) {
            RedisError error = slice.error();
            error.detail = path;
            return std::unexpected(error);
        }
        const timeval limit{.tv_sec = 0, .tv_usec = *slice * 1000};
        ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
            return socket;
        if (errno != EAGAIN && errno != EINTR)
            return std::unexpected(connectError(errno, path));
    }
}

} // namespace arbscope
