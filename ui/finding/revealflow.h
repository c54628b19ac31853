// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QObject>

#include <optional>

class QStatusBar;

namespace arbscope {

class FilterFlow;
class FollowFlow;
class ListPage;
class MarksFlow;
class OrphanFeed;
class TradeAnalyst;
class TradeFeed;
class TradeList;
class TradeTableModel;
class VisitFlow;

/// Which trade of the list is the current one, unless a person moves there: the one asked for, as soon as it is read
/// and whatever hides it; else, when the list has changed, the one that was current before; else the first.
class RevealFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        TradeFeed &feed;
        OrphanFeed &orphans;
        TradeTableModel &model;
        TradeAnalyst &analyst;
        ListPage &page;
        FilterFlow &filter;
        MarksFlow &marks;
        FollowFlow &follow;
        VisitFlow &visits;
        QStatusBar &status;
    };
    explicit RevealFlow(const Parts &parts, QObject *parent = nullptr);

    /// Goes to a trade of any server. Where a filter hides it, a banner says so and offers to clear that.
    void show(const QByteArray &server, const QByteArray &orderId);
    void reveal(const QByteArray &server, const QByteArray &orderId); ///< the same; a filter is cleared
    void focusFirst(); ///< the list takes the focus with its first rows

signals:
    void serverWanted(const QByteArray &server); ///< the feed shows it by the time this returns

private:
    struct Wish
    {
        QByteArray orderId;
        bool byPerson; ///< else it was current before the list changed
        QDeadlineTimer until; ///< it may yet be found beside the index
    };
    void wish(const QByteArray &orderId, bool byPerson);
    void selectFirst();
    void find();
    void take(const QByteArray &orderId, std::optional<qint64> rank);
    void tellHidden(const QByteArray &orderId);
    void tellMissing();
    [[nodiscard]] bool isHiding() const;

    Parts m_parts;
    TradeList &m_list;
    std::optional<Wish> m_wish; ///< until it is found, or known not to be there
    QByteArray m_current; ///< order id of the trade shown last, on this server
    bool m_focusFirst = false;
};

} // namespace arbscope
