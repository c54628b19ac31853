// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/seenvalues.h"

#include "ui/models/tradefeed.h"

#include <QPointer>

#include <algorithm>
#include <map>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

QStringList always(std::string_view field)
{
    if (field == "outcome")
        return {u"succeeded"_s, u"failed"_s, u"contradictory"_s, u"closed"_s, u"open"_s};
    if (field == "verdict")
        return {u"valid"_s, u"coerced"_s, u"invalid"_s, u"missing"_s};
    if (field == "kind")
        return {u"buy_1_sell_2"_s, u"buy_2_sell_1"_s};
    return {};
}

/// Among the pages of the list.
QStringList inPages(const TradeFeed &feed, FieldId field)
{
    std::map<QString, int> counts;
    for (const TradePtr &trade : feed.allCached()) {
        const MemberValue value = fieldValue(field, trade->read.verdict, trade->report());
        const auto *text = std::get_if<QString>(&value);
        if (text && text->size() <= qsizetype(ValueSink::LongestValue))
            ++counts[*text];
    }
    QStringList values;
    for (const auto &[text, count] : counts)
        values << text;
    std::ranges::stable_sort(values, std::ranges::greater(), [&](const QString &text) { return counts[text]; });
    return values;
}

} // namespace

SeenValues::SeenValues(TradeAnalyst &analyst, const TradeFeed &feed, QObject *parent)
    : QObject(parent)
    , m_analyst(analyst)
    , m_feed(feed)
{
    attach();
    connect(&m_feed, &TradeFeed::serverChanged, this, &SeenValues::attach);
}

void SeenValues::attach()
{
    if (m_sink)
        m_analyst.detach(m_sink);
    m_values.clear();
    m_sink = std::make_shared<ValueSink>([seen = QPointer(this)](const FieldValues &values) {
        if (seen)
            seen->m_values = values;
    });
    m_analyst.attach(m_sink);
}

QStringList SeenValues::of(FieldId field) const
{
    const Field &known = fields()[std::size_t(field)];
    const bool isId = known.name.ends_with("_id") || known.name.ends_with("_data");
    if (known.type != MemberType::Text || isId)
        return {};
    const auto counted = [this](FieldId each) {
        const auto found = m_values.find(each);
        return found == m_values.end() ? QStringList() : found->second;
    };
    QStringList values = counted(field);
    if (known.name == "buy_exchange" || known.name == "sell_exchange")
        values = counted(fieldId("exchange_1")) + counted(fieldId("exchange_2"));
    values += inPages(m_feed, field) + always(known.name);
    values.removeDuplicates();
    return values.mid(0, qsizetype(ValueSink::MostValues));
}

} // namespace arbscope
