// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/otherserverstask.h"

#include "core/analysis/serverstatistics.h"
#include "ui/tasks/progressrelay.h"
#include "ui/tasks/storelane.h"
#include "ui/text/sentence.h"

#include <algorithm>
#include <utility>

namespace arbscope {

/// What is done on the lane.
class OtherServersTask::Reading
{
public:
    Reading(ReportStore &store, QPromise<Part> &promise, ProgressRelay &relay)
        : m_store(store)
        , m_promise(promise)
        , m_relay(relay)
    { }

    Result<void> run(const std::vector<QByteArray> &servers, const FilterPart &filter, const StatisticsOptions &options,
                     const std::stop_token &stop);

private:
    ReportStore &m_store;
    QPromise<Part> &m_promise;
    ProgressRelay &m_relay;
};

Result<void> OtherServersTask::Reading::run(const std::vector<QByteArray> &servers, const FilterPart &filter,
                                            const StatisticsOptions &options, const std::stop_token &stop)
{
    const auto summaries = m_store.summaries(servers, stop);
    if (!summaries)
        return std::unexpected(summaries.error());
    qint64 all = 0;
    for (const ServerSummary &summary : *summaries)
        all += summary.reports;
    qint64 before = 0;
    ServerStatistics trades({.filter = filter});
    for (std::size_t i = 0; i < servers.size(); ++i) {
        // That it cannot be reached is no server's own fault.
        const auto session = m_store.connection(stop);
        if (!session)
            return std::unexpected(session.error());
        const qint64 ofThis = (*summaries)[i].reports;
        const auto progress = [&](qint64 done, qint64) {
            m_relay.tell(m_promise, before + std::min(done, ofThis), all); // it may have grown since it was counted
        };
        StatisticsRun run(options);
        const auto added = trades.add(run, **session, servers[i], progress, stop);
        if (!added && added.error().code == RedisErrorCode::Cancelled)
            return std::unexpected(added.error());
        Part part{.server = servers[i], .groups = nullptr, .error = std::nullopt};
        if (added)
            part.groups = std::make_shared<const FigureGroups>(run.result());
        else
            part.error = added.error();
        m_promise.addResult(std::move(part));
        before += ofThis;
        m_relay.tell(m_promise, before, all);
    }
    return {};
}

OtherServersTask::OtherServersTask(StoreLane &lane, std::vector<QByteArray> servers, FilterPart filter,
                                   StatisticsOptions options, QObject *parent)
    : LongTask(tr("Reading other servers"), parent)
{
    const auto relay = std::make_shared<ProgressRelay>();
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this, relay] { setProgress(relay->done, relay->total); });
    connect(&m_watcher, &QFutureWatcherBase::resultsReadyAt, this, &OtherServersTask::take);
    connect(&m_watcher, &QFutureWatcherBase::finished, this,
            [this] { end(m_how, counted(m_read, tr("1 server read"), tr("%1 servers read"))); });
    const Part stopped{
        .server = std::nullopt, .groups = nullptr, .error = RedisError{.code = RedisErrorCode::Cancelled}};
    m_watcher.setFuture(lane.run<Part>(
        stopSource(), stopped,
        [servers = std::move(servers), filter = std::move(filter), options = std::move(options),
         relay](ReportStore &store, const std::stop_token &stop, QPromise<Part> &promise) {
            if (const auto read = Reading(store, promise, *relay).run(servers, filter, options, stop); !read)
                promise.addResult(Part{.server = std::nullopt, .groups = nullptr, .error = read.error()});
        }));
}

void OtherServersTask::take(int from, int to)
{
    for (int i = from; i < to; ++i) {
        const Part part = m_watcher.resultAt(i);
        if (part.groups) {
            ++m_read;
            emit added(*part.server, part.groups);
        } else if (part.server) {
            emit refused(*part.server, *part.error);
        } else {
            m_how = endOf(part.error);
            emit failed(*part.error);
        }
    }
}

} // namespace arbscope
