// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/serverdirectory.h"

#include "ui/store/storesession.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace arbscope {

namespace {

constexpr auto FreshenInterval = 2s;
constexpr auto FirstFreshening = 200ms; ///< after a listing
constexpr size_t FreshenedAtOnce = 25; ///< of four cheap commands each
constexpr qint64 ListingIntervalMs = 5 * 60 * 1000; ///< for servers that are new, or gone

} // namespace

ServerDirectory::ServerDirectory(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_freshenTimer.setSingleShot(true);
    connect(&m_freshenTimer, &QTimer::timeout, this, &ServerDirectory::freshen);
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
    m_names.clear();
    m_next = 0;
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
        std::ranges::transform(batch.servers, std::back_inserter(m_names), &ServerSummary::name);
        if (!batch.servers.empty())
            emit found(batch.servers);
    }
}

void ServerDirectory::finish()
{
    m_listing = false;
    const Batch last = m_watcher->resultAt(m_watcher->future().resultCount() - 1);
    m_sinceListing.start();
    m_freshenTimer.start(FirstFreshening);
    if (!last.error)
        emit finished();
    else if (last.error->code != RedisErrorCode::Cancelled)
        emit failed(*last.error);
}

void ServerDirectory::stop()
{
    ++m_generation;
    m_request.request_stop();
    if (m_watcher) {
        m_watcher->disconnect(this);
        m_watcher.release()->deleteLater();
    }
    m_listing = false;
    m_freshenTimer.stop();
}

void ServerDirectory::setShown(const std::optional<QByteArray> &server)
{
    m_shown = server;
    if (m_freshenTimer.isActive())
        m_freshenTimer.start(0);
}

void ServerDirectory::freshen()
{
    if (m_sinceListing.hasExpired(ListingIntervalMs)) {
        refresh();
        return;
    }
    std::vector<QByteArray> servers;
    if (m_shown)
        servers.push_back(*m_shown);
    for (size_t i = 0; i < std::min(FreshenedAtOnce, m_names.size()); ++i) {
        m_next %= m_names.size();
        if (m_names[m_next] != m_shown)
            servers.push_back(m_names[m_next]);
        ++m_next;
    }
    m_session.ask(
        this, [servers](ReportStore &store, std::stop_token stop) { return store.summaries(servers, std::move(stop)); },
        [this, generation = m_generation](const Result<std::vector<ServerSummary>> &fresh) {
            if (generation != m_generation || m_listing)
                return;
            m_freshenTimer.start(FreshenInterval);
            if (fresh)
                emit found(*fresh);
        });
}

} // namespace arbscope
