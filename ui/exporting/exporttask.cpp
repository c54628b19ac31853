// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/exporttask.h"

#include "ui/tasks/storelane.h"
#include "ui/text/displaytext.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace arbscope {

namespace {

constexpr int ProgressSteps = 1000;

QString titleOf(const ExportRequest &request)
{
    if (request.servers.size() == 1)
        return ExportTask::tr("Exporting %1").arg(displayBytes(request.servers.front(), 40));
    return request.servers.empty() ? ExportTask::tr("Exporting all servers")
                                   : ExportTask::tr("Exporting %n servers", nullptr, int(request.servers.size()));
}

} // namespace

ExportTask::ExportTask(StoreLane &lane, const ExportRequest &request, const ExportTarget &target, QObject *parent)
    : LongTask(titleOf(request), parent)
    , m_counters(std::make_shared<Counters>())
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this] { setProgress(m_counters->done, m_counters->total); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ExportTask::finish);
    const ExportError stopped{RedisError{RedisErrorCode::Cancelled, {}, {}, {}}, {}};
    m_watcher.setFuture(lane.run<Outcome>(
        stopSource(), Outcome{target.path, std::unexpected(stopped)},
        [request, target, counters = m_counters](ReportStore &store, std::stop_token stop, QPromise<Outcome> &promise) {
            Outcome outcome{pathOf(target)};
            promise.setProgressRange(0, ProgressSteps);
            const auto report = [&](ExportProgress progress) {
                counters->done = progress.done;
                counters->total = progress.total;
                promise.setProgressValue(
                    progress.total > 0 ? static_cast<int>(ProgressSteps * progress.done / progress.total) : 0);
            };
            if (const auto connection = store.connection(stop))
                outcome.result = exportTrades(**connection, request, outcome.path, report, stop);
            else
                outcome.result = std::unexpected(ExportError{connection.error(), {}});
            promise.addResult(std::move(outcome));
        }));
}

void ExportTask::finish()
{
    const Outcome outcome = m_watcher.result();
    End how = End::Finished;
    QString counts;
    if (outcome.result) {
        const QLocale locale;
        counts = tr("trades: %1, left out: %2")
                     .arg(locale.toString(outcome.result->trades), locale.toString(outcome.result->unreadable));
        emit exported(*outcome.result, outcome.path);
    } else if (isCancelling()
               || (outcome.result.error().store && outcome.result.error().store->code == RedisErrorCode::Cancelled)) {
        how = End::Cancelled;
        emit cancelled();
    } else {
        how = End::Failed;
        emit failed(outcome.result.error(), outcome.path);
    }
    end(how, counts);
}

QString pathOf(const ExportTarget &target)
{
    const QFileInfo file(target.path);
    const bool elsewhere = !target.otherFolder.isEmpty() && !QFileInfo::exists(file.path());
    const QString path = elsewhere ? QDir(target.otherFolder).filePath(file.fileName()) : target.path;
    return target.replace ? path : freePath(path);
}

QString freePath(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists() && !file.isSymLink())
        return path;
    const QString suffix = file.suffix().isEmpty() ? QString() : QString(u'.' + file.suffix());
    const QString stem = file.path() + u'/' + file.completeBaseName();
    for (int number = 2;; ++number) {
        const QString other = stem + u" (" + QString::number(number) + u')' + suffix;
        if (!QFileInfo::exists(other) && !QFileInfo(other).isSymLink())
            return other;
    }
}

} // namespace arbscope
