// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/rows.h"

#include <memory>
#include <span>
#include <vector>

namespace arbscope {

/// An array that grows without moving or doubling what is there: a column of a table. A chunk is reserved whole but
/// resident only as far as it was written.
template <class T> class ChunkedArray
{
public:
    ChunkedArray() = default;
    ChunkedArray(ChunkedArray &&) noexcept = default;
    ChunkedArray &operator=(ChunkedArray &&) noexcept = default;
    ~ChunkedArray() = default;
    /// What is there now, in the same memory: other threads can read it while this one grows. Append to one of them
    /// only.
    [[nodiscard]] ChunkedArray snapshot() const { return *this; }

    void append(T value)
    {
        if (m_size % ChunkRows == 0)
            m_chunks.push_back(std::make_shared_for_overwrite<T[]>(ChunkRows));
        m_chunks.back().get()[m_size++ % ChunkRows] = value;
    }
    [[nodiscard]] T operator[](std::size_t row) const { return m_chunks[row / ChunkRows].get()[row % ChunkRows]; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Rows [ChunkRows · index, …) as far as they are there.
    [[nodiscard]] std::span<const T> chunk(std::size_t index) const
    {
        return {m_chunks[index].get(), std::min(ChunkRows, m_size - index * ChunkRows)};
    }
    [[nodiscard]] std::size_t bytes() const { return m_size * sizeof(T); }

    /// Whether both are of one array, now or before it grew.
    [[nodiscard]] bool sharesWith(const ChunkedArray &other) const
    {
        return !m_chunks.empty() && !other.m_chunks.empty() && m_chunks.front() == other.m_chunks.front();
    }

private:
    ChunkedArray(const ChunkedArray &) = default;

    std::vector<std::shared_ptr<T[]>> m_chunks;
    std::size_t m_size = 0;
};

} // namespace arbscope
