// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/statisticsrun.h"

#include "core/analysis/quantilesof.h"
#include "core/analysis/tradefacts.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace arbscope {

namespace {

constexpr std::size_t RowsBetweenLooks = 4096; // at the stop token
constexpr int ShareDigits = 28;

const FieldId Gap = fieldId("gap_bps");
const FieldId NetGap = fieldId("net_gap_bps");
const std::array Slippage{fieldId("slippage_1_bps"), fieldId("slippage_2_bps")};
const std::array Latency{fieldId("order_1_latency"), fieldId("order_2_latency")};
const FieldId FokRounds = fieldId("exchange_2_fok_attempts");

/// The columns that figures come from.
struct Columns
{
    explicit Columns(const TradeTable &trades)
        : table(trades)
    { }

    const DictionaryColumn &texts(const char *name) const
    {
        return std::get<DictionaryColumn>(table.column(fieldId(name)));
    }
    const NumberColumn &numbers(const char *name) const { return std::get<NumberColumn>(table.column(fieldId(name))); }
    const FloatColumn &floats(const char *name) const { return std::get<FloatColumn>(table.column(fieldId(name))); }
    const FlagColumn &flags(const char *name) const { return std::get<FlagColumn>(table.column(fieldId(name))); }

    const TradeTable &table;
    const DictionaryColumn &verdict = texts("verdict");
    const DictionaryColumn &outcome = texts("outcome");
    const DictionaryColumn &quote = texts("asset_2");
    const DictionaryColumn &asset = texts("asset_1");
    const std::array<const DictionaryColumn *, 2> exchange{&texts("exchange_1"), &texts("exchange_2")};
    const FlagColumn &unitTest = flags("unit_test");
    const FlagColumn &oneLegged = flags("one_legged");
    const FloatColumn &clock = floats("clock");
    const NumberColumn &gross = numbers("gross");
    const NumberColumn &fees = numbers("fees");
    const NumberColumn &net = numbers("net");
    const NumberColumn &exposure = numbers("exposure");
    const NumberColumn &gathered = numbers("dust_gathered");
    const NumberColumn &cleared = numbers("dust_cleared");
    const std::array<const FloatColumn *, 2> latency{&floats("order_1_latency"), &floats("order_2_latency")};
    const std::array<const FloatColumn *, 2> slippage{&floats("slippage_1_bps"), &floats("slippage_2_bps")};
    const FloatColumn &gap = floats("gap_bps");
    const FloatColumn &netGap = floats("net_gap_bps");
    const std::array<std::array<const NumberColumn *, 2>, 2> balance{
        {{&numbers("exchange_1_balance_1"), &numbers("exchange_1_balance_2")},
         {&numbers("exchange_2_balance_1"), &numbers("exchange_2_balance_2")}}};
};

void add(Total &total, const std::optional<Decimal> &value)
{
    if (!value || !value->isFinite())
        return;
    total.sum = total.sum + *value;
    ++total.n;
}

struct Group
{
    Statistics figures;
    std::map<std::string, std::pair<Total, Total>, std::less<>> shares; ///< fees and gross where net is known
    QuantilesOf gap;
    QuantilesOf netGap;
    std::array<QuantilesOf, 2> slippage;
    std::map<std::pair<std::string, int>, QuantilesOf> latency;

    void addTrade(const Columns &columns, Row row, const StatisticsOptions &options);
    void addMoney(const Columns &columns, Row row);
    void addQuantiles(const Columns &columns, Row row);
    void addBalances(const Columns &columns, Row row, double clock);
};

void collect(QuantilesOf &values, const Columns &columns, FieldId field, const FloatColumn &column, Row row)
{
    const auto value = column.at(row);
    if (value && !std::isnan(*value))
        values.add(columns.table, field, row, *value);
}

std::string textOf(const DictionaryColumn &column, Row row)
{
    return std::string(column.at(row).value_or(std::string_view()));
}

void Group::addTrade(const Columns &columns, Row row, const StatisticsOptions &options)
{
    if (columns.verdict.at(row) != "valid" && columns.verdict.at(row) != "coerced") {
        ++figures.unreadable;
        return;
    }
    if (columns.unitTest.at(row).value_or(false) && !options.unitTests) {
        ++figures.unitTests;
        return;
    }
    ++figures.trades;
    const auto outcome = columns.outcome.at(row);
    for (std::size_t i = 0; i < figures.outcomes.size(); ++i)
        figures.outcomes[i] += outcome == outcomeName(Outcome(i)).toStdString();
    figures.oneLegged += columns.oneLegged.at(row).value_or(false) ? 1 : 0;
    const double clock = columns.clock.at(row).value_or(0);
    if (std::isfinite(clock)) {
        figures.firstClock = std::min(clock, figures.firstClock.value_or(clock));
        figures.lastClock = std::max(clock, figures.lastClock.value_or(clock));
        constexpr double Beyond = 1e15; // no year that QDateTime knows is so far away
        if ((outcome == "failed" || outcome == "contradictory") && std::abs(clock) < Beyond) {
            const auto time = QDateTime::fromSecsSinceEpoch(qint64(std::floor(clock)), options.zone);
            ++figures.failuresByHour[std::size_t(time.time().hour())];
            ++figures.failuresByWeekday[std::size_t(time.date().dayOfWeek() - 1)];
        }
    }
    addMoney(columns, row);
    addQuantiles(columns, row);
    addBalances(columns, row, clock);
}

void Group::addMoney(const Columns &columns, Row row)
{
    const std::string quote = textOf(columns.quote, row);
    QuoteTotals &totals = figures.quotes[quote];
    const auto gross = columns.gross.at(row);
    const auto fees = columns.fees.at(row);
    const auto net = columns.net.at(row);
    add(totals.gross, gross);
    add(totals.fees, fees);
    add(totals.net, net);
    if (net) {
        auto &[paid, earned] = shares[quote];
        add(paid, fees);
        add(earned, gross);
    }
    AssetTotals &asset = figures.assets[textOf(columns.asset, row)];
    add(asset.dustGathered, columns.gathered.at(row));
    add(asset.dustCleared, columns.cleared.at(row));
    add(asset.exposure, columns.exposure.at(row));
    const MemberValue rounds = columns.table.value(FokRounds, row);
    if (const auto *known = std::get_if<qint64>(&rounds))
        ++figures.fokRounds[*known];
}

void Group::addQuantiles(const Columns &columns, Row row)
{
    collect(gap, columns, Gap, columns.gap, row);
    collect(netGap, columns, NetGap, columns.netGap, row);
    for (const int leg : {0, 1}) {
        const auto at = std::size_t(leg);
        collect(slippage[at], columns, Slippage[at], *columns.slippage[at], row);
        collect(latency[{textOf(*columns.exchange[at], row), leg + 1}], columns, Latency[at], *columns.latency[at],
                row);
    }
}

void Group::addBalances(const Columns &columns, Row row, double clock)
{
    if (std::isnan(clock))
        return;
    for (const std::size_t exchange : {0U, 1U}) {
        for (const std::size_t asset : {0U, 1U}) {
            const auto amount = columns.balance[exchange][asset]->at(row);
            if (!amount)
                continue;
            const std::pair key(textOf(*columns.exchange[exchange], row),
                                textOf(asset == 0 ? columns.asset : columns.quote, row));
            const auto [known, isNew] = figures.balances.try_emplace(key, Balance{*amount, clock});
            if (!isNew && clock < known->second.clock)
                continue;
            known->second.amount = *amount;
            known->second.clock = clock;
            known->second.orderId.assign(columns.table.orderId(row));
        }
    }
}

} // namespace

