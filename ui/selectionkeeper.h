// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <vector>

namespace arbscope {

class TradeFeed;
class TradeList;
class TradeTableModel;

/// Selects the same trades again, by their order ids, when the list has got others or another order.
class SelectionKeeper final : public QObject
{
    Q_OBJECT
public:
    /// More selected trades than this are looked for only when all of them were selected, or not at all.
    static constexpr qint64 MostKept = 1000;

    SelectionKeeper(TradeFeed &feed, const TradeTableModel &model, TradeList &list, QObject *parent = nullptr);

private:
    void remember();
    void find();
    void select(const std::vector<qint64> &ranks);

    TradeFeed &m_feed;
    const TradeTableModel &m_model;
    TradeList &m_list;
    std::vector<QByteArray> m_ids;
    bool m_all = false;
};

} // namespace arbscope
