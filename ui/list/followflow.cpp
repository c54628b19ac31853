// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/followflow.h"

#include "ui/list/followpill.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/store/storesession.h"
#include "ui/text/errortext.h"
#include "ui/widgets/banner.h"
#include "ui/window/statusline.h"

namespace arbscope {

FollowFlow::FollowFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_pill(new FollowPill(parts.list.viewport()))
{
    connect(m_pill, &QAbstractButton::clicked, this, &FollowFlow::resume);
    connect(&m_runner, &FollowRunner::newTrades, &m_parts.feed, &TradeFeed::lookNow);
    connect(&m_runner, &FollowRunner::stateChanged, this, &FollowFlow::showState);
    connect(&m_runner, &FollowRunner::failed, this, [this](const RedisError &error) {
        if (!m_parts.session.target())
            return;
        const ErrorWords words = errorWords(error, m_parts.session.target()->url);
        m_parts.banner.showMessage(Banner::Kind::Warning, tr("Following ended: %1").arg(words.title), words.advice,
                                   {{tr("Follow again"), [this] { setFollowing(true); }}});
        setFollowing(false);
    });
    // The model hears this first: its rows are in the list by now.
    connect(&m_parts.feed, &TradeFeed::grown, this,
            [this](qint64 before, qint64 after) { showGrowth(before + after); });
    connect(&m_parts.feed, &TradeFeed::grownWithin, this,
            [this](const NewPlaces &places) { showGrowth(places.count); });
    connect(&m_parts.feed, &TradeFeed::serverChanged, this, &FollowFlow::restart);
    connect(&m_parts.feed, &TradeFeed::reset, this, [this] { showGrowth(0); });
    connect(&m_parts.list, &TradeList::scrolled, this, &FollowFlow::showPlace);
    connect(&m_parts.session, &StoreSession::stateChanged, this, [this] {
        if (m_parts.session.state() == StoreSession::State::Closed)
            setFollowing(false);
    });
}

void FollowFlow::setFollowing(bool following)
{
    if (following == m_following) {
        emit followingChanged(following);
        return;
    }
    m_following = following;
    restart();
    emit followingChanged(following);
}

bool FollowFlow::staysAtNewest() const
{
    return m_following && !m_paused && !m_parts.model.isSorted();
}

void FollowFlow::restart()
{
    m_paused = false;
    m_new = 0;
    m_pill->hide();
    if (m_following && m_parts.feed.server() && m_parts.session.target()) {
        m_runner.start(*m_parts.session.target(), *m_parts.feed.server());
        m_parts.list.scrollToNewest();
    } else {
        m_runner.stop();
    }
    showState();
}

void FollowFlow::resume()
{
    m_paused = false;
    m_new = 0;
    m_pill->hide();
    m_parts.list.scrollToNewest();
    showState();
}

/// A person has scrolled.
void FollowFlow::showPlace()
{
    if (!m_following)
        return;
    if (m_parts.list.isNewestInSight()) {
        m_paused = false;
        m_new = 0;
        m_pill->hide();
    } else {
        m_paused = true;
        showOrder();
    }
    showState();
}

void FollowFlow::showGrowth(qint64 trades)
{
    if (!m_following)
        return;
    if (!m_paused) {
        m_parts.list.scrollToNewest();
        return;
    }
    m_new += trades;
    showOrder();
}

void FollowFlow::showOrder()
{
    if (!m_following)
        return;
    if (m_parts.model.isSorted())
        m_pill->hide(); // there is no end where the new ones stand
    else if (m_paused)
        m_pill->showCount(m_new, m_parts.model.order() == TradeOrder::NewestFirst);
    else
        m_parts.list.scrollToNewest();
}

void FollowFlow::showState()
{
    m_parts.status.setFollowing(m_runner.state(), m_paused);
}

} // namespace arbscope
