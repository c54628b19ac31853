// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/routedsession.h"

#include "core/redis/allowlist.h"
#include "core/redis/redislog.h"
#include "core/redis/respreader.h"
#include "core/redis/wait.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

using namespace std::chrono_literals;

constexpr auto FirstPause = 20ms; // before what waits is sent a second time
constexpr auto LongestPause = 500ms;

/// Whether another server, or the same one a little later, may do.
bool mayPass(RedisErrorCode code)
{
    switch (code) {
    case RedisErrorCode::Refused:
    case RedisErrorCode::Unreachable:
    case RedisErrorCode::TimedOut:
    case RedisErrorCode::Closed:
    case RedisErrorCode::Loading:
    case RedisErrorCode::ReadOnly:
        return true;
    default:
        return false;
    }
}

RedisError scanLost(const CommandArgs &command, const RedisError &cause)
{
    const QByteArray *key = keyOf(command);
    return {.code = RedisErrorCode::ScanLost,
            .detail = cause.message(),
            .command = command.front(),
            .key = key ? *key : QByteArray()};
}

bool isAnyOf(const QByteArray &name, std::initializer_list<QByteArrayView> names)
{
    return std::ranges::find(names, QByteArrayView(name)) != names.end();
}

} // namespace

RoutedSession::Request RoutedSession::requestFor(CommandArgs command)
{
    const QByteArray name = command.front().toUpper();
    const std::size_t cursorAt = name == "SCAN" ? 1 : 2;
    Request request{.command = std::move(command)};
    request.scans = isAnyOf(name, {"SCAN", "HSCAN", "ZSCAN"}) && request.command.size() > cursorAt;
    request.goesOn = request.scans && request.command[cursorAt] != "0";
    if (isWrite(request.command))
        request.kind = Kind::Write;
    else if (request.goesOn)
        request.kind = Kind::Scan;
    return request;
}

Result<void> RoutedSession::send(CommandArgs command, const std::stop_token &stop)
{
    if (const auto permitted = checkAllowed(command, m_options.writable); !permitted)
        return permitted;
    const QByteArray name = command.front().toUpper();
    const bool begins = isAnyOf(name, {"WATCH", "MULTI"});
    const bool ends = isAnyOf(name, {"EXEC", "DISCARD", "UNWATCH"});
    if (isCluster() && (begins || ends || name == "SCAN"))
        return std::unexpected(RedisError{.code = RedisErrorCode::Usage,
                                          .detail = QStringLiteral("no server of a cluster can do this for all"),
                                          .command = name});
    Request request = requestFor(std::move(command));
    if (m_inTransaction || begins || ends)
        request.kind = Kind::Transaction;
    m_inTransaction = begins || (m_inTransaction && !ends);
    return queue(std::move(request), stop);
}

Result<void> RoutedSession::sendTo(const RedisEndpoint &server, CommandArgs command, const std::stop_token &stop)
{
    if (const auto permitted = checkAllowed(command, m_options.writable); !permitted)
        return permitted;
    Request request = requestFor(std::move(command));
    request.kind = Kind::Scan;
    request.only = server;
    return queue(std::move(request), stop);
}

Result<void> RoutedSession::queue(Request request, const std::stop_token &stop)
{
    if (!m_open)
        return std::unexpected(
            RedisError{.code = RedisErrorCode::Closed, .detail = QStringLiteral("this session is over")});
    if (m_row.empty()) {
        if (stop.stop_requested())
            return std::unexpected(RedisError{.code = RedisErrorCode::Cancelled});
        ++m_pass;
    }
    m_row.push_back(std::move(request));
    return dispatch(m_first + m_row.size() - 1, stop);
}

