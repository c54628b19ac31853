// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finding/findflow.h"

#include "core/analysis/filterparser.h"
#include "ui/finding/findbar.h"
#include "ui/list/tradelist.h"
#include "ui/models/orphanfeed.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/store/storesession.h"
#include "ui/tasks/taskstrip.h"
#include "ui/text/errortext.h"
#include "ui/text/filterwords.h"
#include "ui/text/sentence.h"
#include "ui/text/timedisplay.h"

#include <QLocale>
#include <QStatusBar>

#include <algorithm>
#include <limits>

namespace arbscope {

namespace {

constexpr int ErrorDelay = 700; // ms
constexpr int MessageMs = 5000;
constexpr qint64 LeastAgainMs = 1000; // between two counts of a list that grows
constexpr qint64 AgainFactor = 10; // the part of the time that counting again may take: a tenth

} // namespace

FindFlow::FindFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_errorTimer.setSingleShot(true);
    m_errorTimer.setInterval(ErrorDelay);
    connect(&m_errorTimer, &QTimer::timeout, this, &FindFlow::showError);
    m_againTimer.setSingleShot(true);
    connect(&m_againTimer, &QTimer::timeout, this, &FindFlow::search);
    connect(&m_parts.bar, &FindBar::edited, this, &FindFlow::check);
    connect(&m_parts.bar, &FindBar::stepRequested, this, &FindFlow::step);
    connect(&m_parts.bar, &FindBar::closed, this, &FindFlow::close);
    connect(&m_parts.list, &TradeList::currentTradeChanged, this, &FindFlow::showCount);
    connect(&m_parts.model, &QAbstractItemModel::layoutChanged, this, &FindFlow::showCount); // turned round
    const auto listChanged = [this] {
        m_complete = false;
        if (m_filter && m_parts.bar.isVisible() && !m_againTimer.isActive())
            m_againTimer.start(int(std::clamp(m_searchMs * AgainFactor, LeastAgainMs, qint64(60'000))));
        showCount();
    };
    connect(&m_parts.feed, &TradeFeed::grown, this, listChanged);
    connect(&m_parts.feed, &TradeFeed::grownWithin, this, listChanged);
    connect(&m_parts.feed, &TradeFeed::reset, this, listChanged);
    connect(&m_parts.orphans, &OrphanFeed::changed, this, listChanged);
    connect(&m_parts.feed, &TradeFeed::serverChanged, this, [this] {
        forget();
        m_searchMs = 0;
    });
    connect(&m_parts.session, &StoreSession::stateChanged, this, [this] {
        if (m_parts.session.state() == StoreSession::State::Connected || !m_laneIsOpen)
            return;
        m_lane.connectTo(std::nullopt);
        m_laneIsOpen = false;
    });
}

void FindFlow::open()
{
    m_parts.bar.open();
    if (m_filter && !m_done && !m_search)
        search();
}

void FindFlow::close()
{
    forget();
    m_parts.bar.hide();
    m_parts.list.setFocus();
}

void FindFlow::tell(const QString &text)
{
    m_parts.status.showMessage(text, MessageMs);
}

/// While it is being written.
void FindFlow::check(const QString &text)
{
    m_errorTimer.stop();
    forget();
    m_filter.reset();
    if (text.trimmed().isEmpty()) {
        m_parts.bar.setLook(FindBar::Look::Empty);
        return;
    }
    auto filter = parseFilter(text, m_parts.times.zone());
    m_parts.bar.setLook(filter ? FindBar::Look::Valid : FindBar::Look::Invalid);
    if (!filter) {
        m_errorTimer.start();
        return;
    }
    m_filter = std::move(*filter);
    if (std::holds_alternative<AnyTextHas>(m_filter->node))
        m_parts.bar.showNote(tr("Searches every text for these words."));
}

void FindFlow::showError()
{
    if (const auto filter = parseFilter(m_parts.bar.text(), m_parts.times.zone()); !filter)
        m_parts.bar.showNote(asSentence(filterWords(filter.error())));
}

void FindFlow::forget()
{
    if (m_search) {
        m_search->disconnect(this);
        m_search->cancel();
        m_search = nullptr;
    }
    if (m_seek)
        m_seek->cancel();
    m_againTimer.stop();
    m_found.clear();
    m_beside.clear();
    m_counted = 0;
    m_complete = false;
    m_done = false;
    showCount();
}

void FindFlow::search()
{
    forget();
    if (!m_filter || !m_parts.feed.server() || m_parts.session.state() != StoreSession::State::Connected)
        return;
    if (!m_laneIsOpen) {
        m_lane.connectTo(m_parts.session.target());
        m_laneIsOpen = true;
    }
    m_searched = m_parts.feed.source();
    m_complete = true; // unless the list changes meanwhile
    m_searchTime.start();
    m_search = new FindTask(m_lane, m_searched, m_filter, this);
    connect(m_search, &FindTask::found, this, &FindFlow::take);
    connect(m_search, &FindTask::finished, this, [this] {
        m_done = true;
        m_searchMs = m_searchTime.elapsed();
        m_search = nullptr;
        showCount();
    });
    connect(m_search, &FindTask::failed, this, [this](const RedisError &error) {
        m_complete = false;
        m_search = nullptr;
        if (error.code != RedisErrorCode::Cancelled && m_parts.session.target())
            m_parts.bar.showNote(errorWords(error, m_parts.session.target()->url).title);
        showCount();
    });
    m_parts.tasks.add(m_search);
    showCount();
}

void FindFlow::take(const std::vector<FoundTrade> &trades)
{
    m_counted += qint64(trades.size());
    for (const FoundTrade &trade : trades) {
        if (count() >= MostKept) {
            m_complete = false;
            break;
        }
        (trade.rank < 0 ? m_beside : m_found).push_back(trade);
    }
    showCount();
}

void FindFlow::showCount()
{
    const QLocale locale;
    if (!m_filter || (!m_done && !m_search)) {
        m_parts.bar.showCount({});
    } else if (m_search) {
        m_parts.bar.showCount(tr("%1 so far").arg(locale.toString(m_counted)));
    } else if (m_counted == 0) {
        m_parts.bar.showCount(tr("None"));
    } else {
        const int row = m_parts.list.currentIndex().row();
        const std::size_t place = m_complete && row >= 0 ? firstFrom(row) : count();
        if (place < count() && rowOf(at(place)) == row)
            m_parts.bar.showCount(tr("%1 of %2").arg(locale.toString(qint64(place) + 1), locale.toString(m_counted)));
        else
            m_parts.bar.showCount(tr("%1 found").arg(locale.toString(m_counted)));
    }
}

const FoundTrade &FindFlow::at(std::size_t place) const
{
    if (place >= m_found.size())
        return m_beside[place - m_found.size()];
    const bool oldestFirst = m_parts.model.rankOrder() == TradeOrder::OldestFirst;
    return m_found[oldestFirst ? place : m_found.size() - 1 - place];
}

int FindFlow::rowOf(const FoundTrade &trade) const
{
    if (trade.rank >= 0)
        return m_parts.model.rowOf(trade.rank);
    const int beside = m_parts.model.rowBeside(trade.orderId);
    return beside >= 0 ? beside : std::numeric_limits<int>::max();
}

std::size_t FindFlow::firstFrom(int row) const
{
    std::size_t first = 0;
    std::size_t end = count();
    while (first < end) {
        const std::size_t middle = first + (end - first) / 2;
        if (rowOf(at(middle)) < row)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

void FindFlow::step(int direction)
{
    if (!m_parts.feed.server())
        return;
    if (!m_filter) {
        if (m_parts.bar.text().trimmed().isEmpty())
            open();
        else
            showError();
        return;
    }
    if (m_parts.session.state() != StoreSession::State::Connected) {
        tell(tr("The store is not connected."));
        return;
    }
    const bool isCounted = m_done && m_complete;
    if (!m_done && !m_search)
        search();
    if (isCounted)
        stepInFound(direction);
    else
        seekAround(direction);
}

void FindFlow::stepInFound(int direction)
{
    if (count() == 0) {
        tell(tr("Nothing was found."));
        return;
    }
    const int row = m_parts.list.currentIndex().row();
    const std::size_t after = firstFrom(row + 1);
    const std::size_t before = firstFrom(row);
    std::size_t place = 0;
    if (direction > 0) {
        place = after < count() ? after : 0;
        if (after >= count())
            tell(tr("The last one: went on at the top"));
    } else {
        place = before > 0 ? before - 1 : count() - 1;
        if (before == 0)
            tell(tr("The first one: went on at the bottom"));
    }
    emit tradeWanted(*m_parts.feed.server(), at(place).orderId);
}

void FindFlow::seek(const QString &title, const FilterPart &filter, int fromRow, int toRow, std::function<void()> none)
{
    if (m_seek)
        m_seek->cancel();
    const qint64 from = m_parts.model.rankOf(fromRow);
    const qint64 to = m_parts.model.rankOf(toRow);
    if (from < 0 || to < 0) {
        none();
        return;
    }
    m_seek = new SeekTask(title, m_parts.session, {m_parts.feed.source(), filter, from, to}, this);
    connect(m_seek, &SeekTask::found, this, [this, server = *m_parts.feed.server()](const QByteArray &orderId) {
        if (m_parts.feed.server() == server)
            emit tradeWanted(server, orderId);
    });
    connect(m_seek, &SeekTask::notFound, this, std::move(none));
    connect(m_seek, &SeekTask::failed, this, [this](const RedisError &error) {
        if (m_parts.session.target())
            tell(errorWords(error, m_parts.session.target()->url).title);
    });
    m_parts.tasks.add(m_seek);
}

/// From the current trade to the end, then from the other end to it.
void FindFlow::seekAround(int direction)
{
    const int last = m_parts.model.lastIndexedRow();
    const int row = m_parts.list.currentIndex().row();
    const int end = direction > 0 ? last : 0;
    const int start = direction > 0 ? 0 : last;
    const auto fromOtherEnd = [this, direction, start, end = std::clamp(row, 0, std::max(0, last))] {
        tell(direction > 0 ? tr("The last one: went on at the top") : tr("The first one: went on at the bottom"));
        seek(tr("Finding the next one"), m_filter, start, end, [this] { tell(tr("Nothing was found.")); });
    };
    const int from = direction > 0 ? row + 1 : std::min(row - 1, last);
    const bool isLeft = direction > 0 ? from <= end : from >= end;
    if (isLeft)
        seek(tr("Finding the next one"), m_filter, from, end, fromOtherEnd);
    else
        fromOtherEnd();
}

void FindFlow::stepInSession(int direction)
{
    const TradePtr trade = m_parts.list.currentTrade();
    if (!trade || !trade->report()) {
        tell(tr("The current trade has no session that could be read."));
        return;
    }
    if (m_parts.session.state() != StoreSession::State::Connected) {
        tell(tr("The store is not connected."));
        return;
    }
    const auto filter = std::make_shared<const FilterExpression>(
        CompareLiteral{fieldId("session_name"), Comparison::Equal, {trade->report()->sessionName.toStdString()}});
    const int last = m_parts.model.lastIndexedRow();
    const int row = m_parts.list.currentIndex().row();
    const int from = direction > 0 ? row + 1 : std::min(row - 1, last);
    const auto none = [this, direction] {
        tell(direction > 0 ? tr("The list has no further trade of this session.")
                           : tr("The list has no trade of this session before this one."));
    };
    if (direction > 0 ? from > last : from < 0)
        none();
    else
        seek(tr("Looking for a trade of the session"), filter, from, direction > 0 ? last : 0, none);
}

} // namespace arbscope
