// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/rediserror.h"

#include <utility>

namespace arbscope {

namespace {

QString cause(const RedisError &error)
{
    const QString command = QString::fromUtf8(error.command);
    switch (error.code) {
    case RedisErrorCode::Refused:
        return QStringLiteral("the connection was refused");
    case RedisErrorCode::Unreachable:
        return QStringLiteral("the store could not be reached");
    case RedisErrorCode::TimedOut:
        return QStringLiteral("the store did not answer in time");
    case RedisErrorCode::Tls:
        return QStringLiteral("the TLS connection failed");
    case RedisErrorCode::Authentication:
        return QStringLiteral("the store refused the user name or password");
    case RedisErrorCode::Protected:
        return QStringLiteral("the store runs in protected mode");
    case RedisErrorCode::Permission:
        return QStringLiteral("this user has no permission to use %1").arg(command);
    case RedisErrorCode::WrongType:
        return QStringLiteral("the key %1 holds another type of value").arg(QString::fromUtf8(error.key));
    case RedisErrorCode::Loading:
        return QStringLiteral("the store is still loading its data");
    case RedisErrorCode::ReadOnly:
        return QStringLiteral("the store is open for reading only");
    case RedisErrorCode::OutOfMemory:
        return QStringLiteral("the store is out of memory");
    case RedisErrorCode::Busy:
        return QStringLiteral("the store is busy");
    case RedisErrorCode::Closed:
        return QStringLiteral("the store closed the connection");
    case RedisErrorCode::ScanLost:
        return QStringLiteral("the server that was being searched went away");
    case RedisErrorCode::Protocol:
        return QStringLiteral("what answered does not speak the Redis protocol as expected");
    case RedisErrorCode::Server:
        return QStringLiteral("the store reported an error");
    case RedisErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case RedisErrorCode::Unsupported:
        return QStringLiteral("not supported by this version");
    case RedisErrorCode::Usage:
        return QStringLiteral("this cannot be done");
    }
    std::unreachable();
}

} // namespace

QString RedisError::message() const
{
    return detail.isEmpty() ? cause(*this) : QString(cause(*this) + QStringLiteral(": ") + detail);
}

} // namespace arbscope
