// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/allowlist.h"

#include <algorithm>
#include <array>

namespace arbscope {

namespace {

enum class Use { Read, Write };

struct Allowed
{
    QByteArrayView name; ///< upper case; with its subcommand where only that one is allowed
    Use use = Use::Read;
};

// Nothing here takes time in proportion to a whole store, except with ranges and counts that the caller bounds.
constexpr auto allowed = std::to_array<Allowed>({
    // the session
    {"AUTH"},
    {"SELECT"},
    {"PING"},
    {"CLIENT SETNAME"},
    {"CLIENT ID"},
    {"CLIENT TRACKING"},
    {"SUBSCRIBE"},
    // about the server
    {"INFO"},
    {"DBSIZE"},
    {"COMMAND"},
    {"COMMAND INFO"},
    {"COMMAND COUNT"},
    // keys
    {"SCAN"},
    {"TYPE"},
    {"EXISTS"},
    // the hash of reports
    {"HGET"},
    {"HMGET"},
    {"HLEN"},
    {"HEXISTS"},
    {"HSCAN"},
    {"HSTRLEN"},
    // the index by clock
    {"ZRANGE"},
    {"ZREVRANGE"},
    {"ZRANGEBYSCORE"},
    {"ZREVRANGEBYSCORE"},
    {"ZCARD"},
    {"ZCOUNT"},
    {"ZSCORE"},
    {"ZMSCORE"},
    {"ZRANK"},
    {"ZREVRANK"},
    {"ZSCAN"},
    // transactions that only look
    {"WATCH"},
    {"UNWATCH"},
    // storing and mending; MULTI with them, because a session for reading has nothing to make atomic
    {"MULTI", Use::Write},
    {"EXEC", Use::Write},
    {"DISCARD", Use::Write},
    {"HSET", Use::Write},
    {"HSETNX", Use::Write},
    {"ZADD", Use::Write},
    {"ZREM", Use::Write},
});

const Allowed *find(QByteArrayView name)
{
    const auto it = std::ranges::find(allowed, name, &Allowed::name);
    return it == allowed.end() ? nullptr : &*it;
}

// Commands with subcommands are listed by both words; the bare name then allows nothing but itself.
bool hasSubcommands(QByteArrayView name)
{
    return name == "CLIENT" || name == "COMMAND";
}

} // namespace

Result<void> checkAllowed(const CommandArgs &command, bool writable)
{
    QByteArray name = command.empty() ? QByteArray() : command.front().toUpper();
    const bool oneWord = !name.contains(' '); // two words in one argument name no command
    if (command.size() > 1 && hasSubcommands(name))
        name += ' ' + command[1].toUpper();
    const Allowed *found = oneWord ? find(name) : nullptr;
    if (!found)
        return std::unexpected(RedisError{.code = RedisErrorCode::Usage,
                                          .detail = QStringLiteral("ArbScope never sends this command"),
                                          .command = name});
    if (found->use == Use::Write && !writable)
        return std::unexpected(RedisError{.code = RedisErrorCode::ReadOnly, .command = name});
    return {};
}

} // namespace arbscope
