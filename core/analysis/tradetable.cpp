// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tradetable.h"

#include "core/analysis/columnvalues.h"
#include "core/analysis/derivedcolumns.h"
#include "core/analysis/derivedvalues.h"
#include "core/report/reportview.h"
#include "core/report/utf8.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr Row RowsBetweenLooks = 4096; // at the stop token

const FieldId VerdictField = fieldId("verdict");
const FieldId OrderIdField = fieldId("order_id");
const FieldId ClockField = fieldId("clock");

} // namespace

std::vector<FieldId> TradeTable::allButRawAnswers()
{
    std::vector<FieldId> members;
    for (FieldId field = 0; field < MemberCount; ++field) {
        const std::string_view name = schema()[std::size_t(field)].name;
        if (name != "order_1_data" && name != "order_2_data")
            members.push_back(field);
    }
    return members;
}

TradeTable::TradeTable(const std::vector<FieldId> &members)
    : m_members(members)
    , m_columns(fields().size())
{
    if (std::ranges::find(m_members, OrderIdField) == m_members.end())
        m_members.push_back(OrderIdField);
    for (const FieldId member : m_members)
        m_columns[std::size_t(member)] = columnFor(member);
    m_columns[std::size_t(VerdictField)] = DictionaryColumn();
}

void TradeTable::append(std::string_view orderId, double score, std::optional<std::string_view> raw)
{
    std::string_view verdict = "missing";
    if (raw) {
        if (const auto view = predictReport(*raw)) {
            for (const FieldId member : m_members)
                appendValue(*m_columns[std::size_t(member)], view->values[std::size_t(member)], m_scratch);
            verdict = verdictName(Verdict::Valid);
        } else {
            const ReadReport read = readReportBySax(*raw);
            verdict = verdictName(read.verdict);
            if (read.report)
                appendReport(*read.report);
            else
                appendUnknown();
        }
    } else {
        appendUnknown();
    }
    std::get<DictionaryColumn>(*m_columns[std::size_t(VerdictField)]).append(verdict);
    appendKey(orderId, score);
    ++m_rows;
}

/// Bots store a trade under its order id and its clock, so that there is nothing to be kept; mostly.
void TradeTable::appendKey(std::string_view orderId, double score)
{
    const std::size_t at = m_rows % ChunkRows;
    if (at == 0)
        m_apart.push_back(std::make_shared<KeysApart>());
    KeysApart &apart = *m_apart.back();
    if (orderIds().at(m_rows) != orderId)
        apart.orderIds.emplace(m_rows, orderId);
    if (!apart.scores) {
        const bool hasClock = m_rows < clocks().size();
        if (hasClock && clocks()[m_rows] == score)
            return;
        apart.scores = std::make_shared_for_overwrite<double[]>(ChunkRows);
        for (std::size_t i = 0; hasClock && i < at; ++i)
            apart.scores.get()[i] = clocks()[m_rows - at + i];
    }
    apart.scores.get()[at] = score;
}

const DistinctColumn &TradeTable::orderIds() const
{
    return std::get<DistinctColumn>(column(OrderIdField));
}

const ChunkedArray<double> &TradeTable::clocks() const
{
    static const ChunkedArray<double> none;
    const auto &clock = m_columns[std::size_t(ClockField)];
    return clock ? std::get<FloatColumn>(*clock).values() : none;
}

double TradeTable::score(Row row) const
{
    return m_apart[row / ChunkRows]->score(row, clocks());
}

std::string_view TradeTable::orderId(Row row) const
{
    return m_apart[row / ChunkRows]->orderId(row, orderIds());
}

TradeKeys TradeTable::keys() const
{
    return {orderIds(), clocks(), m_apart};
}

void TradeTable::appendReport(const Report &report)
{
    for (const FieldId member : m_members)
        appendValue(*m_columns[std::size_t(member)], memberValue(report, schema()[std::size_t(member)]));
}

void TradeTable::appendUnknown()
{
    for (const FieldId member : m_members)
        appendValue(*m_columns[std::size_t(member)], MemberValue());
}

bool TradeTable::hasReport(Row row) const
{
    const auto verdict = std::get<DictionaryColumn>(column(VerdictField)).at(row);
    return verdict == verdictName(Verdict::Valid) || verdict == verdictName(Verdict::Coerced);
}

bool TradeTable::has(FieldId field) const
{
    const Field &known = fields()[std::size_t(field)];
    if (known.origin != Field::Origin::Derived)
        return m_columns[std::size_t(field)].has_value();
    return std::ranges::all_of(derivedValues()[std::size_t(known.index)].inputs(),
                               [this](FieldId member) { return m_columns[std::size_t(member)].has_value(); });
}

bool TradeTable::derive(FieldId field, const std::stop_token &stop)
{
    const Field &known = fields()[std::size_t(field)];
    if (known.origin != Field::Origin::Derived)
        return true;
    auto &column = m_columns[std::size_t(field)];
    if (!column)
        column = columnFor(field);
    auto done = std::visit([](const auto &values) { return Row(values.size()); }, *column);
    while (done < m_rows) {
        if (stop.stop_requested())
            return false;
        const Row end = std::min(m_rows, done + RowsBetweenLooks);
        appendDerived(*column, *this, field, done, end, [&](Row row) { return value(field, row); });
        done = end;
    }
    return true;
}

MemberValue TradeTable::value(FieldId field, Row row) const
{
    const Field &known = fields()[std::size_t(field)];
    if (known.origin != Field::Origin::Derived)
        return valueAt(column(field), row, known.type);
    if (!hasReport(row))
        return {};
    const DerivedValue &derived = derivedValues()[std::size_t(known.index)];
    return derived.compute(reportOf(row, derived.inputs()));
}

Report TradeTable::reportOf(Row row, std::span<const FieldId> members) const
{
    Report report;
    for (const FieldId member : members)
        setMember(report, member, valueAt(column(member), row, schema()[std::size_t(member)].type));
    return report;
}

std::size_t TradeTable::bytes() const
{
    std::size_t bytes = 0;
    for (std::size_t chunk = 0; chunk < m_apart.size(); ++chunk)
        bytes += m_apart[chunk]->bytes(std::min<std::size_t>(ChunkRows, m_rows - chunk * ChunkRows));
    for (const auto &column : m_columns) {
        if (column)
            bytes += std::visit([](const auto &values) { return values.bytes(); }, *column);
    }
    return bytes;
}

} // namespace arbscope
