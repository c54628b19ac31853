// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include "core/redis/allowlist.h"
#include "core/redis/redislog.h"
#include "core/redis/sharedtunnel.h"
#include "core/redis/socketconnect.h"
#include "core/redis/wire.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

// Formatted commands of a pipeline that are handed to the socket at once.
constexpr qsizetype writeSlice = qsizetype{256} * 1024;

std::unexpected<RedisError> fault(RedisErrorCode code, const QString &detail = {})
{
    return std::unexpected(RedisError{.code = code, .detail = detail});
}

} // namespace

class RedisConnection::Private
{
public:
    [[nodiscard]] Result<void> openTunnel(const std::stop_token &stop);
    [[nodiscard]] Result<void> connect(Wait &wait);
    enum class Names { AsGiven, NoDefault };
    [[nodiscard]] Result<void> startSession(Wait &wait, Names names = Names::AsGiven);
    [[nodiscard]] Result<void> beforeSending(const std::stop_token &stop);
    [[nodiscard]] Result<void> probe(const std::stop_token &stop); ///< error Closed where nobody answers any more
    [[nodiscard]] Result<RedisReply> receive(const std::stop_token &stop, BulkBlock *into);
    void close();

    template <class T> [[nodiscard]] Result<T> closing(Result<T> result);
    template <class T> [[nodiscard]] Result<T> closingUnsure(Result<T> result); ///< after something was sent
    [[nodiscard]] Wait idleWait(const std::stop_token &stop) const
    {
        return {stop, options.replyTimeout, Wait::Counts::FromLastProgress};
    }

    RedisUrl url;
    ConnectionOptions options;
    std::shared_ptr<SshTunnel> tunnel; ///< where the way leads through one
    RedisWire wire;

private:
    [[nodiscard]] QString strangerHint() const;
};

void RedisConnection::Private::close()
{
    wire.close();
    tunnel.reset();
}

template <class T> Result<T> RedisConnection::Private::closing(Result<T> result)
{
    if (!result) {
        qCDebug(redisLog) << "closed" << url.display() << result.error().message();
        close();
    }
    return result;
}

template <class T> Result<T> RedisConnection::Private::closingUnsure(Result<T> result)
{
    if (!result)
        result.error().unsure = true;
    return closing(std::move(result));
}

Result<void> RedisConnection::Private::openTunnel(const std::stop_token &stop)
{
    ConnectionOptions session = options;
    session.sshDestination.clear();
    auto opened = sharedTunnel(
        url,
        {.destination = options.sshDestination, .configFile = options.sshConfigFile, .session = std::move(session)},
        stop);
    if (!opened)
        return std::unexpected(std::move(opened.error()));
    tunnel = std::move(*opened);
    return {};
}

Result<void> RedisConnection::Private::connect(Wait &wait)
{
    // The store keeps its own name; only the way to it is another.
    const RedisUrl &place = tunnel ? tunnel->url() : url;
    if (url.topology != RedisTopology::Single)
        return fault(RedisErrorCode::Usage, QStringLiteral("sentinels and clusters have no connection of their own"));
    if (place.endpoints.empty() && (place.tls || !place.isLocal()))
        return fault(RedisErrorCode::Usage, QStringLiteral("the address of the store has no host"));
    auto socket = place.isLocal() ? connectUnix(place.socketPath, wait) : connectTcp(place.endpoints.front(), wait);
    if (!socket)
        return std::unexpected(socket.error());
    if (!place.tls) {
        wire.open(makePlainTransport(std::move(*socket)));
        return {};
    }
    auto encrypted = makeTlsTransport(std::move(*socket), place.endpoints.front().host, options, wait);
    if (!encrypted)
        return std::unexpected(encrypted.error());
    wire.open(std::move(*encrypted));
    return {};
}

QString RedisConnection::Private::strangerHint() const
{
    constexpr char tlsAlert = 0x15;
    if (wire.firstByte() == tlsAlert)
        return QStringLiteral("it speaks TLS; the address should begin with rediss://");
    if (wire.firstByte() == 'H')
        return QStringLiteral("it may be a web server");
    if (wire.firstByte() == 0 && !url.tls)
        return QStringLiteral("it hung up on the first command; if it expects TLS, use rediss://");
    return {};
}