/// Sends a request to the server that it belongs to; where that cannot be reached now, it waits.
Result<void> RoutedSession::dispatch(quint64 number, const std::stop_token &stop)
{
    Request &request = at(number);
    Server *server = serverFor(request);
    if (!server) {
        m_mapIsOld = true;
        m_lastError = {.code = RedisErrorCode::Unreachable,
                       .detail = QStringLiteral("no server of the cluster has this key's slot"),
                       .command = request.command.front()};
    }
    const QByteArray *key = keyOf(request.command);
    const QByteArray scanKey = key ? *key : QByteArray();
    if (!server || server->failedIn == m_pass || (request.goesOn && !server->scans.contains(scanKey)))
        return notSent(number, m_lastError);
    if (!server->connection) {
        if (const auto connected = connect(*server, stop); !connected) {
            if (!mayPass(connected.error().code))
                return over(connected.error());
            server->failedIn = m_pass;
            m_mapIsOld = true;
            m_lastError = connected.error();
            return notSent(number, connected.error());
        }
    }
    if (request.asking) {
        const auto asked = server->connection->send({QByteArrayLiteral("ASKING")}, stop);
        if (!asked) {
            const auto told = notSent(number, asked.error());
            return told ? lost(*server, asked.error()) : told;
        }
        server->owes.push_back(0);
    }
    if (const auto sent = server->connection->send(request.command, stop); !sent) {
        if (sent.error().unsure && request.kind == Kind::Write) {
            request.answer = std::unexpected(sent.error());
        } else if (const auto told = notSent(number, sent.error()); !told) {
            return told;
        }
        return lost(*server, sent.error());
    }
    request.sentTo = server;
    server->owes.push_back(number);
    if (request.scans)
        server->scans.insert(scanKey);
    return {};
}

Result<void> RoutedSession::notSent(quint64 number, const RedisError &error)
{
    Request &request = at(number);
    if (request.kind == Kind::Transaction)
        return over(error);
    if (request.kind == Kind::Scan)
        request.answer = std::unexpected(scanLost(request.command, error));
    else
        m_waiting.push_back(number);
    return {};
}

Result<RedisReply> RoutedSession::receive(BulkBlock *into, const std::stop_token &stop)
{
    if (!m_open)
        return std::unexpected(
            RedisError{.code = RedisErrorCode::Closed, .detail = QStringLiteral("this session is over")});
    if (m_row.empty())
        return std::unexpected(RedisError{.code = RedisErrorCode::Usage, .detail = QStringLiteral("no reply is owed")});
    while (!m_row.front().answer) {
        Server *server = m_row.front().sentTo;
        const auto done = server ? readOne(*server, into, stop) : resend(stop);
        if (!done)
            return std::unexpected(done.error());
    }
    m_trouble.reset();
    const bool inBlock = m_row.front().inBlock;
    Result<RedisReply> reply = std::move(*m_row.front().answer);
    m_row.pop_front();
    ++m_first;
    if (reply && into && !inBlock)
        moveBulks(*reply, *into);
    return reply;
}

/// The next answer of a server, whichever request it is for.
Result<void> RoutedSession::readOne(Server &server, BulkBlock *into, const std::stop_token &stop)
{
    const quint64 number = server.owes.front();
    const bool inBlock = into && number == m_first;
    const std::size_t bytes = inBlock ? into->bytes.size() : 0;
    const std::size_t items = inBlock ? into->items.size() : 0;
    auto reply = inBlock ? server.connection->receiveBulks(*into, stop) : server.connection->receive(stop);
    if (!reply) {
        if (inBlock) { // a part of it may have come
            into->bytes.resize(bytes);
            into->items.resize(items);
        }
        return lost(server, std::move(reply.error()));
    }
    server.owes.pop_front();
    if (number == 0) // if ASKING was refused, the command behind it is too
        return {};
    Request &request = at(number);
    request.sentTo = nullptr;
    if (reply->error() && asksAgain(number, server, *reply->error()))
        return {};
    request.inBlock = inBlock;
    request.answer = std::move(*reply);
    return {};
}

