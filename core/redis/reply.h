// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>
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

/// Bulk strings of array replies, one after the other in one block of memory: no allocation for each of them.
struct BulkBlock
{
    struct Item
    {
        std::size_t at = 0; ///< in `bytes`
        std::size_t size = 0;
        bool present = false; ///< false: nil
    };
    std::vector<char> bytes;
    std::vector<Item> items;

    void append(std::string_view text)
    {
        items.push_back({.at = bytes.size(), .size = text.size(), .present = true});
        bytes.insert(bytes.end(), text.begin(), text.end());
    }
    void appendNil() { items.push_back({}); }
    /// Until `bytes` changes; moving the block leaves it good.
    [[nodiscard]] std::string_view text(const Item &item) const { return {bytes.data() + item.at, item.size}; }
};

} // namespace arbscope
