// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace arbscope {

/// What belongs to numbers: few of them, looked up for each of a million trades. Grows only.
template <class T> class FlatMap
{
public:
    /// T{} where there is none yet. The reference is good until the next key that is new.
    T &operator[](std::uint64_t key)
    {
        if (m_last < m_entries.size() && m_entries[m_last].first == key)
            return m_entries[m_last].second;
        if ((m_entries.size() + 1) * 2 > m_slots.size())
            grow();
        std::uint32_t &slot = m_slots[slotOf(key)];
        if (slot == Free) {
            slot = std::uint32_t(m_entries.size());
            m_entries.emplace_back(key, T{});
        }
        m_last = slot;
        return m_entries[slot].second;
    }
    /// In the order in which they came.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, T>> &entries() { return m_entries; }

private:
    static constexpr std::uint32_t Free = std::numeric_limits<std::uint32_t>::max();

    [[nodiscard]] std::size_t slotOf(std::uint64_t key) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = std::size_t((key * 0x9e37'79b9'7f4a'7c15U) >> 32) & mask;
        while (m_slots[slot] != Free && m_entries[m_slots[slot]].first != key)
            slot = (slot + 1) & mask;
        return slot;
    }
    void grow()
    {
        m_slots.assign(std::max<std::size_t>(8, m_slots.size() * 2), Free);
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            m_slots[slotOf(m_entries[i].first)] = std::uint32_t(i);
    }

    std::vector<std::pair<std::uint64_t, T>> m_entries;
    std::vector<std::uint32_t> m_slots; ///< open addressing: indices of entries, a power of two of them
    std::size_t m_last = 0;
};

} // namespace arbscope
