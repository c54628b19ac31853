// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finding/seektask.h"

#include "core/analysis/tradeselector.h"
#include "core/report/bytesview.h"
#include "ui/store/storesession.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace arbscope {

namespace {

constexpr qint64 FirstPage = 100; // what is looked for is often near
constexpr qint64 LargestPage = 1600;

/// The first one of a page in the direction; empty: none.
Result<std::optional<QByteArray>> lookAt(ReportStore &store, const SeekTask::Request &request, qint64 first,
                                         qint64 last, const std::stop_token &stop)
{
    const auto page = readFeedPage(store, request.source, first, last, stop);
    if (!page)
        return std::unexpected(page.error());
    TradeSelector selector(request.filter);
    for (const TradePtr &trade : page->trades)
        selector.add(viewOf(trade->orderId), std::numeric_limits<double>::quiet_NaN(),
                     trade->present ? std::optional(viewOf(trade->raw)) : std::nullopt);
    const std::vector<bool> isTrue = selector.take();
    const auto count = qint64(page->trades.size());
    for (qint64 i = 0; i < count; ++i) {
        const auto at = std::size_t(request.to < request.from ? count - 1 - i : i);
        if (isTrue[at])
            return page->trades[at]->orderId;
    }
    return std::nullopt;
}

} // namespace

SeekTask::SeekTask(const QString &title, StoreSession &session, Request request, QObject *parent)
    : LongTask(title, parent)
    , m_session(session)
    , m_request(std::move(request))
    , m_at(m_request.from)
    , m_atOnce(FirstPage)
{
    setProgress(0, std::abs(m_request.to - m_request.from) + 1);
    connect(this, &LongTask::progressed, this, [this] {
        if (isCancelling() && !std::exchange(m_ended, true))
            end(End::Cancelled);
    });
    connect(&m_session, &StoreSession::stateChanged, this, [this] {
        if (m_session.state() == StoreSession::State::Connected || std::exchange(m_ended, true))
            return;
        emit failed(m_session.cause());
        end(End::Failed);
    });
    QMetaObject::invokeMethod(this, &SeekTask::next, Qt::QueuedConnection); // signals are connected by then
}

void SeekTask::next()
{
    if (m_ended)
        return;
    const bool backwards = m_request.to < m_request.from;
    const qint64 left = (backwards ? m_at - m_request.to : m_request.to - m_at) + 1;
    if (left <= 0) {
        m_ended = true;
        emit notFound();
        end(End::Finished);
        return;
    }
    const qint64 count = std::min(left, m_atOnce);
    const qint64 first = backwards ? m_at - count + 1 : m_at;
    m_atOnce = std::min(LargestPage, m_atOnce * 2);
    m_at += backwards ? -count : count;
    m_session.ask(
        this,
        [request = m_request, first, count](ReportStore &store, const std::stop_token &stop) {
            return lookAt(store, request, first, first + count - 1, stop);
        },
        [this, count](const Result<std::optional<QByteArray>> &orderId) {
            if (m_ended)
                return;
            if (orderId && !*orderId) {
                setProgress(done() + count, total());
                next();
                return;
            }
            m_ended = true;
            if (orderId)
                emit found(**orderId);
            else
                emit failed(orderId.error());
            end(orderId ? End::Finished : endOf(orderId.error()));
        });
}

} // namespace arbscope