/// Whether an error reply says that the command was not carried out here, but may be elsewhere or later. It has been
/// dealt with then.
bool RoutedSession::asksAgain(quint64 number, const Server &server, const RedisErrorReply &error)
{
    Request &request = at(number);
    const QByteArray word = error.text.left(error.text.indexOf(' '));
    const auto redirect = isCluster() ? redirectIn(error.text, server.address, m_options.addressMap) : std::nullopt;
    const bool later = isAnyOf(word, {"LOADING", "MASTERDOWN", "READONLY", "CLUSTERDOWN", "TRYAGAIN"});
    if (!redirect && !later)
        return false;
    m_lastError = RedisConnection::errorOf(error, request.command);
    if (redirect) // only told where the servers send each other round in circles
        m_lastError = {.code = RedisErrorCode::Server, .detail = QString::fromUtf8(error.text)};
    if (redirect && redirect->kind == Redirect::Kind::Moved) {
        const Shard *known = m_map.shardOf(redirect->slot);
        m_mapIsOld = m_mapIsOld || !known || known->master != redirect->to;
        m_map.move(redirect->slot, redirect->to);
        m_moved.push_back(*redirect);
        request.notReplica = true;
    }
    request.asking.reset();
    if (redirect && redirect->kind == Redirect::Kind::Ask)
        request.asking = redirect->to;
    if (later && word != "TRYAGAIN") {
        m_mapIsOld = true;
        request.notReplica = true;
    }
    if (request.kind == Kind::Transaction)
        return false; // its other commands are where they are
    if (request.kind == Kind::Scan)
        request.answer = std::unexpected(scanLost(request.command, m_lastError));
    else
        m_waiting.push_back(number);
    return true;
}

/// A server's connection has ended: what it owes comes from elsewhere, or not at all.
Result<void> RoutedSession::lost(Server &server, RedisError error)
{
    qCDebug(redisLog) << "lost" << server.address.host << server.address.port << error.message();
    server.connection.reset();
    server.scans.clear();
    const std::deque<quint64> owed = std::exchange(server.owes, {});
    const auto isKind = [this](Kind kind) { return [this, kind](quint64 n) { return n != 0 && at(n).kind == kind; }; };
    const bool inTransaction = m_inTransaction || std::ranges::any_of(owed, isKind(Kind::Transaction));
    if (!mayPass(error.code) || inTransaction) {
        error.unsure = error.unsure || inTransaction || std::ranges::any_of(owed, isKind(Kind::Write));
        return over(std::move(error));
    }
    m_mapIsOld = true;
    m_lastError = error;
    for (const quint64 number : owed) {
        if (number == 0)
            continue;
        Request &request = at(number);
        request.sentTo = nullptr;
        if (request.kind == Kind::Write) {
            RedisError unsure = error;
            unsure.unsure = true;
            request.answer = std::unexpected(std::move(unsure));
        } else if (const auto waits = notSent(number, error); !waits) {
            return waits;
        }
    }
    return {};
}

/// Sends what waits once more, to where it belongs by now.
Result<void> RoutedSession::resend(const std::stop_token &stop)
{
    if (!m_trouble) {
        m_trouble = QDeadlineTimer(m_options.failoverTimeout);
        m_pause = FirstPause;
    } else {
        if (m_trouble->hasExpired())
            return over(m_lastError);
        if (const auto paused = pauseFor(std::min(m_pause, timeLeft()), stop); !paused)
            return over(paused.error());
        m_pause = std::min<std::chrono::milliseconds>(m_pause * 2, LongestPause);
    }
    ++m_pass;
    if (m_mapIsOld) {
        if (const auto known = refresh(stop); !known && known.error().code == RedisErrorCode::Cancelled)
            return over(known.error());
    }
    std::vector<quint64> numbers = std::exchange(m_waiting, {});
    std::ranges::sort(numbers);
    for (const quint64 number : numbers) {
        if (const auto sent = dispatch(number, stop); !sent)
            return sent;
    }
    return {};
}

std::unexpected<RedisError> RoutedSession::over(RedisError error)
{
    close();
    return std::unexpected(std::move(error));
}

void RoutedSession::close()
{
    m_open = false;
    m_servers.clear();
    m_first += m_row.size();
    m_row.clear();
    m_waiting.clear();
}

} // namespace arbscope
