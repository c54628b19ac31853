// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/derivedcolumns.h"

#include "core/analysis/columnfacts.h"
#include "core/analysis/columnvalues.h"
#include "core/analysis/quicknumbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

namespace arbscope {

namespace {

using Texts = DictionaryColumn;
using Floats = FloatColumn;
using Flags = FlagColumn;
using Numbers = NumberColumn;

/// A column of doubles as such: unknown is a NaN, which no test below takes for a number.
const ChunkedArray<double> &doublesOf(const TradeTable &table, std::string_view name)
{
    return columnOf<Floats>(table, name).values();
}

/// The rows in question: a report each, or nothing is known of them.
class Rows
{
public:
    Rows(TradeTable::Column &column, const TradeTable &table, Row from, Row to,
         const std::function<MemberValue(Row)> &plainly)
        : m_column(column)
        , m_readable(table)
        , m_plainly(plainly)
        , m_from(from)
        , m_to(to)
    { }

    /// quick(row) tells a QuickAmount or a QuickReal.
    template <class Column, class Quick> void append(const Quick &quick) const
    {
        Column &column = std::get<Column>(m_column);
        for (Row row = m_from; row < m_to; ++row) {
            if (!m_readable.at(row)) {
                column.append({});
                continue;
            }
            const auto found = quick(row);
            if (found.known == Known::Undecided)
                appendValue(m_column, m_plainly(row));
            else if (found.known == Known::No)
                column.append({});
            else
                put(column, found);
        }
    }

    /// value(row) is what the column takes, and always right.
    template <class Column, class Value> void appendKnown(const Value &value) const
    {
        Column &column = std::get<Column>(m_column);
        for (Row row = m_from; row < m_to; ++row) {
            if (m_readable.at(row))
                column.append(value(row));
            else
                column.append({});
        }
    }

private:
    static void put(Numbers &column, const QuickAmount &found)
    {
        column.appendParts(found.coefficient, static_cast<std::int8_t>(found.exponent));
    }
    static void put(Floats &column, const QuickReal &found)
    {
        column.append(found.value, found.isExact ? Floats::Exact : Floats::Rounded);
    }
    static void put(Flags &column, const QuickReal &found) { column.append(found.value != 0); }

    TradeTable::Column &m_column;
    ReadableRows m_readable;
    const std::function<MemberValue(Row)> &m_plainly;
    Row m_from;
    Row m_to;
};

/// An amount of each leg; legs are 1 and 2.
class Legs
{
public:
    Legs(const TradeTable &table, std::string_view first, std::string_view second)
        : m_columns{&columnOf<Numbers>(table, first), &columnOf<Numbers>(table, second)}
    { }
    [[nodiscard]] QuickAmount at(int leg, Row row) const { return quickAmount(*m_columns[std::size_t(leg - 1)], row); }

private:
    std::array<const Numbers *, 2> m_columns;
};

Legs quantitiesOf(const TradeTable &table)
{
    return {table, "executed_quantity_1", "executed_quantity_2"};
}

Legs pricesOf(const TradeTable &table)
{
    return {table, "executed_price_1", "executed_price_2"};
}

class OneLegged
{
public:
    explicit OneLegged(const TradeTable &table)
        : m_outcomes(table)
        , m_quantities(quantitiesOf(table))
    { }
    [[nodiscard]] QuickReal at(Row row) const
    {
        const QuickAmount first = m_quantities.at(1, row);
        const QuickAmount second = m_quantities.at(2, row);
        if (first.known == Known::Undecided || second.known == Known::Undecided)
            return {.known = Known::Undecided};
        const bool is = m_outcomes.at(row) != Outcome::Open && (first.coefficient > 0) != (second.coefficient > 0);
        return {.known = Known::Yes, .value = is ? 1.0 : 0.0};
    }

private:
    Outcomes m_outcomes;
    Legs m_quantities;
};

class Exposure
{
public:
    explicit Exposure(const TradeTable &table)
        : m_sides(table)
        , m_oneLegged(table)
        , m_quantities(quantitiesOf(table))
    { }
    [[nodiscard]] QuickAmount at(Row row) const
    {
        const int bought = m_sides.at(row);
        if (bought == 0)
            return {};
        const QuickReal oneLegged = m_oneLegged.at(row);
        if (oneLegged.known == Known::Undecided)
            return {.known = Known::Undecided};
        if (oneLegged.value == 0)
            return {};
        return quickDifference(quantity(bought, row), quantity(3 - bought, row));
    }
    [[nodiscard]] const BoughtOn &sides() const { return m_sides; }

private:
    /// Unknown counts as 0.
    [[nodiscard]] QuickAmount quantity(int leg, Row row) const
    {
        const QuickAmount quantity = m_quantities.at(leg, row);
        return quantity.known == Known::No ? QuickAmount{.known = Known::Yes} : quantity;
    }

