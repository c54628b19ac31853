// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tradefacts.h"
#include "core/analysis/tradetable.h"

#include <string_view>
#include <vector>

namespace arbscope {

template <class Column> [[nodiscard]] const Column &columnOf(const TradeTable &table, std::string_view name)
{
    return std::get<Column>(table.column(fieldId(name)));
}

// What tradefacts.h tells of a report, told of the rows that a table has now.

/// Which rows are reports, valid or coerced.
class ReadableRows
{
public:
    explicit ReadableRows(const TradeTable &table);
    [[nodiscard]] bool at(Row row) const { return m_isReport[m_verdicts.codes()[row]] != 0; }

private:
    const DictionaryColumn &m_verdicts;
    std::vector<std::uint8_t> m_isReport; ///< by code
};

/// Which exchange was bought on: 1, 2 or, of another kind, 0.
class BoughtOn
{
public:
    explicit BoughtOn(const TradeTable &table);
    [[nodiscard]] int at(Row row) const
    {
        const std::uint32_t code = m_kinds.codes()[row];
        return code == DictionaryColumn::Unknown ? 0 : m_bought[code];
    }

private:
    const DictionaryColumn &m_kinds;
    std::vector<int> m_bought; ///< by code
};

class Outcomes
{
public:
    explicit Outcomes(const TradeTable &table);
    [[nodiscard]] Outcome at(Row row) const
    {
        return outcomeOf(m_closed.isKnown(row), m_succeeded.isKnown(row), m_failed.isKnown(row));
    }

private:
    const FloatColumn &m_closed;
    const FloatColumn &m_succeeded;
    const FloatColumn &m_failed;
};

} // namespace arbscope
