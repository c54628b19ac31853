// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chunkedarray.h"
#include "core/analysis/codearray.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace arbscope {

/// Texts (UTF-8) that occur again and again, each kept once; a row holds its number.
class DictionaryColumn
{
public:
    static constexpr std::uint32_t Unknown = CodeArray::Unknown;
    void append(std::optional<std::string_view> text);
    [[nodiscard]] std::optional<std::string_view> at(Row row) const;
    [[nodiscard]] std::size_t size() const { return m_codes.size(); }
    [[nodiscard]] const CodeArray &codes() const { return m_codes; }
    [[nodiscard]] const std::vector<std::string_view> &texts() const { return m_texts; } ///< by code
    [[nodiscard]] std::size_t bytes() const;

private:
    [[nodiscard]] std::uint32_t codeOf(std::string_view text);
    std::uint32_t add(std::string_view text);
    void grow();

    CodeArray m_codes;
    std::vector<std::string_view> m_texts;
    std::vector<std::uint32_t> m_slots; ///< open addressing: codes by hash, a power of two of them
    std::vector<std::unique_ptr<char[]>> m_blocks; ///< where the texts lie
    std::size_t m_blockLeft = 0;
    std::size_t m_textBytes = 0;
    std::uint32_t m_last = Unknown;
};

/// Texts (UTF-8) that are different in nearly every row, such as order ids: one after the other.
class DistinctColumn
{
public:
    /// What a chunk would hold beyond `chunkBytes`, at most MostChunkBytes, is kept apart.
    explicit DistinctColumn(std::uint32_t chunkBytes = MostChunkBytes)
        : m_chunkBytes(chunkBytes)
    { }
    void append(std::optional<std::string_view> text);
    [[nodiscard]] std::optional<std::string_view> at(Row row) const;
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::size_t bytes() const;
    /// What is there now, for other threads to read while this one grows; only the last chunk's texts are copied.
    [[nodiscard]] DistinctColumn snapshot() const;
    /// Whether both are of one column, now or before it grew.
    [[nodiscard]] bool sharesWith(const DistinctColumn &other) const { return m_ends.sharesWith(other.m_ends); }

private:
    struct Chunk
    {
        std::string texts;
        std::unordered_map<Row, std::string> apart;
    };
    static constexpr std::uint32_t UnknownBit = std::uint32_t{1} << 31;
    static constexpr std::uint32_t ApartBit = std::uint32_t{1} << 30;
    static constexpr std::uint32_t MostChunkBytes = ApartBit - 1;
    [[nodiscard]] static std::uint32_t endIn(std::uint32_t entry) { return entry & MostChunkBytes; }

    std::uint32_t m_chunkBytes;
    ChunkedArray<std::uint32_t> m_ends; ///< in the chunk's text, and the two bits
    std::vector<std::shared_ptr<Chunk>> m_chunks; ///< the last one changes
};

} // namespace arbscope
