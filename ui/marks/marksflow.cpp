// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks/marksflow.h"

#include "core/analysis/chosentrades.h"
#include "ui/list/tradelist.h"
#include "ui/marks/markbook.h"
#include "ui/marks/markgutter.h"
#include "ui/marks/markwork.h"
#include "ui/models/orphanfeed.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/store/storeflow.h"
#include "ui/store/storesession.h"
#include "ui/text/displaytext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/banner.h"

#include <QInputDialog>
#include <QLocale>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStatusBar>

#include <algorithm>

namespace arbscope {

namespace {

constexpr int MessageMs = 5000;
constexpr qint64 LoadedAtOnce = 300; ///< rows whose order ids are looked up here

} // namespace

MarksFlow::MarksFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
{
    connect(&m_parts.session, &StoreSession::stateChanged, this, &MarksFlow::showStore);
    connect(&m_parts.list.gutter(), &MarkGutter::clicked, this, &MarksFlow::toggleRow);
    connect(&m_parts.book, &MarkBook::changed, this, [this] {
        m_parts.list.gutter().viewport()->update();
        if (m_only)
            choose();
    });
    connect(&m_parts.book, &MarkBook::told, this, [this](const QString &text, const QString &detail) {
        m_parts.notice.showMessage(Banner::Kind::Warning, text, detail);
    });
    connect(&m_parts.feed, &TradeFeed::serverChanged, this, [this] {
        m_chosen.reset();
        setOnlyMarked(false);
    });
}

void MarksFlow::showStore()
{
    const auto &target = m_parts.session.target();
    m_parts.book.open(target ? target->display() : QString(), target && !m_parts.stores.isPrivate());
}

void MarksFlow::tell(const QString &text)
{
    m_parts.status.showMessage(text, MessageMs);
}

void MarksFlow::tellFailure(const RedisError &error)
{
    if (m_parts.session.target())
        tell(errorWords(error, m_parts.session.target()->url).title);
}

bool MarksFlow::isConnected()
{
    if (m_parts.session.state() == StoreSession::State::Connected)
        return true;
    tell(tr("The store is not connected."));
    return false;
}

void MarksFlow::toggleRow(int row)
{
    if (const TradePtr trade = m_parts.model.trade(row); trade && m_parts.feed.server())
        toggleTrades({trade->orderId});
}

void MarksFlow::toggle()
{
    const qint64 selected = m_parts.list.selectedCount();
    if (selected == 0 || !m_parts.feed.server())
        return;
    const QLocale locale;
    if (selected > MostAtOnce) {
        tell(tr("%1 trades are selected; at most %2 are marked at once.")
                 .arg(locale.toString(selected), locale.toString(MostAtOnce)));
        return;
    }
    std::vector<QByteArray> ids;
    if (selected <= LoadedAtOnce && m_parts.list.isSelectionLoaded()) {
        for (const auto &[top, bottom] : m_parts.list.selectedRows()) {
            for (int row = top; row <= bottom; ++row)
                ids.push_back(m_parts.model.trade(row)->orderId);
        }
        toggleTrades(ids);
        return;
    }
    if (!isConnected())
        return;
    RankRanges ranks{m_parts.feed.source(), {}, m_parts.feed.total().value_or(0), m_parts.feed.newestId()};
    const int indexed = m_parts.model.lastIndexedRow() + 1;
    for (const auto &[top, bottom] : m_parts.list.selectedRows()) {
        if (top < indexed) {
            const qint64 a = m_parts.model.rankOf(top);
            const qint64 b = m_parts.model.rankOf(std::min(bottom, indexed - 1));
            ranks.ranges.emplace_back(std::min(a, b), std::max(a, b));
        }
        for (int row = std::max(top, indexed); row <= bottom; ++row)
            ids.push_back(m_parts.orphans.orderId(row - indexed));
    }
    m_parts.session.ask(
        this, [ranks](ReportStore &store, const std::stop_token &stop) { return readOrderIds(store, ranks, stop); },
        [this, ids = std::move(ids),
         server = *m_parts.feed.server()](const Result<std::optional<std::vector<QByteArray>>> &read) mutable {
            if (!read) {
                tellFailure(read.error());
            } else if (!*read || m_parts.feed.server() != server) {
                tell(tr("Nothing was marked: trades came in between meanwhile; please mark again"));
            } else {
                ids.insert(ids.end(), (*read)->begin(), (*read)->end());
                toggleTrades(ids);
            }
        });
}

void MarksFlow::toggleTrades(const std::vector<QByteArray> &orderIds)
{
    std::vector<TradeName> trades;
    trades.reserve(orderIds.size());
    for (const QByteArray &id : orderIds)
        trades.push_back({*m_parts.feed.server(), id});
    const bool allMarked = std::ranges::all_of(trades, [this](const TradeName &trade) {
        const Mark *mark = m_parts.book.find(trade);
        return mark && mark->marked;
    });
    m_parts.book.setMarked(trades, !allMarked);
}

void MarksFlow::editNote()
{
    const TradePtr trade = m_parts.list.currentTrade();
    if (!trade || !m_parts.feed.server())
        return;
    const TradeName name{*m_parts.feed.server(), trade->orderId};
    const Mark *mark = m_parts.book.find(name);
    auto *dialog = new QInputDialog(&m_parts.window);
    dialog->setObjectName(QStringLiteral("noteDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setWindowTitle(tr("Note"));
    dialog->setLabelText(tr("Note on trade %1 (kept on this computer only):").arg(displayBytes(trade->orderId, 60)));
    dialog->setTextValue(mark ? mark->note : QString());
    dialog->resize(460, 240);
    if (auto *edit = dialog->findChild<QPlainTextEdit *>())
        edit->setTabChangesFocus(true); // else no key would lead out of it but Escape
    const auto *done = new QShortcut(Qt::CTRL | Qt::Key_Return, dialog); // Return begins a line
    connect(done, &QShortcut::activated, dialog, &QDialog::accept);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, name](const QString &text) { m_parts.book.setNote(name, text.trimmed()); });
    dialog->open();
}

void MarksFlow::step(int direction)
{
    if (!m_parts.feed.server() || !isConnected())
        return;
    const std::vector<QByteArray> ids = m_parts.book.markedOrNoted(*m_parts.feed.server());
    if (ids.empty()) {
        tell(tr("No trade of this server is marked. Marks › Mark marks one."));
        return;
    }
    m_parts.session.ask(
        this,
        [source = m_parts.feed.source(), ids](ReportStore &store, const std::stop_token &stop) {
            return readRanks(store, source, ids, stop);
        },
        [this, direction, server = *m_parts.feed.server()](const auto &ranks) {
            if (!ranks)
                tellFailure(ranks.error());
            else if (m_parts.feed.server() == server)
                goToMark(direction, *ranks);
        });
}

void MarksFlow::goToMark(int direction, const std::map<QByteArray, std::optional<qint64>> &ranks)
{
    std::vector<int> rows;
    for (const auto &[id, rank] : ranks) {
        const int row = rank ? m_parts.model.rowOf(*rank) : m_parts.model.rowBeside(id);
        if (row >= 0)
            rows.push_back(row);
    }
    if (rows.empty()) {
        tell(tr("No marked trade is in this list."));
        return;
    }
    std::ranges::sort(rows);
    const int current = m_parts.list.currentIndex().row();
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(rows, current);
        if (next == rows.end())
            tell(tr("Last mark: went on at the top"));
        m_parts.list.goToRow(next == rows.end() ? rows.front() : *next);
    } else {
        const auto next = std::ranges::lower_bound(rows, current);
        if (next == rows.begin())
            tell(tr("First mark: went on at the bottom"));
        m_parts.list.goToRow(next == rows.begin() ? rows.back() : *std::prev(next));
    }
}

