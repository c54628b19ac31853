// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <string_view>

namespace arbscope {

/// How many bytes from the start are UTF-8 (RFC 3629: no surrogates, nothing overlong); bytes.size() when all are.
[[nodiscard]] std::size_t validUtf8Length(std::string_view bytes);

/// At most `size` bytes of UTF-8 text, cut between characters.
[[nodiscard]] std::string_view utf8Prefix(std::string_view text, std::size_t size);

/// The text of valid UTF-8, all of it: QString::fromUtf8() drops a U+FEFF in front.
[[nodiscard]] QString textFromUtf8(std::string_view bytes);

} // namespace arbscope
