// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"

#include <QSet>

#include <deque>
#include <optional>

namespace arbscope {

struct IndexEntry
{
    QByteArray orderId;
    double score = 0; ///< only read when asked for
};

struct IndexCursorOptions
{
    int pageSize = 200;
    int pagesAhead = 1;  ///< how much of the index is kept read or asked for
    bool scores = false; ///< costs the server about as much as the ids themselves
    double since;        ///< scores, inclusive; either finite needs `scores`
    double until;
};

/// Reads one server's index in ascending order, page by page, several pages asked for at once. Each page begins with
/// the last id of the page before: when it does not, trades were stored further down and moved the ranks, and the place
/// is looked up by that id again. Sends nothing itself: request() says what to send, take() is given the replies in
/// order.
class IndexCursor
{
public:
    IndexCursor(QByteArray indexKey, const IndexCursorOptions &options);

    /// What to send now; none when enough is read or under way.
    [[nodiscard]] std::optional<CommandArgs> request();
    /// The reply to the oldest request that is still open.
    [[nodiscard]] Result<void> take(RedisReply &&reply);

    [[nodiscard]] bool isReady() const { return !m_ready.empty(); }
    /// Nothing is ready and nothing will come.
    [[nodiscard]] bool isAtEnd() const { return m_ended && m_ready.empty(); }
    [[nodiscard]] const IndexEntry &front() const { return m_ready.front(); }
    IndexEntry pop();
    /// Nothing shall be asked any more.
    void end() { m_ended = true; }

private:
    enum class Place {
        Unknown, ///< the rank to go on at has to be asked for
        Asked,
        Known,
    };

    [[nodiscard]] CommandArgs rangeCommand(qint64 from) const;
    [[nodiscard]] CommandArgs placeCommand() const;
    [[nodiscard]] Result<void> takePlace(const RedisReply &reply);
    [[nodiscard]] Result<void> takeRange(RedisReply &&reply);
    void accept(IndexEntry &&entry);

    QByteArray m_key;
    IndexCursorOptions m_options;
    std::deque<IndexEntry> m_ready;
    std::deque<QByteArray> m_recent; ///< the last ids read, newest at the back; a page of them
    QSet<QByteArray> m_removed; ///< read, but gone from the index when their place was looked up
    Place m_place = Place::Unknown;
    qint64 m_nextRank = 0;
    int m_open = 0; ///< page requests whose replies are wanted
    int m_stale = 0; ///< older ones, of ranks that have moved
    bool m_ended = false;
};

} // namespace arbscope
