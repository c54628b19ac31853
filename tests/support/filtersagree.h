// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace arbscope::test {

/// What is wrong with how a text is taken as a filter; empty when nothing is. An error must lie within the text. Over a
/// small fixed table, columns, streamed texts and the naive evaluator must choose the same trades, and so must the text
/// that the language has for each of the filter's comparisons with a value.
[[nodiscard]] std::string filterDisagreement(std::string_view text);

} // namespace arbscope::test
