// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/codearray.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

std::size_t widthOf(std::uint32_t code)
{
    if (code == CodeArray::Unknown || code < 0xff)
        return 1;
    return code < 0xffff ? 2 : 4;
}

} // namespace

void CodeArray::append(std::uint32_t code)
{
    if (m_size % ChunkRows == 0)
        m_chunks.push_back({.bytes = std::make_unique_for_overwrite<std::uint8_t[]>(ChunkRows)});
    Chunk &chunk = m_chunks.back();
    if (const std::size_t width = widthOf(code); width > chunk.width)
        widen(chunk, width);
    write(chunk, m_size % ChunkRows, code);
    ++m_size;
}

void CodeArray::write(Chunk &chunk, std::size_t at, std::uint32_t code)
{
    const auto narrow = static_cast<std::uint16_t>(code); // what is left of Unknown is the greatest
    if (chunk.width == 1)
        chunk.bytes[at] = static_cast<std::uint8_t>(code);
    else if (chunk.width == 2)
        std::memcpy(chunk.bytes.get() + at * 2, &narrow, 2);
    else
        std::memcpy(chunk.bytes.get() + at * 4, &code, 4);
}

/// Of the chunk that grows.
void CodeArray::widen(Chunk &chunk, std::size_t width) const
{
    Chunk wide{.bytes = std::make_unique_for_overwrite<std::uint8_t[]>(ChunkRows * width), .width = width};
    const std::size_t begin = m_size / ChunkRows * ChunkRows;
    for (std::size_t row = begin; row < m_size; ++row)
        write(wide, row - begin, (*this)[row]);
    chunk = std::move(wide);
}

std::size_t CodeArray::bytes() const
{
    std::size_t bytes = 0;
    for (std::size_t chunk = 0; chunk < m_chunks.size(); ++chunk)
        bytes += std::min(ChunkRows, m_size - chunk * ChunkRows) * m_chunks[chunk].width;
    return bytes;
}

} // namespace arbscope
