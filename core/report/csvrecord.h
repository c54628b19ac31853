// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <string>
#include <string_view>

namespace arbscope {

struct Member;

/// Contract §5: Guarded puts ' before text that a spreadsheet would run as a formula, Exact leaves cells as they are.
enum class CsvMode { Guarded, Exact };

/// The header record of the 48 member names, with its \r\n.
void appendCsvHeader(std::string &out);
/// One report's record with its \r\n; returns how many cells were guarded.
int appendCsvRecord(std::string &out, const Report &report, CsvMode mode);

/// A member's value as its cell holds it, before guarding and quoting: repr, str, True/False, UTF-8; nothing when
/// absent.
void appendMemberText(std::string &out, const Report &report, const Member &member);

/// Whether a spreadsheet would run this cell as a formula: it begins with = + - @ tab or CR and is no plain number.
[[nodiscard]] bool looksLikeFormula(std::string_view cell);
/// Whether Python's csv writer (excel dialect) puts this cell in quotes.
[[nodiscard]] bool needsQuotes(std::string_view cell);

} // namespace arbscope
