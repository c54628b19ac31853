// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pagecache.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace arbscope {

namespace {

/// What a decoded trade takes: its raw text, the same in UTF-16 where it is text, and the struct.
qint64 estimatedBytes(const StoredTrade &trade)
{
    return static_cast<qint64>(sizeof(StoredTrade)) + 3 * trade.raw.size();
}

} // namespace

PageCache::PageCache(qint64 maxBytes)
    : m_maxBytes(maxBytes)
{ }

TradePtr PageCache::at(qint64 rank) const
{
    const auto page = m_pages.constFind(pageOf(rank));
    if (page == m_pages.constEnd())
        return nullptr;
    page->lastUse = ++m_clock;
    return page->trades[static_cast<size_t>(rank % PageSize)];
}

std::vector<TradePtr> PageCache::all() const
{
    std::vector<TradePtr> trades;
    for (const Page &page : m_pages)
        std::ranges::copy_if(page.trades, std::back_inserter(trades),
                             [](const TradePtr &trade) { return bool(trade); });
    return trades;
}

bool PageCache::isStale(qint64 rank) const
{
    const auto page = m_pages.constFind(pageOf(rank));
    return page == m_pages.constEnd() || page->stale || !page->trades[static_cast<size_t>(rank % PageSize)];
}

void PageCache::insert(qint64 firstRank, const std::vector<TradePtr> &trades)
{
    qint64 rank = firstRank;
    for (const TradePtr &trade : trades) {
        Page &page = m_pages[pageOf(rank)];
        TradePtr &place = page.trades[static_cast<size_t>(rank % PageSize)];
        const qint64 difference = (trade ? estimatedBytes(*trade) : 0) - (place ? estimatedBytes(*place) : 0);
        place = trade;
        page.bytes += difference;
        page.lastUse = ++m_clock;
        page.stale = false;
        m_bytes += difference;
        ++rank;
    }
    evict(pageOf(rank - 1));
}

void PageCache::markStale()
{
    for (Page &page : m_pages)
        page.stale = true;
}

void PageCache::clear()
{
    m_pages.clear();
    m_bytes = 0;
}

void PageCache::move(const std::function<qint64(qint64)> &newRank)
{
    const QHash<qint64, Page> before = std::exchange(m_pages, {});
    m_bytes = 0;
    for (auto page = before.cbegin(); page != before.cend(); ++page) {
        for (int i = 0; i < PageSize; ++i) {
            if (const TradePtr &trade = page->trades[static_cast<size_t>(i)])
                insert(newRank(page.key() * PageSize + i), {trade});
        }
    }
}

void PageCache::evict(qint64 keep)
{
    while (m_bytes > m_maxBytes && m_pages.size() > 1) {
        auto oldest = m_pages.end();
        for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
            if (page.key() != keep && (oldest == m_pages.end() || page->lastUse < oldest->lastUse))
                oldest = page;
        }
        m_bytes -= oldest->bytes;
        m_pages.erase(oldest);
    }
}

} // namespace arbscope
