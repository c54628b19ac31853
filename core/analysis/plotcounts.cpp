// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plotcounts.h"

#include "core/analysis/plotranges.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <utility>

namespace arbscope {

namespace {

const FieldId Clock = fieldId("clock");
const FieldId OutcomeField = fieldId("outcome");
const FieldId Rounds = fieldId("exchange_2_fok_attempts");

constexpr int QuarterSeconds = 900;

} // namespace

std::vector<FieldId> PlotCounts::fieldsOf(PlotKind kind)
{
    return kind == PlotKind::FokRounds ? std::vector<FieldId>() : std::vector{OutcomeField};
}

PlotCounts::PlotCounts(PlotKind kind, const QTimeZone &zone)
    : PlotData(fieldsOf(kind))
    , m_kind(kind)
    , m_zone(zone)
{ }

void PlotCounts::forget()
{
    m_counts.clear();
}

std::optional<std::int64_t> PlotCounts::placeOf(double clock)
{
    constexpr double Beyond = 1e15; // no year that QDateTime knows is so far away
    if (!(std::abs(clock) < Beyond))
        return std::nullopt;
    const auto quarter = std::int64_t(std::floor(clock / QuarterSeconds));
    if (!m_quarterPlace || quarter != m_quarter) {
        const auto time = QDateTime::fromSecsSinceEpoch(qint64(std::floor(clock)), m_zone);
        m_quarter = quarter;
        m_quarterPlace = m_kind == PlotKind::FailuresByHour ? time.time().hour() : time.date().dayOfWeek();
    }
    return m_quarterPlace;
}

void PlotCounts::take(const TradeTable &table, Row row)
{
    if (m_kind == PlotKind::FokRounds) {
        const MemberValue rounds = table.value(Rounds, row);
        if (const auto *known = std::get_if<qint64>(&rounds)) {
            ++m_counts[*known].counted;
            ++m_counts[*known].all;
        }
        return;
    }
    const auto clock = std::get<FloatColumn>(table.column(Clock)).at(row);
    const auto place = clock ? placeOf(*clock) : std::nullopt;
    if (!place)
        return;
    const auto outcome = std::get<DictionaryColumn>(table.column(OutcomeField)).at(row);
    Count &count = m_counts[*place];
    ++count.all;
    count.counted += outcome == "failed" || outcome == "contradictory" ? 1 : 0;
}

void PlotCounts::reduce(const PlotQuestion &question, PlotView &view) const
{
    PlotSeries series;
    double highest = 0;
    std::vector<double> places;
    for (const auto &[place, count] : m_counts) {
        series.points.push_back({.x = double(place), .y = double(count.counted)});
        series.wholes.push_back(count.all);
        series.n += count.counted;
        highest = std::max(highest, double(count.counted));
        places.push_back(double(place));
    }
    PlotRange fit{.lower = -0.5, .upper = 23.5};
    if (m_kind == PlotKind::FailuresByWeekday)
        fit = {.lower = 0.5, .upper = 7.5};
    else if (m_kind == PlotKind::FokRounds && !places.empty())
        fit = {.lower = std::ranges::min(places) - 0.7, .upper = std::ranges::max(places) + 0.7};
    view.x = question.x.value_or(withMargin(fit, 0.01));
    view.y = {.lower = 0, .upper = std::max(highest, 1.0) * 1.12};
    view.n = series.n;
    if (series.n > 0)
        view.series.push_back(std::move(series));
}

void PlotCounts::write(std::string &out) const
{
    out += m_kind == PlotKind::FokRounds     ? "fok_rounds,trades\r\n"
        : m_kind == PlotKind::FailuresByHour ? "hour,failed,trades\r\n"
                                             : "weekday,failed,trades\r\n";
    for (const auto &[place, count] : m_counts) {
        out += std::to_string(place) + ',' + std::to_string(count.counted);
        if (isOfTime())
            out += ',' + std::to_string(count.all);
        out += "\r\n";
    }
}

} // namespace arbscope
