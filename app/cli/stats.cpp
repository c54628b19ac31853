// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/filteroption.h"
#include "app/cli/statisticstext.h"
#include "core/analysis/serverstatistics.h"

#include <algorithm>
#include <array>
#include <utility>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array Groups{std::pair{"server", GroupBy::Server},   std::pair{"pair", GroupBy::Pair},
                            std::pair{"version", GroupBy::Version}, std::pair{"session", GroupBy::Session},
                            std::pair{"kind", GroupBy::Kind},       std::pair{"day", GroupBy::Day}};

GroupBy groupOption(const CommandContext &context)
{
    const auto by = context.line.value("--by");
    if (!by) {
        return GroupBy::Nothing;
    }
    const auto found = std::ranges::find(Groups, std::string_view(*by),
                                         [](const auto &group) { return std::string_view(group.first); });
    if (found == Groups.end()) {
        throw CommandFailure::usage(u"--by: server, pair, version, session, kind or day, not "_s
                                    + QString::fromUtf8(*by));
    }
    return found->second;
}

ExitStatus run(CommandContext &context)
{
    const StatisticsOptions options{
        .groupBy = groupOption(context), .unitTests = context.line.has("--unit-tests"), .zone = context.zone};
    const auto filter = filterOption(context);
    ServerStatistics trades({.filter = filter.value_or(nullptr),
                             .since = context.clockOption("--since"),
                             .until = context.clockOption("--until"),
                             .hashAlone = true});
    ReportStore store = context.store();
    StatisticsRun statistics(options);
    bool isIndexMissing = false;
    const auto progress
        = [&context](qint64 done, qint64 total) { context.messages.progress(done, total, u"trades"_s); };
    for (const QByteArray &server : context.servers()) {
        RedisSession &session = *required(store.connection(context.stop));
        const WalkResult walked = required(trades.add(statistics, session, server, progress, context.stop));
        if (!walked.unindexed.empty()) {
            isIndexMissing = true;
            context.noteUnindexed(server);
        }
    }
    context.messages.endProgress();
    auto groups = statistics.result();
    const std::string by = context.line.value("--by").value_or(QByteArray()).toStdString();
    if (groups.empty() && by.empty()) {
        groups.try_emplace({}); // nothing is a result, too
    }
    if (context.json) {
        for (const auto &[group, figures] : groups) {
            context.out.write(statisticsJson(by, group, figures));
        }
    } else if (by.empty()) {
        printStatistics(context.out, groups.begin()->second, context.zone);
    } else {
        printGroups(context.out, by, groups);
    }
    const bool unreadable = std::ranges::any_of(groups, [](const auto &group) { return group.second.unreadable > 0; });
    return unreadable || isIndexMissing ? ExitStatus::FoundWrong : ExitStatus::Done;
}

constexpr std::array Options = {
    OptionSpec{"--since", "T", "only trades whose clock is T or later"},
    OptionSpec{"--until", "T", "only trades whose clock is T or earlier"},
    OptionSpec{"--filter", "EXPR", "only trades that this filter is true of"},
    OptionSpec{"--by", "WHAT", "one row for each server, pair, version, session, kind or day"},
    OptionSpec{"--unit-tests", "", "count trades that tests wrote, too"},
};

constexpr std::array<std::string_view, 3> Examples = {
    "arbscope-cli stats arb-fra-1 --since 2021-03-01",
    "arbscope-cli stats arb-fra-1 arb-lon-1 --by pair --filter 'not failed'",
    "arbscope-cli stats arb-fra-1 --by day --json | jq -r '[.group, .quotes.EUR.net.sum] | @tsv'",
};

} // namespace

const CommandSpec statsCommand
    = {"stats",
       "SERVER [SERVER]…",
       1,
       "what the trades earned, how well they went",
       "Outcomes, success rate, gross, fees and net by quote asset (exact sums), dust and exposure\n"
       "by asset, gap and slippage, latency by exchange and leg, fill-or-kill rounds, failures by\n"
       "hour and weekday, the newest balances. Percentiles are by nearest rank: values that\n"
       "occurred. What is not known is not counted; each figure tells of how many trades it is.\n"
       "Trades that tests wrote are left out. With --by, a row for each group. Exit status 1\n"
       "when there are reports that cannot be read, or a server's index key holds something else:\n"
       "its reports then come from the hash alone. Needs some 200 bytes of memory a trade.\n\n"
       "With --json a line for each group, with all figures; decimals as text, exactly.",
       Options,
       Examples,
       run,
       true};

} // namespace arbscope
