// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/feedwork.h"
#include "ui/models/pagecache.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <stop_token>

namespace arbscope {

class StoreSession;

/// The trades of one trading server as the list needs them: by rank, oldest first (a rank then does not change when a
/// newer trade comes), read in pages when asked for. Looks for new trades about every second.
class TradeFeed final : public QObject
{
    Q_OBJECT
public:
    explicit TradeFeed(StoreSession &session, QObject *parent = nullptr);

    /// Shows another server, or none, and all of its trades. The end that `firstSeen` begins with is read first.
    void show(const std::optional<QByteArray> &server, TradeOrder firstSeen = TradeOrder::NewestFirst);
    /// Shows only these of the server's trades, in their order, until they are chosen anew; null: all again.
    void choose(std::shared_ptr<const OrderIdList> trades);
    [[nodiscard]] bool isChosen() const { return m_chosen != nullptr; } ///< ranks count chosen trades
    [[nodiscard]] FeedSource source() const { return {*m_server, m_chosen}; } ///< of the server shown
    [[nodiscard]] FeedSource shownSource() const { return {*m_server, m_shown}; } ///< the same as ranks count now
    [[nodiscard]] bool isSorted() const { return m_shown && m_shown->isSorted(); } ///< ranks do not follow time
    [[nodiscard]] QByteArray orderId(qint64 rank) const; ///< empty where it is not known
    [[nodiscard]] bool isIndexed(qint64 rank) const; ///< whether the index names the trade there
    [[nodiscard]] const std::optional<QByteArray> &server() const { return m_server; }
    [[nodiscard]] std::optional<qint64> total() const { return m_total; } ///< not known until the first answer
    [[nodiscard]] const QByteArray &newestId() const { return m_newestId; } ///< order id at rank total - 1
    /// Null while it is not here; its page is then asked for.
    [[nodiscard]] TradePtr at(qint64 rank);
    /// The same without asking.
    [[nodiscard]] TradePtr cached(qint64 rank) const { return m_cache.at(rank); }
    /// The trade whose place is to be kept when trades come in between the others; -1: none.
    void setAnchor(qint64 rank) { m_anchor = rank; }
    [[nodiscard]] std::vector<TradePtr> allCached() const { return m_cache.all(); }
    /// For new trades; soon again when it is looking already. Where trades are chosen, whoever chooses them has to.
    void lookNow();
    /// Reads everything anew; what is here stays shown until then.
    void refresh();

    void locate(const QByteArray &orderId); ///< ends with tradeLocated(), unless the list changes meanwhile
    void locate(double clock); ///< the same with clockLocated(), for the first trade then or later

signals:
    void serverChanged(); ///< show() was called; before reset()
    void aboutToReset(); ///< while ranks still mean what they did
    void reset(); ///< another server, or the same with other trades than before
    void grown(qint64 before, qint64 after); ///< trades came in before and after the anchor's rank
    /// Before and after trades come in between the others, or at an end.
    void aboutToGrowWithin(const arbscope::NewPlaces &places);
    void grownWithin(const arbscope::NewPlaces &places);
    void loaded(qint64 fromRank, qint64 toRank); ///< what stands at these ranks is new, or not here any more
    void refreshed(); ///< an answer told what the store has now
    void missingSeen(); ///< the index names a trade that the hash does not have
    void failed(const arbscope::RedisError &error); ///< the store answered with an error; the connection stands
    void tradeLocated(const QByteArray &orderId, std::optional<qint64> rank);
    void clockLocated(std::optional<qint64> rank);
    void lookWanted(); ///< lookNow() while trades are chosen

private:
    void start();
    void want(qint64 page);
    void fetchNext();
    void forget();
    void growWithin(const FeedStart &start);
    void poll();
    void take(const FeedStart &start, qint64 asked); ///< `asked`: what the anchor was then
    void take(const FeedNews &news, qint64 asked);
    void take(const FeedPage &page);
    void keep(const FeedPage &page);
    void show(const FeedPage &page);
    void stop();

    StoreSession &m_session;
    std::optional<QByteArray> m_server;
    std::shared_ptr<const OrderIdList> m_chosen; ///< what ranks count with the next answer
    std::shared_ptr<const OrderIdList> m_shown; ///< what they count now
    TradeOrder m_firstSeen = TradeOrder::NewestFirst;
    std::optional<qint64> m_total;
    QByteArray m_newestId;
    PageCache m_cache;
    qint64 m_anchor = -1;
    std::vector<qint64> m_wanted; ///< pages, the one wanted last at the end
    std::optional<qint64> m_fetching;
    std::stop_source m_startRequest;
    std::stop_source m_pageRequest;
    std::stop_source m_pollRequest;
    quint64 m_generation = 0;
    bool m_looking = false; ///< for new trades
    bool m_lookAgain = false;
    QTimer m_fetchTimer;
    QTimer m_pollTimer;
};

} // namespace arbscope
