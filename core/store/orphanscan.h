// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/walk.h"

#include <QSet>

#include <vector>

namespace arbscope {

/// Finds the reports that stand in a server's hash but not in its index, after a walk over that index. Scans a hash
/// only where the sizes of the two say that there must be some.
class OrphanScan
{
public:
    /// `missing`: for each server, the index entries without a body that the walk met.
    OrphanScan(RedisConnection &connection, const std::vector<QByteArray> &servers, std::vector<qint64> missing);

    /// The next reports, never none of them; nothing at the end.
    [[nodiscard]] Result<std::optional<WalkPage>> next(const std::stop_token &stop);

private:
    [[nodiscard]] Result<std::vector<int>> suspects(std::vector<int> servers, const std::stop_token &stop) const;
    [[nodiscard]] Result<WalkPage> scanOn(int server, const std::stop_token &stop);

    RedisConnection *m_connection;
    const std::vector<QByteArray> *m_servers;
    std::vector<qint64> m_missing;
    bool m_started = false;
    std::vector<int> m_left; ///< servers to scan, the one at hand last
    QByteArray m_cursor = QByteArrayLiteral("0");
    qint64 m_count = 100;     ///< reports asked for at once
    QSet<QByteArray> m_found; ///< at the server at hand: HSCAN gives a field twice while the hash grows
};

} // namespace arbscope
