// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/statisticsrun.h"
#include "ui/analysis/tradeanalyst.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace arbscope {

using FigureGroups = std::map<std::string, Statistics>; ///< by group; without groups one of the name ""

/// Adds up the figures of the trades chosen. For one server and one way of grouping: for others there is another one.
class StatisticsSink final : public AnalystSink
{
public:
    using Show = std::function<void(const std::shared_ptr<const FigureGroups> &)>;
    /// `show` is called on the window's thread.
    StatisticsSink(StatisticsOptions options, QByteArray server, Show show);

    void clear() override;
    [[nodiscard]] bool add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop) override;
    [[nodiscard]] std::function<void()> deliver() override;

private:
    const StatisticsOptions m_options;
    const QByteArray m_server;
    const Show m_show;
    StatisticsRun m_run;
};

} // namespace arbscope
