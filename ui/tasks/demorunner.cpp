// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/demorunner.h"

#include "ui/tasks/background.h"

namespace arbscope {

DemoRunner::DemoRunner(QObject *parent)
    : QObject(parent)
{ }

DemoRunner::~DemoRunner()
{
    stop();
}

void DemoRunner::start(const DemoOptions &options)
{
    stop();
    m_watcher = std::make_unique<QFutureWatcher<Started>>();
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, [this] {
        const Started started = m_watcher->result();
        m_watcher.release()->deleteLater(); // so that it does not keep the store
        if (!started) {
            emit failed(started.error());
            return;
        }
        m_store = *started;
        emit ready(m_store->url());
    });
    m_watcher->setFuture(QtConcurrent::run(backgroundPool(), [options](QPromise<Started> &promise) {
        auto store = DemoStore::start(options);
        promise.addResult(store ? Started(std::make_shared<DemoStore>(std::move(*store)))
                                : Started(std::unexpected(store.error())));
    }));
}

void DemoRunner::stop()
{
    if (m_watcher) { // a start under way ends on its thread, and its store with it
        m_watcher->disconnect(this);
        m_watcher.release()->deleteLater();
    }
    releaseInBackground(std::exchange(m_store, nullptr));
}

} // namespace arbscope
