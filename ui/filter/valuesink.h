// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analysis/tradeanalyst.h"

#include <QStringList>

#include <functional>
#include <map>
#include <vector>

namespace arbscope {

/// The texts that fields have, the most frequent first.
using FieldValues = std::map<FieldId, QStringList>;

/// Counts the texts in the whole of the analyst's table, whatever is chosen of it. Where memory does not hold all
/// trades, those of the part that it does hold.
class ValueSink final : public AnalystSink
{
public:
    static constexpr std::size_t MostValues = 200; ///< of a field
    static constexpr std::size_t LongestValue = 100; ///< bytes; longer ones are not chosen from a list
    using Show = std::function<void(const FieldValues &)>; ///< called on the window's thread
    explicit ValueSink(Show show);

    void clear() override { } // other trades are chosen: those in the table stay what they are
    [[nodiscard]] bool add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop) override;
    [[nodiscard]] std::function<void()> deliver() override;
    [[nodiscard]] bool isWorthReading() const override { return false; }

private:
    struct Counted
    {
        std::vector<std::uint64_t> counts; ///< by the dictionary's code
        std::vector<std::string> top; ///< the most frequent first
    };
    static void count(const DictionaryColumn &column, Row from, Row to, Counted &counted);

    const Show m_show;
    std::map<FieldId, Counted> m_fields;
    Row m_rows = 0; ///< of the table, counted so far
};

} // namespace arbscope
