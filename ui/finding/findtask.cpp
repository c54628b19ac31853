// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finding/findtask.h"

#include "core/analysis/pageselector.h"
#include "core/analysis/tradeselector.h"
#include "core/report/bytesview.h"
#include "core/store/parallelwalk.h"
#include "ui/tasks/progressrelay.h"
#include "ui/tasks/storelane.h"

#include <QLocale>

#include <algorithm>

namespace arbscope {

namespace {

constexpr qint64 ChosenAtOnce = 500;

} // namespace

/// What is done on the lane.
class FindTask::Search
{
public:
    Search(ReportStore &store, FeedSource source, FilterPart filter, QPromise<Batch> &promise, ProgressRelay &relay)
        : m_store(store)
        , m_source(std::move(source))
        , m_filter(std::move(filter))
        , m_promise(promise)
        , m_relay(relay)
    { }

    Result<void> run(const std::stop_token &stop) { return m_source.chosen ? inChosen(stop) : inIndex(stop); }

private:
    Result<void> inIndex(const std::stop_token &stop);
    Result<void> inChosen(const std::stop_token &stop);
    void hand(std::vector<FoundTrade> trades)
    {
        if (!trades.empty())
            m_promise.addResult(Batch{std::move(trades), {}});
    }

    ReportStore &m_store;
    FeedSource m_source;
    FilterPart m_filter;
    QPromise<Batch> &m_promise;
    ProgressRelay &m_relay;
};

Result<void> FindTask::Search::inIndex(const std::stop_token &stop)
{
    const auto session = m_store.connection(stop);
    if (!session)
        return std::unexpected(session.error());
    TradeWalk walk(**session, {m_source.server});
    qint64 rank = 0;
    return walkInParallel(
        walk,
        [&, select = selectorOf(m_filter)](const WalkPage &page) {
            const std::vector<bool> isTrue = select(page);
            std::vector<FoundTrade> trades;
            for (std::size_t i = 0; i < page.entries.size(); ++i, ++rank) {
                if (isTrue[i])
                    trades.push_back({page.orphans ? -1 : rank, page.entries[i].orderId});
            }
            hand(std::move(trades));
            return !stop.stop_requested();
        },
        [this](qint64 done, qint64 total) { m_relay.tell(m_promise, done, total); }, stop);
}

Result<void> FindTask::Search::inChosen(const std::stop_token &stop)
{
    TradeSelector selector(m_filter);
    const qint64 total = m_source.chosen->size();
    for (qint64 from = 0; from < total; from += ChosenAtOnce) {
        std::vector<QByteArray> ids;
        for (qint64 rank = from; rank < std::min(total, from + ChosenAtOnce); ++rank)
            ids.push_back(m_source.chosen->orderId(rank));
        const auto read = m_store.trades(m_source.server, std::move(ids), stop);
        if (!read)
            return std::unexpected(read.error());
        for (std::size_t i = 0; i < read->size(); ++i) {
            const StoredTrade &trade = (*read)[i];
            selector.add(viewOf(trade.orderId), m_source.chosen->score(from + qint64(i)),
                         trade.present ? std::optional(viewOf(trade.raw)) : std::nullopt);
        }
        const std::vector<bool> isTrue = selector.take();
        std::vector<FoundTrade> trades;
        for (std::size_t i = 0; i < read->size(); ++i) {
            if (isTrue[i])
                trades.push_back({from + qint64(i), (*read)[i].orderId});
        }
        hand(std::move(trades));
        m_relay.tell(m_promise, from + qint64(read->size()), total);
    }
    return {};
}

FindTask::FindTask(StoreLane &lane, const FeedSource &source, const FilterPart &filter, QObject *parent)
    : LongTask(tr("Finding"), parent)
{
    const auto relay = std::make_shared<ProgressRelay>();
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this, relay] { setProgress(relay->done, relay->total); });
    connect(&m_watcher, &QFutureWatcherBase::resultsReadyAt, this, &FindTask::take);
    connect(&m_watcher, &QFutureWatcherBase::finished, this,
            [this] { end(m_how, tr("found: %1").arg(QLocale().toString(m_found))); });
    Batch stopped;
    stopped.result = std::unexpected(RedisError{.code = RedisErrorCode::Cancelled});
    m_watcher.setFuture(lane.run<Batch>(
        stopSource(), stopped,
        [source, filter, relay](ReportStore &store, const std::stop_token &stop, QPromise<Batch> &promise) {
            Batch last;
            last.result = Search(store, source, filter, promise, *relay).run(stop);
            if (last.result && stop.stop_requested())
                last.result = std::unexpected(RedisError{.code = RedisErrorCode::Cancelled});
            promise.addResult(last);
        }));
}

/// The last one has no trades, but how it ended.
void FindTask::take(int from, int to)
{
    for (int i = from; i < to; ++i) {
        const Batch batch = m_watcher.resultAt(i);
        m_found += qint64(batch.trades.size());
        m_how = batch.result ? End::Finished : endOf(batch.result.error());
        if (!batch.trades.empty())
            emit found(batch.trades);
        else if (batch.result)
            emit finished();
        else
            emit failed(batch.result.error());
    }
}

} // namespace arbscope
