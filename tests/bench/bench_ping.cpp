// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_ping SOCKET: another client that asks PING about once a millisecond until its standard input ends, and then
// prints the milliseconds that it waited.
#include "tests/bench/statistics.h"

#include <hiredis/hiredis.h>

#include <poll.h>
#include <unistd.h>

#include <chrono>

int main(int argc, char **argv)
{
    redisContext *redis = argc == 2 ? redisConnectUnix(argv[1]) : nullptr;
    if (redis == nullptr || redis->err != 0)
        return std::fputs("Usage: bench_ping SOCKET (of a running redis-server)\n", stderr), 2;
    std::vector<double> waits;
    for (pollfd input{STDIN_FILENO, POLLIN, 0}; poll(&input, 1, 1) == 0;) {
        const auto start = std::chrono::steady_clock::now();
        void *reply = redisCommand(redis, "PING");
        waits.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        if (reply == nullptr)
            return std::fprintf(stderr, "bench_ping: %s\n", redis->errstr), 1;
        freeReplyObject(reply);
    }
    redisFree(redis);
    if (!waits.empty())
        arbscope::bench::printStatistics("ping_ms", waits);
    return 0;
}
