// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/transport.h"

#include <sys/socket.h>

#include <cerrno>
#include <poll.h>

namespace arbscope {

namespace {

RedisError systemError(int error)
{
    const bool closed = error == EPIPE || error == ECONNRESET || error == ENOTCONN;
    return {.code = closed ? RedisErrorCode::Closed : RedisErrorCode::Unreachable,
            .detail = closed && error != ECONNRESET ? QString() : qt_error_string(error)};
}

// Not QLocalSocket or QTcpSocket, although those would be as fast: a Qt socket aborts when a write fails and drops what
// it had not read, so that a server's last words ("max number of clients reached") would be lost. Besides, the
// connection has to be made by hand (socketconnect.h), and a descriptor needs no QObject and no event dispatcher.
class PlainTransport final : public Transport
{
public:
    explicit PlainTransport(FileDescriptor socket)
        : m_socket(std::move(socket))
    { }

    Result<qsizetype> read(std::span<char> buffer) override
    {
        for (;;) {
            const ssize_t size = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (size > 0)
                return size;
            if (size == 0)
                return std::unexpected(systemError(EPIPE));
            if (errno == EAGAIN)
                return 0;
            if (errno != EINTR)
                return std::unexpected(systemError(errno));
        }
    }

    Result<qsizetype> write(QByteArrayView bytes) override
    {
        for (;;) {
            const ssize_t size
                = ::send(m_socket.get(), bytes.data(), static_cast<size_t>(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
            if (size >= 0)
                return size;
            if (errno == EAGAIN)
                return 0;
            if (errno != EINTR)
                return std::unexpected(systemError(errno));
        }
    }

    Result<void> wait(bool untilWritable, int milliseconds) override
    {
        pollfd entry{.fd = m_socket.get(), .events = POLLIN, .revents = 0};
        if (untilWritable)
            entry.events |= POLLOUT;
        if (::poll(&entry, 1, milliseconds) < 0 && errno != EINTR)
            return std::unexpected(systemError(errno));
        return {};
    }

private:
    FileDescriptor m_socket;
};

} // namespace

std::unique_ptr<Transport> makePlainTransport(FileDescriptor socket)
{
    return std::make_unique<PlainTransport>(std::move(socket));
}

} // namespace arbscope
