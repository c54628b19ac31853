// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/indexmerge.h"

#include "core/store/keys.h"

#include <algorithm>
#include <utility>

namespace arbscope {

IndexMerge::IndexMerge(const std::vector<QByteArray> &servers, const IndexCursorOptions &options)
    : m_servers(&servers)
    , m_waiting(servers.size())
{
    m_cursors.reserve(servers.size());
    for (const QByteArray &server : servers)
        m_cursors.emplace_back(indexKey(server), options);
}

void IndexMerge::leaveOut(std::size_t server)
{
    m_cursors[server].end();
    --m_waiting;
}

Result<void> IndexMerge::take(std::size_t server, RedisReply &&reply)
{
    IndexCursor &cursor = m_cursors[server];
    const bool waited = !cursor.isReady() && !cursor.isAtEnd();
    if (const auto taken = cursor.take(std::move(reply)); !taken)
        return taken;
    if (waited && (cursor.isReady() || cursor.isAtEnd())) {
        --m_waiting;
        if (cursor.isReady())
            push(server);
    }
    return {};
}

IndexMerge::Entry IndexMerge::pop()
{
    std::ranges::pop_heap(m_ready, [this](std::size_t a, std::size_t b) { return isLater(a, b); });
    const std::size_t server = m_ready.back();
    m_ready.pop_back();
    IndexCursor &cursor = m_cursors[server];
    Entry next{.server = server, .entry = cursor.pop()};
    if (cursor.isReady())
        push(server);
    else if (!cursor.isAtEnd())
        ++m_waiting;
    return next;
}

void IndexMerge::push(std::size_t server)
{
    m_ready.push_back(server);
    std::ranges::push_heap(m_ready, [this](std::size_t a, std::size_t b) { return isLater(a, b); });
}

/// A heap has its greatest in front, so the order is "comes later".
bool IndexMerge::isLater(std::size_t a, std::size_t b) const
{
    const IndexEntry &left = m_cursors[a].front();
    const IndexEntry &right = m_cursors[b].front();
    if (left.score != right.score)
        return left.score > right.score;
    return (*m_servers)[a] > (*m_servers)[b];
}

} // namespace arbscope
