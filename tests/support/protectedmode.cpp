// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/protectedmode.h"

#include "tests/support/rediscli.h"

#include <QNetworkInterface>
#include <QTcpServer>

#include <algorithm>

namespace arbscope::test {

std::optional<RedisUrl> protectedUrl(const RedisUrl &server)
{
    const QList<QHostAddress> all = QNetworkInterface::allAddresses();
    const auto outside = std::ranges::find_if(all, [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback();
    });
    if (outside == all.end())
        return {};
    const auto set = [&server](const QByteArray &name, const QByteArray &value) {
        return redisCli(server, {"CONFIG", "SET", name, value}).startsWith("OK");
    };
    if (!set("protected-mode", "yes") || !set("bind", outside->toString().toUtf8()))
        qFatal("no protected mode");
    for (int i = 0; i < 20; ++i) { // another test may take the port between the look and the server
        QTcpServer look;
        if (!look.listen(*outside))
            qFatal("%s", qPrintable(look.errorString()));
        const quint16 port = look.serverPort();
        look.close();
        if (!set("port", QByteArray::number(port)))
            continue;
        RedisUrl url;
        url.endpoints = {{.host = outside->toString(), .port = port}};
        return url;
    }
    qFatal("no free port on %s", qPrintable(outside->toString()));
}

} // namespace arbscope::test
