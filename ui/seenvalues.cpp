// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seenvalues.h"

#include "ui/models/tradefeed.h"

#include <set>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MostValues = 200;
constexpr qsizetype LongestValue = 100; ///< longer ones are not chosen from a list

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

} // namespace

QStringList seenValues(const TradeFeed &feed, FieldId field)
{
    const Field &known = fields()[static_cast<size_t>(field)];
    const bool isId = known.name.ends_with("_id") || known.name.ends_with("_data");
    if (known.type != MemberType::Text || isId)
        return {};
    const QStringList fixed = always(known.name);
    std::set<QString> values(fixed.begin(), fixed.end());
    for (const TradePtr &trade : feed.allCached()) {
        const MemberValue value = fieldValue(field, trade->read.verdict, trade->report());
        const auto *text = std::get_if<QString>(&value);
        if (text && text->size() <= LongestValue)
            values.insert(*text);
        if (values.size() == MostValues)
            break;
    }
    return {values.begin(), values.end()};
}

} // namespace arbscope
