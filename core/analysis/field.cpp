// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/field.h"

#include "core/analysis/derivedvalues.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace arbscope {

namespace {

std::vector<Field> allFields()
{
    using enum Field::Origin;
    std::vector<Field> all;
    for (int i = 0; const struct Member &member : schema())
        all.push_back({member.name, member.type, member.unit, member.title, member.meaning, Member, i++});
    for (int i = 0; const DerivedValue &value : derivedValues())
        all.push_back({value.name, value.type, value.unit, value.title, value.meaning, Derived, i++});
    all.push_back({"verdict", MemberType::Text, MemberUnit::None, "Verdict",
                   "What the stored text is worth: valid, coerced (read by converting a type) or invalid", Verdict, 0});
    return all;
}

} // namespace

std::span<const Field> fields()
{
    static const std::vector<Field> all = allFields();
    return all;
}

FieldId fieldId(std::string_view name)
{
    const auto all = fields();
    const auto found = std::ranges::find(all, name, &Field::name);
    return found == all.end() ? -1 : FieldId(found - all.begin());
}

MemberValue fieldValue(FieldId field, Verdict verdict, const Report *report)
{
    const Field &asked = fields()[std::size_t(field)];
    if (asked.origin == Field::Origin::Verdict) {
        const std::string_view name = verdictName(verdict);
        return QString::fromLatin1(name.data(), qsizetype(name.size()));
    }
    if (!report)
        return {};
    if (asked.origin == Field::Origin::Member)
        return memberValue(*report, schema()[std::size_t(asked.index)]);
    return derivedValues()[std::size_t(asked.index)].compute(*report);
}

} // namespace arbscope
