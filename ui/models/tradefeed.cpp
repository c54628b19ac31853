// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tradefeed.h"

#include "ui/store/storesession.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

using namespace std::chrono_literals;

namespace arbscope {

namespace {

constexpr qint64 CacheBytes = 24 * 1024 * 1024;
constexpr auto PollInterval = 1000ms;
constexpr size_t MostWanted = 4; ///< pages: what was scrolled past before it came is not worth reading any more

} // namespace

TradeFeed::TradeFeed(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_cache(CacheBytes)
{
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0); // the wishes of one turn of the event loop become one request
    connect(&m_fetchTimer, &QTimer::timeout, this, &TradeFeed::fetchNext);
    m_pollTimer.setSingleShot(true);
    m_pollTimer.setInterval(PollInterval);
    connect(&m_pollTimer, &QTimer::timeout, this, &TradeFeed::poll);
    connect(&m_session, &StoreSession::stateChanged, this, [this] {
        if (m_session.state() == StoreSession::State::Connected)
            refresh();
        else
            stop();
    });
}

void TradeFeed::show(const std::optional<QByteArray> &server, TradeOrder firstSeen)
{
    stop();
    m_server = server;
    m_chosen.reset();
    m_shown.reset();
    m_firstSeen = firstSeen;
    m_total.reset();
    m_newestId.clear();
    m_anchor = -1;
    m_cache.clear();
    emit serverChanged();
    emit reset();
    start();
}

void TradeFeed::choose(std::shared_ptr<const OrderIdList> trades)
{
    if (!m_server || (!trades && !m_chosen))
        return;
    m_chosen = std::move(trades);
    refresh();
}

bool TradeFeed::isIndexed(qint64 rank) const
{
    return !m_shown || rank >= m_shown->size() || !std::isnan(m_shown->score(rank));
}

QByteArray TradeFeed::orderId(qint64 rank) const
{
    if (m_shown && rank >= 0 && rank < m_shown->size())
        return m_shown->orderId(rank);
    const TradePtr trade = m_cache.at(rank);
    return trade ? trade->orderId : QByteArray();
}

TradePtr TradeFeed::at(qint64 rank)
{
    if (m_cache.isStale(rank))
        want(PageCache::pageOf(rank));
    return m_cache.at(rank);
}

void TradeFeed::refresh()
{
    stop();
    m_cache.markStale();
    start();
}

void TradeFeed::stop()
{
    m_startRequest.request_stop();
    m_pageRequest.request_stop();
    m_pollRequest.request_stop();
    ++m_generation;
    m_looking = false;
    m_fetching.reset();
    m_wanted.clear();
    m_fetchTimer.stop();
    m_pollTimer.stop();
}

void TradeFeed::start()
{
    if (!m_server || m_session.state() == StoreSession::State::Closed || m_session.state() == StoreSession::State::Lost)
        return;
    const TradePtr anchor = m_anchor >= 0 ? m_cache.at(m_anchor) : nullptr;
    m_startRequest = m_session.ask(
        this,
        [source = source(), shown = m_shown, firstSeen = m_firstSeen,
         id = anchor ? anchor->orderId : QByteArray()](ReportStore &store, std::stop_token stop) {
            return readFeedStart(store, source, shown, firstSeen, id, stop);
        },
        [this, generation = m_generation, asked = m_anchor](const Result<FeedStart> &start) {
            if (generation != m_generation)
                return;
            if (start)
                take(*start, asked);
            else
                emit failed(start.error());
        });
}

void TradeFeed::take(const FeedStart &start, qint64 asked)
{
    const bool sameTrades = m_shown == m_chosen;
    const bool same = sameTrades && m_total == start.total && m_newestId == start.newestId
        && (asked < 0 || !start.anchorRank || *start.anchorRank == asked);
    if (sameTrades && !same && m_total && m_anchor >= 0 && m_anchor != asked) {
        this->start(); // somebody has gone to another trade meanwhile: where is that one now?
        return;
    }
    const qint64 before = start.anchorRank.value_or(m_anchor) - m_anchor;
    const qint64 after = start.total - m_total.value_or(0) - before;
    const bool onlyGrown
        = sameTrades && m_total && m_anchor >= 0 && start.anchorRank && before >= 0 && after >= 0 && !same;
    if (!sameTrades && start.grown) {
        growWithin(start);
    } else if (onlyGrown) {
        forget();
        m_total = start.total;
        m_anchor += before;
        emit grown(before, after);
    } else if (!same) {
        emit aboutToReset();
        m_cache.clear();
        m_shown = m_chosen;
        m_total = start.total;
        m_anchor = -1;
        m_newestId = start.newestId;
        emit reset();
    }
    m_total = start.total;
    m_newestId = start.newestId;
    for (const FeedPage &page : start.pages)
        keep(page);
    if (*m_total > 0)
        emit loaded(0, *m_total - 1);
    emit refreshed();
    if (!m_chosen) // those come by themselves
        m_pollTimer.start();
}

/// What is here moves with its trades: nothing that is in sight has to load anew.
void TradeFeed::growWithin(const FeedStart &start)
{
    for (const NewPlaces &places : *start.grown) {
        const auto newRank = [&places](qint64 rank) { return rank < places.first ? rank : rank + places.count; };
        emit aboutToGrowWithin(places);
        m_cache.move(newRank);
        if (m_anchor >= 0)
            m_anchor = newRank(m_anchor);
        emit grownWithin(places);
    }
    m_shown = m_chosen;
}

/// Ranks mean other trades from now on: all rows load anew, which the list hears before it grows.
void TradeFeed::forget()
{
    m_cache.clear();
    if (m_total.value_or(0) > 0)
        emit loaded(0, *m_total - 1);
}

void TradeFeed::want(qint64 page)
{
    if (!m_total || m_fetching == page || m_session.state() != StoreSession::State::Connected)
        return;
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > MostWanted)
        m_wanted.erase(m_wanted.begin());
    if (!m_fetching && !m_fetchTimer.isActive())
        m_fetchTimer.start();
}

