// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/checktask.h"

#include "ui/tasks/storelane.h"
#include "ui/text/displaytext.h"

#include <QElapsedTimer>
#include <QLocale>

namespace arbscope {

namespace {

constexpr int ProgressSteps = 1000;
constexpr qint64 TellIntervalMs = 100;

} // namespace

/// The check on its thread.
class CheckTask::Run
{
public:
    Run(Counters &counters, QPromise<Part> &promise)
        : m_counters(counters)
        , m_promise(promise)
    {
        m_promise.setProgressRange(0, ProgressSteps);
        m_sinceTold.start();
    }

    void check(ReportStore &store, std::vector<QByteArray> servers, const std::stop_token &stop)
    {
        CheckSummary summary;
        if (const auto done = checkAll(store, std::move(servers), summary, stop); !done)
            summary.error = done.error();
        summary.findings = m_found;
        tell();
        m_promise.addResult(Part{{}, summary});
    }

private:
    Result<void> checkAll(ReportStore &store, std::vector<QByteArray> servers, CheckSummary &summary,
                          const std::stop_token &stop)
    {
        const auto connection = store.connection(stop);
        if (!connection)
            return std::unexpected(connection.error());
        if (servers.empty()) {
            auto all = serversToCheck(**connection, stop);
            if (!all)
                return std::unexpected(all.error());
            servers = std::move(*all);
        }
        for (const QByteArray &server : servers) {
            const qint64 before = m_counters.done;
            const qint64 left = qint64(servers.size()) - summary.servers - 1;
            const auto result = checkServer(
                **connection, server, {}, [this](const Finding &finding) { take(finding); },
                [&](qint64 done, qint64 total) {
                    m_counters.done = before + done;
                    m_counters.total = before + total + left * std::max<qint64>(1, total); // as if all were like it
                    m_promise.setProgressValue(
                        static_cast<int>(ProgressSteps * m_counters.done / std::max<qint64>(1, m_counters.total)));
                    if (m_sinceTold.elapsed() > TellIntervalMs)
                        tell();
                },
                stop);
            if (!result)
                return std::unexpected(result.error());
            ++summary.servers;
            summary.reports += result->reports;
            summary.unconfirmed += result->unconfirmed;
        }
        return {};
    }

    void take(const Finding &finding)
    {
        if (m_found++ < MostTold)
            m_untold.push_back(finding);
    }

    void tell()
    {
        m_sinceTold.start();
        if (!m_untold.empty())
            m_promise.addResult(Part{std::exchange(m_untold, {}), {}});
    }

    Counters &m_counters;
    QPromise<Part> &m_promise;
    QElapsedTimer m_sinceTold;
    std::vector<Finding> m_untold;
    qint64 m_found = 0;
};

CheckTask::CheckTask(StoreLane &lane, const std::vector<QByteArray> &servers, QObject *parent)
    : LongTask(servers.size() == 1 ? tr("Checking %1").arg(displayBytes(servers.front(), 40))
                                   : tr("Checking all servers"),
               parent)
    , m_counters(std::make_shared<Counters>())
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this] { setProgress(m_counters->done, m_counters->total); });
    connect(&m_watcher, &QFutureWatcherBase::resultsReadyAt, this, &CheckTask::take);
    CheckSummary stopped;
    stopped.error = RedisError{RedisErrorCode::Cancelled, {}, {}, {}};
    m_watcher.setFuture(lane.run<Part>(
        stopSource(), Part{{}, stopped},
        [servers, counters = m_counters](ReportStore &store, const std::stop_token &stop, QPromise<Part> &promise) {
            Run(*counters, promise).check(store, servers, stop);
        }));
}

void CheckTask::take(int from, int to)
{
    for (int i = from; i < to; ++i) {
        const Part part = m_watcher.resultAt(i);
        if (!part.findings.empty())
            emit found(part.findings);
        if (part.summary) {
            emit finished(*part.summary);
            const QLocale locale;
            end(endOf(part.summary->error),
                tr("problems: %1, reports: %2")
                    .arg(locale.toString(part.summary->findings), locale.toString(part.summary->reports)));
        }
    }
}

} // namespace arbscope
