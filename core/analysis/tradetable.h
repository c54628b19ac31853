// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/columns.h"
#include "core/analysis/field.h"
#include "core/analysis/textcolumn.h"
#include "core/analysis/tradekeys.h"

#include <limits>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace arbscope {

/// Trades of one server decoded into typed columns, for filters, sorts and statistics over all of them (design.md §4,
/// Table). Grows at its end only; belongs to one thread at a time.
///
/// A derived number that is an amount is kept exactly. One that is a quotient or comes of floats (a ratio, basis
/// points, a duration) has some fifty digits: its column holds the nearest double, and value() computes it anew. As
/// rounding keeps the order, two that are apart as doubles are so exactly; only what is equal has to be looked at by
/// value().
class TradeTable
{
public:
    using Column = std::variant<FloatColumn, FlagColumn, NumberColumn, DictionaryColumn, DistinctColumn>;

    /// Keeps these members (schema's indices), order_id in any case, and what is derived from them.
    explicit TradeTable(const std::vector<FieldId> &members = allButRawAnswers());
    [[nodiscard]] static std::vector<FieldId> allButRawAnswers();

    /// A trade as the store has it: its key, the index's score (NaN: not indexed), its text (none: missing).
    void append(std::string_view orderId, double score, std::optional<std::string_view> raw);

    [[nodiscard]] Row rows() const { return m_rows; }
    [[nodiscard]] std::string_view orderId(Row row) const; ///< the key, which a report's own order id may differ from
    [[nodiscard]] double score(Row row) const;
    [[nodiscard]] TradeKeys keys() const; ///< of all rows, for other threads too
    /// Whether columns of this field are, or can be, here.
    [[nodiscard]] bool has(FieldId field) const;
    /// Computes a derived field's column as far as there are rows. False when stopped: call it again.
    [[nodiscard]] bool derive(FieldId field, const std::stop_token &stop = {});
    /// The column of a member that is kept, of the verdict, or of a derived field after derive().
    [[nodiscard]] const Column &column(FieldId field) const { return *m_columns[std::size_t(field)]; }
    /// Exactly; of a derived field too, derived or not.
    [[nodiscard]] MemberValue value(FieldId field, Row row) const;
    /// What was computed so far, texts and reserves included.
    [[nodiscard]] std::size_t bytes() const;

private:
    void appendKey(std::string_view orderId, double score);
    [[nodiscard]] const DistinctColumn &orderIds() const;
    [[nodiscard]] const ChunkedArray<double> &clocks() const; ///< empty where they are not kept
    void appendReport(const Report &report);
    void appendUnknown();
    [[nodiscard]] bool hasReport(Row row) const;
    /// A report with these members only.
    [[nodiscard]] Report reportOf(Row row, std::span<const FieldId> members) const;

    std::vector<FieldId> m_members;
    std::vector<std::optional<Column>> m_columns; ///< by field
    std::vector<std::shared_ptr<KeysApart>> m_apart; ///< by chunk
    Row m_rows = 0;
    std::string m_scratch;
};

} // namespace arbscope
