// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/filteroption.h"
#include "app/cli/tradelist.h"
#include "core/analysis/tradeselector.h"
#include "core/report/bytesview.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

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

using TakePage = std::function<bool(TradePage &&page, qint64 rank)>;

/// The trades at ranks [from, to] of the range, page by page, in the order asked for; `take` false ends it.
void eachPage(CommandContext &context, ReportStore &store, const Range &range, qint64 from, qint64 to,
              const TakePage &take)
{
    const bool newestFirst = context.line.has("--desc");
    for (qint64 rank = from; rank <= to && !context.out.failed(); rank += PageSize) {
        const qint64 last = std::min(rank + PageSize - 1, to);
        // Asked for in the index's own order, whose places newer trades do not move.
        const qint64 low = range.first + (newestFirst ? range.count - 1 - last : rank);
        const qint64 high = low + last - rank;
        TradePage page
            = required(store.pageByRank(context.argument(0), low, high, TradeOrder::OldestFirst, context.stop));
        if (newestFirst) {
            std::ranges::reverse(page.trades);
        }
        const bool more = take(std::move(page), rank);
        context.messages.progress(last + 1 - from, to + 1 - from, u"trades"_s);
        if (!more) {
            return;
        }
    }
}

std::vector<bool> chosen(TradeSelector &selector, const TradePage &page)
{
    for (const StoredTrade &trade : page.trades) {
        const auto raw = viewOf(trade.raw);
        selector.add(viewOf(trade.orderId), std::numeric_limits<double>::quiet_NaN(),
                     trade.present ? std::optional(raw) : std::nullopt);
    }
    return selector.take();
}

/// How many trades of the range the filter is true of.
qint64 matching(CommandContext &context, ReportStore &store, const Range &range, const FilterPart &filter)
{
    TradeSelector selector(filter);
    qint64 count = 0;
    eachPage(context, store, range, 0, range.count - 1, [&](TradePage &&page, qint64) {
        count += std::ranges::count(chosen(selector, page), true);
        return true;
    });
    return count;
}

/// Ranks count what the filter is true of.
void listFiltered(CommandContext &context, ReportStore &store, const Range &range, const FilterPart &filter,
                  std::pair<qint64, qint64> ranks, TradeList &list)
{
    qint64 from = ranks.first;
    qint64 to = ranks.second;
    if (from < 0 || to < -1) { // counted from an end that only shows when all have been looked at
        const qint64 count = matching(context, store, range, filter);
        from = std::max<qint64>(0, from < 0 ? from + count : from);
        to = to < 0 ? to + count : to;
        if (to < 0) {
            return;
        }
    }
    TradeSelector selector(filter);
    qint64 rank = 0;
    eachPage(context, store, range, 0, range.count - 1, [&](TradePage &&page, qint64) {
        const std::vector<bool> matches = chosen(selector, page);
        for (std::size_t i = 0; i < page.trades.size(); ++i) {
            if (!matches[i]) {
                continue;
            }
            if (rank >= from && (to < 0 || rank <= to)) {
                list.add(context.argument(0), page.trades[i], rank);
            }
            ++rank;
        }
        list.flush();
        return to < 0 || rank <= to;
    });
}

ExitStatus run(CommandContext &context)
{
    const std::optional<FilterPart> filter = filterOption(context);
    TradeList list(context, tradeListFormat(context));
    qint64 from = context.rankOption("--from").value_or(0);
    qint64 to = context.rankOption("--to").value_or(-1);
    ReportStore store = context.store();
    const Range range = periodRange(context, store, context.argument(0));
    if (range.count == 0 && context.isIndexMissing(store, context.argument(0))) {
        list.flush();
        return ExitStatus::FoundWrong;
    }
    if (filter) {
        listFiltered(context, store, range, *filter, {from, to}, list);
        return list.finish();
    }
    from = std::max<qint64>(0, from < 0 ? from + range.count : from);
    to = std::min(range.count - 1, to < 0 ? to + range.count : to);
    eachPage(context, store, range, from, to, [&](TradePage &&page, qint64 rank) {
        for (const StoredTrade &trade : page.trades) {
            list.add(context.argument(0), trade, rank++);
        }
        list.flush();
        return true;
    });
    return list.finish();
}

constexpr std::array Options = {
    OptionSpec{"--from", "RANK", "first rank, from 0; negative counts from the end (-1)"},
    OptionSpec{"--to", "RANK", "last rank, inclusive; default -1"},
    OptionSpec{"--desc", "", "newest first; rank 0 is then the newest trade"},
    OptionSpec{"--since", "T", "only trades whose clock is T or later"},
    OptionSpec{"--until", "T", "only trades whose clock is T or earlier"},
    OptionSpec{"--filter", "EXPR", "only trades that this filter is true of"},
    OptionSpec{"--format", "FORMAT", "table (default), jsonl (canonical reports) or csv"},
};

constexpr std::array<std::string_view, 5> Examples = {
    "arbscope-cli list arb-fra-1 --desc --to 19",
    "arbscope-cli list arb-fra-1 --from -100 --format csv > last-hundred.csv",
    "arbscope-cli list arb-fra-1 --since 2021-03-01 --until 2021-03-02T12:00Z --tz UTC",
    "arbscope-cli list arb-fra-1 --filter 'failed and order_2_latency > 1.5' --desc --to 9",
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
       "in the time zone of --tz); a date alone is its midnight.\n"
       "With --filter ranks count what it is true of; the manual page tells how filters are written.\n\n"
       "table is for people; jsonl prints canonical text, csv the records of an export (cells that\n"
       "a spreadsheet would run as a formula get a leading '). Both leave out what cannot be read\n"
       "and say so; table and --json show it. Exit status 1 tells of invalid or missing reports.\n\n"
       "With --json: server, rank, order_id, verdict (valid, coerced, invalid, missing), report,\n"
       "issues; raw for an invalid one.",
       Options,
       Examples,
       run};

} // namespace arbscope
