// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/orphanfeed.h"

#include "ui/store/storesession.h"

#include <QLoggingCategory>

#include <algorithm>

namespace arbscope {

Q_LOGGING_CATEGORY(lcOrphans, "arbscope.ui.orphans")

namespace {

constexpr qint64 CacheBytes = 8 * 1024 * 1024;
constexpr int PausePerLook = 10; ///< times as long as a look took: it reads the whole hash

qint64 apart(const ServerSummary &summary)
{
    return summary.reports - summary.indexed;
}

} // namespace

OrphanFeed::OrphanFeed(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_cache(CacheBytes)
{
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0); // the wishes of one turn of the event loop become one request
    connect(&m_fetchTimer, &QTimer::timeout, this, &OrphanFeed::fetch);
    connect(&m_session, &StoreSession::stateChanged, this, [this] {
        if (m_session.state() == StoreSession::State::Connected)
            return;
        ++m_generation; // what was asked for is not answered any more
        m_fetching = false;
    });
}

OrphanFeed::~OrphanFeed()
{
    stop();
}

void OrphanFeed::show(const std::optional<QByteArray> &server)
{
    stop();
    m_server = server;
    m_summary.reset();
    m_looked.reset();
    m_suspicious = false;
    setIds({});
}

void OrphanFeed::tell(const ServerSummary &summary)
{
    if (m_server != summary.name)
        return;
    // Twice the same: a bot that writes the hash first and then the index may have been between the two.
    const bool steady = m_summary && apart(*m_summary) == apart(summary);
    m_summary = summary;
    if (steady)
        look();
}

void OrphanFeed::suspect()
{
    if (std::exchange(m_suspicious, true))
        return;
    m_looked.reset();
    look();
}

void OrphanFeed::refresh()
{
    m_looked.reset();
    m_cache.markStale();
}

void OrphanFeed::look()
{
    if (!m_summary || m_watcher || m_session.state() != StoreSession::State::Connected)
        return;
    const qint64 difference = apart(*m_summary);
    if (difference == 0 && !m_suspicious) {
        m_looked = 0;
        setIds({});
        return;
    }
    if (m_looked == difference
        || (m_looked && m_sinceLook.isValid() && m_sinceLook.elapsed() < PausePerLook * m_lookMs))
        return;
    m_looked = difference;
    m_sinceLook.start();
    m_request = std::stop_source();
    m_watcher = std::make_unique<QFutureWatcher<Found>>();
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, &OrphanFeed::take);
    const Found stopped = std::unexpected(RedisError{RedisErrorCode::Cancelled, {}, {}, {}});
    m_watcher->setFuture(m_session.bulk().run<Found>(
        m_request, stopped,
        [server = *m_server](ReportStore &store, const std::stop_token &stop, QPromise<Found> &promise) {
            const auto connection = store.connection(stop);
            promise.addResult(connection ? findOrphans(**connection, server, MostShown, stop)
                                         : Found(std::unexpected(connection.error())));
        }));
}

void OrphanFeed::take()
{
    Found found = m_watcher->result();
    m_lookMs = m_sinceLook.restart();
    m_watcher.release()->deleteLater();
    if (found) {
        setIds(std::move(*found));
    } else {
        qCInfo(lcOrphans) << "no look beside the index:" << found.error().message();
        if (found.error().code == RedisErrorCode::Cancelled || found.error().code == RedisErrorCode::Closed)
            m_looked.reset(); // the connection was lost or changed: again with the next summary
    }
    emit looked();
}

void OrphanFeed::setIds(OrphanIds &&found)
{
    m_more = found.more;
    if (found.ids == m_ids)
        return;
    m_ids = std::move(found.ids);
    ++m_generation; // numbers mean other reports now
    m_fetching = false;
    m_wanted.reset();
    m_cache.clear();
    emit changed();
}

void OrphanFeed::stop()
{
    m_request.request_stop();
    if (m_watcher) {
        m_watcher->disconnect(this);
        m_watcher.release()->deleteLater();
    }
    ++m_generation;
    m_fetching = false;
    m_wanted.reset();
    m_fetchTimer.stop();
}

TradePtr OrphanFeed::at(qint64 number)
{
    if (m_cache.isStale(number)) {
        m_wanted = PageCache::pageOf(number);
        if (!m_fetching && !m_fetchTimer.isActive())
            m_fetchTimer.start();
    }
    return m_cache.at(number);
}

void OrphanFeed::fetch()
{
    if (!m_wanted || m_fetching || m_session.state() != StoreSession::State::Connected)
        return;
    const qint64 from = *std::exchange(m_wanted, std::nullopt) * PageCache::PageSize;
    const qint64 end = std::min(from + PageCache::PageSize, count());
    m_fetching = true;
    m_session.ask(
        this,
        [server = *m_server, ids = std::vector(m_ids.begin() + from, m_ids.begin() + end)](
            ReportStore &store, std::stop_token stop) { return store.trades(server, ids, std::move(stop)); },
        [this, from, end, generation = m_generation](const Result<std::vector<StoredTrade>> &read) {
            if (generation != m_generation)
                return;
            m_fetching = false;
            if (!read)
                return;
            std::vector<TradePtr> trades;
            trades.reserve(read->size());
            for (const StoredTrade &trade : *read)
                trades.push_back(std::make_shared<const StoredTrade>(trade));
            m_cache.insert(from, trades);
            emit loaded(from, end - 1);
            fetch();
        });
}

std::optional<qint64> OrphanFeed::numberOf(const QByteArray &orderId) const
{
    const auto found = std::ranges::lower_bound(m_ids, orderId);
    if (found == m_ids.end() || *found != orderId)
        return std::nullopt;
    return found - m_ids.begin();
}

} // namespace arbscope
