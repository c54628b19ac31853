// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tradeptr.h"

#include <QHash>

#include <array>
#include <functional>
#include <vector>

namespace arbscope {

/// Trades by rank, oldest first, in pages of 200; sparse, and bounded by an estimate of their bytes: the pages that
/// were used the longest time ago go first. The page put in last always stays.
class PageCache
{
public:
    static constexpr int PageSize = 200;

    explicit PageCache(qint64 maxBytes);

    [[nodiscard]] static qint64 pageOf(qint64 rank) { return rank / PageSize; }
    /// Null when it is not here. Counts as a use of its page.
    [[nodiscard]] TradePtr at(qint64 rank) const;
    [[nodiscard]] std::vector<TradePtr> all() const; ///< in no order
    /// The page is to be asked for again: it has a gap at the rank, or was marked stale.
    [[nodiscard]] bool isStale(qint64 rank) const;

    /// Consecutive trades from `firstRank` on; those that stand there already are replaced.
    void insert(qint64 firstRank, const std::vector<TradePtr> &trades);
    /// What is here may still be shown, but is to be asked for again.
    void markStale();
    void clear();
    /// Every trade stands at another rank from now on.
    void move(const std::function<qint64(qint64)> &newRank);

    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype pageCount() const { return m_pages.size(); }

private:
    struct Page
    {
        std::array<TradePtr, PageSize> trades;
        qint64 bytes = 0;
        mutable quint64 lastUse = 0;
        bool stale = false;
    };
    void evict(qint64 keep);

    QHash<qint64, Page> m_pages;
    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    mutable quint64 m_clock = 0;
};

} // namespace arbscope
