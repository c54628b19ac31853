// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "core/analysis/tradetable.h"

#include <array>
#include <cstdint>
#include <memory>

namespace arbscope {

/// A range of rows within one chunk of the columns.
struct RowSpan
{
    Row begin;
    Row end;
    [[nodiscard]] std::size_t chunk() const { return begin / ChunkRows; }
    [[nodiscard]] std::size_t offset() const { return begin % ChunkRows; }
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// One bit for each row of a RowSpan, the first in bit 0 of word 0; bits beyond its end mean nothing.
using RowBits = std::array<std::uint64_t, ChunkRows / 64>;

/// Sets the bits of `size` rows by `test(i)`.
template <class Test> void setBits(RowBits &bits, std::size_t size, const Test &test)
{
    for (std::size_t word = 0; word * 64 < size; ++word) {
        const std::size_t count = std::min<std::size_t>(64, size - word * 64);
        std::uint64_t set = 0;
        for (std::size_t i = 0; i < count; ++i)
            set |= static_cast<std::uint64_t>(static_cast<bool>(test(word * 64 + i))) << i;
        bits[word] = set;
    }
}

/// A filter's expression made ready for one table.
class FilterNode
{
public:
    FilterNode() = default;
    virtual ~FilterNode() = default;
    FilterNode(const FilterNode &) = delete;
    FilterNode &operator=(const FilterNode &) = delete;
    virtual void run(const TradeTable &table, RowSpan rows, RowBits &bits) = 0;
};

[[nodiscard]] std::unique_ptr<FilterNode> nodeFor(const FilterExpression &expression);

// One kind of column each; `literals` are of the field's type. Comparisons with several mean "equal to one of them".
[[nodiscard]] std::unique_ptr<FilterNode> numberNode(FieldId field, Comparison comparison,
                                                     std::vector<FilterLiteral> literals);
[[nodiscard]] std::unique_ptr<FilterNode> textNode(FieldId field, std::function<bool(std::string_view)> test);
[[nodiscard]] std::unique_ptr<FilterNode> fieldsNode(const CompareFields &fields);

/// What an order means for a comparison; unordered is unequal.
[[nodiscard]] bool holds(std::partial_ordering order, Comparison comparison);

} // namespace arbscope
