// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/serveranalysis.h"

#include "core/analysis/pageselector.h"
#include "core/analysis/serveranalysisprivate.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace arbscope {

namespace {

constexpr std::size_t RowsAtOnce = 8192; // for a sink, between two looks at the clock

} // namespace

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
            if (!select || judged.isTrue(table, row))
                chosen.push_back(row);
        }
    }
    isSorted = isSorted && chosen.size() == before;
    looked = table.rows();
    return true;
}

/// What was found to be true of rows that were looked at before.
void ServerAnalysis::Private::takeJudged()
{
    std::vector<Row> fresh;
    const bool isAll = judged.takeFresh(fresh);
    if (!isAll || (!fresh.empty() && !chosen.empty() && fresh.front() <= chosen.back()))
        return forgetChosen();
    const auto end = std::ranges::lower_bound(fresh, looked);
    isSorted = isSorted && end == fresh.begin();
    chosen.insert(chosen.end(), fresh.begin(), end);
}

bool ServerAnalysis::Private::update(const std::stop_token &stop)
{
    if (select)
        takeJudged();
    if (looked < table.rows() && !lookAtNewRows(stop))
        return false;
    if (isSorted)
        return true;
    std::vector<Row> ordered = chosen;
    if (!sortRows(table, ordered, kept == Kept::Ids ? std::span<const SortKey>() : keys, stop))
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

/// Tells the sinks of the trades that pass, and drops these. False: they have to pass again.
bool ServerAnalysis::Private::tellPassing(const std::stop_token &stop)
{
    if (!passing)
        return true;
    const auto trades = std::move(passing);
    std::vector<Row> all(trades->rows());
    std::iota(all.begin(), all.end(), Row(0));
    for (const Listener &listener : listeners) {
        if (!listener.sink->add(*trades, all, stop))
            return false;
    }
    return true;
}

bool ServerAnalysis::Private::feed(const QDeadlineTimer &deadline, const std::stop_token &stop)
{
    if (kept == Kept::Ids) {
        if (tellPassing(stop))
            return true;
        restart(kept);
        return false;
    }
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

bool ServerAnalysis::isComplete() const
{
    return d->complete && !d->mustSearch;
}

void ServerAnalysis::breakOff()
{
    d->walk.reset();
}

void ServerAnalysis::choose(FilterPart filter, std::vector<SortKey> keys)
{
    d->keys = std::move(keys);
    d->isSorted = false;
    if (filter == d->filter)
        return;
    d->filter = std::move(filter);
    if (d->kept != Private::Kept::All)
        return d->restart(d->filter ? Private::Kept::Chosen : Private::Kept::Ids);
    d->run.reset();
    d->select = nullptr;
    d->judged = {};
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
    bool hasNew = false;
    for (const std::shared_ptr<TradeSink> &sink : sinks) {
        const auto known = std::ranges::find(d->listeners, sink, &Private::Listener::sink);
        if (known == d->listeners.end()) {
            sink->clear();
            hasNew = true;
        }
        listeners.push_back(known == d->listeners.end() ? Private::Listener{.sink = sink} : *known);
    }
    d->listeners = std::move(listeners);
    if (hasNew && d->kept == Private::Kept::Ids) // what passed already has to do so again
        d->restart(d->kept);
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

quint64 ServerAnalysis::taken() const
{
    return d->taken;
}

qint64 ServerAnalysis::read() const
{
    return d->seen;
}

qint64 ServerAnalysis::total() const
{
    return d->total;
}

} // namespace arbscope
