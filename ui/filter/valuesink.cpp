// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/valuesink.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace arbscope {

namespace {

/// Texts that occur again and again, and that are not computed for this alone.
std::vector<FieldId> countedFields()
{
    std::vector<FieldId> counted;
    const TradeTable table;
    for (FieldId field = 0; field < FieldId(fields().size()); ++field) {
        const bool isDerived = fields()[std::size_t(field)].origin == Field::Origin::Derived;
        if (!isDerived && table.has(field) && std::holds_alternative<DictionaryColumn>(table.column(field)))
            counted.push_back(field);
    }
    counted.push_back(fieldId("pair"));
    return counted;
}

} // namespace

ValueSink::ValueSink(Show show)
    : m_show(std::move(show))
{ }

bool ValueSink::add(TradeTable &table, std::span<const Row>, const std::stop_token &stop)
{
    if (table.rows() < m_rows) { // another one
        m_fields.clear();
        m_rows = 0;
    }
    if (table.rows() == m_rows)
        return true;
    if (!table.derive(fieldId("pair"), stop))
        return false;
    static const std::vector<FieldId> all = countedFields();
    for (const FieldId field : all)
        count(std::get<DictionaryColumn>(table.column(field)), m_rows, table.rows(), m_fields[field]);
    m_rows = table.rows();
    return true;
}

void ValueSink::count(const DictionaryColumn &column, Row from, Row to, Counted &counted)
{
    const auto &texts = column.texts();
    counted.counts.resize(texts.size());
    for (Row row = from; row < to; ++row) {
        if (const std::uint32_t code = column.codes()[row]; code != DictionaryColumn::Unknown)
            ++counted.counts[code];
    }
    std::vector<std::uint32_t> codes;
    for (std::uint32_t code = 0; code < texts.size(); ++code) {
        if (texts[code].size() <= LongestValue && counted.counts[code] > 0)
            codes.push_back(code);
    }
    const auto most = codes.begin() + std::ptrdiff_t(std::min(MostValues, codes.size()));
    std::ranges::partial_sort(codes, most, [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(counted.counts[b], texts[a]) < std::pair(counted.counts[a], texts[b]);
    });
    counted.top.clear();
    for (const std::uint32_t code : std::ranges::subrange(codes.begin(), most))
        counted.top.emplace_back(texts[code]);
}

std::function<void()> ValueSink::deliver()
{
    FieldValues values;
    for (const auto &[field, counted] : m_fields) {
        QStringList &list = values[field];
        for (const std::string &text : counted.top)
            list << QString::fromStdString(text);
    }
    return [show = m_show, values] { show(values); };
}

} // namespace arbscope
