// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reportstore.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace arbscope {

class StoreSession;

/// Lists the store's trading servers on the session's bulk lane, in batches as they are found.
class ServerDirectory final : public QObject
{
    Q_OBJECT
public:
    explicit ServerDirectory(StoreSession &session, QObject *parent = nullptr);
    ~ServerDirectory() override;

    void refresh(); ///< lists anew; a listing under way ends without finished()
    [[nodiscard]] bool isListing() const { return m_listing; }

signals:
    void started();
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

    StoreSession &m_session;
    std::unique_ptr<QFutureWatcher<Batch>> m_watcher; ///< of the latest listing
    std::stop_source m_request;
    bool m_listing = false;
};

} // namespace arbscope
