// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"
#include "core/redis/filedescriptor.h"
#include "core/redis/wait.h"

#include <QByteArrayView>

#include <memory>
#include <span>

namespace arbscope {

/// The bytes of one session. read() and write() never wait. Errors: Closed, Tls, Unreachable.
class Transport
{
public:
    Transport() = default;
    virtual ~Transport() = default;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    /// What has come, at most the buffer's size; 0 when nothing has.
    [[nodiscard]] virtual Result<qsizetype> read(std::span<char> buffer) = 0;
    /// Takes what it can of the bytes, perhaps none.
    [[nodiscard]] virtual Result<qsizetype> write(QByteArrayView bytes) = 0;
    /// Until there may be something to read (or room to write, where asked), at most that long.
    [[nodiscard]] virtual Result<void> wait(bool untilWritable, int milliseconds) = 0;
};

/// Unix and TCP sockets, by the descriptor itself.
[[nodiscard]] std::unique_ptr<Transport> makePlainTransport(FileDescriptor socket);
/// TLS over a connected TCP socket; certificate and host name are verified before it is returned.
[[nodiscard]] Result<std::unique_ptr<Transport>> makeTlsTransport(FileDescriptor socket, const QString &host,
                                                                  const ConnectionOptions &options, Wait &wait);

} // namespace arbscope
