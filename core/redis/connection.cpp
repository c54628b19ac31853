// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include "core/redis/allowlist.h"
#include "core/redis/redislog.h"
#include "core/redis/respreader.h"
#include "core/redis/sharedtunnel.h"
#include "core/redis/socketconnect.h"
#include "core/redis/transport.h"

#include <array>
#include <deque>
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
    [[nodiscard]] Result<void> write(QByteArrayView bytes, Wait &wait);
    [[nodiscard]] Result<std::optional<RedisReply>> takePushed(); ///< a message that is there, else takes in what is
    [[nodiscard]] Result<RedisReply> read(Wait &wait, BulkBlock *into = nullptr);
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
    std::unique_ptr<Transport> transport; ///< none: closed
    RespReader reader;
    std::deque<RedisReply> early; ///< replies that came while commands were still being written
    int pending = 0;

private:
    [[nodiscard]] Result<bool> takeIn(); ///< whether there was anything
    [[nodiscard]] QString strangerHint() const;

    std::unique_ptr<std::array<char, RespReader::sliceSize>> m_buffer
        = std::make_unique<std::array<char, RespReader::sliceSize>>();
    char m_firstByte = 0; ///< of all that the server ever sent
};

void RedisConnection::Private::close()
{
    transport.reset();
    tunnel.reset();
    early.clear();
    pending = 0;
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
        transport = makePlainTransport(std::move(*socket));
        return {};
    }
    auto encrypted = makeTlsTransport(std::move(*socket), place.endpoints.front().host, options, wait);
    if (!encrypted)
        return std::unexpected(encrypted.error());
    transport = std::move(*encrypted);
    return {};
}

QString RedisConnection::Private::strangerHint() const
{
    constexpr char tlsAlert = 0x15;
    if (m_firstByte == tlsAlert)
        return QStringLiteral("it speaks TLS; the address should begin with rediss://");
    if (m_firstByte == 'H')
        return QStringLiteral("it may be a web server");
    if (m_firstByte == 0 && !url.tls)
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
    pending = static_cast<int>(commands.size());
    const auto written = write(bytes, wait);
    // A server that wants no more clients says so and hangs up before it reads anything: hear it out.
    if (!written && written.error().code != RedisErrorCode::Closed)
        return written;
    bool tryWithoutName = false;
    for (const CommandArgs &command : commands) {
        const auto reply = read(wait);
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
            && error.code != RedisErrorCode::Busy && error.code != RedisErrorCode::Refused;
        if (!optional)
            return std::unexpected(error);
    }
    return tryWithoutName ? startSession(wait, Names::NoDefault) : Result<void>();
}

Result<bool> RedisConnection::Private::takeIn()
{
    const auto size = transport->read(*m_buffer);
    if (!size)
        return std::unexpected(size.error());
    if (*size == 0)
        return false;
    if (m_firstByte == 0)
        m_firstByte = m_buffer->front();
    reader.feed(QByteArrayView(m_buffer->data(), *size));
    return true;
}

Result<void> RedisConnection::Private::beforeSending(const std::stop_token &stop)
{
    if (!transport)
        return fault(RedisErrorCode::Closed, QStringLiteral("this session is over"));
    if (pending > 0)
        return {};
    if (stop.stop_requested())
        return fault(RedisErrorCode::Cancelled);
    // Nothing is owed, so there must be nothing: bytes would be taken for the answer to what is sent next, and an
    // end noticed now is certain to come before the command was carried out.
    const auto came = takeIn();
    if (!came)
        return closing<void>(std::unexpected(came.error()));
    if (*came || !reader.isEmpty() || !early.empty())
        return closing<void>(fault(RedisErrorCode::Protocol, QStringLiteral("an answer that nobody asked for")));
    return {};
}

