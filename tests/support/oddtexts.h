// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace arbscope::test {

/// Stored texts of all kinds: trades that look real, trades whose numbers were replaced by odd ones (unknown, huge,
/// tiny, -0, NaN, infinities, other exponents), and all of golden/decode.jsonl. The same ones for the same seed.
[[nodiscard]] std::vector<std::string> oddTexts(int trades, unsigned seed);

} // namespace arbscope::test
