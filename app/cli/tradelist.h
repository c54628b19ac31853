// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "app/cli/failure.h"
#include "app/cli/table.h"

namespace arbscope {

enum class TradeListFormat { Table, JsonLines, Csv, Json };

/// Of --format and --json; throws CommandFailure when they make no sense.
[[nodiscard]] TradeListFormat tradeListFormat(const CommandContext &context);

/// Prints trades one below the other as they come; counts what cannot be read and what was changed for a spreadsheet.
class TradeList
{
public:
    enum class Ranks { Shown, None }; ///< None: trades as they come, which are no list of the store's

    TradeList(CommandContext &context, TradeListFormat format, Ranks ranks = Ranks::Shown);
    /// `rank`: its place in the list, where ranks are shown.
    void add(const QByteArray &server, const StoredTrade &trade, std::optional<qint64> rank = {});
    void flush(); ///< at the end of a page
    [[nodiscard]] ExitStatus finish(); ///< says what there is to say

private:
    void addTableRow(const StoredTrade &trade, std::optional<qint64> rank);

    CommandContext &m_context;
    TradeListFormat m_format;
    TextTable m_table;
    std::string m_text;
    Ranks m_ranks;
    qint64 m_count = 0;
    qint64 m_unreadable = 0;
    qint64 m_guarded = 0;
};

} // namespace arbscope
