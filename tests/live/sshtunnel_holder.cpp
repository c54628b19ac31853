// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/sshtunnel.h"

#include <QFileInfo>

#include <cstdio>
#include <unistd.h>

// sshtunnel_holder URL CONFIG DESTINATION: opens the tunnel, prints ssh's process id and the directory of the socket,
// then waits to be killed.
int main(int count, char **arguments)
{
    if (count != 4)
        return 2;
    const auto store = arbscope::RedisUrl::parse(QString::fromUtf8(arguments[1]));
    if (!store)
        return 2;
    const auto tunnel = arbscope::SshTunnel::open(
        *store, {.destination = QString::fromUtf8(arguments[3]), .configFile = QString::fromUtf8(arguments[2])});
    if (!tunnel)
        return 1;
    std::printf("%lld %s\n", static_cast<long long>(tunnel->processId()),
                qPrintable(QFileInfo(tunnel->url().socketPath).path()));
    std::fflush(stdout);
    for (;;)
        ::pause();
}