    BoughtOn m_sides;
    OneLegged m_oneLegged;
    Legs m_quantities;
};

class Gross
{
public:
    explicit Gross(const TradeTable &table)
        : m_sides(table)
        , m_quantities(quantitiesOf(table))
        , m_prices(pricesOf(table))
    { }
    [[nodiscard]] QuickAmount at(Row row) const
    {
        const int buy = m_sides.at(row);
        if (buy == 0)
            return {};
        const QuickAmount bought = m_quantities.at(buy, row);
        const QuickAmount sold = m_quantities.at(3 - buy, row);
        if (bought.known != Known::Yes || sold.known != Known::Yes) {
            const bool undecided = bought.known == Known::Undecided || sold.known == Known::Undecided;
            return {.known = undecided ? Known::Undecided : Known::No};
        }
        const Known less = quickLess(sold, bought);
        if (less == Known::Undecided)
            return {.known = less};
        return quickProduct(less == Known::Yes ? sold : bought,
                            quickDifference(m_prices.at(3 - buy, row), m_prices.at(buy, row)));
    }

private:
    BoughtOn m_sides;
    Legs m_quantities;
    Legs m_prices;
};

class Slippage
{
public:
    Slippage(const TradeTable &table, int leg) // a table of few members may have this leg only
        : m_sides(table)
        , m_price(columnOf<Numbers>(table, leg == 1 ? "executed_price_1" : "executed_price_2"))
        , m_bid(columnOf<Numbers>(table, leg == 1 ? "market_1_bid_price" : "market_2_bid_price"))
        , m_ask(columnOf<Numbers>(table, leg == 1 ? "market_1_ask_price" : "market_2_ask_price"))
        , m_leg(leg)
    { }
    [[nodiscard]] QuickReal at(Row row) const
    {
        const int buy = m_sides.at(row);
        if (buy == 0)
            return {};
        return quickSlippage(quickAmount(m_price, row), quickAmount(buy == m_leg ? m_ask : m_bid, row), buy != m_leg);
    }

private:
    BoughtOn m_sides;
    const Numbers &m_price;
    const Numbers &m_bid;
    const Numbers &m_ask;
    int m_leg;
};

using Append = void (*)(const Rows &rows, const TradeTable &table);

void outcomes(const Rows &rows, const TradeTable &table)
{
    static const std::array names{outcomeName(Outcome(0)).toStdString(), outcomeName(Outcome(1)).toStdString(),
                                  outcomeName(Outcome(2)).toStdString(), outcomeName(Outcome(3)).toStdString(),
                                  outcomeName(Outcome(4)).toStdString()};
    rows.appendKnown<Texts>(
        [all = Outcomes(table)](Row row) { return std::optional<std::string_view>(names[std::size_t(all.at(row))]); });
}

void pairs(const Rows &rows, const TradeTable &table)
{
    const Texts &assets = columnOf<Texts>(table, "asset_1");
    const Texts &quotes = columnOf<Texts>(table, "asset_2");
    std::unordered_map<std::uint64_t, std::string> known; // by both codes
    rows.appendKnown<Texts>([&](Row row) {
        std::string &pair = known[std::uint64_t{assets.codes()[row]} << 32 | quotes.codes()[row]];
        if (pair.empty())
            pair.append(*assets.at(row)).append("/").append(*quotes.at(row));
        return std::optional<std::string_view>(pair);
    });
}

template <bool IsBuy> void exchanges(const Rows &rows, const TradeTable &table)
{
    const std::array<const Texts *, 2> exchange{&columnOf<Texts>(table, "exchange_1"),
                                                &columnOf<Texts>(table, "exchange_2")};
    rows.appendKnown<Texts>([&, sides = BoughtOn(table)](Row row) -> std::optional<std::string_view> {
        const int bought = sides.at(row);
        if (bought == 0)
            return std::nullopt;
        return exchange[std::size_t(IsBuy ? bought - 1 : 2 - bought)]->at(row);
    });
}

template <int Leg> void fillRatios(const Rows &rows, const TradeTable &table)
{
    const Numbers &wanted = columnOf<Numbers>(table, "quantity_1");
    const Numbers &filled = columnOf<Numbers>(table, Leg == 1 ? "executed_quantity_1" : "executed_quantity_2");
    rows.append<Floats>([&](Row row) { return quickQuotient(quickAmount(filled, row), quickAmount(wanted, row)); });
}

void exposureWorths(const Rows &rows, const TradeTable &table)
{
    rows.append<Numbers>([exposure = Exposure(table), prices = pricesOf(table)](Row row) {
        const QuickAmount amount = exposure.at(row);
        if (amount.known != Known::Yes)
            return amount;
        const int bought = exposure.sides().at(row);
        return quickProduct(amount, prices.at(amount.coefficient > 0 ? bought : 3 - bought, row));
    });
}

QuickAmount feesAt(const Legs &fees, Row row)
{
    return quickSum(fees.at(1, row), fees.at(2, row));
}

Legs feesOf(const TradeTable &table)
{
    return {table, "exchange_1_fees_paid", "exchange_2_fees_paid"};
}

void gaps(const Rows &rows, const TradeTable &table, std::string_view realisedName)
{
    const auto &expected = doublesOf(table, "expected_profitability");
    const auto &realised = doublesOf(table, realisedName);
    rows.append<Floats>([&](Row row) { return quickBasisPoints(realised[row], expected[row]); });
}

template <int Leg> void slippages(const Rows &rows, const TradeTable &table)
{
    rows.append<Floats>([slippage = Slippage(table, Leg)](Row row) { return slippage.at(row); });
}

void slippagesOverAccepted(const Rows &rows, const TradeTable &table)
{
    const Numbers &accepted = columnOf<Numbers>(table, "exchange_2_accepted_slippage");
    rows.append<Flags>([&, slippage = Slippage(table, 2)](Row row) -> QuickReal {
        const QuickReal found = slippage.at(row);
        const QuickAmount limit = quickAmount(accepted, row);
        if (found.known == Known::Undecided || limit.known == Known::Undecided)
            return {.known = Known::Undecided};
        if (found.known == Known::No || limit.known == Known::No)
            return {};
        constexpr std::int64_t Exactly = std::int64_t{1} << 53; // as a double
        const auto bound = double(limit.coefficient);
        if (limit.exponent != 0 || std::abs(limit.coefficient) > Exactly || (found.value == bound && !found.isExact))
            return {.known = Known::Undecided};
        return {.known = Known::Yes, .value = found.value > bound ? 1.0 : 0.0};
    });
}

void wrongDirections(const Rows &rows, const TradeTable &table)
{
    const auto &first = doublesOf(table, "profitability_buy_1_sell_2");
    const auto &second = doublesOf(table, "profitability_buy_2_sell_1");
    rows.appendKnown<Flags>([&, sides = BoughtOn(table)](Row row) -> std::optional<bool> {
        const int bought = sides.at(row);
        if (bought == 0 || std::isnan(first[row]) || std::isnan(second[row]))
            return std::nullopt;
        return bought == 1 ? second[row] > first[row] : first[row] > second[row];
    });
}

constexpr auto Quick = std::to_array<std::pair<std::string_view, Append>>({
    {"outcome", &outcomes},
    {"pair", &pairs},
    {"buy_exchange", &exchanges<true>},
    {"sell_exchange", &exchanges<false>},
    {"fill_ratio_1", &fillRatios<1>},
    {"fill_ratio_2", &fillRatios<2>},
    {"one_legged",
     [](const Rows &rows, const TradeTable &table) {
         rows.append<Flags>([all = OneLegged(table)](Row row) { return all.at(row); });
     }},
    {"exposure",
     [](const Rows &rows, const TradeTable &table) {
         rows.append<Numbers>([all = Exposure(table)](Row row) { return all.at(row); });
     }},
    {"exposure_worth", &exposureWorths},
    {"gross",
     [](const Rows &rows, const TradeTable &table) {
         rows.append<Numbers>([all = Gross(table)](Row row) { return all.at(row); });
     }},
    {"fees",
     [](const Rows &rows, const TradeTable &table) {
         rows.append<Numbers>([fees = feesOf(table)](Row row) { return feesAt(fees, row); });
     }},
    {"net",
     [](const Rows &rows, const TradeTable &table) {
         rows.append<Numbers>([gross = Gross(table), fees = feesOf(table)](Row row) {
             return quickDifference(gross.at(row), feesAt(fees, row));
         });
     }},
    {"gap_bps", [](const Rows &rows, const TradeTable &table) { gaps(rows, table, "realised_profitability"); }},
    {"net_gap_bps",
     [](const Rows &rows, const TradeTable &table) { gaps(rows, table, "realised_profitability_with_fees"); }},
    {"slippage_1_bps", &slippages<1>},
    {"slippage_2_bps", &slippages<2>},
    {"slippage_over_accepted", &slippagesOverAccepted},
    {"wrong_direction", &wrongDirections},
    {"duration",
     [](const Rows &rows, const TradeTable &table) {
         const auto &started = doublesOf(table, "started_at");
         const auto &closed = doublesOf(table, "closed_at");
         rows.append<Floats>([&](Row row) { return quickDifference(closed[row], started[row]); });
     }},
});

} // namespace

void appendDerived(TradeTable::Column &column, const TradeTable &table, FieldId field, Row from, Row to,
                   const std::function<MemberValue(Row)> &plainly)
{
    const Rows rows(column, table, from, to, plainly);
    const auto quick = std::ranges::find(Quick, fields()[std::size_t(field)].name, &decltype(Quick)::value_type::first);
    if (quick != Quick.end())
        return quick->second(rows, table);
    for (Row row = from; row < to; ++row)
        appendValue(column, plainly(row));
}

} // namespace arbscope
