// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"

#include <QByteArray>
#include <QSet>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace arbscope {

/// Index entries that have come, but which ones could not be told: among trades older than those remembered.
struct FollowGap
{
    double until = 0; ///< they have clocks before this one, epoch seconds
    qint64 trades = 0;
    bool operator==(const FollowGap &) const = default;
};

/// What is known of one server's index, so that what is new in it can be found, wherever its clock puts it, at the cost
/// of little more than the new. The index is cut by score into segments of about a thousand entries; of each the number
/// is kept, and of all entries together a 64-bit fingerprint of the order id. When ZCARD is not the sum of the numbers,
/// ZCOUNT tells the segments that changed, and the fingerprints tell what is new in them. An order id is never new
/// twice, even if its entry is removed, or its score corrected.
/// Of a change that leaves a segment's number as it was (one entry removed and another added between two looks, not at
/// the end), the new one is found only when the segment is read again; entries are removed by hand only.
class FollowIndex
{
public:
    /// At most about `maxKnown` fingerprints (some 15 bytes each) are kept, those of the greatest clocks; the entries
    /// before them are only counted.
    FollowIndex(QByteArray indexKey, qsizetype maxKnown);

    /// Takes what is there for known. `onProgress(done, total)`: entries.
    [[nodiscard]] Result<void> begin(RedisSession &connection, const std::function<void(qint64, qint64)> &onProgress,
                                     const std::stop_token &stop);

    /// Order ids that are new, ascending within a segment, and `gap`; some thousands at most, so ask again until there
    /// are none. What is given here is known from then on, also when an error comes after it.
    [[nodiscard]] Result<void> look(RedisSession &connection, std::vector<QByteArray> &found,
                                    std::optional<FollowGap> &gap, const std::stop_token &stop);

    [[nodiscard]] qsizetype known() const { return m_known.size(); } ///< fingerprints kept

private:
    struct Segment
    {
        double since = 0; ///< scores from here, to the next segment's
        qint64 count = 0; ///< entries when it was last read
    };
    enum class Read { Learn, Tell, Forget };
    enum class Ended { AtEnd, Full, Moved };

    [[nodiscard]] Result<qint64> count(RedisSession &connection, const QByteArray &since, const QByteArray &until,
                                       const std::stop_token &stop) const;
    [[nodiscard]] Result<qint64> total(RedisSession &connection, const std::stop_token &stop) const;
    [[nodiscard]] CommandArgs countCommand(std::size_t segment) const;
    [[nodiscard]] Result<std::optional<qint64>> lookAtNewest(RedisSession &connection, std::vector<QByteArray> &found,
                                                             const std::stop_token &stop);
    [[nodiscard]] Result<Ended> readAll(RedisSession &connection, const std::vector<double> &segments,
                                        std::vector<QByteArray> &found, const std::stop_token &stop);
    [[nodiscard]] Result<std::vector<double>> changed(RedisSession &connection, std::optional<FollowGap> &gap,
                                                      const std::stop_token &stop);
    [[nodiscard]] Result<Ended> read(RedisSession &connection, std::size_t segment, Read mode,
                                     std::vector<QByteArray> *found, const std::function<void(qint64)> &onPage,
                                     const std::stop_token &stop);
    [[nodiscard]] Result<void> forgetOldest(RedisSession &connection, std::vector<QByteArray> &found,
                                            const std::stop_token &stop);
    bool meet(const QByteArray &orderId, Read mode); ///< true when it is new
    [[nodiscard]] std::size_t segmentAt(double since) const;
    void set(std::size_t segment, qint64 count);

    QByteArray m_key;
    qsizetype m_maxKnown;
    std::vector<Segment> m_segments; ///< ascending, never none once begun; the first from minus infinity
    bool m_firstIsCounted = false; ///< of the first segment no fingerprints are kept
    qint64 m_sum = 0; ///< of the segments' counts
    QSet<quint64> m_known;
};

} // namespace arbscope
