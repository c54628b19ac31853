// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/follow.h"

#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/tradelist.h"
#include "core/report/clocktext.h"

#include <array>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Whether the store may be itself again in a while, without anybody changing what was asked of it.
bool mayPass(const RedisError &error)
{
    switch (error.code) {
    case RedisErrorCode::Refused:
    case RedisErrorCode::Unreachable:
    case RedisErrorCode::TimedOut:
    case RedisErrorCode::Loading:
    case RedisErrorCode::OutOfMemory:
    case RedisErrorCode::Busy:
    case RedisErrorCode::Closed:
        return true;
    default:
        return false;
    }
}

/// Says once that the store is away, however often it is tried, and once that it is back.
class Outage
{
public:
    explicit Outage(Messages &messages)
        : m_messages(messages)
    { }

    void begin(const RedisError &error)
    {
        if (!std::exchange(m_isAway, true)) {
            m_messages.note(error.message() + u"; trying again until it is back."_s);
        }
    }
    void end()
    {
        if (std::exchange(m_isAway, false)) {
            m_messages.note(u"The store is back; nothing was missed."_s);
        }
    }

private:
    Messages &m_messages;
    bool m_isAway = false;
};

ExitStatus run(CommandContext &context)
{
    TradeList list(context, tradeListFormat(context), TradeList::Ranks::None);
    list.flush(); // the header of CSV, for who reads along
    context.out.flush();
    StoreAddress store = context.access.open(false);
    const QByteArray &server = context.argument(0);
    Messages &messages = context.messages;
    Follower follower(std::move(store.url), std::move(store.options), server);
    const auto onProgress = [&messages](qint64 done, qint64 total) { messages.progress(done, total, u"trades"_s); };
    required(follower.start(onProgress, context.stop));
    messages.endProgress();
    messages.note(u"Following "_s + QString::fromUtf8(server)
                  + (follower.mode() == FollowMode::Tracking ? u" as the store tells of changes"_s
                                                             : u" by asking the store twice a second"_s)
                  + u"; Ctrl+C ends it."_s);
    Outage outage(messages);
    while (!context.out.failed()) {
        const auto batch = follower.next(context.stop);
        if (!batch && batch.error().code == RedisErrorCode::Cancelled) {
            break;
        }
        if (!batch) {
            if (!mayPass(batch.error())) {
                throw CommandFailure::store(batch.error());
            }
            outage.begin(batch.error());
            continue;
        }
        outage.end();
        for (const StoredTrade &trade : batch->trades) {
            list.add(server, trade);
        }
        list.flush();
        context.out.flush();
        if (batch->gap) {
            messages.note(countText(batch->gap->trades, u"trade"_s, u"trades"_s) + u" with clocks before "_s
                          + clockText(batch->gap->until, context.zone)
                          + u" came too, which are not listed: too old to be told from those already there."_s);
        }
    }
    return list.finish();
}

constexpr std::array Options = {
    OptionSpec{"--format", "FORMAT", "table (default), jsonl (canonical reports) or csv"},
};

constexpr std::array<std::string_view, 2> Examples = {
    "arbscope-cli follow arb-fra-1",
    "arbscope-cli follow arb-fra-1 --json | jq --unbuffered -r .report.realised_profitability",
};

} // namespace

const CommandSpec followCommand
    = {"follow",
       "SERVER",
       1,
       "prints each new trade as it is stored, until interrupted",
       "Prints each trade that comes into the store from now on, once, wherever its clock puts it,\n"
       "in the order in which they came as far as that can be seen. Where the store allows it, it\n"
       "tells of changes by itself; otherwise it is asked twice a second. When the connection is\n"
       "lost, it is made again, with ever longer pauses up to 5 seconds; what was stored meanwhile\n"
       "is printed then. Runs until interrupted.\n\n"
       "table is for people; jsonl prints canonical text, csv the records of an export. Both leave\n"
       "out what cannot be read; table and --json show it.\n\n"
       "With --json: server, order_id, verdict (valid, coerced, invalid, missing), report, issues;\n"
       "raw for an invalid one.",
       Options,
       Examples,
       run};

} // namespace arbscope
