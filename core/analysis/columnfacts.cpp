// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/columnfacts.h"

namespace arbscope {

ReadableRows::ReadableRows(const TradeTable &table)
    : m_verdicts(columnOf<DictionaryColumn>(table, "verdict"))
{
    for (const std::string_view text : m_verdicts.texts())
        m_isReport.push_back(text == verdictName(Verdict::Valid) || text == verdictName(Verdict::Coerced));
}

BoughtOn::BoughtOn(const TradeTable &table)
    : m_kinds(columnOf<DictionaryColumn>(table, "kind"))
{
    for (const std::string_view text : m_kinds.texts())
        m_bought.push_back(text == "buy_1_sell_2" ? 1 : text == "buy_2_sell_1" ? 2 : 0);
}

Outcomes::Outcomes(const TradeTable &table)
    : m_closed(columnOf<FloatColumn>(table, "closed_at"))
    , m_succeeded(columnOf<FloatColumn>(table, "succeed_at"))
    , m_failed(columnOf<FloatColumn>(table, "failed_at"))
{ }

} // namespace arbscope
