// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/copying/copyflow.h"

#include "ui/copying/copytask.h"
#include "ui/list/tradelist.h"
#include "ui/models/orphanfeed.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/store/storesession.h"
#include "ui/tasks/taskstrip.h"
#include "ui/text/errortext.h"
#include "ui/text/sentence.h"
#include "ui/text/timedisplay.h"
#include "ui/widgets/banner.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QStatusBar>

#include <algorithm>

namespace arbscope {

namespace {

constexpr qint64 CopiedAtOnce = 300; ///< take some milliseconds
constexpr int MessageMs = 5000;

void setClipboard(const QString &lines, qint64 trades, QStatusBar &status)
{
    QGuiApplication::clipboard()->setText(lines);
    status.showMessage(counted(trades, CopyFlow::tr("Copied 1 trade"), CopyFlow::tr("Copied %1 trades")), MessageMs);
}

/// Trades by their places in a list, in this order, and by their order ids.
struct WholeRequest
{
    FeedSource source;
    std::vector<qint64> ranks;
    std::vector<QByteArray> orphans;
};

Result<std::vector<TradePtr>> readWhole(ReportStore &store, const WholeRequest &request, const std::stop_token &stop)
{
    std::vector<TradePtr> all;
    for (std::size_t at = 0; at < request.ranks.size();) {
        // As far as the ranks follow one another, either way.
        std::size_t end = at + 1;
        const qint64 step = end < request.ranks.size() && request.ranks[end] < request.ranks[at] ? -1 : 1;
        while (end < request.ranks.size() && request.ranks[end] == request.ranks[end - 1] + step)
            ++end;
        const qint64 a = request.ranks[at];
        const qint64 b = request.ranks[end - 1];
        auto page = readFeedPage(store, request.source, std::min(a, b), std::max(a, b), stop);
        if (!page)
            return std::unexpected(page.error());
        if (step < 0)
            std::ranges::reverse(page->trades);
        all.insert(all.end(), page->trades.begin(), page->trades.end());
        at = end;
    }
    if (request.orphans.empty())
        return all;
    auto trades = store.trades(request.source.server, request.orphans, stop);
    if (!trades)
        return std::unexpected(trades.error());
    for (StoredTrade &trade : *trades)
        all.push_back(std::make_shared<const StoredTrade>(std::move(trade)));
    return all;
}

} // namespace

CopyFlow::CopyFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{ }

void CopyFlow::copySelection(bool withHeader)
{
    const qint64 selected = m_parts.list.selectedCount();
    const bool connected = m_parts.session.state() == StoreSession::State::Connected;
    if (selected == 0)
        return;
    if (selected > MostTrades)
        refuse(tr("%1 trades are selected; at most %2 can be copied.")
                   .arg(QLocale().toString(selected), QLocale().toString(MostTrades)));
    else if (!connected || (selected <= CopiedAtOnce && m_parts.list.isSelectionLoaded()))
        copyLoaded(withHeader, selected);
    else
        copyAll(withHeader);
}

void CopyFlow::refuse(const QString &text)
{
    m_parts.banner.showMessage(Banner::Kind::Warning, text, tr("An export takes all of them."),
                               {{tr("Export…"), [this] {
                                     m_parts.banner.hide();
                                     emit exportRequested();
                                 }}});
}

void CopyFlow::copyWhole(TradeTextKind kind)
{
    const qint64 selected = m_parts.list.selectedCount();
    if (selected == 0 || !m_parts.feed.server())
        return;
    if (selected > MostWhole) {
        refuse(tr("%1 trades are selected; at most %2 can be copied whole.")
                   .arg(QLocale().toString(selected), QLocale().toString(MostWhole)));
        return;
    }
    std::vector<TradePtr> trades;
    WholeRequest request{m_parts.feed.source(), {}, {}};
    const int indexed = m_parts.model.lastIndexedRow() + 1;
    for (const auto &[top, bottom] : m_parts.list.selectedRows()) {
        for (int row = top; row <= bottom; ++row) {
            if (TradePtr trade = m_parts.model.trade(row))
                trades.push_back(std::move(trade));
            if (row < indexed)
                request.ranks.push_back(m_parts.model.rankOf(row));
            else
                request.orphans.push_back(m_parts.orphans.orderId(row - indexed));
        }
    }
    if (qint64(trades.size()) == selected) {
        setWhole(kind, trades);
        return;
    }
    if (m_parts.session.state() != StoreSession::State::Connected) {
        m_parts.status.showMessage(tr("Nothing was copied: the selected trades have not been read"), MessageMs);
        return;
    }
    m_parts.session.ask(
        this, [request](ReportStore &store, const std::stop_token &stop) { return readWhole(store, request, stop); },
        [this, kind](const Result<std::vector<TradePtr>> &read) {
            if (read)
                setWhole(kind, *read);
            else if (m_parts.session.target())
                m_parts.status.showMessage(
                    tr("Nothing was copied: %1").arg(errorWords(read.error(), m_parts.session.target()->url).title));
        });
}

void CopyFlow::setWhole(TradeTextKind kind, const std::vector<TradePtr> &trades)
{
    const qint64 copied = countAs(kind, trades);
    if (copied == 0) {
        m_parts.status.showMessage(tr("Nothing was copied: the trade cannot be read"), MessageMs);
        return;
    }
    setClipboard(tradesAs(kind, trades, m_parts.times.format()), copied, m_parts.status);
    if (const qint64 left = qint64(trades.size()) - copied; left > 0)
        m_parts.status.showMessage(tr("Copied %1 trades; %2 cannot be read and were left out")
                                       .arg(QLocale().toString(copied), QLocale().toString(left)),
                                   MessageMs);
}

void CopyFlow::copyCell()
{
    const QModelIndex cell = m_parts.list.currentIndex();
    if (!cell.isValid() || !m_parts.list.currentTrade())
        return;
    QGuiApplication::clipboard()->setText(cell.data(TradeTableModel::ExactRole).toString());
    m_parts.status.showMessage(tr("Copied the cell"), MessageMs);
}

/// What is here: all that there is while the store is not.
void CopyFlow::copyLoaded(bool withHeader, qint64 selected)
{
    const QString lines = m_parts.list.selectedText(withHeader);
    const qint64 copied = lines.isEmpty() ? 0 : lines.count(u'\n') + (withHeader ? 0 : 1);
    if (copied == 0) {
        m_parts.status.showMessage(tr("Nothing was copied: the selected trades have not been read"), MessageMs);
        return;
    }
    setClipboard(lines, copied, m_parts.status);
    if (copied < selected)
        m_parts.status.showMessage(tr("Copied the %1 of %2 selected trades that have been read; the store is not "
                                      "connected")
                                       .arg(QLocale().toString(copied), QLocale().toString(selected)));
}

void CopyFlow::copyAll(bool withHeader)
{
    CopyRequest request;
    request.source = m_parts.feed.source();
    request.order = m_parts.model.rankOrder();
    request.total = m_parts.feed.total().value_or(0);
    request.newestId = m_parts.feed.newestId();
    request.columns = m_parts.list.shownColumns();
    request.format = m_parts.times.format();
    if (withHeader)
        request.header = m_parts.list.headerText();
    const int indexed = m_parts.model.lastIndexedRow() + 1;
    for (const auto &[top, bottom] : m_parts.list.selectedRows()) {
        if (top < indexed) {
            const qint64 a = m_parts.model.rankOf(top);
            const qint64 b = m_parts.model.rankOf(std::min(bottom, indexed - 1));
            request.ranks.push_back({std::min(a, b), std::max(a, b)});
        }
        for (int row = std::max(top, indexed); row <= bottom; ++row)
            request.orphans.push_back(m_parts.orphans.orderId(row - indexed));
    }
    auto *task = new CopyTask(m_parts.session, std::move(request), this);
    connect(task, &CopyTask::copied, this,
            [this](const QString &lines, qint64 trades) { setClipboard(lines, trades, m_parts.status); });
    connect(task, &CopyTask::tooLong, this, [this] { refuse(tr("The selected trades are too long to be copied.")); });
    connect(task, &CopyTask::listChanged, this, [this] {
        m_parts.status.showMessage(tr("Nothing was copied: trades came in between meanwhile; please copy again"));
    });
    connect(task, &CopyTask::failed, this, [this](const RedisError &error) {
        m_parts.status.showMessage(
            tr("Nothing was copied: %1")
                .arg(errorWords(error, m_parts.session.target() ? m_parts.session.target()->url : RedisUrl()).title));
    });
    m_parts.tasks.add(task);
}

} // namespace arbscope
