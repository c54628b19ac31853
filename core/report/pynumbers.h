// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

// Numbers as Python prints and reads them; ASCII only (contract §4).
namespace arbscope {

/// No text of a double is longer than this: sign, 17 digits, point, exponent, with room to spare.
inline constexpr std::size_t FloatTextSize = 32;

/// Python's repr(float): shortest text that reads back, `1.0`, `1e-05`, `nan`, `inf`. Writes at most FloatTextSize
/// characters and returns the end.
[[nodiscard]] char *writeFloatRepr(char *out, double value);
void appendFloatRepr(std::string &out, double value);
/// The same as json.dumps writes it: `NaN`, `Infinity`, `-Infinity`.
void appendJsonFloat(std::string &out, double value);

/// The double nearest to a JSON number literal, an infinity when it is too large. `literal` must follow JSON's grammar.
[[nodiscard]] double parseJsonNumber(std::string_view literal);
/// Whether text is a number by JSON's grammar.
[[nodiscard]] bool isJsonNumber(std::string_view text);

/// Python's float(text); nothing when text does not follow its grammar.
[[nodiscard]] std::optional<double> parsePythonFloat(std::string_view text);

enum class IntegerFault { Malformed, OutOfRange };
/// Python's int(text), for 64 bits.
[[nodiscard]] std::expected<std::int64_t, IntegerFault> parsePythonInteger(std::string_view text);

} // namespace arbscope
