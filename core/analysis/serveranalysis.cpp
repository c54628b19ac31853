// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/serveranalysis.h"

#include "core/analysis/filterrun.h"
#include "core/analysis/pageselector.h"
#include "core/store/keys.h"
#include "core/store/replyshape.h"
#include "core/store/walk.h"

#include <QDeadlineTimer>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

namespace arbscope {

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();
// Trades that come with an older clock than others are looked for among so many of the newest first.
constexpr Row LateRows = 2000;
constexpr std::size_t RowsAtOnce = 8192; // for a sink, between two looks at the clock

quint64 fingerprint(std::string_view orderId)
{
    return std::hash<std::string_view>()(orderId);
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

class ServerAnalysis::Private
{
public:
    Private(QByteArray name, std::size_t most)
        : server(std::move(name))
        , maxBytes(most)
    { }

    Result<Reading> readOn(RedisSession &session, const QDeadlineTimer &deadline, const std::stop_token &stop);
    Result<bool> begin(RedisSession &session, const std::stop_token &stop);
    void take(const WalkPage &page);
    void judge(const WalkPage &page);
    void end();
    double newestScore(Row rowsBefore) const;
    bool lookAtNewRows(const std::stop_token &stop);
    bool update(const std::stop_token &stop);
    void forgetChosen();
    bool feed(const QDeadlineTimer &deadline, const std::stop_token &stop);

    QByteArray server;
    std::size_t maxBytes;
    TradeTable table;
    qint64 total = 0;
    qint64 indexed = 0; ///< index entries that are rows
    QSet<quint64> orphans; ///< fingerprints of rows that the index did not name
    bool complete = false; ///< everything has been read once

    std::optional<TradeWalk> walk;
    bool walksAll = false;
    qint64 found = 0; ///< by this walk
    QSet<quint64> known; ///< fingerprints of rows that this walk comes upon again
    bool lookEverywhere = false; ///< what is missing is not among the newest

    FilterPart filter;
    std::vector<SortKey> keys;
    std::optional<FilterRun> run;
    // A filter that asks for what the table does not keep judges the texts as they are read, once more all of them.
    std::function<std::vector<bool>(const WalkPage &)> select;
    bool mustSearch = false; ///< not all of them have been judged
    QSet<quint64> judgedTrue; ///< fingerprints
    std::size_t judgedBefore = 0; ///< the size of it that `chosen` is of
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

/// The score of the row that has so many indexed ones behind it; minus infinity when there are fewer.
double ServerAnalysis::Private::newestScore(Row rowsBefore) const
{
    double least = Infinity;
    for (Row row = table.rows(); row > 0; --row) {
        if (std::isnan(table.score(row - 1)))
            continue;
        least = std::min(least, table.score(row - 1));
        if (rowsBefore-- == 0)
            return least;
    }
    return -Infinity;
}

/// Begins to read what is missing. False when nothing is.
Result<bool> ServerAnalysis::Private::begin(RedisSession &session, const std::stop_token &stop)
{
    const CommandArgs count{QByteArrayLiteral("ZCARD"), indexKey(server)};
    const auto reply = session.call(count, stop);
    if (!reply)
        return std::unexpected(reply.error());
    const auto entries = integerIn(*reply, count);
    if (!entries)
        return std::unexpected(entries.error());
    total = std::max<qint64>(*entries + orphans.size(), table.rows());
    if (complete && !mustSearch && *entries <= indexed) // fewer: somebody took some away; what was read stays
        return false;
    const bool everything = mustSearch || (complete && lookEverywhere);
    const double since = everything ? -Infinity : newestScore(complete ? LateRows : 0);
    walksAll = std::isinf(since);
    known.clear();
    for (Row row = 0; row < table.rows(); ++row) {
        if (!(table.score(row) < since)) // NaN: the index may name it now
            known.insert(fingerprint(table.orderId(row)));
    }
    found = 0;
    WalkOptions options;
    options.scores = true;
    options.since = since;
    walk.emplace(session, std::vector<QByteArray>{server}, options);
    return true;
}

void ServerAnalysis::Private::take(const WalkPage &page)
{
    for (const WalkPage::Entry &entry : page.entries) {
        const quint64 print = fingerprint(view(entry.orderId));
        if (known.contains(print)) {
            if (!page.orphans && orphans.remove(print))
                ++indexed;
            continue;
        }
        table.append(view(entry.orderId), entry.score, entry.present ? std::optional(entry.raw) : std::nullopt);
        ++found;
        if (page.orphans)
            orphans.insert(print);
        else
            ++indexed;
    }
    total = std::max<qint64>(total, table.rows());
}

void ServerAnalysis::Private::judge(const WalkPage &page)
{
    const std::vector<bool> isTrue = select(page);
    for (std::size_t i = 0; i < page.entries.size(); ++i) {
        if (isTrue[i])
            judgedTrue.insert(fingerprint(view(page.entries[i].orderId)));
    }
}

void ServerAnalysis::Private::end()
{
    const WalkResult &result = walk->result();
    if (walksAll) // whatever else it counted before
        indexed = result.trades + result.missing - result.orphans;
    lookEverywhere = complete && !walksAll && found == 0;
    complete = true;
    mustSearch = mustSearch && !walksAll;
    walk.reset();
    known.clear();
}

Result<ServerAnalysis::Reading> ServerAnalysis::Private::readOn(RedisSession &session, const QDeadlineTimer &deadline,
                                                                const std::stop_token &stop)
{
    do {
        if (!walk) {
            const auto begun = begin(session, stop);
            if (!begun)
                return std::unexpected(begun.error());
            if (!*begun)
                return Reading::UpToDate;
        }
        const auto page = walk->next(stop);
        if (!page) {
            walk.reset();
            return std::unexpected(page.error());
        }
        if (*page) {
            take(**page);
            if (select)
                judge(**page);
        } else {
            end();
        }
        if (table.bytes() > maxBytes) {
            walk.reset();
            return Reading::Full;
        }
    } while (!deadline.hasExpired());
    return Reading::More;
}

bool ServerAnalysis::Private::lookAtNewRows(const std::stop_token &stop)
{
    const std::size_t before = chosen.size();
    if (run) {
        if (!run->run(looked, table.rows(), chosen, stop)) {
            chosen.resize(before);
            return false;
        }
    } else {
        for (Row row = looked; row < table.rows(); ++row) {
            if (!select || judgedTrue.contains(fingerprint(table.orderId(row))))
                chosen.push_back(row);
        }
    }
    isSorted = isSorted && chosen.size() == before;
    looked = table.rows();
    return true;
}

bool ServerAnalysis::Private::update(const std::stop_token &stop)
{
    if (select && judgedBefore != std::size_t(judgedTrue.size())) { // rows of any place are true now
        judgedBefore = std::size_t(judgedTrue.size());
        forgetChosen();
    }
    if (looked < table.rows() && !lookAtNewRows(stop))
        return false;
    if (isSorted)
        return true;
    std::vector<Row> ordered = chosen;
    if (!sortRows(table, ordered, keys, stop))
        return false;
    rows = std::move(ordered);
    isSorted = true;
    return true;
}

void ServerAnalysis::Private::forgetChosen()
{
    chosen.clear();
    looked = 0;
    isSorted = false;
    for (Listener &listener : listeners) {
        listener.sink->clear();
        listener.told = 0;
    }
}

bool ServerAnalysis::Private::feed(const QDeadlineTimer &deadline, const std::stop_token &stop)
{
    for (Listener &listener : listeners) {
        while (listener.told < chosen.size()) {
            if (deadline.hasExpired())
                return false;
            const auto rowsNow
                = std::span(chosen).subspan(listener.told).first(std::min(RowsAtOnce, chosen.size() - listener.told));
            if (!listener.sink->add(table, rowsNow, stop)) {
                listener.sink->clear();
                listener.told = 0;
                return false;
            }
            listener.told += rowsNow.size();
        }
    }
    return true;
}

ServerAnalysis::ServerAnalysis(QByteArray server, std::size_t maxBytes)
    : d(std::make_unique<Private>(std::move(server), maxBytes))
{ }

ServerAnalysis::~ServerAnalysis() = default;
ServerAnalysis::ServerAnalysis(ServerAnalysis &&) noexcept = default;
ServerAnalysis &ServerAnalysis::operator=(ServerAnalysis &&) noexcept = default;

Result<ServerAnalysis::Reading> ServerAnalysis::readOn(RedisSession &session, std::chrono::milliseconds atMost,
                                                       const std::stop_token &stop)
{
    return d->readOn(session, QDeadlineTimer(atMost), stop);
}

void ServerAnalysis::choose(FilterPart filter, std::vector<SortKey> keys)
{
    d->keys = std::move(keys);
    d->isSorted = false;
    if (filter == d->filter)
        return;
    d->filter = std::move(filter);
    d->run.reset();
    d->select = nullptr;
    d->judgedTrue.clear();
    d->judgedBefore = 0;
    d->forgetChosen();
    const auto isHere = [this](FieldId field) { return d->table.has(field); };
    d->mustSearch = d->filter && !std::ranges::all_of(fieldsOf(*d->filter), isHere);
    if (d->mustSearch) {
        d->select = selectorOf(d->filter);
        d->walk.reset();
    } else if (d->filter) {
        d->run.emplace(d->table, d->filter);
    }
}

bool ServerAnalysis::update(const std::stop_token &stop)
{
    return d->update(stop);
}

void ServerAnalysis::setSinks(const std::vector<std::shared_ptr<TradeSink>> &sinks)
{
    std::vector<Private::Listener> listeners;
    for (const std::shared_ptr<TradeSink> &sink : sinks) {
        const auto known = std::ranges::find(d->listeners, sink, &Private::Listener::sink);
        if (known == d->listeners.end())
            sink->clear();
        listeners.push_back(known == d->listeners.end() ? Private::Listener{.sink = sink} : *known);
    }
    d->listeners = std::move(listeners);
}

bool ServerAnalysis::feed(std::chrono::milliseconds atMost, const std::stop_token &stop)
{
    return d->feed(QDeadlineTimer(atMost), stop);
}

const std::vector<Row> &ServerAnalysis::rows() const
{
    return d->rows;
}

TradeTable &ServerAnalysis::table()
{
    return d->table;
}

qint64 ServerAnalysis::total() const
{
    return d->total;
}

} // namespace arbscope
