// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/backuptask.h"

#include "ui/tasks/background.h"
#include "ui/tasks/progressrelay.h"
#include "ui/text/displaytext.h"

#include <QFileInfo>

namespace arbscope {

BackupTask::BackupTask(const QString &path, QObject *parent)
    : LongTask(tr("Opening %1").arg(displayLine(QFileInfo(path).fileName(), 60)), parent, Unit::Bytes)
{
    const auto relay = std::make_shared<ProgressRelay>();
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this, relay] { setProgress(relay->done, relay->total); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &BackupTask::finish);
    m_watcher.setFuture(
        QtConcurrent::run(backgroundPool(), [path, relay, stop = stopSource().get_token()](QPromise<Opened> &promise) {
            auto file
                = BackupFile::open(path, [&](qint64 done, qint64 total) { relay->tell(promise, done, total); }, stop);
            promise.addResult(file ? Opened(std::make_shared<BackupFile>(std::move(*file)))
                                   : Opened(std::unexpected(std::move(file.error()))));
        }));
}

void BackupTask::finish()
{
    Opened file = m_watcher.result();
    const End how = isCancelling() ? End::Cancelled : file ? End::Finished : End::Failed;
    if (isCancelling()) {
        m_watcher.disconnect(this);
        m_watcher.setFuture(QFuture<Opened>()); // else it would be the last to hold the server
        if (file)
            releaseInBackground(std::move(*file));
        emit cancelled();
    } else if (file) {
        emit opened(*file);
    } else {
        emit failed(file.error());
    }
    end(how);
}

} // namespace arbscope
