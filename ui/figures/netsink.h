// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/exactsum.h"
#include "core/analysis/flatmap.h"
#include "core/analysis/statistics.h"
#include "core/analysis/textids.h"
#include "ui/analysis/tradeanalyst.h"

#include <functional>
#include <map>
#include <string>

namespace arbscope {

/// What trades earned after fees, by quote asset; without those that tests wrote.
struct Nets
{
    std::map<std::string, Total> byQuote; ///< those with a known net only
    std::int64_t unitTests = 0; ///< left out
};

/// Adds up the net of the trades chosen, exactly.
class NetSink final : public AnalystSink
{
public:
    using Show = std::function<void(const Nets &)>; ///< called on the window's thread
    NetSink(bool isWorthReading, Show show);

    void clear() override;
    [[nodiscard]] bool add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop) override;
    [[nodiscard]] std::function<void()> deliver() override;
    [[nodiscard]] bool isWorthReading() const override { return m_isWorthReading; }

private:
    const bool m_isWorthReading;
    const Show m_show;
    TextIds m_ids;
    FlatMap<ExactSum> m_sums; ///< by the quote asset's id
    std::int64_t m_unitTests = 0;
};

} // namespace arbscope
