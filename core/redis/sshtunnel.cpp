// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/sshtunnel.h"

#include "core/redis/connection.h"
#include "core/redis/redislog.h"
#include "core/redis/wait.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr int knock = 20; // ms between two tries while ssh has not made its socket yet

std::unexpected<RedisError> fault(RedisErrorCode code, const QString &detail = {})
{
    return std::unexpected(RedisError{.code = code, .detail = detail});
}

/// A path as a part of -L, where ":" separates and "%" begins a token.
QString forwardPath(QString path)
{
    path.replace(u'\\', QStringLiteral("\\\\"));
    path.replace(u':', QStringLiteral("\\:"));
    path.replace(u'%', QStringLiteral("%%"));
    return path;
}

Result<QString> farEnd(const RedisUrl &store)
{
    if (store.topology != RedisTopology::Single)
        return fault(RedisErrorCode::Unsupported,
                     QStringLiteral("an SSH tunnel leads to one server, not to a Sentinel or Cluster store"));
    if (store.isLocal())
        return forwardPath(store.socketPath);
    if (store.endpoints.empty())
        return fault(RedisErrorCode::Usage, QStringLiteral("the address of the store has no host"));
    const RedisEndpoint &endpoint = store.endpoints.front();
    const QString host = endpoint.host.contains(u':') ? QString(u'[' + endpoint.host + u']') : endpoint.host;
    return QString(host + u':' + QString::number(endpoint.port));
}

/// "user@host:2222" as ssh takes it; everything else is ssh's own to understand.
QString sshWord(const QString &destination)
{
    static const QRegularExpression withPort(
        QStringLiteral("^([^@/]+@)?([^:@/\\[\\]]+|\\[[0-9a-fA-F:.%]+\\]):[0-9]{1,5}$"));
    return withPort.match(destination).hasMatch() ? QString(QStringLiteral("ssh://") + destination) : destination;
}

} // namespace

SshTunnel::SshTunnel(SupervisedProcess process, RedisUrl url)
    : m_process(std::move(process))
    , m_url(std::move(url))
{ }

Result<SshTunnel> SshTunnel::open(const RedisUrl &store, const SshTunnelOptions &options, std::stop_token stop)
{
    const auto far = farEnd(store);
    if (!far)
        return std::unexpected(far.error());
    // ssh would take it for an option, which may be a command to run.
    if (options.destination.isEmpty() || options.destination.startsWith(u'-'))
        return fault(RedisErrorCode::Usage,
                     QStringLiteral("\"%1\" is no SSH destination; give a host, an alias, or user@host")
                         .arg(options.destination));
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ssh"));
    if (program.isEmpty())
        return fault(RedisErrorCode::Unreachable,
                     QStringLiteral("the program ssh is not installed (Debian: apt install openssh-client)"));
    auto process = SupervisedProcess::prepare();
    if (!process)
        return std::unexpected(std::move(process.error()));

    RedisUrl url = store;
    url.socketPath = process->filePath(QStringLiteral("redis.sock"));
    QStringList arguments{QStringLiteral("-N")};
    const auto set = [&arguments](const QString &option) { arguments << QStringLiteral("-o") << option; };
    set(QStringLiteral("BatchMode=yes"));
    set(QStringLiteral("ExitOnForwardFailure=yes"));
    set(QStringLiteral("StreamLocalBindUnlink=yes"));
    // A connection of its own: a shared one would keep the forwarding after our ssh has ended.
    set(QStringLiteral("ControlMaster=no"));
    set(QStringLiteral("ControlPath=none"));
    // A network that died silently ends the tunnel within a minute.
    set(QStringLiteral("ServerAliveInterval=15"));
    set(QStringLiteral("ServerAliveCountMax=3"));
    if (!options.configFile.isEmpty())
        arguments << QStringLiteral("-F") << options.configFile;
    arguments << QStringLiteral("-L") << QString(forwardPath(url.socketPath) + u':' + *far) << QStringLiteral("--")
              << sshWord(options.destination);
    if (const auto started = process->start(program, arguments); !started)
        return std::unexpected(started.error());
    SshTunnel tunnel(std::move(*process), std::move(url));
    if (const auto ready = tunnel.waitUntilReady(options, stop); !ready)
        return std::unexpected(ready.error());
    qCDebug(redisLog) << "tunnel through" << options.destination << "to" << store.display();
    return tunnel;
}

Result<void> SshTunnel::waitUntilReady(const SshTunnelOptions &options, const std::stop_token &stop) const
{
    const Wait wait(stop, options.timeout, Wait::Counts::FromStart);
    RedisUrl stranger = m_url; // the question is who answers, not whether we may come in
    stranger.user.clear();
    stranger.password.clear();
    stranger.database = 0;
    for (;;) {
        const auto slice = wait.slice();
        if (!slice && slice.error().code == RedisErrorCode::Cancelled)
            return std::unexpected(slice.error());
        if (!slice)
            return fault(RedisErrorCode::TimedOut, detail(QStringLiteral("the tunnel does not stand")));
        ConnectionOptions patient = options.session;
        patient.connectTimeout = wait.remaining();
        const auto session = RedisConnection::open(stranger, patient, stop);
        if (session)
            return {};
        switch (session.error().code) {
        case RedisErrorCode::Refused:
        case RedisErrorCode::Unreachable: // ssh has not made the socket yet
            break;
        case RedisErrorCode::Tls:
            if (!words().contains(QStringLiteral("open failed")))
                return {}; // a greeting, if not one to be trusted; that is for the session to say
            [[fallthrough]];
        case RedisErrorCode::Closed: // ssh took the connection, but nobody did at the far end
            return fault(RedisErrorCode::Refused, detail(QStringLiteral("the far end hung up")));
        case RedisErrorCode::Protocol:
        case RedisErrorCode::TimedOut:
        case RedisErrorCode::Cancelled:
            return std::unexpected(session.error());
        default: // an answer, if not a friendly one
            return {};
        }
        if (m_process.hasEnded(std::min(*slice, knock)))
            return fault(RedisErrorCode::Unreachable, detail(QStringLiteral("it ended at once")));
    }
}

QString SshTunnel::detail(const QString &otherwise) const
{
    const QString name = QStringLiteral("ssh: "); // some of its messages begin so, others do not
    QString said = words();
    if (said.isEmpty())
        said = otherwise;
    return said.startsWith(name) ? said : QString(name + said);
}

bool SshTunnel::isAlive() const
{
    return !m_process.hasEnded();
}

QString SshTunnel::words() const
{
    return m_process.output();
}

qint64 SshTunnel::processId() const
{
    return m_process.processId();
}

void SshTunnel::close()
{
    m_process.stop();
}

} // namespace arbscope
