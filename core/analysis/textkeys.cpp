// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/textkeys.h"

#include <algorithm>
#include <memory>

namespace arbscope {

namespace {

constexpr std::size_t MostPlaces = 64;
constexpr std::uint64_t Most = std::uint64_t{1} << 63;

} // namespace

TextKeys::TextKeys(const DistinctColumn &column, std::span<const Row> rows)
{
    using Seen = std::array<std::array<bool, 256>, MostPlaces>;
    const auto seen = std::make_unique<Seen>();
    std::size_t shortest = MostPlaces;
    std::size_t longest = 0;
    for (const Row row : rows) {
        const auto text = column.at(row);
        if (!text)
            continue;
        shortest = std::min(shortest, text->size());
        longest = std::max(longest, text->size());
        for (std::size_t at = 0; at < std::min(text->size(), MostPlaces); ++at)
            (*seen)[at][static_cast<unsigned char>((*text)[at])] = true;
    }
    std::uint64_t keys = 1;
    for (std::size_t at = 0; at < std::min(longest, MostPlaces); ++at) {
        Place place;
        place.size = at >= shortest ? 1 : 0;
        for (std::size_t character = 0; character < place.ranks.size(); ++character) {
            if ((*seen)[at][character])
                place.ranks[character] = static_cast<std::uint8_t>(place.size++);
        }
        if (place.size > Most / keys || place.size > 255)
            return;
        keys *= place.size;
        m_places.push_back(place);
    }
    m_isWhole = longest <= MostPlaces;
}

std::uint64_t TextKeys::of(std::string_view text) const
{
    std::uint64_t key = 0;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        const Place &place = m_places[at];
        key = key * place.size + (at < text.size() ? place.ranks[static_cast<unsigned char>(text[at])] : 0);
    }
    return key;
}

} // namespace arbscope
