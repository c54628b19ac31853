// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/spillfile.h"

#include <memory>
#include <string>
#include <vector>

namespace arbscope {

/// Trades that came out of order, sorted outside of memory: runs of some MB are sorted and spilled, then merged.
class LateTrades
{
public:
    explicit LateTrades(QString folder);

    [[nodiscard]] bool isEmpty() const { return m_trades.empty() && m_runs.empty(); }
    [[nodiscard]] bool add(const TradeKey &key, std::string_view text);
    [[nodiscard]] QString errorString() const; ///< why add(), sort() or next() failed

    /// Ends adding; next() then gives the trades in order.
    [[nodiscard]] bool sort();
    /// Moves to the next trade; false at the end, and when the spill cannot be read (failed()).
    [[nodiscard]] bool next();
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] TradeKey key() const { return m_readers[m_heap.back()].key(); }
    [[nodiscard]] std::string_view text() const { return m_readers[m_heap.back()].text(); }

private:
    struct Trade
    {
        double clock;
        int server;
        std::size_t idAt; ///< in m_bytes; the text follows it
        std::size_t idSize;
        std::size_t textSize;
    };
    [[nodiscard]] TradeKey keyOf(const Trade &trade) const;
    [[nodiscard]] bool spill();

    QString m_folder;
    std::vector<Trade> m_trades; ///< the run being filled
    std::string m_bytes;
    std::unique_ptr<SpillFile> m_file;
    std::vector<qint64> m_runs; ///< where each ends in the file
    std::vector<SpillReader> m_readers;
    std::vector<std::size_t> m_heap; ///< of readers; after next() the one at hand is at the back, out of the heap
    bool m_atHand = false;
    bool m_failed = false;
};

} // namespace arbscope
