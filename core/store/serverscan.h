// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"
#include "core/store/storedtrade.h"

#include <QSet>

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace arbscope {

/// Finds the trading servers of a store by their hash keys, each once.
class ServerScan
{
public:
    /// Scans from the start and hands on, in batches, the servers that were not found before. Again after an error.
    [[nodiscard]] Result<void> run(RedisSession &connection,
                                   const std::function<void(std::vector<ServerSummary>)> &found,
                                   const std::stop_token &stop);

private:
    QSet<QByteArray> m_seen;
};

/// Names of all servers, ascending by bytes.
[[nodiscard]] Result<std::vector<QByteArray>> serverNames(RedisSession &connection, const std::stop_token &stop);
/// An index key of another type counts as an empty index; a hash key of another type is an error.
[[nodiscard]] Result<ServerSummary> serverSummary(RedisSession &connection, const QByteArray &server,
                                                  const std::stop_token &stop);

/// The same for several servers in one pipeline, in their order. Never an error because of one of them: a hash key of
/// another type counts as empty too.
[[nodiscard]] Result<std::vector<ServerSummary>> serverSummaries(RedisSession &connection,
                                                                 std::span<const QByteArray> servers,
                                                                 const std::stop_token &stop);

} // namespace arbscope
