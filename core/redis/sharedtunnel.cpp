// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/sharedtunnel.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

namespace arbscope {

namespace {

struct Way
{
    std::weak_ptr<SshTunnel> tunnel;
    bool opening = false; ///< by some thread
};

struct Ways
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::map<QString, Way> byName; ///< a few: one for each store of the program's run
};

Ways &ways()
{
    static Ways all;
    return all;
}

/// Without user and database, which belong to a connection and not to the way.
QString nameOf(RedisUrl store, const SshTunnelOptions &options)
{
    store.user.clear();
    store.database = 0;
    return options.destination + u'\n' + options.configFile + u'\n' + store.display();
}

} // namespace

Result<std::shared_ptr<SshTunnel>> sharedTunnel(const RedisUrl &store, const SshTunnelOptions &options,
                                                std::stop_token stop)
{
    Ways &all = ways();
    std::unique_lock lock(all.mutex);
    Way &way = all.byName[nameOf(store, options)]; // stays where it is
    if (!all.changed.wait(lock, stop, [&way] { return !way.opening; }))
        return std::unexpected(RedisError{.code = RedisErrorCode::Cancelled});
    if (auto tunnel = way.tunnel.lock(); tunnel && tunnel->isAlive())
        return tunnel;
    way.opening = true;
    lock.unlock();
    auto opened = SshTunnel::open(store, options, std::move(stop));
    lock.lock();
    way.opening = false;
    all.changed.notify_all();
    if (!opened)
        return std::unexpected(std::move(opened.error()));
    auto tunnel = std::make_shared<SshTunnel>(std::move(*opened));
    way.tunnel = tunnel;
    return tunnel;
}

} // namespace arbscope