class StatisticsRun::Private
{
public:
    explicit Private(StatisticsOptions statisticsOptions)
        : options(std::move(statisticsOptions))
    { }

    std::string groupOf(const TradeTable &table, std::string_view server, Row row) const;

    StatisticsOptions options;
    std::map<std::string, Group> groups;
};

std::string StatisticsRun::Private::groupOf(const TradeTable &table, std::string_view server, Row row) const
{
    const auto text
        = [&](const char *field) { return textOf(std::get<DictionaryColumn>(table.column(fieldId(field))), row); };
    switch (options.groupBy) {
    case GroupBy::Nothing:
        return {};
    case GroupBy::Server:
        return std::string(server);
    case GroupBy::Pair:
        return text("pair");
    case GroupBy::Version:
        return text("version");
    case GroupBy::Session:
        return text("session_name");
    case GroupBy::Kind:
        return text("kind");
    case GroupBy::Day:
        break;
    }
    const auto clock = std::get<FloatColumn>(table.column(fieldId("clock"))).at(row);
    constexpr double Beyond = 1e15;
    if (!clock || !(std::abs(*clock) < Beyond))
        return {};
    return QDateTime::fromSecsSinceEpoch(qint64(std::floor(*clock)), options.zone)
        .date()
        .toString(Qt::ISODate)
        .toStdString();
}

StatisticsRun::StatisticsRun(StatisticsOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{ }

StatisticsRun::~StatisticsRun() = default;
StatisticsRun::StatisticsRun(StatisticsRun &&) noexcept = default;
StatisticsRun &StatisticsRun::operator=(StatisticsRun &&) noexcept = default;

bool StatisticsRun::add(TradeTable &table, std::string_view server, std::span<const Row> rows,
                        const std::stop_token &stop)
{
    for (FieldId field = 0; field < FieldId(fields().size()); ++field) {
        if (fields()[std::size_t(field)].origin == Field::Origin::Derived && !table.derive(field, stop))
            return false;
    }
    const Columns columns(table);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % RowsBetweenLooks == 0 && stop.stop_requested())
            return false;
        d->groups[d->groupOf(table, server, rows[i])].addTrade(columns, rows[i], d->options);
    }
    return true;
}

std::map<std::string, Statistics> StatisticsRun::result() const
{
    std::map<std::string, Statistics> result;
    for (const auto &[name, group] : d->groups) {
        Statistics &figures = result[name] = group.figures;
        for (auto &[quote, totals] : figures.quotes) {
            const auto share = group.shares.find(quote);
            if (share != group.shares.end() && !share->second.second.sum.isZero())
                totals.feesShare = share->second.first.sum.dividedBy(share->second.second.sum, ShareDigits);
        }
        figures.gap = group.gap.result();
        figures.netGap = group.netGap.result();
        for (const std::size_t leg : {0U, 1U})
            figures.slippage[leg] = group.slippage[leg].result();
        for (const auto &[key, values] : group.latency)
            figures.latency[key] = values.result();
    }
    return result;
}

std::optional<Decimal> Statistics::successRate() const
{
    const auto at = [this](Outcome outcome) { return outcomes[std::size_t(outcome)]; };
    const std::int64_t finished = trades - at(Outcome::Open);
    if (finished == 0)
        return std::nullopt;
    return Decimal(at(Outcome::Succeeded)).dividedBy(Decimal(finished), ShareDigits);
}

} // namespace arbscope
