// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/serverscan.h"

#include "core/store/keys.h"
#include "core/store/keyscan.h"
#include "core/store/replyshape.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace arbscope {

namespace {

/// The servers of hash keys.
std::vector<QByteArray> serversOf(const std::vector<QByteArray> &keys)
{
    std::vector<QByteArray> servers;
    for (const QByteArray &key : keys) {
        if (auto server = serverOfHashKey(key))
            servers.push_back(std::move(*server));
    }
    return servers;
}

KeyScan hashKeys()
{
    return {.pattern = hashKeyPattern(), .type = QByteArrayLiteral("hash")};
}

constexpr std::size_t SummaryCommands = 4;

std::array<CommandArgs, SummaryCommands> summaryCommands(const QByteArray &server)
{
    const QByteArray index = indexKey(server);
    const QByteArray range = QByteArrayLiteral("ZRANGE");
    const QByteArray scores = QByteArrayLiteral("WITHSCORES");
    const QByteArray newest = QByteArrayLiteral("-1");
    const QByteArray oldest = QByteArrayLiteral("0");
    return {CommandArgs{QByteArrayLiteral("HLEN"), hashKey(server)}, CommandArgs{QByteArrayLiteral("ZCARD"), index},
            CommandArgs{range, index, oldest, oldest, scores}, CommandArgs{range, index, newest, newest, scores}};
}

std::optional<double> scoreOfOne(RedisReply &&reply, const CommandArgs &command)
{
    const auto items = bulksIn(std::move(reply), command);
    return items && items->size() == 2 ? scoreValue(items->back()) : std::nullopt;
}

Result<ServerSummary> summaryOf(const QByteArray &server, std::span<RedisReply> replies)
{
    const auto commands = summaryCommands(server);
    ServerSummary summary{.name = server, .reports = 0, .indexed = 0, .firstClock = {}, .lastClock = {}};
    const auto reports = integerIn(replies[0], commands[0]);
    if (!reports)
        return std::unexpected(reports.error());
    summary.reports = *reports;
    const auto indexed = integerIn(replies[1], commands[1]);
    if (!indexed && indexed.error().code != RedisErrorCode::WrongType)
        return std::unexpected(indexed.error());
    if (indexed) {
        summary.indexed = *indexed;
        summary.firstClock = scoreOfOne(std::move(replies[2]), commands[2]);
        summary.lastClock = scoreOfOne(std::move(replies[3]), commands[3]);
    }
    return summary;
}

} // namespace

Result<void> ServerScan::run(RedisSession &connection, const std::function<void(std::vector<ServerSummary>)> &found,
                             const std::stop_token &stop)
{
    const auto take = [&](std::vector<QByteArray> &&keys) -> Result<bool> {
        std::vector<QByteArray> servers = serversOf(keys);
        std::erase_if(servers, [&](const QByteArray &server) { return m_seen.contains(server); });
        std::ranges::sort(servers);
        servers.erase(std::ranges::unique(servers).begin(), servers.end());
        if (servers.empty())
            return true;
        auto summaries = serverSummaries(connection, servers, stop);
        if (!summaries)
            return std::unexpected(std::move(summaries.error()));
        // The key went or changed since the scan saw it.
        std::erase_if(*summaries, [](const ServerSummary &summary) { return summary.reports == 0; });
        m_seen.unite(QSet<QByteArray>(servers.begin(), servers.end()));
        found(std::move(*summaries));
        return true;
    };
    return scanKeys(connection, hashKeys(), take, stop);
}

Result<std::vector<QByteArray>> serverNames(RedisSession &connection, const std::stop_token &stop)
{
    std::vector<QByteArray> names;
    const auto take = [&names](std::vector<QByteArray> &&keys) -> Result<bool> {
        std::ranges::move(serversOf(keys), std::back_inserter(names));
        return true;
    };
    const auto scanned = scanKeys(connection, hashKeys(), take, stop);
    if (!scanned)
        return std::unexpected(scanned.error());
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

Result<std::vector<ServerSummary>> serverSummaries(RedisSession &connection, std::span<const QByteArray> servers,
                                                   const std::stop_token &stop)
{
    std::vector<CommandArgs> commands;
    commands.reserve(servers.size() * SummaryCommands);
    for (const QByteArray &server : servers)
        std::ranges::move(summaryCommands(server), std::back_inserter(commands));
    std::vector<ServerSummary> summaries;
    if (commands.empty())
        return summaries;
    auto replies = connection.pipeline(commands, stop);
    if (!replies)
        return std::unexpected(std::move(replies.error()));
    summaries.reserve(servers.size());
    for (std::size_t i = 0; i < servers.size(); ++i) {
        auto summary = summaryOf(servers[i], std::span(*replies).subspan(i * SummaryCommands, SummaryCommands));
        if (!summary && summary.error().code != RedisErrorCode::WrongType)
            return std::unexpected(std::move(summary.error()));
        summaries.push_back(summary ? std::move(*summary)
                                    : ServerSummary{.name = servers[i], .firstClock = {}, .lastClock = {}});
    }
    return summaries;
}

Result<ServerSummary> serverSummary(RedisSession &connection, const QByteArray &server, const std::stop_token &stop)
{
    const auto commands = summaryCommands(server);
    auto replies = connection.pipeline(std::vector(commands.begin(), commands.end()), stop);
    if (!replies)
        return std::unexpected(std::move(replies.error()));
    return summaryOf(server, *replies);
}

} // namespace arbscope
