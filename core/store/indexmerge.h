// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/indexcursor.h"

#include <QByteArray>

#include <vector>

namespace arbscope {

/// The indices of several servers as one, ascending by score, then server (as the bytes compare), then order id. As its
/// cursors, it sends nothing itself.
class IndexMerge
{
public:
    /// `servers` must outlive this.
    IndexMerge(const std::vector<QByteArray> &servers, const IndexCursorOptions &options);

    /// That server has no index to be read; before its first request.
    void leaveOut(std::size_t server);
    /// What to send now for a server's index; none when enough is read or under way.
    [[nodiscard]] std::optional<CommandArgs> request(std::size_t server) { return m_cursors[server].request(); }
    /// The reply to the oldest request of that server that is still open.
    [[nodiscard]] Result<void> take(std::size_t server, RedisReply &&reply);

    [[nodiscard]] bool isReady() const { return m_waiting == 0 && !m_ready.empty(); } ///< the next entry is known
    [[nodiscard]] bool isAtEnd() const { return m_waiting == 0 && m_ready.empty(); }

    struct Entry
    {
        std::size_t server = 0;
        IndexEntry entry;
    };
    /// The next entry, when isReady(). Its server may have something to request then.
    [[nodiscard]] Entry pop();

private:
    [[nodiscard]] bool isLater(std::size_t a, std::size_t b) const;
    void push(std::size_t server);

    const std::vector<QByteArray> *m_servers;
    std::vector<IndexCursor> m_cursors;
    std::vector<std::size_t> m_ready; ///< a heap of the servers whose cursor has an entry ready
    std::size_t m_waiting; ///< servers whose cursor has neither an entry ready nor ended
};

} // namespace arbscope
