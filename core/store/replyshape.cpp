// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/replyshape.h"

#include <utility>

namespace arbscope {

namespace {

std::unexpected<RedisError> refused(const RedisReply &reply, const CommandArgs &command)
{
    if (const auto *error = reply.error())
        return std::unexpected(RedisConnection::errorOf(*error, command));
    return std::unexpected(unexpectedReply(command));
}

} // namespace

RedisError unexpectedReply(const CommandArgs &command)
{
    return {.code = RedisErrorCode::Protocol,
            .detail = QStringLiteral("an answer of another shape than this command's"),
            .command = command.empty() ? QByteArray() : command.front(),
            .key = command.size() > 1 ? command[1] : QByteArray()};
}

Result<void> checkReply(const RedisReply &reply, const CommandArgs &command)
{
    if (reply.error())
        return refused(reply, command);
    return {};
}

Result<qint64> integerIn(const RedisReply &reply, const CommandArgs &command)
{
    if (const auto *number = reply.integer())
        return *number;
    return refused(reply, command);
}

Result<std::optional<qint64>> rankIn(const RedisReply &reply, const CommandArgs &command)
{
    if (reply.isNil())
        return std::nullopt;
    return integerIn(reply, command);
}

Result<std::optional<QByteArray>> bulkIn(RedisReply &&reply, const CommandArgs &command)
{
    if (auto *bytes = std::get_if<QByteArray>(&reply.value))
        return std::move(*bytes);
    if (reply.isNil())
        return std::nullopt;
    return refused(reply, command);
}

Result<RedisArray> arrayIn(RedisReply &&reply, const CommandArgs &command)
{
    if (auto *items = reply.array())
        return std::move(*items);
    return refused(reply, command);
}

Result<std::vector<QByteArray>> bulksIn(RedisReply &&reply, const CommandArgs &command)
{
    auto items = arrayIn(std::move(reply), command);
    if (!items)
        return std::unexpected(std::move(items.error()));
    std::vector<QByteArray> result;
    result.reserve(items->size());
    for (RedisReply &item : *items) {
        auto *bytes = std::get_if<QByteArray>(&item.value);
        if (!bytes)
            return refused(item, command);
        result.push_back(std::move(*bytes));
    }
    return result;
}

Result<ScanReply> scanIn(RedisReply &&reply, const CommandArgs &command)
{
    auto parts = arrayIn(std::move(reply), command);
    if (!parts)
        return std::unexpected(std::move(parts.error()));
    if (parts->size() != 2 || !parts->front().bulk())
        return std::unexpected(unexpectedReply(command));
    auto items = bulksIn(std::move(parts->back()), command);
    if (!items)
        return std::unexpected(std::move(items.error()));
    return ScanReply{.cursor = *parts->front().bulk(), .items = std::move(*items)};
}

} // namespace arbscope
