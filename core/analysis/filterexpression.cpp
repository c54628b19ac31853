// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filterexpression.h"

#include <algorithm>

namespace arbscope {

namespace {

void collect(const FilterExpression &expression, std::vector<FieldId> &found)
{
    std::visit(
        [&]<class T>(const T &part) {
            if constexpr (std::is_same_v<T, And> || std::is_same_v<T, Or>) {
                collect(*part.left, found);
                collect(*part.right, found);
            } else if constexpr (std::is_same_v<T, Not>) {
                collect(*part.part, found);
            } else if constexpr (std::is_same_v<T, CompareFields>) {
                found.insert(found.end(), {part.left, part.right});
            } else if constexpr (std::is_same_v<T, AnyTextHas>) {
                for (FieldId field = 0; field < MemberCount; ++field) {
                    if (fields()[std::size_t(field)].type == MemberType::Text)
                        found.push_back(field);
                }
            } else {
                found.push_back(part.field);
            }
        },
        expression.node);
}

} // namespace

std::vector<FieldId> fieldsOf(const FilterExpression &expression)
{
    std::vector<FieldId> found;
    collect(expression, found);
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

} // namespace arbscope
