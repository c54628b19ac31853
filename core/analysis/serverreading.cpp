// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/serveranalysisprivate.h"

#include "core/analysis/pageselector.h"
#include "core/report/bytesview.h"
#include "core/store/keys.h"
#include "core/store/parallelwalk.h"
#include "core/store/replyshape.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace arbscope {

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();
// Trades that come with an older clock than others are looked for among so many of the newest first.
constexpr Row LateRows = 2000;

} // namespace

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
    total = std::max<qint64>(*entries + orphans.size(), seen);
    if (complete && !mustSearch && *entries <= indexed) // fewer: somebody took some away; what was read stays
        return false;
    if (kept != Kept::All && complete && lookEverywhere)
        restart(kept);
    const bool everything = mustSearch || (complete && lookEverywhere);
    const double since = kept != Kept::All ? tail.since()
        : everything                       ? -Infinity
                                           : newestScore(complete ? LateRows : 0);
    walksAll = std::isinf(since);
    onlyJudges = mustSearch && complete;
    known.clear();
    for (Row row = 0; kept == Kept::All && !onlyJudges && row < table.rows(); ++row) {
        if (!(table.score(row) < since)) // NaN: the index may name it now
            known.insert(fingerprint(table.orderId(row)));
    }
    judged.begin(walksAll ? 0 : table.rows() - Row(known.size()));
    found = 0;
    WalkOptions options;
    options.scores = !onlyJudges; // they cost the server as much again as the order ids
    options.since = since;
    walk.emplace(session, std::vector<QByteArray>{server}, options);
    return true;
}

/// Whether this trade was read before.
bool ServerAnalysis::Private::isKnown(const WalkPage::Entry &entry, bool isOrphan)
{
    const bool isNeeded = kept != Kept::All || isOrphan || !known.isEmpty();
    const quint64 print = isNeeded ? fingerprint(viewOf(entry.orderId)) : 0;
    const bool before = kept == Kept::All ? known.contains(print) : tail.contains(print) || orphans.contains(print);
    if (before) {
        if (!isOrphan && orphans.remove(print)) {
            ++indexed;
            tail.add(entry.score, print);
        }
        return true;
    }
    ++seen;
    ++taken;
    ++found;
    if (isOrphan) {
        orphans.insert(print);
    } else {
        ++indexed;
        if (kept != Kept::All)
            tail.add(entry.score, print);
    }
    return false;
}

void ServerAnalysis::Private::take(const WalkPage &page)
{
    const std::vector<bool> isWanted
        = kept == Kept::All || !chooses ? std::vector<bool>(page.entries.size(), true) : chooses(page);
    for (std::size_t i = 0; i < page.entries.size(); ++i) {
        const WalkPage::Entry &entry = page.entries[i];
        if (isKnown(entry, page.orphans) || !isWanted[i])
            continue;
        const auto raw = entry.present ? std::optional(entry.raw) : std::nullopt;
        table.append(viewOf(entry.orderId), entry.score, raw);
        if (kept == Kept::Ids && !listeners.empty()) {
            if (!passing)
                passing = std::make_unique<TradeTable>();
            passing->append(viewOf(entry.orderId), entry.score, raw);
        }
    }
    total = std::max<qint64>(total, seen);
}

/// Computes derived values a few thousand rows behind, so that whoever asks first need not wait for all of them.
void ServerAnalysis::Private::keepNewer()
{
    constexpr Row RowsAtATime = 4096;
    if (kept != Kept::All || table.rows() - derived < RowsAtATime)
        return;
    derived = table.rows();
    for (FieldId field = MemberCount; field < FieldId(fields().size()); ++field) {
        if (!table.derive(field)) // nobody stops it
            return;
    }
}

/// Reads all once more, to keep this of it.
void ServerAnalysis::Private::restart(Kept what)
{
    kept = what;
    table = what == Kept::Ids ? TradeTable(std::vector<FieldId>()) : TradeTable();
    chooses = filter ? selectorOf(filter) : nullptr;
    run.reset();
    select = nullptr;
    mustSearch = false;
    judged = {};
    walk.reset();
    tail = {};
    orphans.clear();
    known.clear();
    passing.reset();
    seen = 0;
    indexed = 0;
    complete = false;
    lookEverywhere = false;
    rows.clear();
    forgetChosen();
}

/// Where the table takes too much, less is kept from now on.
void ServerAnalysis::Private::makeRoom()
{
    restart(kept == Kept::All && filter ? Kept::Chosen : Kept::Ids);
}

void ServerAnalysis::Private::judge(const WalkPage &page)
{
    taken += page.entries.size(); // read once more
    const std::vector<bool> isTrue = select(page);
    for (std::size_t i = 0; i < page.entries.size(); ++i)
        judged.add(table, viewOf(page.entries[i].orderId), isTrue[i]);
}

void ServerAnalysis::Private::end()
{
    const WalkResult &result = walk->result();
    if (!onlyJudges) {
        if (walksAll) // whatever else it counted before
            indexed = result.trades + result.missing - result.orphans;
        lookEverywhere = complete && !walksAll && found == 0;
        complete = true;
    }
    mustSearch = mustSearch && !walksAll;
    walk.reset();
    known.clear();
}

/// On the thread that decodes, while the next pages are fetched. False ends the walk, and says why.
bool ServerAnalysis::Private::takePage(const WalkPage &page, const std::stop_token &stop)
{
    if (!onlyJudges)
        take(page);
    if (select)
        judge(page);
    keepNewer();
    isTooMuch = kept != Kept::Ids && table.bytes() > maxBytes;
    if (isTooMuch)
        return false;
    isSinkStopped = passing && passing->rows() >= ChunkRows / 4 && !tellPassing(stop);
    return !isSinkStopped;
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
                return kept == Kept::Ids && !keys.empty() ? Reading::Full : Reading::UpToDate;
        }
        const auto ended
            = walkInParallelUntil(deadline, *walk, [&](const WalkPage &page) { return takePage(page, stop); }, stop);
        if (std::exchange(isTooMuch, false)) {
            makeRoom();
            return Reading::More;
        }
        if (std::exchange(isSinkStopped, false)) {
            restart(kept);
            return std::unexpected(RedisError{.code = RedisErrorCode::Cancelled});
        }
        if (!ended) {
            walk.reset();
            return std::unexpected(ended.error());
        }
        if (*ended)
            end();
    } while (!deadline.hasExpired());
    return Reading::More;
}

} // namespace arbscope
