// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonescapes.h"

#include <algorithm>
#include <array>

namespace arbscope {

namespace {

/// Escapes of one letter and their characters; all but the slash are how json.dumps writes them.
constexpr auto shortEscapes = [] {
    std::array<char, 128> characters{};
    characters['"'] = '"';
    characters['\\'] = '\\';
    characters['/'] = '/';
    characters['b'] = '\b';
    characters['f'] = '\f';
    characters['n'] = '\n';
    characters['r'] = '\r';
    characters['t'] = '\t';
    return characters;
}();

/// A \uXXXX; its size is 0 when there is none.
JsonEscape readUnit(std::string_view text)
{
    constexpr std::size_t size = 6;
    if (text.size() < size || text[0] != '\\' || text[1] != 'u')
        return {};
    JsonEscape unit{size, 0, true};
    for (const char c : text.substr(2, 4)) {
        unit.character <<= 4;
        if (c >= '0' && c <= '9')
            unit.character |= static_cast<char32_t>(c - '0');
        else if (c >= 'a' && c <= 'f')
            unit.character |= static_cast<char32_t>(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            unit.character |= static_cast<char32_t>(c - 'A' + 10);
        else
            return {};
        unit.isCanonical &= !(c >= 'A' && c <= 'F');
    }
    return unit;
}

bool hasOtherForm(char32_t c)
{
    return (c >= 0x20 && c < 0x7f) || c == '\b' || c == '\f' || c == '\n' || c == '\r' || c == '\t';
}

void appendUtf8(std::string &out, char32_t c)
{
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
        return;
    }
    const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    put((0xff00u >> (more + 1) & 0xffu) | c >> (6 * more));
    for (int shift = 6 * (more - 1); shift >= 0; shift -= 6)
        put(0x80u | (c >> shift & 0x3fu));
}

} // namespace

JsonEscape readJsonEscape(std::string_view text)
{
    if (text.size() < 2)
        return {};
    if (text[1] != 'u') {
        const auto letter = static_cast<unsigned char>(text[1]);
        const char character = letter < shortEscapes.size() ? shortEscapes[letter] : '\0';
        return character == 0 ? JsonEscape() : JsonEscape{2, static_cast<char32_t>(character), letter != '/'};
    }
    auto unit = readUnit(text);
    if (unit.size == 0)
        return {};
    if (unit.character < 0xd800 || unit.character > 0xdfff) {
        unit.isCanonical &= !hasOtherForm(unit.character);
        return unit;
    }
    const auto low = readUnit(text.substr(unit.size));
    if (unit.character > 0xdbff || low.size == 0 || low.character < 0xdc00 || low.character > 0xdfff)
        return {};
    return {unit.size + low.size, 0x10000 + ((unit.character - 0xd800) << 10) + (low.character - 0xdc00),
            unit.isCanonical && low.isCanonical};
}

void appendUnescaped(std::string &out, std::string_view contents)
{
    while (!contents.empty()) {
        const auto plain = std::min(contents.find('\\'), contents.size());
        out += contents.substr(0, plain);
        contents.remove_prefix(plain);
        if (contents.empty())
            break;
        const auto escape = readJsonEscape(contents);
        appendUtf8(out, escape.character);
        contents.remove_prefix(escape.size);
    }
}

} // namespace arbscope
