// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <string>

namespace arbscope {

/// Contract §5: Guarded puts ' before text that a spreadsheet would run as a formula, Exact leaves cells as they are.
enum class CsvMode { Guarded, Exact };

/// The header record of the 48 member names, with its \r\n.
void appendCsvHeader(std::string &out);
/// One report's record with its \r\n; returns how many cells were guarded.
int appendCsvRecord(std::string &out, const Report &report, CsvMode mode);

} // namespace arbscope
