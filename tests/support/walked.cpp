// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/walked.h"

#include "core/store/keys.h"

namespace arbscope::test {

Result<Walked> walked(RedisSession &session, const std::vector<QByteArray> &servers, const WalkOptions &options,
                      const std::function<void(const Walked &)> &between)
{
    TradeWalk walk(session, servers, options);
    Walked seen;
    for (;;) {
        const auto page = walk.next();
        if (!page)
            return std::unexpected(page.error());
        if (!*page)
            break;
        for (const WalkPage::Entry &entry : (*page)->entries) {
            const QByteArray id = servers.size() > 1
                ? QByteArray(servers[std::size_t(entry.server)] + '/' + entry.orderId)
                : entry.orderId;
            ((*page)->orphans ? seen.orphans : entry.present ? seen.ids : seen.missing).push_back(id);
        }
        ++seen.pages;
        between(seen);
    }
    seen.result = walk.result();
    seen.total = walk.total();
    return seen;
}

QByteArray idOf(int number)
{
    return "id-" + QByteArray::number(number).rightJustified(6, '0');
}

void fillStore(LiveStore &live, const QByteArray &server, int count, double step)
{
    std::vector<CommandArgs> commands;
    for (int i = 0; i < count; ++i) {
        commands.push_back({"HSET", hashKey(server), idOf(i), "body " + server + ' ' + idOf(i)});
        commands.push_back({"ZADD", indexKey(server), scoreText(i * step), idOf(i)});
    }
    if (!commands.empty() && !live.connection().pipeline(commands))
        qFatal("the store could not be filled");
}

} // namespace arbscope::test
