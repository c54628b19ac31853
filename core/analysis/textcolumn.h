// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chunkedarray.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arbscope {

/// Texts (UTF-8) that occur again and again, each kept once; a row holds its number.
class DictionaryColumn
{
public:
    static constexpr std::uint32_t Unknown = 0xffff'ffff;
    void append(std::optional<std::string_view> text);
    [[nodiscard]] std::optional<std::string_view> at(Row row) const;
    [[nodiscard]] std::size_t size() const { return m_codes.size(); }
    [[nodiscard]] const ChunkedArray<std::uint32_t> &codes() const { return m_codes; }
    [[nodiscard]] const std::vector<std::string_view> &texts() const { return m_texts; } ///< by code
    [[nodiscard]] std::size_t bytes() const;

private:
    [[nodiscard]] std::uint32_t codeOf(std::string_view text);
    std::uint32_t add(std::string_view text);
    void grow();

    ChunkedArray<std::uint32_t> m_codes;
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
    void append(std::optional<std::string_view> text);
    [[nodiscard]] std::optional<std::string_view> at(Row row) const;
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::size_t bytes() const;

private:
    static constexpr std::uint64_t UnknownBit = std::uint64_t{1} << 63;
    ChunkedArray<std::uint64_t> m_ends; ///< in the chunk's text
    std::deque<std::string> m_texts; ///< one a chunk
};

} // namespace arbscope
