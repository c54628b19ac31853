// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/textids.h"

namespace arbscope {

std::uint32_t TextIds::of(std::string_view text)
{
    if (const auto known = m_ids.find(text); known != m_ids.end())
        return known->second;
    const auto [added, isNew] = m_ids.emplace(text, std::uint32_t(m_texts.size()));
    m_texts.push_back(&added->first);
    return added->second;
}

} // namespace arbscope
