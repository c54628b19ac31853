// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/repairtask.h"

#include "ui/tasks/storelane.h"

#include <QLocale>

namespace arbscope {

namespace {

constexpr int ProgressSteps = 1000;

RepairSummary repairAll(ReportStore &store, const std::vector<RepairStep> &steps, std::atomic<qint64> &made,
                        QPromise<RepairSummary> &promise, const std::stop_token &stop)
{
    RepairSummary summary;
    const auto connection = store.connection(stop);
    if (!connection) {
        summary.error = connection.error();
        return summary;
    }
    promise.setProgressRange(0, ProgressSteps);
    for (const RepairStep &step : steps) {
        const auto outcome = repair(**connection, step, stop);
        if (!outcome) {
            summary.error = outcome.error();
            return summary;
        }
        switch (*outcome) {
        case RepairOutcome::Done:
            ++summary.done;
            break;
        case RepairOutcome::NotAsSaid:
            ++summary.notAsSaid;
            break;
        case RepairOutcome::Contended:
            ++summary.contended;
            break;
        }
        ++made;
        promise.setProgressValue(static_cast<int>(ProgressSteps * made / static_cast<qint64>(steps.size())));
    }
    return summary;
}

} // namespace

RepairTask::RepairTask(StoreLane &lane, const std::vector<RepairStep> &steps, QObject *parent)
    : LongTask(tr("Repairing"), parent)
    , m_made(std::make_shared<std::atomic<qint64>>(0))
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this, total = static_cast<qint64>(steps.size())] { setProgress(*m_made, total); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const RepairSummary summary = m_watcher.result();
        emit finished(summary);
        end(endOf(summary.error), tr("changes: %1").arg(QLocale().toString(summary.done)));
    });
    RepairSummary stopped;
    stopped.error = RedisError{RedisErrorCode::Cancelled, {}, {}, {}};
    m_watcher.setFuture(lane.run<RepairSummary>(
        stopSource(), stopped,
        [steps, made = m_made](ReportStore &store, const std::stop_token &stop, QPromise<RepairSummary> &promise) {
            promise.addResult(repairAll(store, steps, *made, promise, stop));
        }));
}

} // namespace arbscope
