// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace arbscope {

enum class RedisErrorCode {
    Refused,        ///< nobody listens there
    Unreachable,    ///< no route, no such host, no such socket file, no permission to open it
    TimedOut,       ///< no answer within the deadline
    Tls,            ///< handshake, certificate or host name; the detail says which
    Authentication, ///< WRONGPASS, NOAUTH
    Protected,      ///< DENIED: protected mode, which serves other machines only by a password
    Permission,     ///< NOPERM; `command` is what was refused
    WrongType,      ///< WRONGTYPE; `key` is the key at fault
    Loading,        ///< LOADING, MASTERDOWN: try again later
    ReadOnly,       ///< READONLY replica, or a session opened for reading only
    OutOfMemory,    ///< OOM
    Busy,           ///< BUSY script, max number of clients
    Closed,         ///< the connection ended in the middle of something
    ScanLost,       ///< the server that a SCAN or HSCAN was going on at is lost, or the key left it: begin it anew
    Protocol,       ///< bytes that are not RESP, or an answer of another shape than the command's
    Server,         ///< any other error reply; `detail` has its words
    Cancelled,      ///< the stop token was used
    Unsupported,    ///< not with this kind of address (a node of a cluster, as if it were the whole)
    Usage,          ///< a wrong URL, file, or option; `detail` says what
};

/// Why something with the store failed. Holds no secret: `command` is the command's name only.
struct RedisError
{
    RedisErrorCode code = RedisErrorCode::Server;
    QString detail{};     ///< the system's or the server's own words, plain text
    QByteArray command{}; ///< name of the command at fault, may be empty
    QByteArray key{};     ///< key at fault, may be empty; bytes
    bool unsure = false;  ///< something of the command may have reached the store, so it may have been carried out

    /// English sentence for the command line and logs; the window words its own from the parts.
    [[nodiscard]] QString message() const;
};

template <class T> using Result = std::expected<T, RedisError>;

} // namespace arbscope
