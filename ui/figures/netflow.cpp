// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/netflow.h"

#include "ui/figures/figuretext.h"
#include "ui/models/tradefeed.h"
#include "ui/text/displaytext.h"
#include "ui/text/sentence.h"
#include "ui/window/statusline.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <vector>

namespace arbscope {

namespace {

constexpr qint64 MostReadForIt = 10'000; // trades: some 25 MB, read once
constexpr std::size_t MostShown = 3; // quote assets; the others are in the tool tip

/// "+12.3400 EUR"
QString money(const std::string &quote, const Total &total, bool exact)
{
    const bool less = total.sum.isNegative();
    const Decimal magnitude = less ? -total.sum : total.sum;
    const QString asset = quote.empty() ? unknownText() : displayBytes(QByteArray::fromStdString(quote), 20);
    return QChar(less ? 0x2212 : u'+') + (exact ? QString::fromStdString(magnitude.text()) : amountText(magnitude))
        + u' ' + asset;
}

} // namespace

NetFlow::NetFlow(TradeAnalyst &analyst, const TradeFeed &feed, StatusLine &status, QObject *parent)
    : QObject(parent)
    , m_analyst(analyst)
    , m_feed(feed)
    , m_status(status)
{
    attach(false);
    connect(&m_analyst, &TradeAnalyst::progressed, this, &NetFlow::show);
    connect(&m_feed, &TradeFeed::serverChanged, this, [this] {
        attach(false);
        show();
    });
    connect(&m_feed, &TradeFeed::refreshed, this, &NetFlow::weigh);
    show();
}

void NetFlow::attach(bool isWorthReading)
{
    if (m_sink)
        m_analyst.detach(m_sink);
    m_nets.reset();
    m_sink = std::make_shared<NetSink>(isWorthReading, [flow = QPointer(this)](const Nets &nets) {
        if (flow)
            flow->m_nets = nets; // progressed() comes next
    });
    m_analyst.attach(m_sink);
}

void NetFlow::weigh()
{
    // Once read for it they stay so, however many come; while some are chosen the feed counts these only, and all are
    // read anyway.
    if (m_sink->isWorthReading() || m_feed.isChosen() || m_feed.total().value_or(MostReadForIt + 1) > MostReadForIt)
        return;
    attach(true);
}

void NetFlow::show()
{
    if (!m_feed.server()) {
        m_status.setNet({}, {});
        return;
    }
    if (!m_nets || !m_analyst.isSettled()) {
        m_status.setNet(tr("net %1").arg(unknownText()),
                        m_analyst.isIdle()
                            ? tr("The net of so many trades is added up while they are filtered, sorted, or shown in "
                                 "Statistics or Balances.")
                            : tr("Adding up what the trades shown earned after fees…"));
        return;
    }
    using Item = std::pair<std::string, Total>;
    std::vector<Item> items(m_nets->byQuote.begin(), m_nets->byQuote.end());
    std::ranges::stable_sort(items, std::greater(), [](const Item &item) { return item.second.n; });
    const QLocale locale;
    QStringList shown;
    QStringList lines{tr("What the trades shown earned after fees:")};
    for (const auto &[quote, total] : items) {
        if (std::size_t(shown.size()) < MostShown)
            shown << money(quote, total, false);
        lines << tr("%1 (n = %2)").arg(money(quote, total, true), locale.toString(qlonglong(total.n)));
    }
    if (items.size() > MostShown)
        shown << QStringLiteral("…");
    if (m_nets->unitTests > 0)
        lines << counted(m_nets->unitTests, tr("Without 1 test trade"), tr("Without %1 test trades"));
    m_status.setNet(tr("net %1").arg(shown.isEmpty() ? unknownText() : shown.join(u" · ")), lines.join(u'\n'));
}

} // namespace arbscope
