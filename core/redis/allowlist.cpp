// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/allowlist.h"

#include <algorithm>
#include <array>

namespace arbscope {

namespace {

enum class Use { Read, Write };
enum class Key { None, First };

struct Allowed
{
    QByteArrayView name; ///< upper case; with its subcommand where only that one is allowed
    Key key = Key::None;
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
    // which servers there are, and what each is
    {"SENTINEL GET-MASTER-ADDR-BY-NAME"},
    {"SENTINEL REPLICAS"},
    {"CLUSTER SLOTS"},
    {"CLUSTER NODES"},
    {"ROLE"},
    {"READONLY"},
    {"ASKING"},
    // keys
    {"SCAN"},
    {"TYPE", Key::First},
    {"EXISTS", Key::First},
    // the hash of reports
    {"HGET", Key::First},
    {"HMGET", Key::First},
    {"HLEN", Key::First},
    {"HEXISTS", Key::First},
    {"HSCAN", Key::First},
    {"HSTRLEN", Key::First},
    // the index by clock
    {"ZRANGE", Key::First},
    {"ZREVRANGE", Key::First},
    {"ZRANGEBYSCORE", Key::First},
    {"ZREVRANGEBYSCORE", Key::First},
    {"ZCARD", Key::First},
    {"ZCOUNT", Key::First},
    {"ZSCORE", Key::First},
    {"ZMSCORE", Key::First},
    {"ZRANK", Key::First},
    {"ZREVRANK", Key::First},
    {"ZSCAN", Key::First},
    // transactions that only look
    {"WATCH", Key::First},
    {"UNWATCH"},
    // storing and mending; MULTI with them, because a session for reading has nothing to make atomic
    {"MULTI", Key::None, Use::Write},
    {"EXEC", Key::None, Use::Write},
    {"DISCARD", Key::None, Use::Write},
    {"HSET", Key::First, Use::Write},
    {"HSETNX", Key::First, Use::Write},
    {"ZADD", Key::First, Use::Write},
});

const Allowed *find(QByteArrayView name)
{
    const auto it = std::ranges::find(allowed, name, &Allowed::name);
    return it == allowed.end() ? nullptr : &*it;
}

// Commands with subcommands are listed by both words; the bare name then allows nothing but itself.
bool hasSubcommands(QByteArrayView name)
{
    return name == "CLIENT" || name == "COMMAND" || name == "SENTINEL" || name == "CLUSTER";
}

QByteArray nameOf(const CommandArgs &command)
{
    QByteArray name = command.empty() ? QByteArray() : command.front().toUpper();
    if (command.size() > 1 && hasSubcommands(name))
        name += ' ' + command[1].toUpper();
    return name;
}

} // namespace

Result<void> checkAllowed(const CommandArgs &command, bool writable)
{
    const QByteArray name = nameOf(command);
    const bool oneWord = command.empty() || !command.front().contains(' '); // two words in one name no command
    const Allowed *found = oneWord ? find(name) : nullptr;
    if (!found)
        return std::unexpected(RedisError{.code = RedisErrorCode::Usage,
                                          .detail = QStringLiteral("ArbScope never sends this command"),
                                          .command = name});
    if (found->use == Use::Write && !writable)
        return std::unexpected(RedisError{.code = RedisErrorCode::ReadOnly, .command = name});
    return {};
}

const QByteArray *keyOf(const CommandArgs &command)
{
    const Allowed *found = find(nameOf(command));
    return found && found->key == Key::First && command.size() > 1 ? &command[1] : nullptr;
}

bool isWrite(const CommandArgs &command)
{
    const Allowed *found = find(nameOf(command));
    return found && found->use == Use::Write;
}

} // namespace arbscope
