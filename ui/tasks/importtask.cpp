// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/importtask.h"

#include "ui/tasks/progressrelay.h"
#include "ui/tasks/storelane.h"
#include "ui/text/displaytext.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace arbscope {

namespace {

ImportTask::Outcome import(ReportStore &store, const QString &path, const std::stop_token &stop,
                           const std::function<void(qint64, qint64)> &tell)
{
    ImportTask::Outcome outcome{.path = path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        outcome.result.fileError = file.errorString();
        return outcome;
    }
    outcome.result = importReports(
        store, file,
        [&outcome](const ImportProblem &problem) {
            if (outcome.problems.size() < ImportTask::MostProblems)
                outcome.problems.push_back(problem);
        },
        [&](qint64 bytes) { tell(bytes, file.size()); }, stop);
    return outcome;
}

} // namespace

ImportTask::ImportTask(StoreLane &lane, const QString &path, QObject *parent)
    : LongTask(tr("Importing %1").arg(displayLine(QFileInfo(path).fileName(), 60)), parent, Unit::Bytes)
{
    const auto relay = std::make_shared<ProgressRelay>();
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this, relay] { setProgress(relay->done, relay->total); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const Outcome outcome = m_watcher.result();
        emit finished(outcome);
        const ImportResult &result = outcome.result;
        const QLocale locale;
        end(result.fileError.isEmpty() ? endOf(result.error) : End::Failed,
            tr("lines: %1, stored: %2, refused: %3")
                .arg(locale.toString(result.lines), locale.toString(result.stored), locale.toString(result.refused)));
    });
    Outcome stopped{.path = path};
    stopped.result.error = RedisError{.code = RedisErrorCode::Cancelled};
    m_watcher.setFuture(lane.run<Outcome>(
        stopSource(), std::move(stopped),
        [path, relay](ReportStore &store, const std::stop_token &stop, QPromise<Outcome> &promise) {
            promise.addResult(
                import(store, path, stop, [&](qint64 done, qint64 total) { relay->tell(promise, done, total); }));
        }));
}

} // namespace arbscope
