// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/serverdirectory.h"

#include "ui/storesession.h"

namespace arbscope {

ServerDirectory::ServerDirectory(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_session, &StoreSession::stateChanged, this, [this] {
        if (m_session.state() == StoreSession::State::Connected)
            refresh();
        else if (m_session.state() != StoreSession::State::Connecting)
            stop();
    });
}

ServerDirectory::~ServerDirectory()
{
    stop();
}

void ServerDirectory::refresh()
{
    stop();
    m_request = std::stop_source();
    m_listing = true;
    emit started();
    const Batch cancelled{{}, RedisError{RedisErrorCode::Cancelled, {}, {}, {}}};
    m_watcher = std::make_unique<QFutureWatcher<Batch>>();
    connect(m_watcher.get(), &QFutureWatcherBase::resultsReadyAt, this, &ServerDirectory::take);
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, &ServerDirectory::finish);
    m_watcher->setFuture(m_session.bulk().run<Batch>(
        m_request, cancelled, [](ReportStore &store, std::stop_token stop, QPromise<Batch> &promise) {
            const auto listed = store.servers(
                [&promise](std::vector<ServerSummary> servers) { promise.addResult(Batch{std::move(servers), {}}); },
                std::move(stop));
            promise.addResult(Batch{{}, listed ? std::nullopt : std::optional(listed.error())});
        }));
}

void ServerDirectory::take(int from, int to)
{
    for (int i = from; i < to; ++i) {
        const Batch batch = m_watcher->resultAt(i);
        if (!batch.servers.empty())
            emit found(batch.servers);
    }
}

void ServerDirectory::finish()
{
    m_listing = false;
    const Batch last = m_watcher->resultAt(m_watcher->future().resultCount() - 1);
    if (!last.error)
        emit finished();
    else if (last.error->code != RedisErrorCode::Cancelled)
        emit failed(*last.error);
}

void ServerDirectory::stop()
{
    m_request.request_stop();
    if (m_watcher) {
        m_watcher->disconnect(this);
        m_watcher.release()->deleteLater();
    }
    m_listing = false;
}

} // namespace arbscope
