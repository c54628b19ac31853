// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <variant>
#include <vector>

namespace arbscope {

struct RedisReply;
struct RedisNil
{
    bool operator==(const RedisNil &) const = default;
};
struct RedisStatus ///< "+OK"
{
    QByteArray text;
    bool operator==(const RedisStatus &) const = default;
};
struct RedisErrorReply ///< "-ERR …"
{
    QByteArray text;
    bool operator==(const RedisErrorReply &) const = default;
};
using RedisArray = std::vector<RedisReply>;

/// One RESP2 reply. Source: https://redis.io/docs/reference/protocol-spec
struct RedisReply
{
    std::variant<RedisNil, RedisStatus, RedisErrorReply, qint64, QByteArray, RedisArray> value;

    [[nodiscard]] bool isNil() const { return std::holds_alternative<RedisNil>(value); }
    [[nodiscard]] const RedisErrorReply *error() const { return std::get_if<RedisErrorReply>(&value); }
    [[nodiscard]] const QByteArray *bulk() const { return std::get_if<QByteArray>(&value); }
    [[nodiscard]] const qint64 *integer() const { return std::get_if<qint64>(&value); }
    [[nodiscard]] const RedisArray *array() const { return std::get_if<RedisArray>(&value); }
    [[nodiscard]] RedisArray *array() { return std::get_if<RedisArray>(&value); }
    bool operator==(const RedisReply &) const = default;
};

} // namespace arbscope
