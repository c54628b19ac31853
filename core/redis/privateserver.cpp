// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/privateserver.h"

#include "core/redis/connection.h"
#include "core/redis/redislog.h"
#include "core/redis/supervisedprocess.h"
#include "core/redis/wait.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr std::chrono::seconds startTimeout{30}; // on a busy machine; from the last progress where a file is loaded
constexpr int knock = 10; // ms between two tries while the server is not there yet

std::unexpected<RedisError> fault(RedisErrorCode code, const QString &detail)
{
    return std::unexpected(RedisError{.code = code, .detail = detail});
}

/// The number in INFO's line "name:number"; 0 without one.
qint64 infoNumber(const QByteArray &info, const QByteArray &name)
{
    const qsizetype at = info.indexOf(QByteArray('\n' + name + ':'));
    if (at < 0)
        return 0;
    const qsizetype from = at + name.size() + 2;
    return info.mid(from, info.indexOf('\r', from) - from).toLongLong();
}

} // namespace

class PrivateServer::Private
{
public:
    using OnLoading = std::function<void(qint64, qint64)>;

    explicit Private(SupervisedProcess prepared)
        : process(std::move(prepared))
    { }
    [[nodiscard]] static Result<std::unique_ptr<Private>> prepare();
    [[nodiscard]] Result<void> start(const QStringList &extraArguments, const OnLoading &onLoading,
                                     const std::stop_token &stop);

    SupervisedProcess process;
    RedisUrl url;
    qsizetype logLines = 5; ///< that go into an error

private:
    [[nodiscard]] Result<void> waitUntilReady(const OnLoading &onLoading, const std::stop_token &stop);
    [[nodiscard]] qint64 loaded(RedisConnection &connection, const OnLoading &onLoading,
                                const std::stop_token &stop) const;
};

Result<std::unique_ptr<PrivateServer::Private>> PrivateServer::Private::prepare()
{
    auto process = SupervisedProcess::prepare();
    if (!process)
        return std::unexpected(std::move(process.error()));
    auto d = std::make_unique<Private>(std::move(*process));
    d->url.socketPath = d->process.filePath(QStringLiteral("redis.sock"));
    return d;
}

Result<void> PrivateServer::Private::start(const QStringList &extraArguments, const OnLoading &onLoading,
                                           const std::stop_token &stop)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("redis-server"));
    if (program.isEmpty())
        return fault(RedisErrorCode::Unreachable,
                     QStringLiteral("the program redis-server is not installed (Debian: apt install redis-server)"));
    const QStringList arguments{
        QStringLiteral("--port"),       QStringLiteral("0"),  QStringLiteral("--save"),       QString(),
        QStringLiteral("--appendonly"), QStringLiteral("no"), QStringLiteral("--daemonize"),  QStringLiteral("no"),
        QStringLiteral("--dir"),        process.directory(),  QStringLiteral("--unixsocket"), url.socketPath};
    if (const auto started = process.start(program, arguments + extraArguments); !started)
        return started;
    if (const auto ready = waitUntilReady(onLoading, stop); !ready)
        return ready;
    qCDebug(redisLog) << "private server" << process.processId() << "at" << url.display();
    return {};
}

Result<void> PrivateServer::Private::waitUntilReady(const OnLoading &onLoading, const std::stop_token &stop)
{
    Wait wait(stop, startTimeout, Wait::Counts::FromLastProgress);
    qint64 before = 0;
    for (;;) {
        const auto slice = wait.slice();
        if (!slice && slice.error().code == RedisErrorCode::Cancelled)
            return std::unexpected(slice.error());
        if (!slice)
            return fault(RedisErrorCode::TimedOut,
                         QStringLiteral("redis-server is not ready:\n") + process.output(logLines));
        auto connection = RedisConnection::open(url, {}, stop);
        const auto pong = connection ? connection->call({"PING"}, stop) : std::unexpected(connection.error());
        if (pong || pong.error().code == RedisErrorCode::Authentication
            || pong.error().code == RedisErrorCode::Permission)
            return {};
        if (connection && pong.error().code == RedisErrorCode::Loading) {
            if (const qint64 now = loaded(*connection, onLoading, stop); std::exchange(before, now) < now)
                wait.progressed();
        }
        if (process.hasEnded(std::min(*slice, knock)))
            return fault(RedisErrorCode::Unreachable,
                         QStringLiteral("redis-server ended at once:\n") + process.output(logLines));
    }
}

qint64 PrivateServer::Private::loaded(RedisConnection &connection, const OnLoading &onLoading,
                                      const std::stop_token &stop) const
{
    const auto info = connection.call({"INFO", "persistence"}, stop);
    if (!info || !info->bulk())
        return 0;
    const qint64 done = infoNumber(*info->bulk(), "loading_loaded_bytes");
    const qint64 total = infoNumber(*info->bulk(), "loading_total_bytes");
    if (onLoading && total > 0) // 0: it was done before it answered this
        onLoading(done, total);
    return done;
}

PrivateServer::PrivateServer(std::unique_ptr<Private> server)
    : d(std::move(server))
{ }

PrivateServer::~PrivateServer() = default;
PrivateServer::PrivateServer(PrivateServer &&) noexcept = default;
PrivateServer &PrivateServer::operator=(PrivateServer &&) noexcept = default;

Result<PrivateServer> PrivateServer::start(const QStringList &extraArguments)
{
    auto d = Private::prepare();
    if (!d)
        return std::unexpected(std::move(d.error()));
    if (const auto started = (*d)->start(extraArguments, {}, {}); !started)
        return std::unexpected(started.error());
    return PrivateServer(std::move(*d));
}

Result<PrivateServer> PrivateServer::startWithData(const QString &rdbFile, const QStringList &extraArguments,
                                                   const std::function<void(qint64, qint64)> &onLoading,
                                                   std::stop_token stop)
{
    auto d = Private::prepare();
    if (!d)
        return std::unexpected(std::move(d.error()));
    // A link is enough to keep the file from harm, however large it is and wherever it lies: loading reads it, and
    // saving, if somebody asked for it, would put a new file in the link's place.
    const QString link = (*d)->process.filePath(QStringLiteral("data.rdb"));
    if (!QFile::link(QFileInfo(rdbFile).absoluteFilePath(), link))
        return fault(RedisErrorCode::Unreachable, QStringLiteral("%1 cannot be made").arg(link));
    (*d)->logLines = 20; // the server looks through a damaged file and tells how far it got
    // The file may come from anywhere: let the server look at every value before it relies on it.
    const QStringList arguments{QStringLiteral("--dbfilename"), QStringLiteral("data.rdb"),
                                QStringLiteral("--sanitize-dump-payload"), QStringLiteral("yes")};
    if (const auto started = (*d)->start(arguments + extraArguments, onLoading, stop); !started)
        return std::unexpected(started.error());
    return PrivateServer(std::move(*d));
}

RedisUrl PrivateServer::url() const
{
    return d->url;
}

QString PrivateServer::directory() const
{
    return d->process.directory();
}

qint64 PrivateServer::processId() const
{
    return d->process.processId();
}

void PrivateServer::stop()
{
    d->process.stop();
}

} // namespace arbscope
