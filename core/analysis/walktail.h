// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <limits>

namespace arbscope {

/// The last index entries of a walk whose trades are not kept, so that another one can go on behind them: none is
/// missed, and none comes twice.
class WalkTail
{
public:
    void add(double score, quint64 fingerprint)
    {
        m_entries.push_back({.score = score, .fingerprint = fingerprint});
        m_known.insert(fingerprint);
        if (m_entries.size() <= Most)
            return;
        m_known.remove(m_entries.front().fingerprint);
        m_forgotten = std::max(m_forgotten, m_entries.front().score);
        m_entries.pop_front();
    }
    [[nodiscard]] bool contains(quint64 fingerprint) const { return m_known.contains(fingerprint); }
    /// All that had this score or a later one are known.
    [[nodiscard]] double since() const
    {
        constexpr double Infinity = std::numeric_limits<double>::infinity();
        return m_forgotten == -Infinity ? m_forgotten : std::nextafter(m_forgotten, Infinity);
    }

private:
    static constexpr std::size_t Most = 2000;
    struct Entry
    {
        double score;
        quint64 fingerprint;
    };
    std::deque<Entry> m_entries;
    QSet<quint64> m_known; ///< their fingerprints
    double m_forgotten = -std::numeric_limits<double>::infinity(); ///< the latest score that is none of them any more
};

} // namespace arbscope
