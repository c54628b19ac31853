// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/filteroption.h"
#include "app/cli/statisticstext.h"
#include "core/analysis/pageselector.h"
#include "core/analysis/statisticsrun.h"
#include "core/report/bytesview.h"
#include "core/store/parallelwalk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
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

/// Rows of the period.
std::vector<Row> rowsOf(const TradeTable &table, std::optional<double> since, std::optional<double> until)
{
    const FieldId clockField = fieldId("clock");
    std::vector<Row> rows;
    for (Row row = 0; row < table.rows(); ++row) {
        if ((since || until) && std::isnan(table.score(row))) {
            const auto clock = std::get<FloatColumn>(table.column(clockField)).at(row);
            if (!clock || (since && !(*clock >= *since)) || (until && !(*clock <= *until))) {
                continue;
            }
        }
        rows.push_back(row);
    }
    return rows;
}

/// Adds up a server's trades of the period, those that the filter is true of, as they come; what only the hash has is
/// judged by its clock. Memory is bounded but for the values that percentiles are taken of.
class ServerTrades
{
public:
    ServerTrades(CommandContext &context, const std::optional<FilterPart> &filter)
        : m_context(context)
        , m_since(context.clockOption("--since"))
        , m_until(context.clockOption("--until"))
    {
        m_options.scores = true;
        m_options.hashAlone = true;
        m_options.since = m_since.value_or(m_options.since);
        m_options.until = m_until.value_or(m_options.until);
        if (filter) {
            m_select = selectorOf(*filter);
        }
    }

    void addTo(StatisticsRun &statistics, ReportStore &store, const QByteArray &server)
    {
        std::optional<TradeTable> table;
        TradeWalk walk(*required(store.connection(m_context.stop)), {server}, m_options);
        const auto take = [&](const WalkPage &page) {
            constexpr Row RowsAtOnce = 16384;
            if (!table) {
                table.emplace();
            }
            takePage(page, *table);
            return table->rows() < RowsAtOnce || add(statistics, server, table);
        };
        const auto progress
            = [this](qint64 done, qint64 total) { m_context.messages.progress(done, total, u"trades"_s); };
        required(walkInParallel(walk, take, progress, m_context.stop));
        if (!walk.result().unindexed.empty()) {
            m_isIndexMissing = true;
            m_context.noteUnindexed(server);
        }
        if (m_context.stop.stop_requested() || !add(statistics, server, table)) {
            throw CommandFailure::store({.code = RedisErrorCode::Cancelled, .detail = {}, .command = {}, .key = {}});
        }
    }

    [[nodiscard]] bool isIndexMissing() const { return m_isIndexMissing; } ///< of one of the servers so far

private:
    /// False when stopped.
    bool add(StatisticsRun &statistics, const QByteArray &server, std::optional<TradeTable> &table) const
    {
        if (!table) {
            return true;
        }
        const auto rows = rowsOf(*table, m_since, m_until);
        const bool isAdded = statistics.add(*table, viewOf(server), rows, m_context.stop);
        table.reset();
        return isAdded;
    }

    void takePage(const WalkPage &page, TradeTable &table)
    {
        const std::vector<bool> chosen = m_select ? m_select(page) : std::vector<bool>(page.entries.size(), true);
        for (std::size_t i = 0; i < page.entries.size(); ++i) {
            const WalkPage::Entry &entry = page.entries[i];
            if (chosen[i]) {
                table.append(viewOf(entry.orderId), entry.score,
                             entry.present ? std::optional(entry.raw) : std::nullopt);
            }
        }
    }

    CommandContext &m_context;
    std::optional<double> m_since;
    std::optional<double> m_until;
    WalkOptions m_options;
    std::function<std::vector<bool>(const WalkPage &)> m_select; ///< none: all
    bool m_isIndexMissing = false;
};

ExitStatus run(CommandContext &context)
{
    const StatisticsOptions options{
        .groupBy = groupOption(context), .unitTests = context.line.has("--unit-tests"), .zone = context.zone};
    ServerTrades trades(context, filterOption(context));
    ReportStore store = context.store();
    StatisticsRun statistics(options);
    for (const QByteArray &server : context.servers()) {
        trades.addTo(statistics, store, server);
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
    return unreadable || trades.isIndexMissing() ? ExitStatus::FoundWrong : ExitStatus::Done;
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
