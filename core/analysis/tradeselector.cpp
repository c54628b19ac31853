// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tradeselector.h"

#include "core/analysis/derivedvalues.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr Row MostKept = 4096; ///< rows that were judged and are not needed any more

/// The members that a filter needs, for what is derived too.
std::vector<FieldId> membersFor(const FilterExpression &filter)
{
    std::vector<FieldId> members;
    for (const FieldId id : fieldsOf(filter)) {
        const Field &field = fields()[std::size_t(id)];
        if (field.origin == Field::Origin::Member)
            members.push_back(id);
        else if (field.origin == Field::Origin::Derived)
            std::ranges::copy(derivedValues()[std::size_t(field.index)].inputs(), std::back_inserter(members));
    }
    std::ranges::sort(members);
    members.erase(std::ranges::unique(members).begin(), members.end());
    return members;
}

} // namespace

TradeSelector::TradeSelector(FilterPart filter)
    : m_filter(std::move(filter))
    , m_probe(*m_filter)
    , m_members(membersFor(*m_filter))
{
    begin();
}

void TradeSelector::begin()
{
    m_run.reset();
    m_table = std::make_unique<TradeTable>(m_members);
    m_run.emplace(*m_table, m_filter);
    m_taken = 0;
}

void TradeSelector::add(std::string_view orderId, double score, std::optional<std::string_view> raw)
{
    const std::size_t place = m_added++;
    if (raw && !m_probe.mayBeTrue(*raw))
        return;
    m_places.push_back(place);
    m_table->append(orderId, score, raw);
}

std::vector<bool> TradeSelector::take()
{
    std::vector<Row> rows;
    std::vector<bool> chosen(std::exchange(m_added, 0), false);
    if (m_run->run(m_taken, m_table->rows(), rows)) { // nobody stops it
        for (const Row row : rows)
            chosen[m_places[row - m_taken]] = true;
    }
    m_places.clear();
    m_taken = m_table->rows();
    if (m_taken >= MostKept)
        begin();
    return chosen;
}

} // namespace arbscope
