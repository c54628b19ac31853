// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/selectionkeeper.h"

#include "ui/list/tradelist.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/store/storesession.h"

#include <algorithm>
#include <utility>

namespace arbscope {

SelectionKeeper::SelectionKeeper(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.feed, &TradeFeed::aboutToReset, this, &SelectionKeeper::remember);
    connect(&parts.feed, &TradeFeed::reset, this, &SelectionKeeper::find);
    connect(&parts.feed, &TradeFeed::grownWithin, this, &SelectionKeeper::find); // while it is on the way
    connect(&parts.session, &StoreSession::stateChanged, this, &SelectionKeeper::forget);
    connect(&parts.feed, &TradeFeed::serverChanged, this, &SelectionKeeper::forget);
}

void SelectionKeeper::forget()
{
    ++m_generation;
    m_kept.reset();
    m_all = false;
}

void SelectionKeeper::remember()
{
    const qint64 selected = m_parts.list.selectedCount();
    if (m_kept && selected < 2)
        return; // those are still on their way
    forget();
    m_all = selected > 1 && selected == m_parts.model.rowCount();
    if (m_all || selected > MostKept || selected < 2) // a single one is the current one, and comes back as that
        return;
    auto move = std::make_shared<SelectionMove>();
    move->from = m_parts.feed.shownSource();
    move->total = m_parts.feed.total().value_or(0);
    move->newestId = m_parts.feed.newestId();
    for (const auto &[top, bottom] : m_parts.list.selectedRows()) {
        const int last = std::min(bottom, m_parts.model.lastIndexedRow());
        if (last < top)
            continue;
        const qint64 a = m_parts.model.rankOf(top);
        const qint64 b = m_parts.model.rankOf(last);
        move->ranks.emplace_back(std::min(a, b), std::max(a, b));
    }
    std::ranges::sort(move->ranks);
    m_kept = std::move(move);
}

void SelectionKeeper::find()
{
    if (std::exchange(m_all, false)) {
        m_parts.list.selectAll();
        return;
    }
    if (!m_kept || !m_parts.feed.server())
        return;
    ++m_generation;
    auto move = std::make_shared<SelectionMove>(*m_kept);
    move->to = m_parts.feed.shownSource();
    findOn(move);
}

void SelectionKeeper::findOn(const std::shared_ptr<SelectionMove> &move)
{
    m_parts.session.ask(
        this, [move](ReportStore &store, const std::stop_token &stop) { return moveOn(*move, store, stop); },
        [this, move, generation = m_generation](const Result<void> &done) {
            if (generation != m_generation)
                return;
            if (!done)
                forget(); // another answer tells of the error
            else if (move->isDone())
                select(*move);
            else
                findOn(move);
        });
}

void SelectionKeeper::select(SelectionMove &move)
{
    std::vector<std::pair<int, int>> rows;
    for (const auto &[first, last] : foundRanges(move)) {
        const int a = m_parts.model.rowOf(first);
        const int b = m_parts.model.rowOf(last);
        if (a >= 0 && b >= 0)
            rows.emplace_back(std::min(a, b), std::max(a, b));
    }
    std::ranges::sort(rows);
    forget();
    m_parts.list.selectRows(rows);
}

} // namespace arbscope
