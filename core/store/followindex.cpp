// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/followindex.h"

#include "core/store/keys.h"
#include "core/store/replyshape.h"

#include <QHashFunctions>

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace arbscope {

namespace {

constexpr qint64 SegmentSize = 1000; // entries; what is read to find one new among them
constexpr std::size_t FoundAtOnce = 1000;
constexpr qint64 PageSize = 1000;
constexpr std::size_t CountsAtOnce = 500; // in one pipeline
constexpr double Start = -std::numeric_limits<double>::infinity();

struct Entry
{
    QByteArray orderId;
    double score = 0;
    bool operator==(const Entry &) const = default;
};

/// Index entries of ranks from…to, with scores.
Result<std::vector<Entry>> entries(RedisSession &connection, const QByteArray &key, qint64 from, qint64 to,
                                   const std::stop_token &stop)
{
    const CommandArgs command{"ZRANGE", key, QByteArray::number(from), QByteArray::number(to), "WITHSCORES"};
    auto reply = connection.call(command, stop);
    if (!reply)
        return std::unexpected(std::move(reply.error()));
    auto items = bulksIn(std::move(*reply), command);
    if (!items)
        return std::unexpected(std::move(items.error()));
    std::vector<Entry> result;
    result.reserve(items->size() / 2);
    for (std::size_t i = 0; i + 1 < items->size(); i += 2) {
        const auto score = scoreValue((*items)[i + 1]);
        if (!score)
            return std::unexpected(unexpectedReply(command));
        result.push_back({.orderId = std::move((*items)[i]), .score = *score});
    }
    return result;
}

quint64 fingerprint(const QByteArray &orderId)
{
    static const std::size_t seed = QHashSeed::globalSeed();
    return qHashBits(orderId.constData(), std::size_t(orderId.size()), seed);
}

/// The score itself not included, as ZCOUNT takes it.
QByteArray before(double score)
{
    return '(' + scoreText(score);
}

} // namespace

FollowIndex::FollowIndex(QByteArray indexKey, qsizetype maxKnown)
    : m_key(std::move(indexKey))
    , m_maxKnown(maxKnown)
{ }

Result<void> FollowIndex::begin(RedisSession &connection, const std::function<void(qint64, qint64)> &onProgress,
                                const std::stop_token &stop)
{
    m_segments = {{.since = Start, .count = 0}};
    m_firstIsCounted = false;
    m_sum = 0;
    m_known.clear();
    const auto all = total(connection, stop);
    if (!all)
        return std::unexpected(all.error());
    if (*all > m_maxKnown) {
        const qint64 rank = *all - m_maxKnown;
        const auto oldest = entries(connection, m_key, rank, rank, stop);
        if (!oldest)
            return std::unexpected(oldest.error());
        if (!oldest->empty() && oldest->front().score > Start) {
            const double since = oldest->front().score;
            const auto earlier = count(connection, scoreText(Start), before(since), stop);
            if (!earlier)
                return std::unexpected(earlier.error());
            m_firstIsCounted = true;
            set(0, *earlier);
            m_segments.push_back({.since = since, .count = 0});
        }
    }
    m_known.reserve(std::min<qint64>(*all, m_maxKnown));
    const auto tell = [&](qint64 read) {
        if (onProgress)
            onProgress(m_sum + read, std::max(*all, m_sum + read));
    };
    for (;;) {
        const auto ended = read(connection, m_segments.size() - 1, Read::Learn, nullptr, tell, stop);
        if (!ended)
            return std::unexpected(ended.error());
        if (*ended == Ended::AtEnd)
            return {};
    }
}

Result<void> FollowIndex::look(RedisSession &connection, std::vector<QByteArray> &found, std::optional<FollowGap> &gap,
                               const std::stop_token &stop)
{
    const auto come = lookAtNewest(connection, found, stop);
    if (!come)
        return std::unexpected(come.error());
    if (!*come)
        return {};
    const std::size_t before = found.size();
    const auto segments = changed(connection, gap, stop);
    if (!segments)
        return std::unexpected(segments.error());
    const auto ended = readAll(connection, *segments, found, stop);
    if (!ended)
        return std::unexpected(ended.error());
    const qint64 told = qint64(found.size() - before) + (gap ? gap->trades : 0);
    if (*ended == Ended::AtEnd && told < **come) {
        // Where a score was corrected, one entry less in a segment has hidden one more. Only reading all finds it.
        std::vector<double> all;
        for (const Segment &segment : std::span(m_segments).subspan(m_firstIsCounted ? 1 : 0))
            all.push_back(segment.since);
        if (const auto read = readAll(connection, all, found, stop); !read)
            return std::unexpected(read.error());
    }
    if (m_known.size() > m_maxKnown + m_maxKnown / 20 + SegmentSize)
        return forgetOldest(connection, found, stop);
    return {};
}

Result<FollowIndex::Ended> FollowIndex::readAll(RedisSession &connection, const std::vector<double> &segments,
                                                std::vector<QByteArray> &found, const std::stop_token &stop)
{
    for (const double since : segments) {
        const auto ended = read(connection, segmentAt(since), Read::Tell, &found, {}, stop);
        if (!ended || *ended != Ended::AtEnd)
            return ended;
        if (found.size() >= FoundAtOnce)
            return Ended::Full;
    }
    return Ended::AtEnd;
}

/// The usual cases: nothing has come, or as many as have come stand at the very end. None then, else how many have
/// come.
Result<std::optional<qint64>> FollowIndex::lookAtNewest(RedisSession &connection, std::vector<QByteArray> &found,
                                                        const std::stop_token &stop)
{
    const auto now = total(connection, stop);
    if (!now)
        return std::unexpected(now.error());
    const qint64 come = *now - m_sum;
    Segment &newest = m_segments.back();
    if (come < 0 || newest.count + come > 2 * SegmentSize) // too many: read it, which cuts it in two
        return come;
    // One more than have come: it has to be known, or else an entry was removed for one more that came.
    auto last = entries(connection, m_key, std::max<qint64>(0, *now - come - 1), *now - 1, stop);
    if (!last)
        return std::unexpected(last.error());
    if (*now > come && !last->empty()) {
        if (!m_known.contains(fingerprint(last->front().orderId)))
            return come;
        last->erase(last->begin());
    }
    const auto isNew = [&](const Entry &entry) {
        return entry.score >= newest.since && !m_known.contains(fingerprint(entry.orderId));
    };
    if (qint64(last->size()) != come || !std::ranges::all_of(*last, isNew))
        return come;
    for (const Entry &entry : *last) {
        meet(entry.orderId, Read::Tell);
        found.push_back(entry.orderId);
    }
    set(m_segments.size() - 1, newest.count + come);
    return std::nullopt;
}

/// The segments that have another number of entries than they had.
Result<std::vector<double>> FollowIndex::changed(RedisSession &connection, std::optional<FollowGap> &gap,
                                                 const std::stop_token &stop)
{
    std::vector<double> result;
    for (std::size_t from = 0; from < m_segments.size(); from += CountsAtOnce) {
        const std::size_t to = std::min(m_segments.size(), from + CountsAtOnce);
        std::vector<CommandArgs> commands;
        for (std::size_t i = from; i < to; ++i)
            commands.push_back(countCommand(i));
        const auto replies = connection.pipeline(commands, stop);
        if (!replies)
            return std::unexpected(replies.error());
        for (std::size_t i = from; i < to; ++i) {
            const auto now = integerIn((*replies)[i - from], commands[i - from]);
            if (!now)
                return std::unexpected(now.error());
            if (*now == m_segments[i].count)
                continue;
            if (i > 0 || !m_firstIsCounted) {
                result.push_back(m_segments[i].since);
                continue;
            }
            if (*now > m_segments[i].count)
                gap = {.until = m_segments[i + 1].since, .trades = *now - m_segments[i].count};
            set(i, *now);
        }
    }
    return result;
}

/// Reads a segment anew, and cuts it where it has become too large. Full: `found` is long enough, and what is left of
/// the segment has become one of its own whose count is wrong, so that it is read next time. Moved: entries shifted
/// too far while it was read; likewise.
Result<FollowIndex::Ended> FollowIndex::read(RedisSession &connection, std::size_t segment, Read mode,
                                             std::vector<QByteArray> *found, const std::function<void(qint64)> &onPage,
                                             const std::stop_token &stop)
{
    const bool isLast = segment + 1 == m_segments.size();
    const double until = isLast ? -Start : m_segments[segment + 1].since;
    const auto earlier = m_segments[segment].since == Start
        ? Result<qint64>(0)
        : count(connection, scoreText(Start), before(m_segments[segment].since), stop);
    if (!earlier)
        return std::unexpected(earlier.error());
    qint64 rank = *earlier;
    qint64 size = 0; // of the piece at hand
    std::optional<Entry> last;
    for (;;) {
        // Each page begins with the last entry of the page before: ranks move while others store.
        const qint64 from = last ? rank - 1 : rank;
        const auto page = entries(connection, m_key, from, from + PageSize, stop);
        if (!page)
            return std::unexpected(page.error());
        auto next = page->begin();
        if (last) {
            next = std::ranges::find(*page, *last);
            if (next == page->end()) {
                set(segment, 0);
                return Ended::Moved;
            }
            rank += next - page->begin(); // that many have come before it
            ++next;
        }
        while (next != page->end() && next->score < m_segments[segment].since) { // stored before it since it was placed
            ++next;
            ++rank;
        }
        if (next == page->end())
            break;
        for (; next != page->end(); ++next) {
            if (!isLast && next->score >= until)
                break;
            if (size >= SegmentSize && next->score > last->score && mode != Read::Forget) {
                set(segment, size);
                m_segments.insert(m_segments.begin() + qsizetype(++segment), {.since = next->score, .count = 0});
                size = 0;
                if (found && found->size() >= FoundAtOnce)
                    return Ended::Full;
            }
            ++size;
            ++rank;
            if (meet(next->orderId, mode) && found)
                found->push_back(next->orderId);
            last = *next;
        }
        if (next != page->end())
            break;
        if (onPage)
            onPage(size);
    }
    set(segment, size);
    return Ended::AtEnd;
}

/// Makes room for what comes: the oldest segments of which fingerprints are kept are only counted from now on.
Result<void> FollowIndex::forgetOldest(RedisSession &connection, std::vector<QByteArray> &found,
                                       const std::stop_token &stop)
{
    while (m_known.size() > m_maxKnown) {
        const std::size_t oldest = m_firstIsCounted ? 1 : 0;
        if (oldest + 1 >= m_segments.size())
            return {}; // all of one clock
        const auto ended = read(connection, oldest, Read::Forget, &found, {}, stop);
        if (!ended)
            return std::unexpected(ended.error());
        if (*ended != Ended::AtEnd)
            return {}; // another time
        if (m_firstIsCounted) {
            m_segments[0].count += m_segments[1].count;
            m_segments.erase(m_segments.begin() + 1);
        }
        m_firstIsCounted = true;
    }
    return {};
}

bool FollowIndex::meet(const QByteArray &orderId, Read mode)
{
    const quint64 print = fingerprint(orderId);
    if (mode == Read::Forget)
        return !m_known.remove(print);
    const qsizetype before = m_known.size();
    m_known.insert(print);
    return m_known.size() > before;
}

void FollowIndex::set(std::size_t segment, qint64 count)
{
    m_sum += count - m_segments[segment].count;
    m_segments[segment].count = count;
}

std::size_t FollowIndex::segmentAt(double since) const
{
    const auto it = std::ranges::lower_bound(m_segments, since, {}, &Segment::since);
    return std::size_t(it - m_segments.begin());
}

CommandArgs FollowIndex::countCommand(std::size_t segment) const
{
    const bool isLast = segment + 1 == m_segments.size();
    return {"ZCOUNT", m_key, scoreText(m_segments[segment].since),
            isLast ? scoreText(-Start) : before(m_segments[segment + 1].since)};
}

Result<qint64> FollowIndex::count(RedisSession &connection, const QByteArray &since, const QByteArray &until,
                                  const std::stop_token &stop) const
{
    const CommandArgs command{"ZCOUNT", m_key, since, until};
    const auto reply = connection.call(command, stop);
    if (!reply)
        return std::unexpected(reply.error());
    return integerIn(*reply, command);
}

Result<qint64> FollowIndex::total(RedisSession &connection, const std::stop_token &stop) const
{
    const CommandArgs command{"ZCARD", m_key};
    const auto reply = connection.call(command, stop);
    if (!reply)
        return std::unexpected(reply.error());
    return integerIn(*reply, command);
}

} // namespace arbscope
