// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "ui/models/feedwork.h"
#include "ui/tasks/longtask.h"

#include <QFutureWatcher>

#include <vector>

namespace arbscope {

class StoreLane;

/// A trade that was found: where it stands in the list.
struct FoundTrade
{
    qint64 rank = -1; ///< the feed's; -1: beside the index
    QByteArray orderId;
};

/// Reads all trades of a list and says which ones a filter is true of, in the order of their ranks, those beside the
/// index last. Keeps none of them.
class FindTask final : public LongTask
{
    Q_OBJECT
public:
    FindTask(StoreLane &lane, const FeedSource &source, const FilterPart &filter, QObject *parent = nullptr);

signals:
    void found(const std::vector<arbscope::FoundTrade> &trades); ///< some more
    void finished(); ///< all of them
    void failed(const arbscope::RedisError &error); ///< or was cancelled

private:
    struct Batch
    {
        std::vector<FoundTrade> trades;
        Result<void> result;
    };
    class Search;
    void take(int from, int to);

    QFutureWatcher<Batch> m_watcher;
    End m_how = End::Failed;
    qint64 m_found = 0;
};

} // namespace arbscope
