// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/statisticsrun.h"

#include "core/analysis/statisticsgroup.h"

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace arbscope {

namespace {

constexpr std::size_t RowsBetweenLooks = 4096; // at the stop token
constexpr int ShareDigits = 28;

/// The field whose text is the group; none for the other ways of grouping.
std::optional<FieldId> fieldOf(GroupBy groupBy)
{
    switch (groupBy) {
    case GroupBy::Pair:
        return fieldId("pair");
    case GroupBy::Version:
        return fieldId("version");
    case GroupBy::Session:
        return fieldId("session_name");
    case GroupBy::Kind:
        return fieldId("kind");
    case GroupBy::Nothing:
    case GroupBy::Server:
    case GroupBy::Day:
        break;
    }
    return std::nullopt;
}

} // namespace

class StatisticsRun::Private
{
public:
    explicit Private(StatisticsOptions statisticsOptions)
        : options(std::move(statisticsOptions))
        , clock(options.zone)
    { }

    std::uint32_t dayOf(double time);

    StatisticsOptions options;
    LocalClock clock;
    TextIds ids;
    std::unordered_map<std::int64_t, std::uint32_t> days; ///< ids of groups
    FlatMap<StatisticsGroup> groups; ///< by id
};

std::uint32_t StatisticsRun::Private::dayOf(double time)
{
    const auto local = clock.at(time);
    if (!local)
        return ids.of({});
    const auto [known, isNew] = days.try_emplace(local->day);
    if (isNew)
        known->second = ids.of(LocalClock::isoDate(local->day));
    return known->second;
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
    const auto groupField = fieldOf(d->options.groupBy);
    for (const FieldId field : StatisticsColumns::derived()) {
        if (!table.derive(field, stop))
            return false;
    }
    if (groupField && !table.derive(*groupField, stop))
        return false;
    StatisticsColumns columns(table, d->ids);
    std::optional<ColumnIds> texts;
    if (groupField)
        texts.emplace(std::get<DictionaryColumn>(table.column(*groupField)), d->ids);
    const std::uint32_t same = d->ids.of(d->options.groupBy == GroupBy::Server ? server : std::string_view());
    std::vector<std::uint32_t> touched;
    const bool byDay = d->options.groupBy == GroupBy::Day;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % RowsBetweenLooks == 0 && stop.stop_requested())
            return false;
        const Row row = rows[i];
        const std::uint32_t group = texts ? texts->at(row) : byDay ? d->dayOf(columns.clock[row]) : same;
        StatisticsGroup &figures = d->groups[group];
        const bool wasKept = figures.isKept();
        figures.add(columns, row, d->options.unitTests, d->clock);
        if (wasKept && !figures.isKept())
            touched.push_back(group);
    }
    for (const std::uint32_t group : touched)
        d->groups[group].keep(table);
    return true;
}

std::map<std::string, Statistics> StatisticsRun::result() const
{
    std::map<std::string, Statistics> result;
    for (auto &[id, group] : d->groups.entries())
        result[d->ids.text(std::uint32_t(id))] = group.result(d->ids);
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
