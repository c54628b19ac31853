// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finding/revealflow.h"

#include "ui/analysis/tradeanalyst.h"
#include "ui/filter/filterflow.h"
#include "ui/finding/visitflow.h"
#include "ui/list/followflow.h"
#include "ui/list/listpage.h"
#include "ui/list/tradelist.h"
#include "ui/marks/marksflow.h"
#include "ui/models/orphanfeed.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/text/displaytext.h"
#include "ui/widgets/banner.h"

#include <QStatusBar>

#include <utility>

namespace arbscope {

namespace {

constexpr qint64 LookMs = 10'000; // for a trade that may stand beside the index
constexpr int MessageMs = 5000;

} // namespace

RevealFlow::RevealFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_list(parts.page.list())
{
    connect(&m_list, &TradeList::currentTradeChanged, this, [this] {
        if (const TradePtr trade = m_list.currentTrade())
            m_current = trade->orderId;
    });
    connect(&m_parts.feed, &TradeFeed::serverChanged, this, [this] {
        m_wish.reset();
        m_current.clear();
    });
    connect(&m_parts.feed, &TradeFeed::reset, this, [this] {
        // Trades have gone or moved. But somebody may be on the way to another one.
        if (!m_wish && !m_current.isEmpty() && !m_parts.follow.staysAtNewest())
            wish(m_current, false);
    });
    const auto listRead = [this] {
        selectFirst();
        find();
    };
    connect(&m_parts.feed, &TradeFeed::refreshed, this, listRead);
    connect(&m_parts.orphans, &OrphanFeed::changed, this, listRead);
    connect(&m_parts.analyst, &TradeAnalyst::progressed, this, [this] {
        if (!m_parts.analyst.isReading())
            find(); // it may be in none of the trades chosen
    });
    connect(&m_parts.feed, &TradeFeed::tradeLocated, this, &RevealFlow::take);
    connect(&m_parts.feed, &TradeFeed::clockLocated, this, [this](std::optional<qint64> rank) {
        if (const int row = rank ? m_parts.model.rowOf(*rank) : -1; row >= 0)
            m_list.goToRow(row);
        else
            tellMissing();
    });
}

void RevealFlow::focusFirst()
{
    m_focusFirst = true;
}

/// Where nothing is selected.
void RevealFlow::selectFirst()
{
    const bool indexRead = m_parts.feed.total() || m_parts.page.hasFailed();
    if (m_list.currentIndex().isValid() || m_parts.model.rowCount() == 0 || !indexRead)
        return;
    m_list.goToRow(0);
    if (std::exchange(m_focusFirst, false))
        m_list.setFocus();
}

bool RevealFlow::isHiding() const
{
    return m_parts.filter.isFiltering() || m_parts.marks.isOnlyMarked();
}

void RevealFlow::show(const QByteArray &server, const QByteArray &orderId)
{
    m_parts.visits.expect({server, orderId});
    emit serverWanted(server);
    wish(orderId, true);
    find();
}

void RevealFlow::reveal(const QByteArray &server, const QByteArray &orderId)
{
    if (isHiding()) {
        m_parts.marks.setOnlyMarked(false);
        m_parts.filter.clear();
        m_parts.status.showMessage(tr("The filter was cleared to show the trade."), MessageMs);
    }
    show(server, orderId);
}

void RevealFlow::wish(const QByteArray &orderId, bool byPerson)
{
    m_wish = Wish{orderId, byPerson, QDeadlineTimer(LookMs)};
}

void RevealFlow::find()
{
    if (!m_wish || !m_parts.feed.total() || (m_parts.filter.isFiltering() && !m_parts.feed.isChosen()))
        return; // the list, or what a filter leaves of it, comes yet
    if (const int row = m_parts.model.rowBeside(m_wish->orderId); row >= 0) {
        m_wish.reset();
        m_list.goToRow(row);
    } else {
        m_parts.feed.locate(m_wish->orderId);
    }
}

void RevealFlow::take(const QByteArray &orderId, std::optional<qint64> rank)
{
    if (!m_wish || m_wish->orderId != orderId)
        return; // it was looked for twice, or nobody wants to go there any more
    if (const int row = rank ? m_parts.model.rowOf(*rank) : -1; row >= 0) {
        m_wish.reset();
        m_list.returnToRow(row);
        return;
    }
    const bool isHidden = !rank && isHiding() && m_parts.feed.isChosen() && !m_parts.analyst.isReading();
    if (!isHidden && !m_wish->until.hasExpired())
        return;
    const bool byPerson = m_wish->byPerson;
    m_wish.reset();
    if (byPerson && isHidden)
        tellHidden(orderId);
    else if (byPerson)
        tellMissing();
}

void RevealFlow::tellHidden(const QByteArray &orderId)
{
    Banner &notice = m_parts.page.notice();
    notice.showMessage(Banner::Kind::Info, tr("A filter hides the trade %1.").arg(displayBytes(orderId, 60)), {},
                       {{tr("Clear the filter"), [this, &notice, server = *m_parts.feed.server(), orderId] {
                             notice.hide();
                             reveal(server, orderId);
                         }}});
}

void RevealFlow::tellMissing()
{
    m_parts.status.showMessage(tr("There is no such trade in this list."), MessageMs);
}

} // namespace arbscope
