// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "app/cli/failure.h"
#include "app/cli/table.h"

namespace arbscope {

enum class TradeListFormat { Table, JsonLines, Csv, Json };

/// Prints trades one below the other as they come; counts what cannot be read and what was changed for a spreadsheet.
class TradeList
{
public:
    TradeList(CommandContext &context, TradeListFormat format);
    void add(const QByteArray &server, const StoredTrade &trade, qint64 rank);
    void flush(); ///< at the end of a page
    [[nodiscard]] ExitStatus finish(); ///< says what there is to say

private:
    void addTableRow(const StoredTrade &trade, qint64 rank);

    CommandContext &m_context;
    TradeListFormat m_format;
    TextTable m_table;
    std::string m_text;
    qint64 m_count = 0;
    qint64 m_unreadable = 0;
    qint64 m_guarded = 0;
};

} // namespace arbscope
