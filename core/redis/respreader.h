// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"
#include "core/redis/reply.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace arbscope {

/// What nextBulks() does, for a reply that next() has read.
void moveBulks(RedisReply &reply, BulkBlock &into);

/// Turns bytes into replies: hiredis' RESP2 parser filling RedisReply. Takes any cut of the bytes.
/// RESP3 types, nesting above 7, a bulk string above 512 MiB (Redis' own limit), an array above 16 Mi elements and a
/// line above 64 KiB are protocol errors, and so is everything after the first.
class RespReader
{
public:
    static constexpr qsizetype sliceSize = qsizetype{64} * 1024;
    static constexpr qint64 maxBulk = qint64{512} * 1024 * 1024;
    static constexpr qint64 maxElements = qint64{16} * 1024 * 1024;

    RespReader();
    ~RespReader();
    RespReader(const RespReader &) = delete;
    RespReader &operator=(const RespReader &) = delete;

    /// Call next() until it has nothing between slices of at most sliceSize: hiredis 0.14 moves all that is buffered
    /// after each reply, so feeding megabytes at once takes quadratic time.
    void feed(QByteArrayView bytes);

    /// The next whole reply, or none yet. Error: Protocol.
    [[nodiscard]] Result<std::optional<RedisReply>> next();

    /// As next(), but the bulk strings and nils of an array go to the end of `into`, and the array that comes back is
    /// empty, unless it has elements of other kinds. To be asked again until the reply has come.
    [[nodiscard]] Result<std::optional<RedisReply>> nextBulks(BulkBlock &into);

    /// No byte of a further reply is waiting.
    [[nodiscard]] bool isEmpty() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace arbscope
