// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compareflow.h"

#include "ui/compare/comparewindow.h"
#include "ui/list/tradelist.h"
#include "ui/marks/markbook.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/store/storesession.h"
#include "ui/text/displaytext.h"
#include "ui/text/errortext.h"
#include "ui/text/timedisplay.h"

#include <QInputDialog>
#include <QStatusBar>

#include <algorithm>

namespace arbscope {

namespace {

constexpr int MessageMs = 5000;

Result<TradePtr> read(ReportStore &store, const TradeName &name, const std::stop_token &stop)
{
    auto trades = store.trades(name.server, {name.orderId}, stop);
    if (!trades)
        return std::unexpected(trades.error());
    return std::make_shared<const StoredTrade>(std::move(trades->front()));
}

} // namespace

CompareFlow::CompareFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
{ }

void CompareFlow::compare()
{
    if (!m_parts.feed.server())
        return;
    std::vector<TradePtr> selected;
    const qint64 count = m_parts.list.selectedCount();
    if (count == 2 && m_parts.list.isSelectionLoaded()) {
        for (const auto &[top, bottom] : m_parts.list.selectedRows()) {
            for (int row = top; row <= bottom; ++row)
                selected.push_back(m_parts.model.trade(row));
        }
        fetch({*m_parts.feed.server(), selected[0]->orderId}, {*m_parts.feed.server(), selected[1]->orderId});
    } else if (count <= 1) {
        compareWithMarked();
    } else {
        m_parts.status.showMessage(tr("Select two trades to compare, or one and mark another."), MessageMs);
    }
}

void CompareFlow::compareWithMarked()
{
    const TradePtr trade = m_parts.list.currentTrade();
    if (!trade)
        return;
    const TradeName current{*m_parts.feed.server(), trade->orderId};
    std::vector<TradeName> marked;
    for (const auto &[name, mark] : m_parts.marks.marks()) {
        if (mark.marked && name != current)
            marked.push_back(name);
    }
    if (marked.empty())
        m_parts.status.showMessage(tr("Select two trades to compare, or one and mark another."), MessageMs);
    else if (marked.size() == 1)
        fetch(marked.front(), current);
    else
        askWhich(current, marked);
}

void CompareFlow::askWhich(const TradeName &current, const std::vector<TradeName> &marked)
{
    QStringList names;
    for (const TradeName &name : marked) {
        const Mark *mark = m_parts.marks.find(name);
        QString text = displayBytes(name.orderId, 60) + u" · " + displayBytes(name.server, 40);
        if (mark && !mark->note.isEmpty())
            text += u" · " + displayLine(mark->note, 60);
        names << text;
    }
    auto *dialog = new QInputDialog(&m_parts.window);
    dialog->setObjectName(QStringLiteral("compareWithDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Compare"));
    dialog->setLabelText(tr("Compare the current trade with this marked one:"));
    dialog->setOption(QInputDialog::UseListViewForComboBoxItems);
    dialog->setComboBoxItems(names);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, names, marked, current](const QString &chosen) {
        if (const qsizetype at = names.indexOf(chosen); at >= 0)
            fetch(marked[std::size_t(at)], current);
    });
    dialog->open();
}

void CompareFlow::fetch(const TradeName &first, const TradeName &second)
{
    if (m_parts.session.state() != StoreSession::State::Connected) {
        m_parts.status.showMessage(tr("The store is not connected."), MessageMs);
        return;
    }
    using Both = std::array<TradePtr, 2>;
    m_parts.session.ask(
        this,
        [first, second](ReportStore &store, const std::stop_token &stop) -> Result<Both> {
            const auto a = read(store, first, stop);
            if (!a)
                return std::unexpected(a.error());
            const auto b = read(store, second, stop);
            if (!b)
                return std::unexpected(b.error());
            return Both{*a, *b};
        },
        [this, first, second](const Result<Both> &trades) {
            if (!trades) {
                if (m_parts.session.target())
                    m_parts.status.showMessage(errorWords(trades.error(), m_parts.session.target()->url).title,
                                               MessageMs);
                return;
            }
            auto *window = new CompareWindow({first, second}, *trades, m_parts.times.format(), &m_parts.window);
            window->show();
            window->activateWindow();
        });
}

} // namespace arbscope
