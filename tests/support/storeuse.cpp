// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storeuse.h"

#include "tests/support/livestore.h"

#include "core/store/storecheck.h"
#include "core/store/tradeexport.h"
#include "core/store/walk.h"

#include <QBuffer>

#include <algorithm>
#include <utility>

namespace arbscope::test {

namespace {

const QByteArray server("ams1");

Result<QByteArray> textOf(const Result<TradePage> &page)
{
    if (!page)
        return std::unexpected(page.error());
    QByteArray text = QByteArray::number(page->total);
    for (const StoredTrade &trade : page->trades)
        text += '\n' + trade.orderId + ' ' + trade.raw;
    return text;
}

Result<QByteArray> page(ReportStore &store)
{
    return textOf(store.pageByRank(server, 0, 99, TradeOrder::NewestFirst));
}

Result<QByteArray> pageByClock(ReportStore &store)
{
    return textOf(store.pageByClock(server, 0, 2e9, 1, 99, TradeOrder::OldestFirst));
}

Result<QByteArray> trade(ReportStore &store)
{
    const auto trade = store.trade(server, "id-000001");
    if (!trade)
        return std::unexpected(trade.error());
    return *trade ? (*trade)->raw : QByteArray("none");
}

Result<QByteArray> servers(ReportStore &store)
{
    QByteArrayList names;
    const auto listed = store.servers([&](const std::vector<ServerSummary> &found) {
        for (const ServerSummary &summary : found)
            names << QByteArray(summary.name + ' ' + QByteArray::number(summary.reports) + ' '
                                + QByteArray::number(summary.indexed));
    });
    if (!listed)
        return std::unexpected(listed.error());
    std::ranges::sort(names);
    return names.join('\n');
}

Result<QByteArray> walk(ReportStore &store)
{
    const auto session = store.connection();
    if (!session)
        return std::unexpected(session.error());
    QByteArray text;
    const auto walked = walkTrades(**session, server, {.pageSize = 2}, [&](const WalkPage &page, qint64, qint64) {
        for (const WalkPage::Entry &entry : page.entries)
            text += entry.orderId + ' ' + QByteArray(entry.raw.data(), qsizetype(entry.raw.size())) + '\n';
        return true;
    });
    return walked ? Result<QByteArray>(text) : std::unexpected(walked.error());
}

Result<QByteArray> exported(ReportStore &store)
{
    const auto session = store.connection();
    if (!session)
        return std::unexpected(session.error());
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const auto done = exportTradesTo(**session, {}, out);
    if (!done)
        return std::unexpected(done.error().store.value_or(RedisError()));
    return out.data();
}

Result<QByteArray> checked(ReportStore &store)
{
    const auto session = store.connection();
    if (!session)
        return std::unexpected(session.error());
    QByteArray text;
    CheckOptions options;
    options.settle = std::chrono::milliseconds(0);
    const auto result = checkServer(**session, server, options, [&](const Finding &finding) {
        text += finding.orderId + ' ' + finding.message().toUtf8() + '\n';
    });
    if (!result)
        return std::unexpected(result.error());
    return text + QByteArray::number(result->entries) + ' ' + QByteArray::number(result->reports);
}

constexpr StoreUse uses[] = {{"page", page}, {"page by clock", pageByClock}, {"trade", trade},  {"servers", servers},
                             {"walk", walk}, {"export", exported},           {"check", checked}};

} // namespace

std::span<const StoreUse> storeUses()
{
    return uses;
}

void fillForUses(LiveStore &live)
{
    live.create(sampleReports(QStringLiteral("ams1"), 3));
    live.call({"ZADD", "execution_report_sorted:ams1", "5", "ghost"}); // a nil among the bodies
    live.put("ams1", "orphan", "{");
}

} // namespace arbscope::test
