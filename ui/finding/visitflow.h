// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/marks/mark.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace arbscope {

class TradeFeed;
class TradeList;

/// The trades that a person has looked at, across servers, to go back to and forth again. One that was only passed on
/// the way (for less than half a second, row by row) is none of them.
class VisitFlow final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t MostKept = 200;

    VisitFlow(TradeFeed &feed, TradeList &list, QObject *parent = nullptr);

    void step(int direction); ///< -1: back, 1: forth
    void expect(const TradeName &trade); ///< the window goes there: what it passes on the way was not looked at
    void clear(); ///< another store
    [[nodiscard]] bool canStep(int direction) const;

signals:
    void changed(); ///< canStep()
    void tradeWanted(const QByteArray &server, const QByteArray &orderId);

private:
    void look();
    void keep(); ///< the one looked at

    TradeFeed &m_feed;
    TradeList &m_list;
    std::vector<TradeName> m_visits;
    std::size_t m_at = 0; ///< in m_visits: where the person is
    std::optional<TradeName> m_seen; ///< looked at, not kept yet
    int m_seenRow = -1;
    std::optional<TradeName> m_expected;
    QDeadlineTimer m_expectedUntil;
    QTimer m_timer;
};

} // namespace arbscope
