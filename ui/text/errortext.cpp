// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"

#include "ui/text/displaytext.h"

#include <QCoreApplication>
#include <QStringList>

#include <utility>

namespace arbscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::ErrorWords)

public:
    static QString refused(const RedisUrl &url)
    {
        return url.isLocal() ? tr("Is a Redis server running, and is this its socket file?")
                             : tr("Is a Redis server running there, on this port? A firewall may also refuse.");
    }
    static QString unreachable(const RedisUrl &url)
    {
        return url.isLocal() ? tr("Check the path of the socket file, and that you may open it.")
                             : tr("Check the host name and the port, and that you are on the right network.");
    }
    static QString tls(const RedisUrl &url)
    {
        return url.tls
            ? tr("Check the host name, the CA file and the client certificate, and that this port speaks TLS.")
            : tr("Check whether this port asks for TLS.");
    }
    static QString authentication(const RedisUrl &url)
    {
        return url.password.isEmpty() ? tr("The store asks for a password: give one in the connect dialog.")
                                      : tr("Check the user name and the password.");
    }
    static ErrorWords of(const RedisError &error, const RedisUrl &url);
};

ErrorWords Words::of(const RedisError &error, const RedisUrl &url)
{
    const QString store = url.display();
    const QString command = displayBytes(error.command);
    const QString &detail = error.detail;
    switch (error.code) {
    case RedisErrorCode::Refused:
        return {tr("Nobody answers at %1.").arg(store), refused(url), detail};
    case RedisErrorCode::Unreachable:
        return {tr("%1 cannot be reached.").arg(store), unreachable(url), detail};
    case RedisErrorCode::TimedOut:
        return {tr("%1 did not answer in time.").arg(store),
                url.tls ? tr("It may be busy or out of reach, or this port may not speak TLS.")
                        : tr("It may be busy or out of reach. Try again in a moment."),
                detail};
    case RedisErrorCode::Tls:
        return {tr("No secure connection to %1.").arg(store), tls(url), detail};
    case RedisErrorCode::Authentication:
        return {tr("%1 did not let you in.").arg(store), authentication(url), detail};
    case RedisErrorCode::Protected:
        return {tr("%1 runs in protected mode.").arg(store),
                tr("It serves no other machine without a password. Ask its administrator for one, or connect through "
                   "SSH."),
                detail};
    case RedisErrorCode::Permission:
        return {command.isEmpty() ? tr("This user lacks a permission.")
                                  : tr("This user has no permission to use %1.").arg(command),
                tr("Ask the store's administrator for it, or connect as another user."), detail};
    case RedisErrorCode::WrongType:
        return {tr("The key %1 holds something else than execution reports.").arg(displayBytes(error.key)),
                tr("Another program may use this name. The key was left as it is."), detail};
    case RedisErrorCode::Loading:
        return {tr("The store is still loading its data."), tr("Try again in a moment."), detail};
    case RedisErrorCode::ReadOnly:
        return {tr("The store can only be read."), tr("Connect to the primary server to change anything."), detail};
    case RedisErrorCode::OutOfMemory:
        return {tr("The store has run out of memory."), tr("Its administrator has to make room first."), detail};
    case RedisErrorCode::Busy:
        return {tr("The store is busy."), tr("Try again in a moment."), detail};
    case RedisErrorCode::Closed:
        return {tr("%1 closed the connection.").arg(store), tr("Try again; the server may have been restarted."),
                detail};
    case RedisErrorCode::ScanLost:
        return {tr("A server of %1 went away while it was being searched.").arg(store), tr("Try again in a moment."),
                detail};
    case RedisErrorCode::Protocol:
        return {tr("What answers at %1 is not Redis as expected.").arg(store),
                url.tls ? tr("Check the port.") : tr("Check the port, and whether it asks for TLS."), detail};
    case RedisErrorCode::Server:
        return {tr("The store reported an error."), tr("Its own words say more."), detail};
    case RedisErrorCode::Cancelled:
        return {tr("Cancelled."), {}, detail};
    case RedisErrorCode::Unsupported:
        return {tr("This address is not enough for this store."),
                tr("A Redis Cluster is opened with redis-cluster:// or rediss-cluster://."), detail};
    case RedisErrorCode::Usage:
        return {tr("This cannot be done."), {}, detail};
    }
    std::unreachable();
}

} // namespace

QString ErrorWords::text() const
{
    QStringList lines{title, advice, detail};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

ErrorWords errorWords(const RedisError &error, const RedisUrl &url)
{
    return Words::of(error, url);
}

} // namespace arbscope
