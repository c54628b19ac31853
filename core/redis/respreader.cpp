// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/respreader.h"

#include <hiredis/read.h>

#include <algorithm>
#include <new>
#include <utility>

namespace arbscope {

namespace {

// Longest text of a count or length after its type byte: sign, 19 digits, CR LF.
constexpr size_t maxLengthLine = 22;
// Spare capacity that hiredis keeps. Its default of 16 KiB would free and map the buffer anew for every slice.
constexpr size_t keptBuffer = size_t{1} << 20;
// Elements that are given room before they are there: a server may announce millions and send none.
constexpr int reservedElements = 4096;

// What one reader is filling; hiredis hands it to every callback.
struct Target
{
    RedisReply root;
    bool tooManyElements = false;
    BulkBlock *block = nullptr; ///< where the strings of an array go that begins now
    bool inBlock = false; ///< the strings of the array at hand go there
};

Target *targetOf(const redisReadTask *task)
{
    return static_cast<Target *>(task->privdata);
}

// A nested array is whole before its neighbour is appended, so the pointers that hiredis keeps to the open arrays
// stay good while the innermost one grows.
template <class T> void *put(const redisReadTask *task, T &&value) noexcept
{
    try {
        if (!task->parent) {
            targetOf(task)->root.value = std::forward<T>(value);
            return &targetOf(task)->root;
        }
        auto *parent = static_cast<RedisReply *>(task->parent->obj);
        return &parent->array()->emplace_back(RedisReply{std::forward<T>(value)});
    } catch (const std::bad_alloc &) {
        return nullptr; // no exception may cross hiredis' C frames
    }
}

void *createString(const redisReadTask *task, char *text, size_t size)
{
    try {
        if (Target *target = targetOf(task); target->inBlock && task->type == REDIS_REPLY_STRING) {
            target->block->append({text, size});
            return &target->root;
        }
        QByteArray bytes(text, static_cast<qsizetype>(size));
        if (task->type == REDIS_REPLY_STATUS)
            return put(task, RedisStatus{std::move(bytes)});
        if (task->type == REDIS_REPLY_ERROR)
            return put(task, RedisErrorReply{std::move(bytes)});
        return put(task, std::move(bytes));
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

void *createArray(const redisReadTask *task, int elements)
{
    if (elements > RespReader::maxElements) {
        targetOf(task)->tooManyElements = true;
        return nullptr;
    }
    try {
        RedisArray array;
        if (Target *target = targetOf(task); target->block && !task->parent) {
            target->inBlock = true;
            return put(task, std::move(array));
        }
        array.reserve(static_cast<size_t>(std::min(elements, reservedElements)));
        return put(task, std::move(array));
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

void *createInteger(const redisReadTask *task, long long value)
{
    return put(task, qint64{value});
}

void *createNil(const redisReadTask *task)
{
    if (Target *target = targetOf(task); target->inBlock) {
        try {
            target->block->appendNil();
            return &target->root;
        } catch (const std::bad_alloc &) {
            return nullptr;
        }
    }
    return put(task, RedisNil{});
}

void freeObject(void *)
{
    // Target owns everything.
}

redisReplyObjectFunctions objectFunctions{createString, createArray, createInteger, createNil, freeObject};

struct FreeReader
{
    void operator()(redisReader *reader) const { redisReaderFree(reader); }
};

RedisError protocolError(const QString &detail)
{
    return {.code = RedisErrorCode::Protocol, .detail = detail};
}

} // namespace

void moveBulks(RedisReply &reply, BulkBlock &into)
{
    RedisArray *array = reply.array();
    if (!array || !std::ranges::all_of(*array, [](const RedisReply &item) { return item.bulk() || item.isNil(); }))
        return;
    for (const RedisReply &item : *array) {
        if (const QByteArray *bytes = item.bulk())
            into.append({bytes->constData(), static_cast<size_t>(bytes->size())});
        else
            into.appendNil();
    }
    array->clear();
}

class RespReader::Private
{
public:
    std::unique_ptr<redisReader, FreeReader> reader{redisReaderCreateWithFunctions(&objectFunctions)};
    Target target;

    // What hiredis would wait for patiently: a length that nobody means, a line that never ends.
    [[nodiscard]] const char *absurdity() const;
};

const char *RespReader::Private::absurdity() const
{
    if (reader->ridx < 0)
        return nullptr;
    const QByteArrayView rest(reader->buf + reader->pos, static_cast<qsizetype>(reader->len - reader->pos));
    const int type = reader->rstack[reader->ridx].type;
    if (type != REDIS_REPLY_STRING && type != REDIS_REPLY_ARRAY)
        return type >= 0 && rest.size() > sliceSize ? "a line without end" : nullptr;
    const qsizetype end = rest.first(std::min(rest.size(), qsizetype{maxLengthLine})).indexOf('\r');
    if (end < 0)
        return rest.size() >= qsizetype{maxLengthLine} ? "a length without end" : nullptr;
    bool ok = false;
    const qint64 length = rest.first(end).toByteArray().toLongLong(&ok);
    if (type == REDIS_REPLY_STRING && (!ok || length < -1 || length > maxBulk))
        return "a string of an impossible length";
    return nullptr;
}

RespReader::RespReader()
    : d(std::make_unique<Private>())
{
    if (!d->reader)
        throw std::bad_alloc();
    d->reader->maxbuf = keptBuffer;
    d->reader->privdata = &d->target;
}

RespReader::~RespReader() = default;

void RespReader::feed(QByteArrayView bytes)
{
    // Running out of memory is kept in the reader and comes out of next().
    redisReaderFeed(d->reader.get(), bytes.data(), static_cast<size_t>(bytes.size()));
}

Result<std::optional<RedisReply>> RespReader::next()
{
    void *reply = nullptr;
    if (redisReaderGetReply(d->reader.get(), &reply) != REDIS_OK) {
        if (d->target.tooManyElements)
            return std::unexpected(protocolError(QStringLiteral("an array of an impossible length")));
        return std::unexpected(protocolError(QString::fromUtf8(d->reader->errstr)));
    }
    if (reply)
        return std::exchange(d->target.root, {});
    if (const char *what = d->absurdity()) {
        d->reader->err = REDIS_ERR_PROTOCOL;
        qstrncpy(d->reader->errstr, what, sizeof d->reader->errstr);
        return std::unexpected(protocolError(QString::fromUtf8(what)));
    }
    return std::nullopt;
}

Result<std::optional<RedisReply>> RespReader::nextBulks(BulkBlock &into)
{
    d->target.block = &into;
    auto reply = next();
    d->target.block = nullptr;
    if (!reply || !*reply)
        return reply;
    if (!std::exchange(d->target.inBlock, false)) // it may have begun to come before it was known where to put it
        moveBulks(**reply, into);
    return reply;
}

bool RespReader::isEmpty() const
{
    const redisReader &reader = *d->reader;
    const bool inReply = reader.ridx > 0 || (reader.ridx == 0 && reader.rstack[0].type >= 0);
    return !inReply && reader.pos == reader.len;
}

} // namespace arbscope
