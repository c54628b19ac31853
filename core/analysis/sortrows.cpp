// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sortrows.h"

#include "core/analysis/textkeys.h"

#include <boost/sort/pdqsort/pdqsort.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <limits>
#include <numeric>
#include <ranges>

namespace arbscope {

namespace {

__extension__ using Wide = unsigned __int128;

const FieldId ClockField = fieldId("clock");

/// A row with a number that orders like its value, as far as 64 bits can: what is apart in them is in order, what is
/// equal may have to be told apart by `compare`.
struct KeyedRow
{
    std::uint64_t key;
    std::uint32_t place; ///< before sorting
    Row row;
};

constexpr std::uint64_t UnknownKey = ~std::uint64_t{0};
constexpr std::uint64_t NaNKey = UnknownKey - 1;

/// The order of doubles as that of integers (IEEE 754: sign and magnitude); -0 as 0.
std::uint64_t keyOf(double value)
{
    if (std::isnan(value))
        return NaNKey;
    const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
    return bits >> 63 ? ~bits : bits | std::uint64_t{1} << 63;
}

/// How one sort key orders: 64 bits of it for each row, and all of it (none: the bits tell everything).
struct KeyOrder
{
    std::function<void(std::span<KeyedRow>)> fill;
    std::function<std::partial_ordering(Row, Row)> compare;
};

/// KeyOrder::fill of what makes a row's key: one call for all of them, as they are many.
template <class MakeKey> auto filledBy(MakeKey key)
{
    return [key = std::move(key)](std::span<KeyedRow> rows) {
        for (KeyedRow &keyed : rows)
            keyed.key = key(keyed.row);
    };
}

KeyOrder orderOf(const FloatColumn &column, const TradeTable &table, FieldId field, std::span<const Row>)
{
    KeyOrder order{.fill = filledBy([&column](Row row) {
                       const double value = column.values()[row];
                       return FloatColumn::isUnknown(value) ? UnknownKey : keyOf(value);
                   }),
                   .compare = {}};
    if (fields()[std::size_t(field)].type == MemberType::Decimal) // the nearest doubles only
        order.compare = [&column, &table, field](Row a, Row b) -> std::partial_ordering {
            if (!column.isRounded(a) && !column.isRounded(b))
                return column.values()[a] <=> column.values()[b];
            return std::get<Decimal>(table.value(field, a)) <=> std::get<Decimal>(table.value(field, b));
        };
    return order;
}

/// Numbers of at most 15 digits: no two of them have the same double.
bool isShort(const NumberColumn &column, Row row)
{
    constexpr std::int64_t Least = 1'000'000'000'000'000;
    return std::abs(column.coefficients()[row]) < Least && std::abs(column.exponents()[row]) <= 22;
}

KeyOrder orderOf(const NumberColumn &column, const TradeTable &, FieldId, std::span<const Row> rows)
{
    KeyOrder order{.fill = filledBy([&column](Row row) {
                       if (isShort(column, row))
                           return keyOf(*quickDouble(
                               {.coefficient = column.coefficients()[row], .exponent = column.exponents()[row]}));
                       const auto value = column.at(row);
                       return value ? keyOf(value->toDouble()) : UnknownKey;
                   }),
                   .compare = {}};
    const auto isTold = [&column](Row row) { return isShort(column, row) || !column.isKnown(row); };
    if (!std::ranges::all_of(rows, isTold))
        order.compare = [&column](Row a, Row b) -> std::partial_ordering {
            if (column.exponents()[a] == column.exponents()[b] && column.exponents()[a] != NumberColumn::Aside)
                return column.coefficients()[a] <=> column.coefficients()[b];
            return *column.at(a) <=> *column.at(b);
        };
    return order;
}

KeyOrder orderOf(const FlagColumn &column, const TradeTable &, FieldId, std::span<const Row>)
{
    return {.fill = filledBy([&column](Row row) {
                const std::uint8_t value = column.values()[row];
                return value == FlagColumn::Unknown ? UnknownKey : value;
            }),
            .compare = {}};
}

KeyOrder orderOf(const DictionaryColumn &column, const TradeTable &, FieldId, std::span<const Row>)
{
    std::vector<std::uint32_t> codes(column.texts().size());
    std::iota(codes.begin(), codes.end(), 0);
    std::ranges::sort(codes, {}, [&](std::uint32_t code) { return column.texts()[code]; });
    std::vector<std::uint32_t> rank(codes.size());
    for (std::uint32_t i = 0; i < codes.size(); ++i)
        rank[codes[i]] = i;
    return {.fill = filledBy([&column, rank = std::move(rank)](Row row) {
                const std::uint32_t code = column.codes()[row];
                return code == DictionaryColumn::Unknown ? UnknownKey : rank[code];
            }),
            .compare = {}};
}

KeyOrder orderOf(const DistinctColumn &column, const TradeTable &, FieldId, std::span<const Row> rows)
{
    TextKeys keys(column, rows);
    KeyOrder order;
    if (!keys.isWhole())
        order.compare = [&column](Row a, Row b) -> std::partial_ordering { return *column.at(a) <=> *column.at(b); };
    order.fill = filledBy([&column, keys = std::move(keys)](Row row) {
        const auto text = column.at(row);
        return text ? keys.of(*text) : UnknownKey;
    });
    return order;
}

/// Where trades stand in time: by their scores, or, where the index does not name one, by its own clock; before all
/// others where that cannot be read.
class Times
{
public:
    explicit Times(const TradeTable &table)
        : m_table(table)
        , m_clocks(table.has(ClockField) ? &std::get<FloatColumn>(table.column(ClockField)) : nullptr)
    { }
    [[nodiscard]] double of(Row row) const
    {
        double time = m_table.score(row);
        if (std::isnan(time) && m_clocks)
            time = m_clocks->values()[row];
        return std::isnan(time) ? -std::numeric_limits<double>::infinity() : time;
    }

private:
    const TradeTable &m_table;
    const FloatColumn *m_clocks;
};

/// Whether they stand in the order of time already, as trades mostly come into a table.
bool isInOrderOfTime(const TradeTable &table, std::span<const Row> rows)
{
    return std::ranges::is_sorted(rows, [&table, times = Times(table)](Row a, Row b) {
        const double timeA = times.of(a);
        const double timeB = times.of(b);
        return timeA < timeB || (timeA == timeB && table.orderId(a) < table.orderId(b));
    });
}

KeyOrder orderOfTime(const TradeTable &table)
{
    return {.fill = filledBy([times = Times(table)](Row row) { return keyOf(times.of(row)); }),
            .compare
            = [&table](Row a, Row b) -> std::partial_ordering { return table.orderId(a) <=> table.orderId(b); }};
}

/// Stable. Of what is known; unknown keys stay last and together.
void sortBy(std::vector<Row> &rows, const KeyOrder &order, bool descending)
{
    std::vector<KeyedRow> keyed(rows.size());
    for (std::uint32_t place = 0; place < keyed.size(); ++place)
        keyed[place] = {.key = 0, .place = place, .row = rows[place]};
    order.fill(keyed);
    if (descending) {
        for (KeyedRow &row : keyed)
            row.key = row.key < NaNKey ? NaNKey - 1 - row.key : row.key;
    }
    // Key and place as one number: comparing takes no branch, and places make the order of equal keys that of before.
    const auto whole = [](const KeyedRow &row) { return Wide(row.key) << 64 | row.place; };
    boost::sort::pdqsort_branchless(keyed.begin(), keyed.end(),
                                    [whole](const KeyedRow &a, const KeyedRow &b) { return whole(a) < whole(b); });
    const auto exactly = [&](const KeyedRow &a, const KeyedRow &b) {
        const auto compared = order.compare(a.row, b.row);
        return descending ? compared > 0 : compared < 0;
    };
    for (auto first = keyed.begin(); order.compare && first != keyed.end();) {
        const auto last = std::find_if(first, keyed.end(), [&](const KeyedRow &row) { return row.key != first->key; });
        const bool isKnown = first->key < NaNKey;
        if (isKnown && last - first > 1 && !std::is_sorted(first, last, exactly))
            std::stable_sort(first, last, exactly);
        first = last;
    }
    std::ranges::transform(keyed, rows.begin(), &KeyedRow::row);
}

} // namespace

bool sortRows(TradeTable &table, std::vector<Row> &rows, std::span<const SortKey> keys, const std::stop_token &stop)
{
    for (const SortKey &key : keys) {
        if (!table.derive(key.field, stop))
            return false;
    }
    if (!isInOrderOfTime(table, rows))
        sortBy(rows, orderOfTime(table), false);
    for (const SortKey &key : std::views::reverse(keys)) {
        if (stop.stop_requested())
            return false;
        const auto order = std::visit([&](const auto &column) { return orderOf(column, table, key.field, rows); },
                                      table.column(key.field));
        sortBy(rows, order, key.descending);
    }
    return true;
}

} // namespace arbscope
