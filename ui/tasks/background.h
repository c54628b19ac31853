// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrent>

#include <memory>
#include <utility>

namespace arbscope {

/// Threads for work that takes a while. Not Qt's global pool: Qt 6.4 also paints with that one, and a window waits for
/// its painting, so that long work there freezes it. GUI thread only.
[[nodiscard]] QThreadPool *backgroundPool();

/// Runs work() on a worker thread, then done(its result) on the GUI thread, unless `context` is gone by then. `work`
/// holds copies of what it needs. (QFuture::then() with a context would do, but Qt 6.4 crashes when that is gone.)
template <class Work, class Done> void runInBackground(QObject *context, Work work, Done done)
{
    using Answer = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(backgroundPool(), std::move(work)));
}

/// Lets go of what takes a while to end (a private server), on a worker thread.
template <class T> void releaseInBackground(std::shared_ptr<T> &&last)
{
    if (last)
        backgroundPool()->start([last = std::move(last)]() mutable { last.reset(); });
}

} // namespace arbscope
