// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"

#include <string>
#include <string_view>
#include <vector>

namespace arbscope {

/// Tells of most stored texts that a filter is not true of them, without reading them: what a text member has to
/// contain, or be, must stand in the JSON as it is, unless that has an escape which can stand for any character.
class TextProbe
{
public:
    explicit TextProbe(const FilterExpression &filter);

    /// False only where the filter is not true, whatever the text is worth.
    [[nodiscard]] bool mayBeTrue(std::string_view json) const;

private:
    using AnyOf = std::vector<std::string>;
    [[nodiscard]] static std::vector<AnyOf> needlesOf(const FilterExpression &filter);

    std::vector<AnyOf> m_needles; ///< one of each must be there
};

} // namespace arbscope