void MarksFlow::takeChosen(const std::shared_ptr<const OrderIdList> &trades)
{
    m_chosen = trades;
    const TradeChoice &choice = m_parts.analyst.choice();
    if (!m_only)
        m_parts.feed.choose(trades);
    else if (choice.filter != m_choice.filter || choice.keys != m_choice.keys)
        choose();
}

void MarksFlow::setOnlyMarked(bool only)
{
    if (only && (!m_parts.feed.server() || m_parts.book.markedCount(*m_parts.feed.server()) == 0)) {
        if (m_parts.feed.server())
            tell(tr("No trade of this server is marked. Marks › Mark marks one."));
        only = false;
    }
    const bool was = std::exchange(m_only, only);
    ++m_generation;
    if (only)
        choose();
    else if (was && m_parts.feed.server())
        m_parts.feed.choose(m_chosen);
    emit onlyMarkedChanged(only);
}

void MarksFlow::choose()
{
    const std::vector<QByteArray> ids = m_parts.book.marked(*m_parts.feed.server());
    if (ids.empty()) {
        setOnlyMarked(false); // the last one was unmarked
        return;
    }
    m_choice = m_parts.analyst.choice();
    m_parts.session.ask(
        this,
        [server = *m_parts.feed.server(), ids, choice = m_choice](ReportStore &store, const std::stop_token &stop) {
            return chooseTrades(store, server, ids, choice.filter, choice.keys, stop);
        },
        [this, generation = ++m_generation](const Result<std::shared_ptr<const OrderIdList>> &trades) {
            if (generation != m_generation)
                return;
            if (trades)
                m_parts.feed.choose(*trades);
            else
                tellFailure(trades.error());
        });
}

} // namespace arbscope
