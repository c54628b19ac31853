// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/tradeexport.h"

namespace arbscope::test {

/// Of all servers, in UTC; exact, unless asked for otherwise.
[[nodiscard]] ExportRequest exactRequest(ExportFormat format = ExportFormat::Csv, CsvMode mode = CsvMode::Exact);
/// What an exact CSV export of these reports is, in this order.
[[nodiscard]] QByteArray csvOf(const std::vector<Report> &reports);
/// A file's; "(no file)" when it cannot be read.
[[nodiscard]] QByteArray contentOf(const QString &path);

} // namespace arbscope::test
