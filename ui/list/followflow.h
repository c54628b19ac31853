// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/followrunner.h"

#include <QObject>

namespace arbscope {

class Banner;
class FollowPill;
class StatusLine;
class StoreSession;
class TradeFeed;
class TradeList;
class TradeTableModel;

/// Following the server shown: the list stays at its newest trade as trades come in, until a person scrolls away; then
/// the pill counts what came meanwhile and brings back.
class FollowFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        TradeFeed &feed;
        TradeTableModel &model;
        TradeList &list;
        Banner &banner;
        StatusLine &status;
    };
    explicit FollowFlow(const Parts &parts, QObject *parent = nullptr);

    void setFollowing(bool following);
    [[nodiscard]] bool staysAtNewest() const; ///< the list moves with the newest trade
    void showOrder(); ///< the list was turned round

signals:
    void followingChanged(bool following);

private:
    void restart();
    void resume();
    void showPlace();
    void showGrowth(qint64 trades);
    void showState();

    Parts m_parts;
    FollowRunner m_runner;
    FollowPill *m_pill;
    bool m_following = false;
    bool m_paused = false;
    qint64 m_new = 0; ///< since it was paused
};

} // namespace arbscope