Result<void> RedisConnection::Private::startSession(Wait &wait, Names names)
{
    std::vector<CommandArgs> commands;
    const bool isDefaultUser = url.user == QLatin1StringView("default");
    if (!url.user.isEmpty() && !(isDefaultUser && names == Names::NoDefault))
        commands.push_back({"AUTH", url.user.toUtf8(), url.password.toUtf8()});
    else if (!url.password.isEmpty())
        commands.push_back({"AUTH", url.password.toUtf8()});
    if (url.database != 0)
        commands.push_back({"SELECT", QByteArray::number(url.database)});
    commands.push_back({"CLIENT", "SETNAME", "arbscope"});

    QByteArray bytes;
    for (const CommandArgs &command : commands)
        appendRespCommand(bytes, command);
    const auto written = wire.write(bytes, wait, static_cast<int>(commands.size()));
    // A server that wants no more clients says so and hangs up before it reads anything: hear it out.
    if (!written && written.error().code != RedisErrorCode::Closed)
        return written;
    bool tryWithoutName = false;
    for (const CommandArgs &command : commands) {
        const auto reply = wire.read(wait);
        if (!reply) {
            RedisError error = reply.error();
            if (error.code == RedisErrorCode::Protocol || error.code == RedisErrorCode::Closed) {
                if (const QString hint = strangerHint(); !hint.isEmpty())
                    error.detail = hint;
            }
            return std::unexpected(error);
        }
        if (!reply->error() || tryWithoutName)
            continue;
        // Redis 5 has the default user only, and AUTH takes no name there.
        tryWithoutName = isDefaultUser && names == Names::AsGiven && command.front() == "AUTH"
            && reply->error()->text.startsWith("ERR wrong number of arguments");
        if (tryWithoutName)
            continue;
        const RedisError error = errorOf(*reply->error(), command);
        const bool optional = command.front() == "CLIENT" && error.code != RedisErrorCode::Authentication
            && error.code != RedisErrorCode::Busy && error.code != RedisErrorCode::Protected;
        if (!optional)
            return std::unexpected(error);
    }
    return tryWithoutName ? startSession(wait, Names::NoDefault) : Result<void>();
}

Result<void> RedisConnection::Private::beforeSending(const std::stop_token &stop)
{
    if (!wire.isOpen())
        return fault(RedisErrorCode::Closed, QStringLiteral("this session is over"));
    if (wire.pending() > 0)
        return {};
    if (stop.stop_requested())
        return fault(RedisErrorCode::Cancelled);
    // Nothing is owed, so there must be nothing: bytes would be taken for the answer to what is sent next, and an
    // end noticed now is certain to come before the command was carried out.
    const auto silent = wire.isSilent();
    if (!silent)
        return closing<void>(std::unexpected(silent.error()));
    if (!*silent)
        return closing<void>(fault(RedisErrorCode::Protocol, QStringLiteral("an answer that nobody asked for")));
    return wire.silentFor() >= options.idleProbe.count() ? probe(stop) : Result<void>();
}

Result<void> RedisConnection::Private::probe(const std::stop_token &stop)
{
    QByteArray bytes;
    appendRespCommand(bytes, {"PING"});
    Wait wait(stop, std::min(options.probeTimeout, options.replyTimeout), Wait::Counts::FromStart);
    Result<void> answered = wire.write(bytes, wait, 1);
    if (answered) {
        if (const auto reply = wire.read(wait); !reply) // any reply will do
            answered = std::unexpected(reply.error());
    }
    if (!answered && answered.error().code == RedisErrorCode::TimedOut)
        answered = fault(RedisErrorCode::Closed, QStringLiteral("it was idle, and nobody answers any more"));
    return closing(std::move(answered));
}

RedisConnection::RedisConnection(std::unique_ptr<Private> session)
    : d(std::move(session))
{ }

RedisConnection::~RedisConnection() = default;
RedisConnection::RedisConnection(RedisConnection &&) noexcept = default;
RedisConnection &RedisConnection::operator=(RedisConnection &&) noexcept = default;

Result<RedisConnection> RedisConnection::open(const RedisUrl &url, const ConnectionOptions &options,
                                              std::stop_token stop)
{
    auto d = std::make_unique<Private>();
    d->url = url;
    d->options = options;
    if (!options.sshDestination.isEmpty()) {
        if (const auto opened = d->openTunnel(stop); !opened)
            return std::unexpected(opened.error());
    }
    Wait wait(std::move(stop), options.connectTimeout, Wait::Counts::FromStart);
    auto stands = d->connect(wait);
    if (stands)
        stands = d->startSession(wait);
    if (!stands) {
        if (d->tunnel && !d->tunnel->isAlive())
            stands.error().detail = d->tunnel->detail(QStringLiteral("the tunnel ended"));
        return std::unexpected(std::move(stands.error()));
    }
    qCDebug(redisLog) << "opened" << url.display();
    return RedisConnection(std::move(d));
}

