// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/rows.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

namespace arbscope {

/// Codes of a dictionary, mostly few different ones: each chunk takes one, two or four bytes a row, as its codes need.
class CodeArray
{
public:
    static constexpr std::uint32_t Unknown = 0xffff'ffff;

    void append(std::uint32_t code);
    [[nodiscard]] std::uint32_t operator[](std::size_t row) const
    {
        const Chunk &chunk = m_chunks[row / ChunkRows];
        const std::size_t at = row % ChunkRows;
        switch (chunk.width) {
        case 1:
            return widened(chunk.bytes[at]);
        case 2:
            return widened(read<std::uint16_t>(chunk, at));
        default:
            return read<std::uint32_t>(chunk, at);
        }
    }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t bytes() const;

    /// Calls use(code of offset) for rows of one chunk, where `code` is a function of an offset from `begin`: what runs
    /// over many rows asks for the width only once.
    template <class Use> void visit(std::size_t begin, const Use &use) const
    {
        const Chunk &chunk = m_chunks[begin / ChunkRows];
        const std::size_t first = begin % ChunkRows;
        switch (chunk.width) {
        case 1:
            return use([&chunk, first](std::size_t i) { return widened(chunk.bytes[first + i]); });
        case 2:
            return use([&chunk, first](std::size_t i) { return widened(read<std::uint16_t>(chunk, first + i)); });
        default:
            return use([&chunk, first](std::size_t i) { return read<std::uint32_t>(chunk, first + i); });
        }
    }

private:
    struct Chunk
    {
        std::unique_ptr<std::uint8_t[]> bytes;
        std::size_t width = 1; ///< of a row
    };
    template <class Code> static Code read(const Chunk &chunk, std::size_t at)
    {
        Code code = 0;
        std::memcpy(&code, chunk.bytes.get() + at * sizeof(Code), sizeof(Code));
        return code;
    }
    /// The greatest of each width stands for Unknown.
    static std::uint32_t widened(std::uint8_t code) { return code == 0xff ? Unknown : code; }
    static std::uint32_t widened(std::uint16_t code) { return code == 0xffff ? Unknown : code; }
    static void write(Chunk &chunk, std::size_t at, std::uint32_t code);
    void widen(Chunk &chunk, std::size_t width) const;

    std::vector<Chunk> m_chunks;
    std::size_t m_size = 0;
};

} // namespace arbscope
