// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include "core/redis/allowlist.h"

#include <QByteArrayView>

namespace arbscope {

namespace {

// Before Redis 6 a password was all that AUTH took.
constexpr QByteArrayView authTakesNoUser("ERR wrong number of arguments for 'auth' command");

RedisErrorCode codeOf(QByteArrayView text, QByteArrayView word)
{
    struct Known
    {
        QByteArrayView word;
        RedisErrorCode code;
    };
    static constexpr Known known[] = {
        {"WRONGPASS", RedisErrorCode::Authentication},
        {"NOAUTH", RedisErrorCode::Authentication},
        {"NOPERM", RedisErrorCode::Permission},
        {"WRONGTYPE", RedisErrorCode::WrongType},
        {"LOADING", RedisErrorCode::Loading},
        {"MASTERDOWN", RedisErrorCode::Loading},
        {"READONLY", RedisErrorCode::ReadOnly},
        {"OOM", RedisErrorCode::OutOfMemory},
        {"BUSY", RedisErrorCode::Busy},
        {"DENIED", RedisErrorCode::Protected},
        {"CLUSTERDOWN", RedisErrorCode::Unreachable},
        {"MOVED", RedisErrorCode::Unsupported},
        {"ASK", RedisErrorCode::Unsupported},
    };
    const auto it = std::ranges::find(known, word, &Known::word);
    if (it != std::end(known))
        return it->code;
    if (text.startsWith("ERR max number of clients"))
        return RedisErrorCode::Busy;
    // The last two are what Redis 5 says.
    static constexpr QByteArrayView aboutAuth[]
        = {"ERR AUTH", "ERR Client sent AUTH", "ERR invalid password", authTakesNoUser};
    if (std::ranges::any_of(aboutAuth, [text](QByteArrayView start) { return text.startsWith(start); }))
        return RedisErrorCode::Authentication;
    return RedisErrorCode::Server;
}

QString detailOf(QByteArrayView text, QByteArrayView word, const QByteArray &name, const CommandArgs &command)
{
    if (word == "DENIED")
        return QStringLiteral("without a password it serves only its own machine; set one, or connect through SSH");
    if (word == "MOVED" || word == "ASK")
        return QStringLiteral("the store is one node of a Redis Cluster: its address begins with redis-cluster://");
    if (word == "NOAUTH")
        return QStringLiteral("the store wants a password");
    if (text.startsWith(authTakesNoUser))
        return QStringLiteral(
            "this Redis is older than 6.0 and knows no user names; leave the name out of the address");
    if (name == "AUTH" && text.startsWith("ERR AUTH"))
        return QStringLiteral("the store has no password set, or does not know user names");
    // An unknown command is answered with its arguments, and those of AUTH are secret.
    const qsizetype arguments = text.indexOf(", with args beginning with");
    if (arguments >= 0)
        text = text.first(arguments);
    const auto isQuoted = [text](const QByteArray &argument) { return !argument.isEmpty() && text.contains(argument); };
    if (name == "AUTH" && std::any_of(command.begin() + 1, command.end(), isQuoted))
        return {};
    return QString::fromUtf8(text);
}

} // namespace

RedisError RedisConnection::errorOf(const RedisErrorReply &reply, const CommandArgs &command)
{
    const QByteArrayView text(reply.text);
    const qsizetype space = text.indexOf(' ');
    const QByteArrayView word = space < 0 ? text : text.first(space);
    const QByteArray name = command.empty() ? QByteArray() : command.front().toUpper();
    const QByteArray *key = keyOf(command);
    return {.code = codeOf(text, word),
            .detail = detailOf(text, word, name, command),
            .command = name,
            .key = key ? *key : QByteArray()};
}

} // namespace arbscope
