// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tlsserver.h"

#include <QTcpServer>

namespace arbscope::test {

using namespace Qt::StringLiterals;

namespace {

RedisUrl localhost(quint16 port, bool tls)
{
    RedisUrl url;
    url.tls = tls;
    url.endpoints = {{u"localhost"_s, port}};
    return url;
}

} // namespace

Result<TlsServer> startTlsServer(const TestCertificates::Pair &certificate, const QString &clientAuthority)
{
    // redis-server cannot choose a free port itself, and another program may take one between our look and its start.
    constexpr int tries = 10;
    for (int i = 0;; ++i) {
        QTcpServer first;
        QTcpServer second;
        if (!first.listen(QHostAddress::LocalHost) || !second.listen(QHostAddress::LocalHost))
            qFatal("no free port on 127.0.0.1");
        const quint16 tlsPort = first.serverPort();
        const quint16 plainPort = second.serverPort();
        first.close();
        second.close();
        QStringList arguments{u"--bind"_s,
                              u"127.0.0.1"_s,
                              u"--tls-port"_s,
                              QString::number(tlsPort),
                              u"--port"_s,
                              QString::number(plainPort),
                              u"--tls-cert-file"_s,
                              certificate.certificate,
                              u"--tls-key-file"_s,
                              certificate.key,
                              u"--tls-auth-clients"_s,
                              clientAuthority.isEmpty() ? u"no"_s : u"yes"_s};
        if (!clientAuthority.isEmpty())
            arguments << u"--tls-ca-cert-file"_s << clientAuthority;
        auto server = PrivateServer::start(arguments);
        if (server)
            return TlsServer{std::move(*server), localhost(tlsPort, true), localhost(plainPort, false)};
        if (i == tries || !server.error().detail.contains(u"listen"))
            return std::unexpected(server.error());
    }
}

} // namespace arbscope::test
