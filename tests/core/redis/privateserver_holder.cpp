// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/privateserver.h"

#include <QFile>

#include <cstdio>
#include <thread>
#include <unistd.h>

// Prints the server's process id and directory, then waits to be killed. The thread that starts the server ends at
// once: the server must outlive it.
int main()
{
    std::optional<arbscope::PrivateServer> server;
    std::thread([&server] {
        auto started = arbscope::PrivateServer::start();
        if (started)
            server = std::move(*started);
    }).join();
    if (!server)
        return 1;
    std::printf("%lld %s\n", static_cast<long long>(server->processId()), qPrintable(server->directory()));
    std::fflush(stdout);
    for (;;)
        ::pause();
}