Result<void> RedisConnection::Private::write(QByteArrayView bytes, Wait &wait)
{
    while (!bytes.isEmpty()) {
        if (const auto going = wait.check(); !going)
            return going;
        const auto size = transport->write(bytes);
        if (!size)
            return std::unexpected(size.error());
        if (*size > 0) {
            bytes = bytes.sliced(*size);
            wait.progressed();
            continue;
        }
        // The socket is full. Take what the server sends meanwhile: it may be waiting for just that.
        const auto came = takeIn();
        if (!came)
            return std::unexpected(came.error());
        if (*came) {
            wait.progressed();
            for (;;) {
                auto reply = reader.next();
                if (!reply)
                    return std::unexpected(reply.error());
                if (!*reply)
                    break;
                early.push_back(std::move(**reply));
            }
            continue;
        }
        const auto slice = wait.slice();
        if (!slice)
            return std::unexpected(slice.error());
        if (const auto waited = transport->wait(true, *slice); !waited)
            return waited;
    }
    return {};
}

Result<RedisReply> RedisConnection::Private::read(Wait &wait, BulkBlock *into)
{
    if (!early.empty()) {
        RedisReply reply = std::move(early.front());
        early.pop_front();
        --pending;
        if (into)
            moveBulks(reply, *into);
        return reply;
    }
    for (;;) {
        if (const auto going = wait.check(); !going)
            return std::unexpected(going.error());
        auto reply = into ? reader.nextBulks(*into) : reader.next();
        if (!reply)
            return std::unexpected(reply.error());
        if (*reply) {
            --pending;
            return std::move(**reply);
        }
        const auto came = takeIn();
        if (!came)
            return std::unexpected(came.error());
        if (*came) {
            wait.progressed();
            continue;
        }
        const auto slice = wait.slice();
        if (!slice)
            return std::unexpected(slice.error());
        if (const auto waited = transport->wait(false, *slice); !waited)
            return std::unexpected(waited.error());
    }
}

Result<std::optional<RedisReply>> RedisConnection::Private::takePushed()
{
    if (!early.empty()) {
        RedisReply message = std::move(early.front());
        early.pop_front();
        return message;
    }
    auto message = reader.next();
    if (!message || *message)
        return message;
    if (const auto came = takeIn(); !came)
        return std::unexpected(came.error());
    return reader.next();
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
            stands.error().detail = QStringLiteral("ssh: ") + d->tunnel->words();
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
    ++d->pending;
    Wait wait = d->idleWait(stop);
    return d->closingUnsure(d->write(bytes, wait));
}

Result<RedisReply> RedisConnection::Private::receive(const std::stop_token &stop, BulkBlock *into)
{
    if (!transport)
        return fault(RedisErrorCode::Closed, QStringLiteral("this session is over"));
    if (pending == 0)
        return fault(RedisErrorCode::Usage, QStringLiteral("no reply is owed"));
    Wait wait = idleWait(stop);
    return closingUnsure(read(wait, into));
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
    if (d->pending > 0)
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
    if (d->pending > 0)
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
    for (size_t i = 0; i < commands.size(); ++i) {
        appendRespCommand(bytes, commands[i]);
        ++d->pending;
        if (bytes.size() < writeSlice && i + 1 < commands.size())
            continue;
        if (const auto written = d->closingUnsure(d->write(bytes, wait)); !written)
            return std::unexpected(written.error());
        bytes.resize(0);
    }
    std::vector<RedisReply> replies;
    replies.reserve(commands.size());
    while (replies.size() < commands.size()) {
        auto reply = d->closingUnsure(d->read(wait));
        if (!reply)
            return std::unexpected(reply.error());
        replies.push_back(std::move(*reply));
    }
    return replies;
}

Result<std::optional<RedisReply>> RedisConnection::receivePushed(std::chrono::milliseconds atMost, std::stop_token stop)
{
    if (!d->transport)
        return fault(RedisErrorCode::Closed, QStringLiteral("this session is over"));
    if (d->pending > 0)
        return fault(RedisErrorCode::Usage, QStringLiteral("replies to earlier commands are still owed"));
    const Wait wait(stop, atMost, Wait::Counts::FromStart);
    for (;;) {
        auto message = d->closing(d->takePushed());
        if (!message || *message)
            return message;
        const auto slice = wait.slice();
        if (!slice && slice.error().code == RedisErrorCode::TimedOut)
            return std::nullopt;
        if (!slice)
            return std::unexpected(slice.error());
        if (const auto waited = d->closing(d->transport->wait(false, *slice)); !waited)
            return std::unexpected(waited.error());
    }
}

int RedisConnection::pending() const
{
    return d->pending;
}

bool RedisConnection::isOpen() const
{
    return d->transport != nullptr;
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
