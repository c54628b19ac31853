// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonprescan.h"

#include "core/report/pynumbers.h"

#include <algorithm>
#include <charconv>

namespace arbscope {

namespace {

constexpr std::size_t EscapeSize = 6; ///< of \uXXXX
constexpr std::size_t SafeNumberSize = 300; ///< a number so long, without exponent, cannot overflow a double

/// The code unit of a \uXXXX at `at`, if one stands there.
std::optional<unsigned> unicodeEscape(std::string_view text, std::size_t at)
{
    if (at + EscapeSize > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return std::nullopt;
    unsigned unit = 0;
    const auto *end = text.data() + at + EscapeSize;
    if (std::from_chars(text.data() + at + 2, end, unit, 16).ptr != end)
        return std::nullopt;
    return unit;
}

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+'
        || c == '.';
}

} // namespace

JsonPrescan::JsonPrescan(std::string_view text)
    : m_text(text)
{
    if (text.starts_with("\xef\xbb\xbf")) {
        m_refusedByte = 0;
        return;
    }
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            at = scanString(at);
        } else if (isWordCharacter(text[at])) {
            at = scanWord(at);
        } else if (text[at] == '\0') {
            m_refusedByte = at;
            return;
        } else {
            ++at;
        }
    }
}

/// Returns the offset behind the string that begins at `at`.
std::size_t JsonPrescan::scanString(std::size_t at)
{
    const auto ordinal = m_stringCount++;
    for (++at; at < m_text.size();) {
        if (m_text[at] == '"')
            return at + 1;
        if (m_text[at] != '\\') {
            ++at;
            continue;
        }
        const auto unit = unicodeEscape(m_text, at);
        if (!unit) {
            at += 2;
            continue;
        }
        const auto next = unicodeEscape(m_text, at + EscapeSize);
        const bool isHigh = *unit >= 0xd800 && *unit <= 0xdbff;
        if (isHigh && next && *next >= 0xdc00 && *next <= 0xdfff) {
            at += 2 * EscapeSize;
            continue;
        }
        if (isHigh || (*unit >= 0xdc00 && *unit <= 0xdfff)) {
            m_loneSurrogates.push_back({ordinal, at, m_text.substr(at, EscapeSize)});
            replace(at, "\\ufffd");
        }
        at += EscapeSize;
    }
    return at;
}

/// Returns the offset behind the number or literal that begins at `at`.
std::size_t JsonPrescan::scanWord(std::size_t at)
{
    const auto end = std::find_if_not(m_text.begin() + static_cast<std::ptrdiff_t>(at), m_text.end(), isWordCharacter);
    const auto word = m_text.substr(at, static_cast<std::size_t>(end - m_text.begin()) - at);
    const bool isNonFinite = word == "NaN" || word == "Infinity" || word == "-Infinity";
    if (isNonFinite || isJsonNumber(word)) {
        const auto ordinal = m_numberCount++;
        if (isNonFinite || word.size() > SafeNumberSize || word.find_first_of("eE") != word.npos) {
            m_numbers.push_back({ordinal, at, word});
            replace(at, "1." + std::string(word.size() - 2, '0')); // words replaced have three characters or more
        }
    }
    return at + word.size();
}

void JsonPrescan::replace(std::size_t at, std::string_view replacement)
{
    if (m_repaired.empty())
        m_repaired = m_text;
    m_repaired.replace(at, replacement.size(), replacement);
}

} // namespace arbscope
