// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arbscope {

/// What Python's json reads and nlohmann's does not, put out of its way: NaN, Infinity, -Infinity, numbers that
/// overflow a double, and lone surrogates. They are replaced by harmless text of the same length, so that byte offsets
/// stay true, and remembered by which number or string of the text they are. Also the reverse: what nlohmann's would
/// let pass in silence (a byte order mark, a NUL that ends the text). Linear, without recursion; no copy when nothing
/// is replaced.
class JsonPrescan
{
public:
    /// `text` must be UTF-8 and outlive this.
    explicit JsonPrescan(std::string_view text);

    /// The text to parse.
    [[nodiscard]] std::string_view text() const { return m_repaired.empty() ? m_text : m_repaired; }
    /// Byte offset of a byte order mark or NUL that is no JSON.
    [[nodiscard]] std::optional<std::size_t> refusedByte() const { return m_refusedByte; }

    /// Something replaced: the `ordinal`th number or string (keys count as strings), from 0, ascending.
    struct Replaced
    {
        std::size_t ordinal = 0;
        std::size_t offset = 0; ///< of the number or the escape in the text
        std::string_view original;
    };
    [[nodiscard]] const std::vector<Replaced> &numbers() const { return m_numbers; }
    [[nodiscard]] const std::vector<Replaced> &loneSurrogates() const { return m_loneSurrogates; }

private:
    std::size_t scanString(std::size_t at);
    std::size_t scanWord(std::size_t at);
    void replace(std::size_t at, std::string_view replacement);

    std::string_view m_text;
    std::string m_repaired;
    std::optional<std::size_t> m_refusedByte;
    std::vector<Replaced> m_numbers;
    std::vector<Replaced> m_loneSurrogates;
    std::size_t m_numberCount = 0;
    std::size_t m_stringCount = 0;
};

} // namespace arbscope
