// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/statisticssink.h"

#include "core/report/bytesview.h"

#include <utility>

namespace arbscope {

StatisticsSink::StatisticsSink(StatisticsOptions options, QByteArray server, Show show)
    : m_options(std::move(options))
    , m_server(std::move(server))
    , m_show(std::move(show))
    , m_run(m_options)
{ }

void StatisticsSink::clear()
{
    m_run = StatisticsRun(m_options);
}

bool StatisticsSink::add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop)
{
    return m_run.add(table, viewOf(m_server), rows, stop);
}

std::function<void()> StatisticsSink::deliver()
{
    auto groups = m_run.result();
    if (groups.empty() && m_options.groupBy == GroupBy::Nothing)
        groups.try_emplace({}); // nothing is a result, too
    return [show = m_show, groups = std::make_shared<const FigureGroups>(std::move(groups))] { show(groups); };
}

} // namespace arbscope
