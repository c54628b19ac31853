// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/netsink.h"

#include "core/analysis/columnfacts.h"

#include <utility>

namespace arbscope {

NetSink::NetSink(bool isWorthReading, Show show)
    : m_isWorthReading(isWorthReading)
    , m_show(std::move(show))
{ }

void NetSink::clear()
{
    m_ids = {};
    m_sums = {};
    m_unitTests = 0;
}

bool NetSink::add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop)
{
    if (!table.derive(fieldId("net"), stop))
        return false;
    const ReadableRows readable(table);
    const auto &unitTest = std::get<FlagColumn>(table.column(fieldId("unit_test")));
    const auto &net = std::get<NumberColumn>(table.column(fieldId("net")));
    ColumnIds quote(std::get<DictionaryColumn>(table.column(fieldId("asset_2"))), m_ids);
    for (const Row row : rows) {
        if (!readable.at(row))
            continue;
        if (unitTest.at(row).value_or(false))
            ++m_unitTests;
        else if (net.exponents()[row] != NumberColumn::Unknown)
            m_sums[quote.at(row)].add(net, row);
    }
    return true;
}

std::function<void()> NetSink::deliver()
{
    Nets nets{.byQuote = {}, .unitTests = m_unitTests};
    for (const auto &[id, sum] : m_sums.entries()) {
        if (sum.n() > 0)
            nets.byQuote[m_ids.text(std::uint32_t(id))] = {.n = sum.n(), .sum = sum.sum()};
    }
    return [show = m_show, nets = std::move(nets)] { show(nets); };
}

} // namespace arbscope