Result<void> RedisConnection::send(const CommandArgs &command, std::stop_token stop)
{
    if (const auto permitted = checkAllowed(command, d->options.writable); !permitted)
        return permitted;
    if (const auto ready = d->beforeSending(stop); !ready)
        return ready;
    qCDebug(redisLog) << "send" << command.front();
    QByteArray bytes;
    appendRespCommand(bytes, command);
    Wait wait = d->idleWait(stop);
    return d->closingUnsure(d->wire.write(bytes, wait, 1));
}

Result<RedisReply> RedisConnection::Private::receive(const std::stop_token &stop, BulkBlock *into)
{
    if (!wire.isOpen())
        return fault(RedisErrorCode::Closed, QStringLiteral("this session is over"));
    if (wire.pending() == 0)
        return fault(RedisErrorCode::Usage, QStringLiteral("no reply is owed"));
    Wait wait = idleWait(stop);
    return closingUnsure(wire.read(wait, into));
}

Result<RedisReply> RedisConnection::receive(std::stop_token stop)
{
    return d->receive(stop, nullptr);
}

Result<RedisReply> RedisConnection::receiveBulks(BulkBlock &into, std::stop_token stop)
{
    return d->receive(stop, &into);
}

Result<RedisReply> RedisConnection::call(const CommandArgs &command, std::stop_token stop)
{
    if (d->wire.pending() > 0)
        return fault(RedisErrorCode::Usage, QStringLiteral("replies to earlier commands are still owed"));
    if (const auto sent = send(command, stop); !sent)
        return std::unexpected(sent.error());
    auto reply = receive(std::move(stop));
    if (reply && reply->error())
        return std::unexpected(errorOf(*reply->error(), command));
    return reply;
}

Result<std::vector<RedisReply>> RedisConnection::pipeline(const std::vector<CommandArgs> &commands,
                                                          std::stop_token stop)
{
    if (d->wire.pending() > 0)
        return fault(RedisErrorCode::Usage, QStringLiteral("replies to earlier commands are still owed"));
    for (const CommandArgs &command : commands) {
        if (const auto permitted = checkAllowed(command, d->options.writable); !permitted)
            return std::unexpected(permitted.error());
    }
    if (const auto ready = d->beforeSending(stop); !ready)
        return std::unexpected(ready.error());
    qCDebug(redisLog) << "pipeline of" << commands.size();
    Wait wait = d->idleWait(stop);
    QByteArray bytes;
    int replyCount = 0; // of these bytes
    for (size_t i = 0; i < commands.size(); ++i) {
        appendRespCommand(bytes, commands[i]);
        ++replyCount;
        if (bytes.size() < writeSlice && i + 1 < commands.size())
            continue;
        if (const auto written = d->closingUnsure(d->wire.write(bytes, wait, std::exchange(replyCount, 0))); !written)
            return std::unexpected(written.error());
        bytes.resize(0);
    }
    std::vector<RedisReply> replies;
    replies.reserve(commands.size());
    while (replies.size() < commands.size()) {
        auto reply = d->closingUnsure(d->wire.read(wait));
        if (!reply)
            return std::unexpected(reply.error());
        replies.push_back(std::move(*reply));
    }
    return replies;
}

Result<std::optional<RedisReply>> RedisConnection::receivePushed(std::chrono::milliseconds atMost, std::stop_token stop)
{
    if (!d->wire.isOpen())
        return fault(RedisErrorCode::Closed, QStringLiteral("this session is over"));
    if (d->wire.pending() > 0)
        return fault(RedisErrorCode::Usage, QStringLiteral("replies to earlier commands are still owed"));
    const Wait wait(stop, atMost, Wait::Counts::FromStart);
    for (;;) {
        auto message = d->closing(d->wire.takePushed());
        if (!message || *message)
            return message;
        const auto slice = wait.slice();
        if (!slice && slice.error().code == RedisErrorCode::TimedOut)
            return std::nullopt;
        if (!slice)
            return std::unexpected(slice.error());
        if (const auto waited = d->closing(d->wire.waitForMore(*slice)); !waited)
            return std::unexpected(waited.error());
    }
}

int RedisConnection::pending() const
{
    return d->wire.pending();
}

bool RedisConnection::isOpen() const
{
    return d->wire.isOpen();
}

bool RedisConnection::isWritable() const
{
    return d->options.writable;
}

const RedisUrl &RedisConnection::url() const
{
    return d->url;
}

void RedisConnection::close()
{
    d->close();
}

} // namespace arbscope
