// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"
#include "core/redis/redisurl.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>

namespace arbscope {

/// A redis-server of our own: unix socket in a fresh 0700 directory, no TCP port, no persistence, ended with this
/// object and also when this process crashes (the server watches for its parent's end). Serves the demo, opened files
/// and the tests.
class PrivateServer
{
public:
    ~PrivateServer();
    PrivateServer(PrivateServer &&) noexcept;
    PrivateServer &operator=(PrivateServer &&) noexcept;

    /// Starts it and waits until it answers PING. `extraArguments` are redis-server's own ("--maxmemory", "1mb").
    /// Error Unreachable when the program redis-server is not found, with what to install.
    [[nodiscard]] static Result<PrivateServer> start(const QStringList &extraArguments = {});
    /// The same with the data of an RDB file, however long that takes; the file is only read. `onLoading(done, total)`
    /// tells the bytes. Error Unreachable, with the server's own log in it, when it does not take the file; Cancelled.
    [[nodiscard]] static Result<PrivateServer> startWithData(const QString &rdbFile, const QStringList &extraArguments,
                                                             const std::function<void(qint64, qint64)> &onLoading = {},
                                                             std::stop_token stop = {});

    [[nodiscard]] RedisUrl url() const; ///< unix:///…/redis.sock
    [[nodiscard]] QString directory() const;
    [[nodiscard]] qint64 processId() const;
    void stop(); ///< ends it and removes its directory

private:
    class Private;
    explicit PrivateServer(std::unique_ptr<Private> server);
    std::unique_ptr<Private> d;
};

} // namespace arbscope
