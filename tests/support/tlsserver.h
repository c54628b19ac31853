// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/privateserver.h"

#include "tests/support/testcertificates.h"

namespace arbscope::test {

/// A private redis-server that also listens on 127.0.0.1, with TLS and without.
struct TlsServer
{
    PrivateServer server;
    RedisUrl tls;   ///< rediss://localhost:…
    RedisUrl plain; ///< redis://localhost:…
};

/// Starts one with that certificate. `clientAuthority`: a client must show a certificate that it signed.
[[nodiscard]] Result<TlsServer> startTlsServer(const TestCertificates::Pair &certificate,
                                               const QString &clientAuthority = {});

} // namespace arbscope::test
