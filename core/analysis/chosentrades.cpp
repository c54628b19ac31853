// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chosentrades.h"

#include "core/analysis/filterrun.h"
#include "core/report/bytesview.h"
#include "core/report/schema.h"
#include "core/store/reportstore.h"
#include "core/store/tradeplaces.h"

#include <limits>
#include <numeric>

namespace arbscope {

namespace {

RedisError stopped()
{
    return {.code = RedisErrorCode::Cancelled, .detail = {}, .command = {}, .key = {}};
}

} // namespace

Result<std::shared_ptr<const OrderIdList>> chooseTrades(ReportStore &store, const QByteArray &server,
                                                        std::vector<QByteArray> orderIds, const FilterPart &filter,
                                                        const std::vector<SortKey> &keys, const std::stop_token &stop)
{
    const auto session = store.connection(stop);
    if (!session)
        return std::unexpected(session.error());
    const auto scores = scoresOf(**session, server, orderIds, stop);
    if (!scores)
        return std::unexpected(scores.error());
    const auto trades = store.trades(server, std::move(orderIds), stop);
    if (!trades)
        return std::unexpected(trades.error());
    std::vector<FieldId> members(MemberCount);
    std::iota(members.begin(), members.end(), 0);
    TradeTable table(members);
    for (std::size_t i = 0; i < trades->size(); ++i) {
        const StoredTrade &trade = (*trades)[i];
        const std::optional<double> score = (*scores)[i];
        if (!trade.present && !score)
            continue; // not in the store any more
        const std::string_view raw = viewOf(trade.raw);
        table.append(viewOf(trade.orderId), score.value_or(std::numeric_limits<double>::quiet_NaN()),
                     trade.present ? std::optional(raw) : std::nullopt);
    }
    std::vector<Row> rows;
    if (filter) {
        if (!FilterRun(table, filter).run(0, table.rows(), rows, stop))
            return std::unexpected(stopped());
    } else {
        rows.resize(table.rows());
        std::iota(rows.begin(), rows.end(), Row(0));
    }
    if (!sortRows(table, rows, keys, stop))
        return std::unexpected(stopped());
    return std::make_shared<const OrderIdList>(table, rows, keys.empty() ? ListOrder::ByTime : ListOrder::Sorted);
}

} // namespace arbscope
