// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/walk.h"

#include <QSet>

#include <vector>

namespace arbscope {

/// Finds the reports that stand in a server's hash but not in its index, after a walk over that index. Scans a hash
/// only where the sizes of the two say that there must be some, or where there is no index to be asked.
class OrphanScan
{
public:
    /// `missing`: for each server, the index entries without a body that the walk met. `unindexed`, ascending: servers
    /// whose index cannot be read, so that every report of theirs is one.
    OrphanScan(RedisSession &connection, const std::vector<QByteArray> &servers, std::vector<qint64> missing,
               std::vector<int> unindexed);

    /// The next reports, never none of them; nothing at the end.
    [[nodiscard]] Result<std::optional<WalkPage>> next(const std::stop_token &stop);

private:
    [[nodiscard]] Result<std::vector<int>> suspects(std::vector<int> servers, const std::stop_token &stop) const;
    [[nodiscard]] Result<WalkPage> scanOn(int server, const std::stop_token &stop);
    /// For each report of an HSCAN (`items`: id, text, id, text …) whether the index names it.
    [[nodiscard]] Result<std::vector<bool>> areIndexed(int server, const std::vector<QByteArray> &items,
                                                       const std::stop_token &stop) const;

    RedisSession *m_connection;
    const std::vector<QByteArray> *m_servers;
    std::vector<qint64> m_missing;
    std::vector<int> m_unindexed;
    bool m_started = false;
    std::vector<int> m_left; ///< servers to scan, the one at hand last
    QByteArray m_cursor = QByteArrayLiteral("0");
    qint64 m_count = 100; ///< reports asked for at once
    int m_restarts = 0; ///< of scans whose server was lost
    QSet<QByteArray> m_found; ///< at the server at hand: HSCAN gives a field twice while the hash grows
};

struct OrphanIds
{
    std::vector<QByteArray> ids; ///< ascending by bytes
    bool more = false; ///< there are others
};

/// Order ids of the reports that stand in a server's hash but not in its index, `most` of them at most. Reads the whole
/// hash, whatever the sizes of the two say; an index of another type names none.
[[nodiscard]] Result<OrphanIds> findOrphans(RedisSession &connection, const QByteArray &server, std::size_t most,
                                            const std::stop_token &stop);

} // namespace arbscope
