// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/indexcursor.h"

#include "core/store/keys.h"
#include "core/store/replyshape.h"

#include <cmath>
#include <utility>

namespace arbscope {

IndexCursor::IndexCursor(QByteArray indexKey, const IndexCursorOptions &options)
    : m_key(std::move(indexKey))
    , m_options(options)
    , m_place(std::isinf(options.since) && options.since < 0 ? Place::Known : Place::Unknown)
{ }

std::optional<CommandArgs> IndexCursor::request()
{
    if (m_ended || m_place == Place::Asked)
        return std::nullopt;
    if (m_place == Place::Unknown) {
        m_place = Place::Asked;
        return placeCommand();
    }
    const auto ahead = qsizetype(m_ready.size()) + qsizetype(m_open) * m_options.pageSize;
    if (ahead >= qsizetype(m_options.pagesAhead) * m_options.pageSize)
        return std::nullopt;
    ++m_open;
    m_nextRank += m_options.pageSize;
    return rangeCommand(m_nextRank - m_options.pageSize);
}

CommandArgs IndexCursor::rangeCommand(qint64 from) const
{
    CommandArgs command{QByteArrayLiteral("ZRANGE"), m_key, QByteArray::number(from),
                        QByteArray::number(from + m_options.pageSize)};
    if (m_options.scores)
        command.push_back(QByteArrayLiteral("WITHSCORES"));
    return command;
}

CommandArgs IndexCursor::placeCommand() const
{
    if (m_recent.empty())
        return {QByteArrayLiteral("ZCOUNT"), m_key, QByteArrayLiteral("-inf"), '(' + scoreText(m_options.since)};
    return {QByteArrayLiteral("ZRANK"), m_key, m_recent.back()};
}

Result<void> IndexCursor::take(RedisReply &&reply)
{
    if (m_stale > 0) {
        --m_stale;
        return {};
    }
    if (m_place == Place::Asked)
        return takePlace(reply);
    --m_open;
    return takeRange(std::move(reply));
}

Result<void> IndexCursor::takePlace(const RedisReply &reply)
{
    const auto rank = rankIn(reply, placeCommand());
    if (!rank)
        return std::unexpected(rank.error());
    if (*rank) {
        m_nextRank = **rank;
        m_place = Place::Known;
        return {};
    }
    // That one was removed from the index meanwhile; the one before it will do.
    m_removed.insert(m_recent.back());
    m_recent.pop_back();
    if (m_recent.empty())
        return std::unexpected(
            RedisError{.code = RedisErrorCode::Server,
                       .detail = QStringLiteral("trades were removed from the index while it was being read"),
                       .command = QByteArrayLiteral("ZRANK"),
                       .key = m_key});
    m_place = Place::Unknown;
    return {};
}

Result<void> IndexCursor::takeRange(RedisReply &&reply)
{
    auto items = bulksIn(std::move(reply), rangeCommand(0));
    if (!items)
        return std::unexpected(std::move(items.error()));
    const std::size_t width = m_options.scores ? 2 : 1;
    const std::size_t count = items->size() / width;
    const bool anchored = !m_recent.empty();
    if (anchored && (items->empty() || items->front() != m_recent.back())) {
        m_stale = std::exchange(m_open, 0);
        m_place = Place::Unknown;
        return {};
    }
    for (std::size_t i = anchored ? 1 : 0; i < count && !m_ended; ++i) {
        IndexEntry entry{.orderId = std::move((*items)[i * width]), .score = 0};
        if (m_options.scores) {
            const auto score = scoreValue((*items)[i * width + 1]);
            if (!score)
                return std::unexpected(unexpectedReply(rangeCommand(0)));
            entry.score = *score;
        }
        accept(std::move(entry));
    }
    if (count <= std::size_t(m_options.pageSize))
        m_ended = true;
    if (m_ended)
        m_stale = std::exchange(m_open, 0);
    return {};
}

void IndexCursor::accept(IndexEntry &&entry)
{
    if (m_options.scores && entry.score > m_options.until) {
        m_ended = true;
        return;
    }
    m_recent.push_back(entry.orderId);
    if (m_recent.size() > std::size_t(m_options.pageSize))
        m_recent.pop_front();
    const bool before = m_options.scores && entry.score < m_options.since; // stored between the first two questions
    if (!before && (m_removed.isEmpty() || !m_removed.remove(entry.orderId)))
        m_ready.push_back(std::move(entry));
}

IndexEntry IndexCursor::pop()
{
    IndexEntry entry = std::move(m_ready.front());
    m_ready.pop_front();
    return entry;
}

} // namespace arbscope
