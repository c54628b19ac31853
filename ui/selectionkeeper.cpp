// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selectionkeeper.h"

#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/views/tradelist.h"

#include <utility>

namespace arbscope {

SelectionKeeper::SelectionKeeper(TradeFeed &feed, const TradeTableModel &model, TradeList &list, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_model(model)
    , m_list(list)
{
    connect(&feed, &TradeFeed::aboutToReset, this, &SelectionKeeper::remember);
    connect(&feed, &TradeFeed::reset, this, &SelectionKeeper::find);
    connect(&feed, &TradeFeed::ranksFound, this, &SelectionKeeper::select);
    connect(&feed, &TradeFeed::serverChanged, this, [this] {
        m_ids.clear();
        m_all = false;
    });
}

void SelectionKeeper::remember()
{
    const qint64 selected = m_list.selectedCount();
    m_all = selected > 1 && selected == m_model.rowCount();
    if (m_all || selected > MostKept || selected < 2) { // a single one is the current one, and comes back as that
        m_ids.clear();
        return;
    }
    m_ids.clear();
    for (const auto &[top, bottom] : m_list.selectedRows()) {
        for (int row = top; row <= bottom; ++row) {
            if (const QByteArray id = m_feed.orderId(m_model.rankOf(row)); !id.isEmpty())
                m_ids.push_back(id);
        }
    }
}

void SelectionKeeper::find()
{
    if (std::exchange(m_all, false))
        m_list.selectAll();
    else if (!m_ids.empty())
        m_feed.findRanks(m_ids);
}

void SelectionKeeper::select(const std::vector<qint64> &ranks)
{
    std::vector<int> rows;
    for (const qint64 rank : ranks) {
        if (const int row = m_model.rowOf(rank); row >= 0)
            rows.push_back(row);
    }
    m_list.selectRows(rows);
}

} // namespace arbscope
