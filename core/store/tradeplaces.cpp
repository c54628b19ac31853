// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tradeplaces.h"

#include "core/store/keys.h"
#include "core/store/replyshape.h"
#include "core/store/serverscan.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace arbscope {

namespace {

constexpr std::size_t AtOnce = 500;

/// `commandOf(item)` for each item, and `take(reply, command)` for each answer in turn.
template <class Item, class CommandOf, class Take>
Result<void> askForEach(RedisSession &connection, std::span<const Item> items, const CommandOf &commandOf,
                        const Take &take, const std::stop_token &stop)
{
    for (std::size_t from = 0; from < items.size(); from += AtOnce) {
        std::vector<CommandArgs> commands;
        for (const Item &item : items.subspan(from, std::min(AtOnce, items.size() - from)))
            commands.push_back(commandOf(item));
        auto replies = connection.pipeline(commands, stop);
        if (!replies)
            return std::unexpected(std::move(replies.error()));
        for (std::size_t i = 0; i < commands.size(); ++i) {
            if (Result<void> taken = take(std::move((*replies)[i]), commands[i]); !taken)
                return taken;
        }
    }
    return {};
}

} // namespace

Result<std::vector<std::optional<double>>> scoresOf(RedisSession &connection, const QByteArray &server,
                                                    std::span<const QByteArray> orderIds, const std::stop_token &stop)
{
    std::vector<std::optional<double>> scores;
    scores.reserve(orderIds.size());
    const auto asked = askForEach(
        connection, orderIds,
        [key = indexKey(server)](const QByteArray &id) { return CommandArgs{QByteArrayLiteral("ZSCORE"), key, id}; },
        [&scores](RedisReply &&reply, const CommandArgs &command) -> Result<void> {
            const auto text = bulkIn(std::move(reply), command);
            if (!text)
                return std::unexpected(text.error());
            scores.push_back(*text ? scoreValue(**text) : std::nullopt);
            return {};
        },
        stop);
    if (!asked)
        return std::unexpected(asked.error());
    return scores;
}

Result<std::vector<std::optional<qint64>>> ranksOf(RedisSession &connection, const QByteArray &server,
                                                   std::span<const QByteArray> orderIds, const std::stop_token &stop)
{
    std::vector<std::optional<qint64>> ranks;
    ranks.reserve(orderIds.size());
    const auto asked = askForEach(
        connection, orderIds,
        [key = indexKey(server)](const QByteArray &id) { return CommandArgs{QByteArrayLiteral("ZRANK"), key, id}; },
        [&ranks](RedisReply &&reply, const CommandArgs &command) -> Result<void> {
            const auto rank = rankIn(reply, command);
            if (!rank)
                return std::unexpected(rank.error());
            ranks.push_back(*rank);
            return {};
        },
        stop);
    if (!asked)
        return std::unexpected(asked.error());
    return ranks;
}

Result<std::vector<QByteArray>> orderIdsAt(RedisSession &connection, const QByteArray &server,
                                           std::span<const std::pair<qint64, qint64>> ranks,
                                           const std::stop_token &stop)
{
    std::vector<QByteArray> ids;
    const auto asked = askForEach(
        connection, ranks,
        [key = indexKey(server)](const std::pair<qint64, qint64> &part) {
            return CommandArgs{QByteArrayLiteral("ZRANGE"), key, QByteArray::number(part.first),
                               QByteArray::number(part.second)};
        },
        [&ids](RedisReply &&reply, const CommandArgs &command) -> Result<void> {
            auto part = bulksIn(std::move(reply), command);
            if (!part)
                return std::unexpected(std::move(part.error()));
            std::ranges::move(*part, std::back_inserter(ids));
            return {};
        },
        stop);
    if (!asked)
        return std::unexpected(asked.error());
    return ids;
}

Result<std::vector<QByteArray>> serversWith(RedisSession &connection, const QByteArray &orderId,
                                            const std::stop_token &stop)
{
    auto names = serverNames(connection, stop);
    if (!names)
        return names;
    std::vector<bool> have(names->size(), false);
    const std::span<const QByteArray> servers(*names);
    std::size_t at = 0;
    const auto inHash = askForEach(
        connection, servers,
        [&orderId](const QByteArray &server) {
            return CommandArgs{QByteArrayLiteral("HEXISTS"), hashKey(server), orderId};
        },
        [&have, &at](RedisReply &&reply, const CommandArgs &command) -> Result<void> {
            const auto there = integerIn(reply, command);
            if (!there && there.error().code != RedisErrorCode::WrongType)
                return std::unexpected(there.error());
            have[at++] = there && *there == 1;
            return {};
        },
        stop);
    if (!inHash)
        return std::unexpected(inHash.error());
    at = 0;
    const auto inIndex = askForEach(
        connection, servers,
        [&orderId](const QByteArray &server) {
            return CommandArgs{QByteArrayLiteral("ZSCORE"), indexKey(server), orderId};
        },
        [&have, &at](RedisReply &&reply, const CommandArgs &command) -> Result<void> {
            const auto score = bulkIn(std::move(reply), command);
            if (!score && score.error().code != RedisErrorCode::WrongType)
                return std::unexpected(score.error());
            have[at] = have[at] || (score && *score);
            ++at;
            return {};
        },
        stop);
    if (!inIndex)
        return std::unexpected(inIndex.error());
    std::vector<QByteArray> with;
    for (std::size_t i = 0; i < have.size(); ++i) {
        if (have[i])
            with.push_back(servers[i]);
    }
    return with;
}

} // namespace arbscope
