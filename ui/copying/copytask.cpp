// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/copying/copytask.h"

#include "ui/columns/columns.h"
#include "ui/models/feedwork.h"
#include "ui/store/storesession.h"

#include <algorithm>
#include <ranges>

namespace arbscope {

namespace {

constexpr qint64 AtOnce = 200;

qint64 countOf(const CopyRequest &request)
{
    qint64 count = static_cast<qint64>(request.orphans.size());
    for (const CopyRequest::Ranks &range : request.ranks)
        count += range.last - range.first + 1;
    return count;
}

QString lineOf(const CopyRequest &request, const StoredTrade &trade, const StoredTrade *previous, bool indexed)
{
    const auto &columns = tradeColumns();
    QStringList cells;
    cells.reserve(static_cast<qsizetype>(request.columns.size()));
    for (const int column : request.columns) {
        const TradeColumn &each = columns[static_cast<size_t>(column)];
        if (each.exact)
            cells << each.exact(trade);
        else
            cells << (indexed ? cellText(each, trade, previous, request.format) : each.text(trade, request.format));
    }
    return cells.join(u'\t') + u'\n';
}

struct Lines
{
    QString text;
    qint64 trades = 0;
    bool changed = false;
};

/// Ranks `first`…`last`, and whether they still mean what they did.
Result<Lines> readRanks(ReportStore &store, const CopyRequest &request, qint64 first, qint64 last, std::stop_token stop)
{
    const auto page = readFeedPage(store, request.source, std::max<qint64>(0, first - 1), last, stop);
    if (!page)
        return std::unexpected(page.error());
    const Result<std::optional<qint64>> newest = request.source.chosen // what was chosen does not change
        ? request.total - 1
        : readFeedRank(store, request.source, request.newestId, std::move(stop));
    if (!newest)
        return std::unexpected(newest.error());
    const auto skipped = static_cast<size_t>(first - page->firstRank); // the one before the first: to be compared with
    const auto wanted = static_cast<size_t>(last - first + 1);
    Lines lines;
    lines.changed = *newest != request.total - 1 || page->trades.size() != skipped + wanted;
    if (lines.changed)
        return lines;
    lines.trades = static_cast<qint64>(wanted);
    for (size_t i = 0; i < wanted; ++i) {
        const size_t at = skipped + (request.order == TradeOrder::OldestFirst ? i : wanted - 1 - i);
        const StoredTrade *previous = at > 0 ? page->trades[at - 1].get() : nullptr;
        lines.text += lineOf(request, *page->trades[at], previous, true);
    }
    return lines;
}

Result<Lines> readOrphans(ReportStore &store, const CopyRequest &request, qint64 from, qint64 count,
                          std::stop_token stop)
{
    const auto ids = request.orphans | std::views::drop(from) | std::views::take(count);
    const auto trades = store.trades(request.source.server, {ids.begin(), ids.end()}, std::move(stop));
    if (!trades)
        return std::unexpected(trades.error());
    Lines lines;
    for (const StoredTrade &trade : *trades)
        lines.text += lineOf(request, trade, nullptr, false);
    lines.trades = static_cast<qint64>(trades->size());
    return lines;
}

} // namespace

CopyTask::CopyTask(StoreSession &session, CopyRequest request, QObject *parent)
    : LongTask(tr("Copying trades"), parent)
    , m_session(session)
    , m_request(std::make_shared<const CopyRequest>(std::move(request)))
{
    if (!m_request->header.isEmpty())
        m_lines = m_request->header + u'\n';
    setProgress(0, countOf(*m_request));
    connect(this, &LongTask::progressed, this, [this] {
        if (isCancelling())
            finish(End::Cancelled);
    });
    connect(&m_session, &StoreSession::stateChanged, this, [this] {
        if (m_session.state() == StoreSession::State::Connected || m_ended)
            return;
        emit failed(m_session.cause());
        finish(End::Failed);
    });
    QMetaObject::invokeMethod(this, &CopyTask::next, Qt::QueuedConnection); // signals are connected by then
}

void CopyTask::next()
{
    if (m_ended)
        return;
    const bool orphans = m_range >= m_request->ranks.size();
    const CopyRequest::Ranks range
        = orphans ? CopyRequest::Ranks{0, qint64(m_request->orphans.size()) - 1} : m_request->ranks[m_range];
    const qint64 count = std::min(AtOnce, range.last - range.first + 1 - m_within);
    if (count <= 0) {
        m_within = 0;
        ++m_range;
        if (!orphans) {
            next();
            return;
        }
        m_lines.chop(1); // no line end after the last one
        emit copied(m_lines, done());
        finish(End::Finished);
        return;
    }
    const bool ascending = m_request->order == TradeOrder::OldestFirst || orphans;
    const qint64 first = ascending ? range.first + m_within : range.last - m_within - count + 1;
    m_session.ask(
        this,
        [request = m_request, orphans, first, count](ReportStore &store, std::stop_token stop) {
            return orphans ? readOrphans(store, *request, first, count, std::move(stop))
                           : readRanks(store, *request, first, first + count - 1, std::move(stop));
        },
        [this](const Result<Lines> &lines) {
            if (m_ended)
                return;
            if (!lines) {
                emit failed(lines.error());
                finish(End::Failed);
            } else if (lines->changed) {
                emit listChanged();
                finish(End::Failed);
            } else {
                take(lines->text, lines->trades);
            }
        });
}

void CopyTask::take(const QString &lines, qint64 trades)
{
    m_lines += lines;
    m_within += trades;
    if (m_lines.size() > MostCharacters) {
        emit tooLong();
        finish(End::Failed);
        return;
    }
    setProgress(done() + trades, total());
    next();
}

void CopyTask::finish(End how)
{
    if (!std::exchange(m_ended, true))
        end(how);
}

} // namespace arbscope
