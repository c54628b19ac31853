// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detailrows.h"

#include "ui/text/membertext.h"

#include <QCoreApplication>

#include <array>
#include <span>
#include <string>
#include <utility>

namespace arbscope {

namespace {

struct GroupTitles
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::DetailGroups)

public:
    static QString of(MemberGroup group)
    {
        switch (group) {
        case MemberGroup::Identity:
            return tr("Identity");
        case MemberGroup::Timeline:
            return tr("Timeline");
        case MemberGroup::Market:
            return tr("Market when decided");
        case MemberGroup::Leg1:
        case MemberGroup::Leg2:
            return tr("Legs");
        case MemberGroup::Result:
            return tr("Result");
        case MemberGroup::Dust:
            return tr("Dust");
        case MemberGroup::Balances:
            return tr("Balances after the trade");
        }
        std::unreachable();
    }
    static QString derived() { return tr("Derived"); }
};

/// The number in a name that says which exchange it is about; npos: none. The numbers of assets and of
/// profitability_buy_1_sell_2 mean something else.
std::size_t legDigit(std::string_view name)
{
    for (const std::string_view start : {"exchange_", "market_", "order_", "slippage_", "fill_ratio_"}) {
        if (name.starts_with(start) && name.size() > start.size()
            && (name[start.size()] == '1' || name[start.size()] == '2'))
            return start.size();
    }
    return name.starts_with("executed_") ? name.size() - 1 : std::string_view::npos;
}

/// "Price 1" is "Price" in a line that has both legs.
QString withoutLeg(QString title, char digit)
{
    const QString number = QLatin1Char(' ') + QLatin1Char(digit);
    const qsizetype at = title.indexOf(number);
    return at < 0 ? title : title.remove(at, number.size());
}

template <class T>
void append(std::vector<DetailRow> &rows, std::span<const T> all, const T &value, const QString &title)
{
    const std::size_t digit = legDigit(value.name);
    if (digit == std::string_view::npos) {
        rows.push_back({title, &value, {}, value.unit});
        return;
    }
    std::string twinName(value.name);
    twinName[digit] = value.name[digit] == '1' ? '2' : '1';
    const T *twin = nullptr;
    for (const T &other : all) {
        if (other.name == twinName)
            twin = &other;
    }
    if (value.name[digit] == '1')
        rows.push_back({withoutLeg(title, '1'), &value, twin ? DetailSlot(twin) : DetailSlot(), value.unit});
    else if (!twin)
        rows.push_back({withoutLeg(title, '2'), {}, &value, value.unit});
}

} // namespace

std::vector<DetailGroup> detailGroups()
{
    constexpr std::array Order{MemberGroup::Identity, MemberGroup::Timeline, MemberGroup::Market,  MemberGroup::Leg1,
                               MemberGroup::Result,   MemberGroup::Dust,     MemberGroup::Balances};
    const std::span<const Member> members = schema();
    std::vector<DetailGroup> groups;
    for (const MemberGroup group : Order) {
        DetailGroup entry{GroupTitles::of(group), group == MemberGroup::Leg1, {}};
        for (const Member &member : members) {
            if (member.group == group || (entry.legs && member.group == MemberGroup::Leg2))
                append(entry.rows, members, member, schemaText(member.title));
        }
        groups.push_back(std::move(entry));
    }
    DetailGroup derived{GroupTitles::derived(), false, {}};
    for (const DerivedValue &value : derivedValues())
        append(derived.rows, derivedValues(), value, schemaText(value.title));
    groups.push_back(std::move(derived));
    return groups;
}

} // namespace arbscope
