// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"

#include <QSslConfiguration>

class QSslSocket;

namespace arbscope {

/// Certificates and key of the options. An own CA file takes the place of the system's certificates.
/// Error Usage, naming the file, when one cannot be read or holds no certificate or key (or the passphrase is wrong).
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const ConnectionOptions &options);

/// Why the handshake with `host` failed, in words: Tls, Usage. `alert` is what the other side objected to, if it did.
[[nodiscard]] RedisError tlsHandshakeError(const QSslSocket &socket, const QString &alert, const QString &host);
/// Why an encrypted session ended: Tls, Closed.
[[nodiscard]] RedisError tlsSessionError(const QSslSocket &socket, const QString &alert);

} // namespace arbscope
