// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/textcolumn.h"

#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace arbscope {

/// Numbers for texts of several tables, each of which has codes of its own.
class TextIds
{
public:
    [[nodiscard]] std::uint32_t of(std::string_view text);
    [[nodiscard]] const std::string &text(std::uint32_t id) const { return *m_texts[id]; }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_ids;
    std::vector<const std::string *> m_texts; ///< by id, in m_ids
};

/// One column's texts as such numbers; each text is looked up once. Unknown is the empty text.
class ColumnIds
{
public:
    ColumnIds(const DictionaryColumn &column, TextIds &ids)
        : m_column(column)
        , m_ids(ids)
        , m_known(column.texts().size() + 1, NotAsked)
    { }
    [[nodiscard]] std::uint32_t at(Row row)
    {
        const std::uint32_t code = m_column.codes()[row];
        std::uint32_t &known = m_known[code == DictionaryColumn::Unknown ? m_known.size() - 1 : code];
        if (known == NotAsked)
            known = m_ids.of(m_column.at(row).value_or(std::string_view()));
        return known;
    }

private:
    static constexpr std::uint32_t NotAsked = std::numeric_limits<std::uint32_t>::max();
    const DictionaryColumn &m_column;
    TextIds &m_ids;
    std::vector<std::uint32_t> m_known; ///< by code; the last one is Unknown's
};

} // namespace arbscope
