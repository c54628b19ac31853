// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/tradelist.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 PageSize = 500;
constexpr double Infinity = std::numeric_limits<double>::infinity();

/// Consecutive places in the index, oldest first, that stay the same while newer trades are stored.
struct Range
{
    qint64 first = 0;
    qint64 count = 0;
};

/// The trades of the period.
Range periodRange(CommandContext &context, ReportStore &store, const QByteArray &server)
{
    const std::optional<double> since = context.clockOption("--since");
    const std::optional<double> until = context.clockOption("--until");
    if (!since && !until) {
        return {0, required(store.count(server, context.stop))};
    }
    Range range;
    if (since) {
        range.first = required(store.countByClock(server, -Infinity, std::nextafter(*since, -Infinity), context.stop));
    }
    range.count
        = required(store.countByClock(server, since.value_or(-Infinity), until.value_or(Infinity), context.stop));
    return range;
}

ExitStatus run(CommandContext &context)
{
    TradeList list(context, tradeListFormat(context));
    const QByteArray &server = context.argument(0);
    qint64 from = context.rankOption("--from").value_or(0);
    qint64 to = context.rankOption("--to").value_or(-1);
    const bool newestFirst = context.line.has("--desc");
    ReportStore store = context.store();
    const Range range = periodRange(context, store, server);
    from = std::max<qint64>(0, from < 0 ? from + range.count : from);
    to = std::min(range.count - 1, to < 0 ? to + range.count : to);
    for (qint64 rank = from; rank <= to && !context.out.failed(); rank += PageSize) {
        const qint64 last = std::min(rank + PageSize - 1, to);
        // Asked for in the index's own order, whose places newer trades do not move.
        const qint64 low = range.first + (newestFirst ? range.count - 1 - last : rank);
        const qint64 high = low + last - rank;
        TradePage page = required(store.pageByRank(server, low, high, TradeOrder::OldestFirst, context.stop));
        if (newestFirst) {
            std::ranges::reverse(page.trades);
        }
        qint64 place = rank;
        for (const StoredTrade &trade : page.trades) {
            list.add(server, trade, place++);
        }
        list.flush();
        context.messages.progress(last + 1 - from, to + 1 - from, u"trades"_s);
    }
    return list.finish();
}

constexpr std::array Options = {
    OptionSpec{"--from", "RANK", "first rank, from 0; negative counts from the end (-1)"},
    OptionSpec{"--to", "RANK", "last rank, inclusive; default -1"},
    OptionSpec{"--desc", "", "newest first; rank 0 is then the newest trade"},
    OptionSpec{"--since", "T", "only trades whose clock is T or later"},
    OptionSpec{"--until", "T", "only trades whose clock is T or earlier"},
    OptionSpec{"--format", "FORMAT", "table (default), jsonl (canonical reports) or csv"},
};

constexpr std::array<std::string_view, 4> Examples = {
    "arbscope-cli list arb-fra-1 --desc --to 19",
    "arbscope-cli list arb-fra-1 --from -100 --format csv > last-hundred.csv",
    "arbscope-cli list arb-fra-1 --since 2021-03-01 --until 2021-03-02T12:00Z --tz UTC",
    "arbscope-cli list arb-fra-1 --json | jq 'select(.verdict != \"valid\") | .order_id'",
};

} // namespace

const CommandSpec listCommand
    = {"list",
       "SERVER",
       1,
       "trades of a server by clock",
       "Lists trades by clock, then order id, oldest first. Ranks count the trades of the period\n"
       "in the order asked for. T is epoch seconds or ISO 8601, with or without offset (without:\n"
       "in the time zone of --tz); a date alone is its midnight.\n\n"
       "table is for people; jsonl prints canonical text, csv the records of an export (cells that\n"
       "a spreadsheet would run as a formula get a leading '). Both leave out what cannot be read\n"
       "and say so; table and --json show it. Exit status 1 tells of invalid or missing reports.\n\n"
       "With --json: server, rank, order_id, verdict (valid, coerced, invalid, missing), report,\n"
       "issues; raw for an invalid one.",
       Options,
       Examples,
       run};

} // namespace arbscope
