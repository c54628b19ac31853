// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterrun.h"
#include "core/analysis/judgedrows.h"
#include "core/analysis/serveranalysis.h"
#include "core/analysis/walktail.h"
#include "core/store/walk.h"

#include <QDeadlineTimer>
#include <QSet>

#include <functional>
#include <optional>
#include <string_view>
#include <utility>

namespace arbscope {

class ServerAnalysis::Private
{
public:
    /// What the table holds. Past its memory all is read once more for each filter.
    enum class Kept {
        All,
        Chosen, ///< the trades that the filter is true of
        Ids, ///< of these the order ids only: statistics are fed as the trades pass
    };

    Private(QByteArray name, std::size_t most)
        : server(std::move(name))
        , maxBytes(most)
    { }

    Result<Reading> readOn(RedisSession &session, const QDeadlineTimer &deadline, const std::stop_token &stop);
    Result<bool> begin(RedisSession &session, const std::stop_token &stop);
    bool takePage(const WalkPage &page, const std::stop_token &stop);
    void take(const WalkPage &page);
    bool isKnown(const WalkPage::Entry &entry, bool isOrphan);
    void keepNewer();
    void restart(Kept what);
    void makeRoom();
    void judge(const WalkPage &page);
    void end();
    double newestScore(Row rowsBefore) const;
    bool lookAtNewRows(const std::stop_token &stop);
    bool update(const std::stop_token &stop);
    void forgetChosen();
    void takeJudged();
    bool feed(const QDeadlineTimer &deadline, const std::stop_token &stop);
    bool tellPassing(const std::stop_token &stop);

    static quint64 fingerprint(std::string_view orderId) { return std::hash<std::string_view>()(orderId); }

    QByteArray server;
    std::size_t maxBytes;
    Kept kept = Kept::All;
    TradeTable table;
    qint64 total = 0;
    quint64 taken = 0; ///< as `seen`, but never starts anew
    qint64 seen = 0; ///< trades that were read
    Row derived = 0; ///< rows whose derived values were computed while reading
    // Of what is not kept:
    std::function<std::vector<bool>(const WalkPage &)> chooses; ///< none: all
    WalkTail tail;
    std::unique_ptr<TradeTable> passing; ///< what the sinks have not been told yet
    qint64 indexed = 0; ///< index entries that are rows
    QSet<quint64> orphans; ///< fingerprints of rows that the index did not name
    bool complete = false; ///< everything has been read once

    std::optional<TradeWalk> walk;
    bool walksAll = false;
    bool onlyJudges = false; ///< all that it comes upon is in the table, but for what is new: a later walk brings that
    bool isTooMuch = false; ///< the table takes more than its memory
    bool isSinkStopped = false;
    qint64 found = 0; ///< by this walk
    QSet<quint64> known; ///< fingerprints of rows that this walk comes upon again
    bool lookEverywhere = false; ///< what is missing is not among the newest

    FilterPart filter;
    std::vector<SortKey> keys;
    std::optional<FilterRun> run;
    // A filter that asks for what the table does not keep judges the texts as they are read, once more all of them.
    std::function<std::vector<bool>(const WalkPage &)> select;
    bool mustSearch = false; ///< not all of them have been judged
    JudgedRows judged;
    std::vector<Row> chosen; ///< of the rows before `looked`, ascending
    std::vector<Row> rows; ///< in the order wanted
    Row looked = 0;
    bool isSorted = true; ///< `rows` are those of `chosen`

    struct Listener
    {
        std::shared_ptr<TradeSink> sink;
        std::size_t told = 0; ///< of `chosen`
    };
    std::vector<Listener> listeners;
};

} // namespace arbscope