void TradeFeed::fetchNext()
{
    if (m_wanted.empty() || m_fetching)
        return;
    const qint64 page = m_wanted.back();
    m_wanted.pop_back();
    m_fetching = page;
    const qint64 from = page * PageCache::PageSize;
    m_pageRequest = m_session.ask(
        this,
        [source = source(), from](ReportStore &store, std::stop_token stop) {
            return readFeedPage(store, source, from, from + PageCache::PageSize - 1, stop);
        },
        [this, generation = m_generation](const Result<FeedPage> &read) {
            if (generation != m_generation)
                return;
            m_fetching.reset();
            if (read)
                take(*read);
            else
                emit failed(read.error());
            fetchNext();
        });
}

void TradeFeed::take(const FeedPage &page)
{
    if (page.total != m_total) {
        m_pollTimer.start(0); // it learns what changed, and whether these ranks still hold
        if (page.total < *m_total)
            return;
    }
    show(page);
}

void TradeFeed::keep(const FeedPage &page)
{
    m_cache.insert(page.firstRank, page.trades);
    if (std::ranges::any_of(page.trades, [](const TradePtr &trade) { return !trade->present; }))
        emit missingSeen();
}

void TradeFeed::show(const FeedPage &page)
{
    if (page.trades.empty())
        return;
    keep(page);
    emit loaded(page.firstRank, page.firstRank + static_cast<qint64>(page.trades.size()) - 1);
}

void TradeFeed::lookNow()
{
    if (m_chosen) {
        emit lookWanted();
        return;
    }
    m_lookAgain = m_looking;
    if (!m_looking && m_pollTimer.isActive()) // not while the first look at a server is under way
        m_pollTimer.start(0);
}

void TradeFeed::poll()
{
    m_looking = true;
    m_lookAgain = false;
    const TradePtr anchor = m_anchor >= 0 ? m_cache.at(m_anchor) : nullptr;
    m_pollRequest = m_session.ask(
        this,
        [server = *m_server, total = *m_total, newest = m_newestId, id = anchor ? anchor->orderId : QByteArray()](
            ReportStore &store, std::stop_token stop) { return readFeedNews(store, server, total, newest, id, stop); },
        [this, generation = m_generation, asked = m_anchor](const Result<FeedNews> &news) {
            if (generation != m_generation)
                return;
            m_looking = false;
            if (news && news->total != m_total && !news->appended && m_anchor >= 0 && m_anchor != asked)
                m_lookAgain = true; // somebody has gone to another trade meanwhile: where is that one now?
            else if (news)
                take(*news, asked);
            else
                emit failed(news.error());
            m_pollTimer.start(m_lookAgain ? 0ms : PollInterval);
        });
}

void TradeFeed::take(const FeedNews &news, qint64 asked)
{
    if (news.total != m_total) {
        const qint64 before = news.anchorRank ? *news.anchorRank - asked : 0;
        const qint64 after = news.total - *m_total - before;
        const bool grew = news.appended || (news.anchorRank && before >= 0 && after >= 0);
        if (!news.appended)
            forget();
        else if (news.fresh)
            keep(*news.fresh); // ranks that the list does not have yet
        m_total = news.total;
        m_newestId = news.newestId;
        if (grew) {
            if (m_anchor >= 0)
                m_anchor += before;
            emit grown(before, after);
        } else {
            m_anchor = -1;
            emit reset();
        }
        if (!news.appended && news.fresh)
            show(*news.fresh);
        if (news.around)
            show(*news.around);
    }
    emit refreshed();
}

void TradeFeed::locate(const QByteArray &orderId)
{
    m_session.ask(
        this,
        [source = source(), orderId](ReportStore &store, std::stop_token stop) {
            return readFeedRank(store, source, orderId, stop);
        },
        [this, orderId, generation = m_generation](const Result<std::optional<qint64>> &rank) {
            if (generation != m_generation)
                return;
            if (rank)
                emit tradeLocated(orderId, *rank);
            else
                emit failed(rank.error());
        });
}

void TradeFeed::locate(double clock)
{
    if (m_chosen) {
        emit clockLocated(m_chosen->firstAt(clock));
        return;
    }
    m_session.ask(
        this,
        [server = *m_server, clock](ReportStore &store, std::stop_token stop) {
            return store.countByClock(server, -std::numeric_limits<double>::infinity(),
                                      std::nextafter(clock, -std::numeric_limits<double>::infinity()), stop);
        },
        [this, generation = m_generation](const Result<qint64> &older) {
            if (generation != m_generation)
                return;
            if (!older)
                emit failed(older.error());
            else
                emit clockLocated(*older < m_total ? std::optional(*older) : std::nullopt);
        });
}

} // namespace arbscope
