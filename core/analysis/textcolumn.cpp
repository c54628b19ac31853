// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/textcolumn.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace arbscope {

namespace {

constexpr std::size_t BlockBytes = 1 << 16;
constexpr std::size_t LeastBlockBytes = 1 << 11; // most columns have few texts

} // namespace

void DictionaryColumn::append(std::optional<std::string_view> text)
{
    // Trades that follow each other mostly agree.
    if (text && m_last != Unknown && m_texts[m_last] == *text)
        return m_codes.append(m_last);
    m_codes.append(text ? (m_last = codeOf(*text)) : Unknown);
}

std::optional<std::string_view> DictionaryColumn::at(Row row) const
{
    const std::uint32_t code = m_codes[row];
    return code == Unknown ? std::nullopt : std::optional(m_texts[code]);
}

std::uint32_t DictionaryColumn::codeOf(std::string_view text)
{
    if (m_texts.size() * 2 >= m_slots.size())
        grow();
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = std::hash<std::string_view>()(text) & mask;; slot = (slot + 1) & mask) {
        if (m_slots[slot] == Unknown)
            return m_slots[slot] = add(text);
        if (m_texts[m_slots[slot]] == text)
            return m_slots[slot];
    }
}

std::uint32_t DictionaryColumn::add(std::string_view text)
{
    if (m_blockLeft < text.size() || m_blocks.empty()) {
        m_blockLeft = std::max(std::clamp(m_textBytes, LeastBlockBytes, BlockBytes), text.size());
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(m_blockLeft));
        m_textBytes += m_blockLeft;
    }
    // A block is filled from its end, so that only what is left of it has to be known.
    m_blockLeft -= text.size();
    char *at = m_blocks.back().get() + m_blockLeft;
    std::ranges::copy(text, at);
    m_texts.emplace_back(at, text.size());
    return static_cast<std::uint32_t>(m_texts.size() - 1);
}

void DictionaryColumn::grow()
{
    m_slots.assign(std::max<std::size_t>(64, m_slots.size() * 2), Unknown);
    const std::size_t mask = m_slots.size() - 1;
    for (std::uint32_t code = 0; code < m_texts.size(); ++code) {
        std::size_t slot = std::hash<std::string_view>()(m_texts[code]) & mask;
        while (m_slots[slot] != Unknown)
            slot = (slot + 1) & mask;
        m_slots[slot] = code;
    }
}

std::size_t DictionaryColumn::bytes() const
{
    return m_codes.bytes() + m_textBytes + m_texts.capacity() * sizeof(std::string_view)
        + m_slots.capacity() * sizeof(std::uint32_t);
}

void DistinctColumn::append(std::optional<std::string_view> text)
{
    if (m_ends.size() % ChunkRows == 0) {
        if (!m_chunks.empty())
            m_chunks.back()->texts.shrink_to_fit();
        m_chunks.push_back(std::make_shared<Chunk>());
    }
    Chunk &chunk = *m_chunks.back();
    std::uint32_t bits = text ? 0 : UnknownBit;
    if (text && text->size() > m_chunkBytes - chunk.texts.size()) {
        chunk.apart.emplace(Row(m_ends.size()), *text);
        bits = ApartBit;
    } else if (text) {
        chunk.texts.append(*text);
    }
    m_ends.append(static_cast<std::uint32_t>(chunk.texts.size()) | bits);
}

std::optional<std::string_view> DistinctColumn::at(Row row) const
{
    const std::uint32_t entry = m_ends[row];
    if (entry & UnknownBit)
        return std::nullopt;
    const Chunk &chunk = *m_chunks[row / ChunkRows];
    if (entry & ApartBit)
        return chunk.apart.find(row)->second;
    const std::uint32_t begin = row % ChunkRows == 0 ? 0 : endIn(m_ends[row - 1]);
    return std::string_view(chunk.texts).substr(begin, endIn(entry) - begin);
}

std::size_t DistinctColumn::bytes() const
{
    std::size_t bytes = m_ends.bytes();
    for (const auto &chunk : m_chunks) {
        bytes += chunk->texts.capacity();
        for (const auto &[row, text] : chunk->apart)
            bytes += sizeof(row) + sizeof(std::string) + text.capacity();
    }
    return bytes;
}

DistinctColumn DistinctColumn::snapshot() const
{
    DistinctColumn column(m_chunkBytes);
    column.m_ends = m_ends.snapshot();
    column.m_chunks = m_chunks;
    if (!m_chunks.empty())
        column.m_chunks.back() = std::make_shared<Chunk>(*m_chunks.back());
    return column;
}

} // namespace arbscope
