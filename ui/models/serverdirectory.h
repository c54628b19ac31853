// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reportstore.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace arbscope {

class StoreSession;

/// The store's trading servers: listed on the session's bulk lane, in batches as they are found; from then on their
/// figures are kept fresh at a calm pace, some servers at a time, the one shown always among them.
class ServerDirectory final : public QObject
{
    Q_OBJECT
public:
    explicit ServerDirectory(StoreSession &session, QObject *parent = nullptr);
    ~ServerDirectory() override;

    void refresh(); ///< lists anew; a listing under way ends without finished()
    [[nodiscard]] bool isListing() const { return m_listing; }
    void setShown(const std::optional<QByteArray> &server); ///< the one to keep freshest

signals:
    void started();
    /// While listing, and with fresh figures after that; then a server that is gone has no reports and no trades.
    void found(const std::vector<arbscope::ServerSummary> &servers);
    void finished(); ///< every server was found
    void failed(const arbscope::RedisError &error);

private:
    struct Batch
    {
        std::vector<ServerSummary> servers;
        std::optional<RedisError> error; ///< in the last batch only
    };
    void take(int from, int to);
    void finish();
    void stop();
    void freshen();

    StoreSession &m_session;
    std::unique_ptr<QFutureWatcher<Batch>> m_watcher; ///< of the latest listing
    std::stop_source m_request;
    bool m_listing = false;
    std::optional<QByteArray> m_shown;
    std::vector<QByteArray> m_names; ///< as listed last
    size_t m_next = 0; ///< in m_names, to be freshened
    quint64 m_generation = 0; ///< of the listing
    QTimer m_freshenTimer;
    QElapsedTimer m_sinceListing;
};

} // namespace arbscope
