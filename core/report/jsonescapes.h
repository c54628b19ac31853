// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace arbscope {

/// One escape of a JSON string; a surrogate pair is one.
struct JsonEscape
{
    std::size_t size = 0; ///< bytes of text; 0 when it is no escape or a lone surrogate
    char32_t character = 0;
    bool isCanonical = false; ///< written as json.dumps would write the character
};

/// The escape that `text` begins with (a backslash).
[[nodiscard]] JsonEscape readJsonEscape(std::string_view text);

/// Appends the UTF-8 of a string's contents, all of whose escapes are valid.
void appendUnescaped(std::string &out, std::string_view contents);

} // namespace arbscope
