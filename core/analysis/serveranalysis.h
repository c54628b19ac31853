// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "core/analysis/sortrows.h"
#include "core/analysis/tradesink.h"
#include "core/analysis/tradetable.h"
#include "core/redis/session.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <stop_token>
#include <vector>

namespace arbscope {

/// All trades of one server in a table, which grows as they are read and stored, and the rows of it that a filter and
/// an order choose. Synchronous, in slices: whoever has it can ask for rows between two of them. One thread at a time.
///
/// Where the table would take more than its memory, all is read anew for each filter, and the table holds what the
/// filter chooses; where even that is too much, the order ids of these, in the index's order. The answers are the same.
class ServerAnalysis
{
public:
    /// Order ids of the trades chosen are kept even beyond `maxBytes`.
    ServerAnalysis(QByteArray server, std::size_t maxBytes);
    ~ServerAnalysis();
    ServerAnalysis(ServerAnalysis &&) noexcept;
    ServerAnalysis &operator=(ServerAnalysis &&) noexcept;

    enum class Reading {
        More, ///< call again, with a session that is open: past its memory it gives up what it had asked for
        UpToDate, ///< all that there is has been read; call again to look for what is new
        Full, ///< as UpToDate, but the rows stand in the index's order: the keys are of what is not kept
    };
    /// Reads for about `atMost`, fetching on this thread while another one decodes. After an error call it again with a
    /// session that is open: it goes on where it was. The session is its own until UpToDate, Full or an error. Sinks
    /// may be told on the way; where one of them stops, that is the error Cancelled.
    [[nodiscard]] Result<Reading> readOn(RedisSession &session, std::chrono::milliseconds atMost,
                                         const std::stop_token &stop = {});

    /// Everything has been read once, and judged by the filter where that needs reading; what came since may be
    /// missing.
    [[nodiscard]] bool isComplete() const;

    /// To be called before the session that it reads from ends, or serves another: it lets go of it.
    void breakOff();

    /// Which rows are wanted from now on (no filter: all), and in which order (no keys: the index's, oldest first). A
    /// filter that asks for the raw answers, which the table does not keep, is judged while all is read once more. The
    /// table must have() the keys' fields.
    void choose(FilterPart filter, std::vector<SortKey> keys);
    /// Brings rows() up to the table. False when stopped: call it again.
    [[nodiscard]] bool update(const std::stop_token &stop = {});
    /// Who is to be told of the trades chosen, whatever the order. New ones hear of all of them.
    void setSinks(const std::vector<std::shared_ptr<TradeSink>> &sinks);
    /// Tells the sinks what they have not heard yet, for about `atMost`. True when they know all that update() chose.
    [[nodiscard]] bool feed(std::chrono::milliseconds atMost, const std::stop_token &stop = {});
    /// What was chosen, as of the last update().
    [[nodiscard]] const std::vector<Row> &rows() const;
    /// May be another one after readOn(), choose() and setSinks(); its rows are those of rows() until then.
    [[nodiscard]] TradeTable &table();
    [[nodiscard]] quint64 taken() const; ///< grows with every trade read, those read once more too
    [[nodiscard]] qint64 read() const; ///< trades so far, of those that total() tells
    [[nodiscard]] qint64 total() const; ///< trades that the server has, as far as is known

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace arbscope
