// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/orphanscan.h"
#include "ui/models/pagecache.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>

namespace arbscope {

class StoreSession;

/// The reports of one trading server that only its hash has, for the end of the list: their order ids, found on the
/// bulk lane whenever hash and index do not fit, and their texts, read in pages when asked for.
class OrphanFeed final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype MostShown = 200'000; ///< order ids kept, some 20 MB

    explicit OrphanFeed(StoreSession &session, QObject *parent = nullptr);
    ~OrphanFeed() override;

    void show(const std::optional<QByteArray> &server);
    /// What the store says of a server; another one's is not heeded.
    void tell(const ServerSummary &summary);
    /// The index names what the hash does not have: equal sizes then prove nothing.
    void suspect();
    void refresh(); ///< looks again, whatever was found before, at the next summary

    [[nodiscard]] qint64 count() const { return static_cast<qint64>(m_ids.size()); }
    [[nodiscard]] bool isLooking() const { return m_watcher != nullptr; }
    [[nodiscard]] bool hasMore() const { return m_more; } ///< beyond MostShown
    /// Null while it is not here; its page is then asked for.
    [[nodiscard]] TradePtr at(qint64 number);
    [[nodiscard]] TradePtr cached(qint64 number) const { return m_cache.at(number); } ///< without asking
    [[nodiscard]] const QByteArray &orderId(qint64 number) const { return m_ids[static_cast<size_t>(number)]; }
    [[nodiscard]] std::optional<qint64> numberOf(const QByteArray &orderId) const;

signals:
    void changed(); ///< other reports than before
    void loaded(qint64 from, qint64 to);
    void looked(); ///< a look at the hash has ended

private:
    using Found = Result<OrphanIds>;
    void look();
    void take();
    void stop();
    void fetch();
    void setIds(OrphanIds &&found);

    StoreSession &m_session;
    std::optional<QByteArray> m_server;
    std::optional<ServerSummary> m_summary;
    std::optional<qint64> m_looked; ///< how far hash and index were apart at the last look
    QElapsedTimer m_sinceLook;
    qint64 m_lookMs = 0; ///< how long the last look took
    bool m_suspicious = false;
    std::vector<QByteArray> m_ids;
    bool m_more = false;
    PageCache m_cache;
    std::optional<qint64> m_wanted; ///< page
    bool m_fetching = false;
    QTimer m_fetchTimer;
    quint64 m_generation = 0;
    std::stop_source m_request;
    std::unique_ptr<QFutureWatcher<Found>> m_watcher; ///< of the look under way
};

} // namespace arbscope
