// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/serverstatistics.h"

#include "core/analysis/pageselector.h"
#include "core/report/bytesview.h"
#include "core/store/parallelwalk.h"

#include <cmath>
#include <utility>

namespace arbscope {

namespace {

constexpr Row RowsAtOnce = 16384;

} // namespace

ServerStatistics::ServerStatistics(Choice choice)
    : m_choice(std::move(choice))
{
    if (m_choice.filter)
        m_select = selectorOf(m_choice.filter);
}

Result<WalkResult> ServerStatistics::add(StatisticsRun &run, RedisSession &session, const QByteArray &server,
                                         const std::function<void(qint64 done, qint64 total)> &onProgress,
                                         const std::stop_token &stop)
{
    WalkOptions options;
    options.scores = true;
    options.hashAlone = m_choice.hashAlone;
    options.since = m_choice.since.value_or(options.since);
    options.until = m_choice.until.value_or(options.until);
    TradeWalk walk(session, {server}, options);
    std::optional<TradeTable> table;
    const auto addTable = [&] { // false when stopped
        if (!table)
            return true;
        const bool isAdded = run.add(*table, viewOf(server), rowsOf(*table), stop);
        table.reset();
        return isAdded;
    };
    const auto take = [&](const WalkPage &page) {
        if (!table)
            table.emplace();
        takePage(page, *table);
        return table->rows() < RowsAtOnce || addTable();
    };
    if (const auto walked = walkInParallel(walk, take, onProgress, stop); !walked)
        return std::unexpected(walked.error());
    if (stop.stop_requested() || !addTable())
        return std::unexpected(RedisError{.code = RedisErrorCode::Cancelled, .detail = {}, .command = {}, .key = {}});
    return walk.result();
}

void ServerStatistics::takePage(const WalkPage &page, TradeTable &table) const
{
    const std::vector<bool> chosen = m_select ? m_select(page) : std::vector<bool>(page.entries.size(), true);
    for (std::size_t i = 0; i < page.entries.size(); ++i) {
        const WalkPage::Entry &entry = page.entries[i];
        if (chosen[i])
            table.append(viewOf(entry.orderId), entry.score, entry.present ? std::optional(entry.raw) : std::nullopt);
    }
}

/// Those of the period.
std::vector<Row> ServerStatistics::rowsOf(const TradeTable &table) const
{
    const auto &[filter, since, until, hashAlone] = m_choice;
    const FieldId clockField = fieldId("clock");
    std::vector<Row> rows;
    for (Row row = 0; row < table.rows(); ++row) {
        if ((since || until) && std::isnan(table.score(row))) {
            const auto clock = std::get<FloatColumn>(table.column(clockField)).at(row);
            if (!clock || (since && !(*clock >= *since)) || (until && !(*clock <= *until)))
                continue;
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace arbscope
